import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { cachePath } from "../../../storage/cache-dir.js";
import { findPlugin } from "../../plugins/find.js";
import { hasCompiler } from "../test-support.js";
import { readHeader } from "./header.js";
import { functionSlots, layoutMinor, layouts } from "./layout.js";

const found = findPlugin("cpu", { cacheRoot: cachePath(), env: process.env });
const file = found && join(dirname(found.path), "include", "pjrt_c_api.h");
const dir = mkdtempSync(join(tmpdir(), "layout-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe.skipIf(file === null)("the layout (needs the header that `ncf-bench setup cpu` brings)", () => {
  it("is what the generator makes of the header", () => {
    expect(readHeader(readFileSync(file!, "utf8"))).toEqual({ minor: layoutMinor, layouts, functionSlots });
  });

  it.skipIf(!hasCompiler)("is what a C compiler makes of it (needs cc)", () => {
    const lines = Object.entries(layouts).flatMap(([name, { size, fields }]) => [
      `_Static_assert(${name}_STRUCT_SIZE == ${size}, "${name}");`,
      ...Object.entries(fields)
        // Members of an anonymous union have no name of their own there.
        .filter(([field]) => !(name === "PJRT_NamedValue" && field === "value"))
        .map(([field, offset]) => `_Static_assert(offsetof(${name}, ${field}) == ${offset}, "${name}.${field}");`),
    ]);
    const slots = Object.entries(functionSlots).map(
      ([name, slot]) => `_Static_assert(offsetof(PJRT_Api, ${name}) == ${40 + 8 * slot}, "${name}");`,
    );
    const source = join(dir, "layout.c");
    writeFileSync(source, [`#include "${file}"`, ...lines, ...slots].join("\n"));
    execFileSync("cc", ["-fsyntax-only", "-w", source], { stdio: "pipe" });
    expect(lines.length + slots.length).toBeGreaterThan(150);
  });
});

it("refuses a text that is not the header", () => {
  expect(() => readHeader("int main(void);")).toThrow(/no header of the PJRT C API/);
});

it("has no function that nothing calls", () => {
  const folder = fileURLToPath(new URL("..", import.meta.url));
  const sources = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.includes(".test"));
  const text = sources.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  expect(Object.keys(functionSlots).filter((name) => !text.includes(`"${name}"`))).toEqual([]);
});
