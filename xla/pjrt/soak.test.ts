import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { cachePath } from "../../storage/cache-dir.js";
import { packageRoot } from "../../storage/package-root.js";
import { findPlugin } from "../plugins/find.js";

const script = fileURLToPath(new URL("testdata/soak.mjs", import.meta.url));
const dist = join(packageRoot(), "dist");
const MIB = 2 ** 20;

/** Resident bytes and living objects after each fifth of `count` repetitions, the first fifth being the warm-up. */
function soak(plugin: string, what: string, count: number): { resident: number; objects: number }[] {
  const args = ["--expose-gc", script, dist, plugin, what, String(count)];
  // One arena: with one a thread, what the allocator keeps depends on which threads happened to compile.
  const env = { ...process.env, MALLOC_ARENA_MAX: "1" };
  return JSON.parse(
    execFileSync(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"], encoding: "utf8", env }),
  );
}

// What one forgotten `dispose` a repetition would add: 50 MiB training, 24 compiling, 30 starting; and what is seen
// without one: 4, 1 and 1.
const cases = [
  { what: "training", count: 1000, objects: 2, growth: 16 * MIB },
  { what: "failing", count: 500, objects: 2, growth: 8 * MIB },
  { what: "compiling", count: 160, objects: 0, growth: 12 * MIB },
  { what: "starting", count: 100, objects: 0, growth: 8 * MIB },
];

describe.each(["cpu", "cpu-next"] as const)("plugin %s (needs it in the cache: `ncf-bench setup`)", (name) => {
  const found = findPlugin(name, { cacheRoot: cachePath(), env: process.env });

  it.skipIf(!found).each(cases)("keeps its memory while $what $count times", ({ what, count, objects, growth }) => {
    const seen = soak(found!.path, what, count);
    expect(seen.map((at) => at.objects)).toEqual(Array(5).fill(objects));
    expect(seen[4]!.resident - seen[0]!.resident).toBeLessThan(growth);
  });
});
