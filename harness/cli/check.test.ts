import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { matchGolden } from "../../test/golden.js";
import { buildRun, type LaunchSpec, quality } from "../compare/testdata/runs.js";
import { writeRun } from "../compare/testdata/write-run.js";
import { runMain } from "./test-support-io.js";

const golden = (name: string) => fileURLToPath(new URL(`testdata/check/${name}`, import.meta.url));

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ncf-check-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const OPTIONS = {
  target: 0.9562,
  topk: 10,
  validNegative: 100,
  validUsersPerBatch: 5000,
  negativeSamples: 4,
  lazyAdam: false,
};

function launch(throughput: number): LaunchSpec {
  const epochs = [0, 1, 2].map((epoch) => ({
    epoch,
    seconds: 99_308_850 / throughput,
    loss: 0.1,
    items: 99_308_850,
    steps: 95,
  }));
  return { value: throughput, epochs, quality: quality(0.9588, 0.9562) };
}

const v100 = (rates: number[]) =>
  buildRun({
    run: "run-a",
    cells: [
      {
        cell: { engine: "xla", gpus: 1, precision: "fp16", batch: 1_048_576, dataset: "ml-20m" },
        options: OPTIONS,
        protocol: { users: 138_493, items: 26_744, evalNegatives: 100 },
        launches: rates.map(launch),
      },
    ],
    machine: {
      view: { gpus: [{ vendor: "NVIDIA", model: "Tesla V100-SXM2-16GB", memoryBytes: 16_945_512_448 }] },
    },
    datasets: { "ml-20m": { dir: "/d", name: "ml-20m", synthetic: false, hash: "h" } },
  });

describe("ncf-bench check", () => {
  it("on a GPU of the tables: figures met and missed, with band, source and framework", async () => {
    await writeRun(cwd, v100([12.2e6, 12.4e6, 12.3e6, 12.25e6, 12.35e6]));
    const { code, out } = await runMain(["check", "run-a"], { cwd });
    matchGolden(golden("v100.stdout"), out);
    expect(code).toBe(1);
  });

  it("a launch that is faster than the hardware can be is named", async () => {
    await writeRun(cwd, v100([14.2e6, 400e6]));
    const { code, out } = await runMain(["check", "run-a"], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/launch 1 is invalid: 400 M items\/s is more than the hardware can do/);
  });

  it("on a machine without GPUs nothing applies, every reason is counted, exit 5", async () => {
    await writeRun(cwd, buildRun({ run: "run-a", cells: [{ launches: [1, 2] }] }));
    const { code, out, err } = await runMain(["check", "run-a"], { cwd });
    matchGolden(golden("cpu.stdout"), out);
    expect([code, err]).toEqual([5, ""]);
  });

  it("--json is the whole result", async () => {
    await writeRun(cwd, v100([14.2e6]));
    const { code, out } = await runMain(["check", "run-a", "--json"], { cwd });
    expect(JSON.parse(out)).toMatchObject({ schema: "ncf-bench.check/1.0", exitCode: code, counts: { figures: 954 } });
  });

  it("without a run exits 2 and says what to do", async () => {
    const { code, err } = await runMain(["check"], { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining("ncf-bench run")]);
  });
});
