import { beforeAll, describe, expect, it } from "vitest";
import { buildRun, type CellSpec, failed, type LaunchSpec, quality } from "../harness/compare/testdata/runs.js";
import { checkRun } from "./check.js";
import { loadPublished, type References } from "./load.js";
import type { Mismatch } from "./match.js";
import { ownFigure, ownTable } from "./testdata/own-table.js";

let references: References;
beforeAll(async () => {
  references = await loadPublished();
});

const GIB = 2 ** 30;
const OPTIONS = {
  target: 0.9562,
  stopAtTarget: false,
  topk: 10,
  validNegative: 100,
  validUsersPerBatch: 5000,
  negativeSamples: 4,
  lazyAdam: false,
  dropoutMode: "active",
  negTrick: true,
};

/** A launch whose warm epochs run at `throughput` items a second. */
function trained(throughput: number, hr = 0.9588): LaunchSpec {
  const epoch = (index: number, rate: number) => ({
    epoch: index,
    seconds: 99_308_850 / rate,
    loss: 0.1,
    items: 99_308_850,
    steps: 95,
  });
  return {
    value: throughput,
    epochs: [epoch(0, throughput / 3), epoch(1, throughput), epoch(2, throughput)],
    quality: quality(hr, 0.9562),
  };
}

/** The published size of ml-20m, and evaluation as the options ask for it. */
const PROTOCOL = { users: 138_493, items: 26_744 };

function v100Run(spec: CellSpec, gpu = "Tesla V100-SXM2-16GB", gib = 15.8) {
  const cell = { gpus: 1, precision: "fp32", batch: 1_048_576, dataset: "ml-20m", engine: "tfjs" } as const;
  return buildRun({
    cells: [{ options: OPTIONS, protocol: PROTOCOL, ...spec, cell: { ...cell, ...spec.cell } }],
    machine: {
      view: { gpus: [{ vendor: "NVIDIA", model: gpu, memoryBytes: gib * GIB }], logicalCpus: 8, memoryBytes: 1 },
    },
    datasets: {
      "ml-20m": { dir: "/d", name: "ml-20m", synthetic: false, hash: "h" },
      "synthetic:ml-20m": { dir: "/s", name: "ml-20m", synthetic: true, hash: "s" },
      "ml-1m": { dir: "/m", name: "ml-1m", synthetic: false, hash: "m" },
    },
  });
}

const five = (throughput: number, hr?: number) => Array.from({ length: 5 }, () => trained(throughput, hr));
const check = (run: ReturnType<typeof v100Run>) => checkRun(run, references);

describe("check against published figures", () => {
  it("a V100 that trains as published meets every figure that applies, and the rest is counted", () => {
    const result = check(v100Run({ launches: five(9.6e6) }));
    expect(result.exitCode).toBe(0);
    const applied = result.cells[0]!.applied;
    expect(applied.map(({ figure }) => figure.measures!.quantity)).toContain("train.throughput");
    expect(applied.every(({ figure }) => figure.device === "V100-SXM2-16GB" && figure.precision === "fp32")).toBe(true);
    expect(result.counts.figures).toBe(954);
    expect(result.counts.applied + result.counts.notApplicable).toBe(954);
    expect(Object.values(result.counts.reasons).reduce((a, b) => a + b, 0)).toBe(result.counts.notApplicable);
    expect(result.counts.applied).toBe(applied.length);
  });

  it("states the framework of the figure beside what measured", () => {
    const { differences } = check(v100Run({ launches: five(9.6e6) })).cells[0]!.applied[0]!;
    expect(differences[0]).toMatch(/^measured with tfjs 1 \(fake\), published for (TensorFlow|PyTorch)/);
  });

  it("a fifth slower misses, and exits 1", () => {
    const result = check(v100Run({ launches: five(7.4e6) }));
    expect(result.exitCode).toBe(1);
    const missed = result.cells[0]!.applied.filter(({ verdict, gated }) => gated && verdict === "missed");
    expect(missed.map(({ figure }) => figure.measures!.quantity)).toEqual(["train.throughput"]);
    expect(missed[0]!.measured).toBeCloseTo(7.4e6, -1);
  });

  it("another implementation's speed is context: missing it fails nothing", () => {
    const result = check(v100Run({ launches: five(8.5e6) }));
    const missed = result.cells[0]!.applied.filter(({ verdict }) => verdict === "missed");
    expect(missed.length).toBeGreaterThan(0);
    expect(missed.every(({ figure, gated }) => !gated && figure.framework.startsWith("PyTorch"))).toBe(true);
    expect([result.exitCode, result.counts.missed]).toEqual([0, 0]);
  });

  it("more than twice the published speed is suspicious, which is no pass", () => {
    const result = check(v100Run({ launches: five(22e6) }));
    expect(result.counts.suspicious).toBeGreaterThan(0);
    expect([result.counts.missed, result.exitCode]).toEqual([0, 3]);
  });

  it("above the roofline the launch is invalid and counts for nothing", () => {
    const result = check(v100Run({ launches: [...five(9.6e6), trained(40e6, 0.9601)] }));
    expect(result.cells[0]!.roofline!.invalid).toMatchObject([{ launch: 5 }]);
    expect(result.cells[0]!.valid).toBe(5);
    const best = result.cells[0]!.applied.find(({ figure }) => figure.measures!.statistic === "max")!;
    expect([best.valid, best.measured]).toEqual([5, 0.9588]);
    expect(result.cells[0]!.applied[0]!.valid).toBe(5);
    expect(result.exitCode).toBe(1);
  });

  it("judges HR by the best of the launches where the table prints the best of five", () => {
    const launches = [trained(9.6e6, 0.94), ...five(9.6e6, 0.9588).slice(1)];
    const max = check(v100Run({ launches })).cells[0]!.applied.find(
      ({ figure }) => figure.measures!.quantity === "hr" && figure.measures!.statistic === "max",
    )!;
    expect([max.verdict, max.measured]).toEqual(["passed", 0.9588]);
    const low = check(v100Run({ launches: five(9.6e6, 0.94) }));
    expect(low.exitCode).toBe(1);
  });

  const differing: [string, Partial<CellSpec>, Mismatch, string?, number?][] = [
    ["another GPU", {}, "device", "NVIDIA H100 80GB HBM3", 79.6],
    ["the same GPU with other memory", { cell: { precision: "fp32" } }, "precision", "NVIDIA A100-SXM4-40GB", 39.6],
    ["an unknown GPU", {}, "device", "NVIDIA GeForce RTX 4090", 24],
    ["two GPUs", { cell: { gpus: 2 } }, "device"],
    ["tf32", { cell: { precision: "tf32" } }, "precision"],
    ["XLA at its highest", { cell: { xla: "max" } }, "xla"],
    ["another batch", { cell: { batch: 65_536 } }, "batch"],
    ["synthetic data of the same size", { cell: { dataset: "synthetic:ml-20m" } }, "dataset"],
    ["another data set", { cell: { dataset: "ml-1m" } }, "dataset"],
    ["a constant batch a GPU", { cell: { scaling: "weak" } }, "scaling"],
    ["virtual devices", { cell: { engine: "xla", backend: "emulated" } }, "emulated"],
    ["another model", { cell: { model: "paper-8" } }, "model"],
    ["99 evaluation negatives", { options: { ...OPTIONS, validNegative: 99 } }, "eval-negatives"],
    ["999 evaluation negatives", { options: { ...OPTIONS, validNegative: 999 } }, "eval-negatives"],
    ["a data set that brings 99 of its own", { protocol: { ...PROTOCOL, evalNegatives: 99 } }, "eval-negatives"],
    ["ratings that only bear the name", { protocol: { users: 138_493, items: 26_743 } }, "dataset"],
    ["ratings of unknown size", { protocol: {} }, "dataset"],
    ["a factored first layer", { cell: { formulation: "factored" } }, "formulation"],
    ["a warm start", { options: { ...OPTIONS, loadCheckpointPath: "/c" } }, "algorithm"],
    ["lazy Adam", { options: { ...OPTIONS, lazyAdam: true } }, "algorithm"],
    ["8 negatives a positive", { options: { ...OPTIONS, negativeSamples: 8 } }, "algorithm"],
    ["a CPU", { cell: { gpus: 0 } }, "device"],
  ];
  it.each(differing)(
    "with %s no figure is applied, the reason is counted, and nothing passes",
    (_, spec, reason, gpu, gib) => {
      const result = check(v100Run({ launches: five(9.6e6), ...spec }, gpu, gib));
      expect(result.counts.applied).toBe(0);
      expect(result.counts.reasons[reason], JSON.stringify(result.counts.reasons)).toBeGreaterThan(0);
      expect(result.exitCode).toBe(5);
    },
  );

  it("a failed launch keeps the check from passing", () => {
    expect(check(v100Run({ launches: [...five(9.6e6), failed()] })).exitCode).toBe(5);
  });

  it("a missed target that was set fails, whatever the speed", () => {
    const options = { ...OPTIONS, target: 0.99, stopAtTarget: true };
    const result = check(v100Run({ options, launches: five(9.6e6) }));
    expect(result.exitCode).toBe(1);
    expect(result.cells[0]!.qualityMissed).toHaveLength(5);
  });

  it("inference figures are held against the variant that they measured", () => {
    const latency = 1_048_576 / 40e6;
    const sample = (variant: "fed" | "resident") => ({
      variant,
      batch: 1_048_576,
      warmupIterations: 10,
      latencies: Array(190).fill(variant === "fed" ? latency : latency / 2) as number[],
    });
    const launches: LaunchSpec[] = [{ value: 1, inference: [sample("fed"), sample("resident")] }];
    const spec: CellSpec = { cell: { mode: "infer", precision: "tf32" }, launches };
    const result = check(v100Run(spec, "NVIDIA A100-SXM4-40GB", 39.6));
    const throughputs = result.cells[0]!.applied.filter(
      ({ figure }) => figure.measures!.quantity === "infer.throughput",
    );
    expect(throughputs.length).toBe(3);
    for (const { figure, measured } of throughputs) {
      expect(measured! / 1e6).toBeCloseTo(figure.framework.startsWith("TensorFlow") ? 40 : 80, 6);
    }
  });

  it("hit rates at another K are held against no HR@10, speeds still are", () => {
    const result = check(v100Run({ launches: five(9.6e6, 0.99), options: { ...OPTIONS, topk: 20 } }));
    expect(result.cells[0]!.applied.map(({ figure }) => figure.measures!.quantity)).not.toContain("hr");
    expect(result.cells[0]!.notApplicable.topk).toBeGreaterThan(0);
    expect([result.counts.passed > 0, result.exitCode]).toEqual([true, 0]);
  });

  it("one impossible epoch makes the launch invalid, though its mean is possible", () => {
    const spoiled = trained(9.6e6);
    const [first, second, third] = (spoiled as { epochs: { seconds: number }[] }).epochs;
    const launch = { ...(spoiled as object), epochs: [first, { ...second, seconds: second!.seconds / 3 }, third] };
    const result = check(v100Run({ launches: [...five(9.6e6), launch as LaunchSpec] }));
    expect(result.cells[0]!.roofline!.invalid).toMatchObject([{ launch: 5 }]);
    expect(result.exitCode).toBe(1);
  });

  it.each([
    ["0", 0],
    ["negative", -1],
    ["NaN", Number.NaN],
  ])("an epoch that took %s seconds makes the launch invalid", (_, seconds) => {
    const epochs = [0, 1].map((epoch) => ({ epoch, seconds, loss: 0.1, items: 99_308_850, steps: 95 }));
    const result = check(v100Run({ launches: [...five(9.6e6), { value: 1, epochs }] }));
    expect(result.cells[0]!.roofline!.invalid).toMatchObject([{ launch: 5 }]);
    expect(result.exitCode).toBe(1);
  });

  it("no share of a GPU's bound is claimed for virtual devices on the CPU", () => {
    const result = check(v100Run({ launches: five(9.6e6), cell: { engine: "xla", backend: "emulated" } }));
    expect(result.cells[0]!.roofline).toBeNull();
  });
});

describe("time to a target", () => {
  const options = { ...OPTIONS, target: 0.9562 };
  const reached = (seconds: number): LaunchSpec => ({
    ...(trained(9.6e6) as object),
    quality: { ...quality(0.9588, 0.9562), timeToTargetSeconds: seconds },
  });
  const timed = ownFigure({
    value: 100,
    unit: "s",
    measures: { quantity: "timeToTarget", statistic: "mean", target: 0.9562 },
  });
  const check = (launches: LaunchSpec[], figure = timed) => {
    const own = { sources: [{ ...ownTable([figure]), own: true }], devices: references.devices };
    return checkRun(v100Run({ launches, options }), own);
  };
  const never = trained(9.6e6, 0.95);
  const unevaluated: LaunchSpec = { ...(trained(9.6e6) as object), quality: null };

  it.each<[string, LaunchSpec[], string | null, number | null, number]>([
    ["all reach it in time", [reached(99), reached(101)], "passed", 100, 0],
    ["all reach it too late", [reached(120), reached(140)], "missed", 130, 1],
    ["faster than is credible", [reached(40), reached(40)], "suspicious", 40, 3],
    ["one never reaches it: the others' mean is no pass", [reached(100), never], "missed", 100, 1],
    ["none reaches it: there is no time", [never, never], "missed", null, 1],
    ["one was never evaluated: nothing says how long it takes", [reached(100), unevaluated], "passed", 100, 5],
    ["none was evaluated", [unevaluated, unevaluated], null, null, 5],
  ])("%s", (_, launches, verdict, measured, exitCode) => {
    const result = check(launches);
    expect(result.cells[0]!.applied.map((one) => [one.verdict, one.measured])).toEqual(
      verdict === null ? [] : [[verdict, measured]],
    );
    expect(result.exitCode).toBe(exitCode);
  });

  it("is not held against a run that stops at another target", () => {
    const other = { ...timed, measures: { ...timed.measures!, target: 0.96 } };
    expect(check([reached(100)], other).counts.reasons).toEqual({ target: 1 });
  });
});

describe("a user's own figure", () => {
  const check = (figure: ReturnType<typeof ownFigure>, spec: CellSpec) => {
    const own = { sources: [{ ...ownTable([figure]), own: true }], devices: references.devices };
    return checkRun(v100Run(spec), own);
  };

  it.each([
    [9.6e6, "passed", 0],
    [8.0e6, "missed", 1],
    [22e6, "suspicious", 3],
  ])("gates, whatever it was measured with: %d items/s is %s", (throughput, verdict, exitCode) => {
    const result = check(ownFigure({ value: 9.6e6 }), { launches: five(throughput) });
    expect(result.cells[0]!.applied).toMatchObject([{ verdict, gated: true }]);
    expect(result.exitCode).toBe(exitCode);
  });

  it("passes within the band that it states", () => {
    const figure = ownFigure({ value: 9.6e6, band: { low: 9.5e6, high: 9.7e6 } });
    const verdicts = [9.4e6, 9.6e6, 9.8e6].map(
      (throughput) => check(figure, { launches: five(throughput) }).cells[0]!.applied[0]!.verdict,
    );
    expect(verdicts).toEqual(["missed", "passed", "suspicious"]);
  });

  it("names formulation, scaling and compiler setting of its own", () => {
    const weak = { formulation: "factored", scaling: "weak", xla: "max" } as const;
    const cell = { ...weak, gpus: 1, batch: 1_048_576 };
    expect(check(ownFigure(weak), { launches: five(9.6e6), cell }).counts.applied).toBe(1);
    expect(check(ownFigure({}), { launches: five(9.6e6), cell }).counts.applied).toBe(0);
  });
});
