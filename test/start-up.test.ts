import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { commands } from "../harness/cli/commands.js";
import { packageRoot } from "../storage/package-root.js";

/** Each takes a tenth of a second and more to load; what needs one imports it when it is called. */
const LATE = [
  "@duckdb/node-api",
  "@observablehq/plot",
  "@tensorflow/tfjs-core",
  "apache-arrow",
  "handlebars",
  "linkedom",
];

const IMPORT = /^(?:import|export [^=("]*\bfrom)\b[^;"=(]*"([^"]+)"/gm;

/** Packages that a built file imports before anything of it runs, itself or by what it imports. */
function packagesAtStart(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const found = new Set<string>();
  for (const [, target] of readFileSync(file, "utf8").matchAll(IMPORT)) {
    if (target!.startsWith("."))
      for (const name of packagesAtStart(join(dirname(file), target!), seen)) found.add(name);
    else if (!target!.startsWith("node:")) found.add(target!);
  }
  return found;
}

const built = (file: string) => join(packageRoot(), "dist/harness/cli", file);

it("nothing but the command line's own package is loaded before the command is known", () => {
  expect([...packagesAtStart(built("bin.js"))]).toEqual(["commander"]);
});

it.each(Object.keys(commands))(
  "%s loads at its start nothing that only another command needs, or nobody yet",
  (name) => {
    const packages = packagesAtStart(built(`${name}.js`));
    expect(LATE.filter((late) => packages.has(late))).toEqual([]);
  },
);

it("compare loads no more than it needs", () => {
  expect([...packagesAtStart(built("compare.js"))].sort()).toEqual(["zod"]);
});
