import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runMain } from "../harness/cli/test-support-io.js";
import { cachePath } from "../storage/cache-dir.js";
import { packageRoot } from "../storage/package-root.js";
import { findCompiler } from "../xla/plugins/find.js";
import { pluginPins } from "../xla/plugins/pins.js";
import { matchGolden } from "./golden.js";
import { breaches, type Ceiling, Ceilings } from "./gpu-ceilings.js";

const file = join(packageRoot(), "test/testdata/gpu-ceilings.json");

describe("a ceiling", () => {
  const ceiling = { kernels: 61, bytesPerSample: 10_000 };
  it.each([
    ["the same", { kernels: 61, bytesPerSample: 10_000 }, /^$/],
    ["a little better", { kernels: 60, bytesPerSample: 9801 }, /^$/],
    ["a kernel more", { kernels: 62, bytesPerSample: 10_000 }, /^c: 62 kernels, the ceiling is 61$/],
    ["a byte more", { kernels: 61, bytesPerSample: 10_001 }, /^c: 10001 bytesPerSample, the ceiling is 10000$/],
    ["much better", { kernels: 61, bytesPerSample: 9799 }, /9799 bytesPerSample is better .* npm run golden lowers it/],
    ["two kernels better", { kernels: 59, bytesPerSample: 10_000 }, /59 kernels is better .* of 61/],
  ])("judges %s", (_, measured, message) => {
    expect(breaches("c", measured, ceiling).join("; ")).toMatch(message);
  });

  it("is missed where there is none, and of nothing better though another figure is worse", () => {
    expect(breaches("c", ceiling, undefined)).toEqual(["c has no ceiling: npm run golden stores one"]);
    expect(breaches("c", { kernels: 70, bytesPerSample: 5000 }, ceiling)).toHaveLength(2);
  });
});

/** Cells that stand for their matrices: one and eight GPUs, both formulations, full and half precision, at full size. */
const plans = [
  { plugin: "cuda12", target: "v100-16gx8", matrix: "dgx1", cells: ["mode=train", "gpus=1", "xla=on"] },
  {
    plugin: "cuda13",
    target: "h100x8",
    matrix: "h100",
    cells: ["mode=train", "gpus=1,8", "precision=bf16", "xla=on"],
  },
  { plugin: "cuda13", target: "h100x8", matrix: "h100", cells: ["mode=infer", "batch=1048576", "precision=bf16"] },
] as const;

// Other versions of the compiler make other programs: the figures are those of the pinned ones.
const missing = [...new Set(plans.map(({ plugin }) => plugin))].filter(
  (name) => findCompiler(name, { cacheRoot: cachePath(), env: process.env })?.version !== pluginPins[name].version,
);

describe.skipIf(missing.length > 0)(
  "the GPU programs of a step (needs `ncf-bench setup cuda12 --compile-only` and cuda13's)",
  { timeout: 600_000 },
  () => {
    it("launch no more kernels and move no more bytes than they may", async () => {
      const measured: Record<string, Ceiling> = {};
      for (const { target, matrix, cells } of plans) {
        const argv = ["plan", "--matrix", matrix, "--target", target, "--cell", ...cells, "--json"];
        const { code, out, err } = await runMain(argv, { env: process.env });
        expect(code, err).toBe(0);
        for (const row of (JSON.parse(out) as { cells: Row[] }).cells) {
          measured[`${target} ${row.key}`] = {
            kernels: row.compiled.kernels,
            bytesPerSample: Math.ceil(row.bytesPerSample),
          };
        }
      }
      expect(Object.keys(measured)).toHaveLength(8);
      if (process.env.NCF_BENCH_GOLDEN === "update") {
        matchGolden(file, `${JSON.stringify(measured, null, 2)}\n`);
        return;
      }
      const ceilings = Ceilings.parse(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});
      expect(Object.entries(measured).flatMap(([name, now]) => breaches(name, now, ceilings[name]))).toEqual([]);
      expect(Object.keys(ceilings).sort(), "ceilings of cells that are no longer compiled").toEqual(
        Object.keys(measured).sort(),
      );
    });
  },
);

interface Row {
  key: string;
  bytesPerSample: number;
  compiled: { kernels: number };
}
