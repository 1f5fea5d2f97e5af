import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeFileAtomic } from "../../../storage/atomic-write.js";
import { sha256Hex } from "../../../storage/canonical-json.js";
import { openLine, sealLine } from "../../../storage/checked-line.js";
import { type TableName, tableNames } from "./database.js";

/** To be raised whenever the index would hold something else of the same run: its tables, or the rules by which figures count. */
export const INDEX_SCHEMA = "ncf-bench.history-index/1";

/** Beside the runs; no run's id begins with a dot. */
export const INDEX_FOLDER = ".history";
const CATALOG_FILE = "catalog.json";

/** Files that were written together and never change, and the runs in them. */
const Segment = z.object({
  name: z.string().regex(/^[0-9a-z-]+$/),
  sha256: z.record(z.string(), z.string()),
  /** What the files of each run were when they were read, by its folder; null for one that could not be read, with why. */
  runs: z.record(z.string(), z.object({ signature: z.string(), problem: z.string().optional() })),
});
export type Segment = z.infer<typeof Segment>;

const Catalog = z.object({ schema: z.literal(INDEX_SCHEMA), segments: z.array(Segment) });
export type Catalog = z.infer<typeof Catalog>;

/** An index that is not what was written; the message says what is wrong. */
export class IndexDamage extends Error {}

/** The index of a folder of runs; null where there is none. Throws `IndexDamage`. */
export async function readCatalog(index: string): Promise<Catalog | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(index, CATALOG_FILE));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new IndexDamage((error as Error).message);
  }
  let value: Record<string, unknown>;
  try {
    value = openLine(bytes.at(-1) === 10 ? bytes.subarray(0, -1) : bytes);
  } catch (error) {
    throw new IndexDamage((error as Error).message);
  }
  if (value.schema !== INDEX_SCHEMA) throw new IndexDamage(`it is of another version (${String(value.schema)})`);
  const parsed = Catalog.safeParse(value);
  if (!parsed.success) throw new IndexDamage(parsed.error.issues[0]!.message);
  for (const { name, sha256 } of parsed.data.segments) {
    for (const table of tableNames) await requireWhole(segmentFiles(index, name)[table], sha256[table]);
  }
  return parsed.data;
}

export async function writeCatalog(index: string, catalog: Catalog): Promise<void> {
  await writeFileAtomic(join(index, CATALOG_FILE), `${sealLine(catalog)}\n`);
}

export function segmentFiles(index: string, name: string): Record<TableName, string> {
  const file = (table: TableName) => join(index, `${name}.${table}.parquet`);
  return { runs: file("runs"), cells: file("cells"), facts: file("facts") };
}

export async function fileHash(path: string): Promise<string> {
  return sha256Hex(await readFile(path));
}

async function requireWhole(path: string, expected: string | undefined): Promise<void> {
  let found: string;
  try {
    found = await fileHash(path);
  } catch (error) {
    throw new IndexDamage((error as NodeJS.ErrnoException).code === "ENOENT" ? `${path} is missing` : String(error));
  }
  if (found !== expected) throw new IndexDamage(`${path} is not what was written`);
}
