import { describe, expect, it } from "vitest";
import { ExitCode } from "../../errors/exit-code.js";
import { suiteMetrics } from "../../suites/metrics.js";
import { DEFAULTS } from "../compare/options.js";
import type { CellComparison, Comparison, Verdict } from "../compare/types.js";
import { type BoundName, boundsOf } from "./bounds.js";
import { calibration } from "./calibration.js";
import { chunkRunner, chunksOf } from "./chunk.js";
import { addTallies, type Experiment, NOTHING, type Row } from "./experiment.js";
import { type Gate, realGate } from "./gate.js";
import { type Grid, QUICK, simulatedExperiments } from "./grid.js";

const { alpha, level, margin } = DEFAULTS;

function measureWith(gate: Gate, experiments: readonly Experiment[], seed: number): Row[] {
  const run = chunkRunner(gate, { alpha, metricsOf: suiteMetrics, stored: null });
  return experiments.map((experiment) => ({
    ...experiment,
    tally: chunksOf(experiment, seed).map(run).reduce(addTallies, NOTHING),
  }));
}

function calibrate(gate: Gate, grid: Partial<Grid>) {
  // Power is promised of the normal model alone, and takes the most trials to prove.
  const experiments = simulatedExperiments({ ...QUICK, ...grid }).map((one) =>
    one.noise === "normal" && one.slowdown > 0 ? { ...one, trials: 2 * one.trials } : one,
  );
  const rows = measureWith(gate, experiments, 5);
  return calibration(rows, { command: "", seed: 5, gate: { alpha, level, margin }, stored: null });
}

/** A gate that reads the same evidence in another way. */
function gateBy(rule: (cell: CellComparison) => Verdict): Gate {
  const reread = (comparison: Comparison): Comparison => {
    const called = comparison.cells.map((cell) => ({ ...cell, verdict: rule(cell) }));
    return {
      ...comparison,
      cells: called,
      exitCode: called.some(({ verdict }) => verdict === "slower") ? ExitCode.Regression : ExitCode.Ok,
    };
  };
  return {
    compare: (base, next, options) => reread(realGate.compare(base, next, options)),
    confirm: (first, base, again, options) => reread(realGate.confirm(first, base, again, options)),
  };
}

const worse = ({ gated: { effect } }: CellComparison): Verdict => (effect!.ratio < 1 ? "slower" : "faster");

describe("calibration of the gate", () => {
  const real = calibrate(realGate, { trials: 220, nullTrials: 700, slowdowns: [0.05] });

  it("holds every bound of the design", () => {
    const unproven = real.bounds.filter(({ state }) => state !== "held");
    for (const { name, state } of unproven) {
      expect([name, state]).toEqual(["false-alarms-without-margin", "not refuted"]);
    }
    expect(real.exitCode).toBe(0);
    expect(real.exitReason).toMatch(/^\d+ of \d+ bounds are held, and \d+ not refuted$/);
    const names = new Set(real.bounds.map(({ name }) => name));
    expect(names).toEqual(
      new Set<BoundName>([
        "false-alarms",
        "false-alarms-without-margin",
        "false-alarms-beside-a-slowdown",
        "coverage",
        "power",
        "wrong-same",
        "wrong-direction",
        "answers",
      ]),
    );
  });

  it("shows that confirming by a second run takes most alarms of runs that are biased, and costs little power", () => {
    const biased = real.rows.find(
      (row) => row.noise === "biased-cells" && row.cells === 12 && row.slowdown === 0 && row.margin === margin,
    )!;
    expect(biased.tally.alarms).toBeGreaterThan(20);
    expect(biased.tally.confirmedAlarms).toBeLessThan(biased.tally.alarms / 2);
    const slowed = real.rows.filter((row) => row.noise === "normal" && row.slowdown === 0.05);
    for (const { tally } of slowed) expect(tally.confirmedFound / tally.found).toBeGreaterThan(0.95);
  });

  it("shows what launches that depend on each other do to the test, and that interleaving cells undoes it", () => {
    const [alone, family] = [1, 12].map(
      (cells) => real.rows.find((row) => row.noise === "autocorrelated" && row.cells === cells && row.margin < margin)!,
    );
    expect(alone!.falseAlarms!.low).toBeGreaterThan(2 * alpha);
    expect(family!.falseAlarms!.low).toBeLessThan(alpha);
  });
});

/** Gates that are wrong, and the bounds that tell. */
const WRONG: Record<string, { gate: Gate; broken: BoundName[] }> = {
  "says `same` of everything": { gate: gateBy(() => "same"), broken: ["power", "wrong-same"] },
  "says `slower` of everything": {
    gate: gateBy(() => "slower"),
    broken: ["false-alarms", "false-alarms-without-margin", "false-alarms-beside-a-slowdown", "answers"],
  },
  "never says anything": { gate: gateBy(() => "inconclusive"), broken: ["power", "answers"] },
  "rests on each cell's p alone": {
    gate: gateBy((cell) => (cell.gated.p! < alpha ? worse(cell) : cell.verdict)),
    broken: ["false-alarms", "false-alarms-without-margin", "false-alarms-beside-a-slowdown"],
  },
  "rests on the estimate alone": {
    gate: gateBy((cell) => (Math.abs(Math.log(cell.gated.effect!.ratio)) > 0.01 ? worse(cell) : "same")),
    broken: ["false-alarms", "false-alarms-without-margin", "false-alarms-beside-a-slowdown"],
  },
  "takes a large p for `same`": {
    gate: gateBy((cell) => (cell.gated.adjustedP! < 0.001 ? cell.verdict : "same")),
    broken: ["power", "wrong-same"],
  },
  "confuses the directions": {
    gate: gateBy(({ verdict }) => (verdict === "slower" ? "faster" : verdict)),
    broken: ["power", "wrong-direction"],
  },
  "finds a slowdown and exits with 0": {
    gate: { ...realGate, compare: (...args) => ({ ...realGate.compare(...args), exitCode: ExitCode.Ok }) },
    broken: ["power"],
  },
  "has intervals that are too narrow": {
    gate: {
      ...realGate,
      compare: (...args) => {
        const comparison = realGate.compare(...args);
        const narrow = (bound: number | null, ratio: number) => ratio * (bound! / ratio) ** 0.8;
        return {
          ...comparison,
          cells: comparison.cells.map((cell) => {
            const effect = cell.gated.effect!;
            const { low, high, ratio } = effect;
            const narrowed = { ...effect, low: narrow(low, ratio), high: narrow(high, ratio) };
            return { ...cell, gated: { ...cell.gated, effect: narrowed } };
          }),
        };
      },
    },
    broken: ["coverage"],
  },
};

describe("a gate is found out that", () => {
  const grid = { models: ["normal", "lognormal"], slowdowns: [0.05], trials: 220, nullTrials: 300 };

  it.each(Object.entries(WRONG))("%s", (_, { gate, broken }) => {
    const { bounds, exitCode, exitReason } = calibrate(gate, grid);
    expect(exitCode).toBe(ExitCode.Regression);
    expect(exitReason).toMatch(/bounds are broken/);
    expect(new Set(bounds.filter(({ state }) => state === "broken").map(({ name }) => name))).toEqual(new Set(broken));
  });
});

describe("what a calibration says of too little", () => {
  it("few trials leave bounds open, which is no pass", () => {
    const few = calibrate(realGate, { models: ["normal"], trials: 20, nullTrials: 20 });
    expect(few.exitCode).toBe(ExitCode.Inconclusive);
    expect(few.exitReason).toMatch(/bounds are open: more --trials would tell/);
  });

  it("experiments of which nothing is promised are no pass either", () => {
    expect(calibrate(realGate, { models: ["biased-run"], trials: 20, nullTrials: 20 })).toMatchObject({
      exitCode: ExitCode.Inconclusive,
      bounds: [],
    });
  });

  it("no trial at all holds nothing", () => {
    const rows = measureWith(
      realGate,
      simulatedExperiments({ ...QUICK, models: ["normal"], trials: 0, nullTrials: 0 }),
      1,
    );
    expect(new Set(boundsOf(rows, { alpha, level, margin }).map(({ state }) => state))).toEqual(new Set(["open"]));
  });
});
