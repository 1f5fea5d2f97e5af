import { describe, expect, it } from "vitest";
import { sentinel } from "../record/testdata/sentinels.js";
import { compareRuns } from "./compare.js";
import { buildRun, type CellSpec, metricsOf } from "./testdata/runs.js";
import { weatherOf } from "./weather.js";

const scaled = (factor: number): number[] =>
  [-1.5, 0.5, -0.5, 1, 0].map((step) => 17_800 * factor * (1 + 0.002 * step));

interface Side {
  /** Throughput against the first side's. */
  factor: number;
  /** Seconds of each reading of the sentinel. */
  seconds: readonly (number | null)[];
  version?: string;
  cell?: CellSpec["cell"];
}

const night = [0.01, 0.01003, 0.00998];
const times = (seconds: readonly number[], factor: number) => seconds.map((one) => one * factor);

function side(run: string, { factor, seconds, version = "1", cell }: Side) {
  const launches =
    cell?.mode === "infer"
      ? scaled(factor).map((value) => ({
          metrics: { "infer.fed.throughput": value, "infer.fed.latency.p99": 1024 / value },
        }))
      : scaled(factor);
  const built = buildRun({ run, cells: [{ launches, ...(cell && { cell }) }] });
  const standsFor = [built.manifest.cells[0]!.key];
  return { ...built, sentinels: seconds.map((one) => sentinel({ run, seconds: one, standsFor, version })) };
}

function compared(base: Side, next: Side) {
  return compareRuns(side("run-a", base), side("run-b", next), { metricsOf });
}

describe("a cell and the sentinel beside it", () => {
  it.each([
    ["as slow as the machine", { factor: 0.8, seconds: times(night, 1.25) }, "inconclusive", "machine-moved"],
    ["less slow than the machine", { factor: 0.9, seconds: times(night, 1.25) }, "inconclusive", "machine-moved"],
    ["clearly slower than the machine", { factor: 0.8, seconds: times(night, 1.05) }, "slower", "beyond-margin"],
    [
      "slower by hardly more than the machine",
      { factor: 0.9, seconds: times(night, 1.105) },
      "inconclusive",
      "machine-moved",
    ],
    ["slower on a machine that became faster", { factor: 0.8, seconds: times(night, 0.8) }, "slower", "beyond-margin"],
    ["slower on a machine as it was", { factor: 0.8, seconds: night }, "slower", "beyond-margin"],
    [
      "slower beside a sentinel too noisy to say",
      { factor: 0.9, seconds: [0.008, 0.0125, 0.016] },
      "slower",
      "beyond-margin",
    ],
    ["slower beside a single reading", { factor: 0.8, seconds: [0.0125] }, "slower", "beyond-margin"],
    ["slower beside a sentinel that failed", { factor: 0.8, seconds: [null, null] }, "slower", "beyond-margin"],
    [
      "slower under another plugin",
      { factor: 0.8, seconds: times(night, 1.25), version: "2" },
      "slower",
      "beyond-margin",
    ],
    ["faster as the machine", { factor: 1.25, seconds: times(night, 0.8) }, "inconclusive", "machine-moved"],
    ["clearly faster than the machine", { factor: 1.25, seconds: times(night, 0.95) }, "faster", "beyond-margin"],
    ["the same on another night", { factor: 1, seconds: times(night, 1.25) }, "same", "within-margin"],
  ] as [string, Side, string, string][])("%s", (_, next, verdict, code) => {
    const { cells } = compared({ factor: 1, seconds: night }, next);
    expect([cells[0]!.verdict, cells[0]!.reason.code]).toEqual([verdict, code]);
    expect(cells[0]!.gated).toMatchObject({ verdict, reason: { code } });
  });

  it("the other metrics are read the same way, and what is no time is not", () => {
    const cell = { mode: "infer" as const };
    const { cells } = compared({ factor: 1, seconds: night, cell }, { factor: 0.8, seconds: times(night, 1.25), cell });
    const others = cells[0]!.others.map(({ metric, reason }) => [metric, reason.code]);
    expect(others).toEqual([["infer.fed.latency.p99", "machine-moved"]]);
  });

  it("the comparison tells the move, warns of it, exits 3 and asks for another run", () => {
    const comparison = compared({ factor: 1, seconds: night }, { factor: 0.8, seconds: times(night, 1.25) });
    expect(comparison).toMatchObject({ exitCode: 3, counts: { inconclusive: 1, slower: 0 } });
    const [move] = comparison.sentinels;
    expect(move).toMatchObject({
      sentinel: "sentinel-test-1 on fake.fake",
      moved: true,
      readings: { base: 3, next: 3 },
    });
    expect(move!.ratio).toBeCloseTo(1.25, 6);
    expect(move!.low).toBeGreaterThan(1.2);
    expect(move!.high).toBeLessThan(1.3);
    expect(comparison.cells[0]!.causes!.differ).toContainEqual({
      label: "machine health",
      evidence: [{ what: "sentinel-test-1 on fake.fake", base: "10 ms a pass", next: "12.5 ms a pass" }],
    });
    expect(comparison.warnings).toMatchObject([{ code: "machine-moved", message: expect.stringContaining("longer") }]);
    expect(comparison.nextCommand).toBe("ncf-bench run --matrix quick && ncf-bench compare run-a");
    expect(comparison.cells[0]!.gated.launchesNeeded).toBeNull();
  });

  it.each([
    [night, false],
    [times(night, 1.25), true],
    [times(night, 0.8), true],
    [[0.008, 0.0125, 0.016], false],
    [[0.0125], false],
  ])("%j has moved: %s", (seconds, moved) => {
    const { sentinels, warnings } = compared({ factor: 1, seconds: night }, { factor: 1, seconds });
    expect([sentinels[0]!.moved, warnings.length > 0]).toEqual([moved, moved]);
  });

  it("a sentinel speaks for its own cells only", () => {
    const [base, next] = [side("run-a", { factor: 1, seconds: night }), side("run-b", { factor: 0.8, seconds: night })];
    next.sentinels = times(night, 1.25).map((seconds) => sentinel({ run: "run-b", seconds, standsFor: ["another"] }));
    expect(compareRuns(base, next, { metricsOf }).cells[0]!.verdict).toBe("slower");
  });
});

describe("the weather of a run", () => {
  const run = (...seconds: (number | null)[]) => ({ sentinels: seconds.map((one) => sentinel({ seconds: one })) });
  const steady = [run(0.01, 0.01001), run(0.01002, 0.01), run(0.00999, 0.01), run(0.01, 0.01003)];

  it.each([
    ["steady within and against", run(0.01, 0.01002, 0.00999), { moved: false, within: false, against: false }],
    ["drift within the run", run(0.01, 0.0105, 0.011), { moved: true, within: true, against: true }],
    ["a night apart from the others", run(0.0105, 0.0105), { moved: true, within: false, against: true }],
    ["a faster night, too", run(0.0095, 0.0095), { moved: true, within: false, against: true }],
    ["less than the margin", run(0.0101, 0.0101), { moved: false, within: false, against: false }],
  ])("%s", (_, one, { moved, within, against }) => {
    const [weather] = weatherOf(one, steady);
    expect([weather!.moved, weather!.within.moved, weather!.against!.moved]).toEqual([moved, within, against]);
  });

  it("needs three reference runs, and reads nothing from runs without a sentinel", () => {
    expect(weatherOf(run(0.02), steady.slice(0, 2))[0]).toMatchObject({ against: null, moved: false });
    expect(weatherOf({}, steady)).toEqual([]);
    expect(weatherOf(run(null), steady)).toEqual([]);
    expect(weatherOf(run(0.02), [{}, ...steady])[0]).toMatchObject({ against: { runs: 4 }, moved: true });
  });

  it("of a series that scatters, is held to its scatter", () => {
    const wild = [0.008, 0.01, 0.012, 0.009, 0.011].map((seconds) => run(seconds));
    expect(weatherOf(run(0.0112), wild)[0]).toMatchObject({ moved: false });
    expect(weatherOf(run(0.03), wild)[0]).toMatchObject({ moved: true });
  });
});
