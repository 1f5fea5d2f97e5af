/**
 * Writes `layout.ts`. Run by hand when a newer header is to be followed:
 *
 *     npm run build && node dist/xla/pjrt/layout/generate.js PATH/pjrt_c_api.h > xla/pjrt/layout/layout.ts
 *     npx biome check --write xla/pjrt/layout/layout.ts
 *
 * Names, order and sizes are facts of the interface; nothing else of the header is kept.
 */
import { readFileSync } from "node:fs";
import { readHeader } from "./header.js";

const { minor, layouts, functionSlots } = readHeader(readFileSync(process.argv[2] ?? "", "utf8"));
process.stdout.write(`// Made by generate.ts from the PJRT C API 0.${minor}. Do not edit.

/** Minor version of the API whose sizes these are. */
export const layoutMinor = ${minor};

/** Byte size of each structure and byte offset of each field; every one begins with struct_size and extension_start. */
export const layouts = ${JSON.stringify(layouts)} as const;

/** Position of each called function in the table behind the API's version. */
export const functionSlots = ${JSON.stringify(functionSlots)} as const;
`);
