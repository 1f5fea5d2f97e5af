import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normal } from "../stats/testdata/random.js";
import { compareRuns } from "./compare.js";
import { buildRun, type CellSpec, failed, type LaunchSpec, metricsOf, quality } from "./testdata/runs.js";
import { COMPARISON_SCHEMA, type Comparison } from "./types.js";

const seven = [99.7, 99.8, 99.9, 100, 100.1, 100.2, 100.3];

/** A run of `cells` cells whose launches scatter by `sd` around 1000, times the cell's own `factor`. */
function noisyRun(run: string, draw: () => number, cells: number, launches: number, sd: number, factor = 1) {
  return buildRun({
    run,
    cells: Array.from(
      { length: cells },
      (_, c): CellSpec => ({
        cell: { batch: 1024 + c },
        launches: Array.from({ length: launches }, () => 1000 * factor * Math.exp(sd * draw())),
      }),
    ),
  });
}

describe("the gate on launches with known noise", () => {
  it("two runs of the same thing: slower in at most 5 % of families of six cells, at 2 % noise", () => {
    const draw = normal(61);
    const families = 400;
    let alarms = 0;
    for (let i = 0; i < families; i++) {
      const [a, b] = [noisyRun("a", draw, 6, 7, 0.02), noisyRun("b", draw, 6, 7, 0.02)];
      if (compareRuns(a, b, { metricsOf }).exitCode === 1) alarms++;
    }
    expect(alarms / families).toBeLessThan(0.05);
  });

  it("a margin of nearly nothing leaves only Holm, and false alarms are then as many as alpha allows", () => {
    const draw = normal(62);
    const families = 1500;
    let changes = 0;
    for (let i = 0; i < families; i++) {
      const [a, b] = [noisyRun("a", draw, 2, 8, 0.02), noisyRun("b", draw, 2, 8, 0.02)];
      const { counts } = compareRuns(a, b, { metricsOf, margin: 1e-9 });
      if (counts.slower + counts.faster > 0) changes++;
    }
    expect(changes / families).toBeGreaterThan(0.025);
    expect(changes / families).toBeLessThan(0.06);
  });

  it("20 % slower shows in 5 launches of one cell at 3 % noise nearly always, and exits 1", () => {
    const draw = normal(63);
    const trials = 300;
    let found = 0;
    for (let i = 0; i < trials; i++) {
      const [a, b] = [noisyRun("a", draw, 1, 5, 0.03), noisyRun("b", draw, 1, 5, 0.03, 0.8)];
      const { exitCode, cells } = compareRuns(a, b, { metricsOf });
      if (exitCode === 1 && cells[0]!.verdict === "slower") found++;
    }
    expect(found / trials).toBeGreaterThan(0.95);
  });
});

describe("compareRuns", () => {
  const compareCells = (base: CellSpec[], next: CellSpec[]): Comparison =>
    compareRuns(buildRun({ run: "base", cells: base }), buildRun({ run: "next", cells: next }), { metricsOf });

  it("mirrors when the sides swap: slower becomes faster and the ratio its inverse", () => {
    const sample = fc.array(fc.integer({ min: 50, max: 200 }), { minLength: 1, maxLength: 8 });
    const mirrored = { slower: "faster", faster: "slower" } as Record<string, string>;
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const there = compareCells([{ launches: x }], [{ launches: y }]).cells[0]!;
        const back = compareCells([{ launches: y }], [{ launches: x }]).cells[0]!;
        expect(back.verdict).toBe(mirrored[there.verdict] ?? there.verdict);
        expect(back.gated.effect!.ratio).toBeCloseTo(1 / there.gated.effect!.ratio, 10);
        expect(back.gated.p).toBeCloseTo(there.gated.p!, 12);
      }),
      { seed: 64 },
    );
  });

  it("shows n valid of n planned on both sides, with the reason of every launch left out", () => {
    const { cells } = compareCells([{ launches: [...seven, failed("oom")] }], [{ launches: [...seven, undefined] }]);
    const { base, next } = cells[0]!.gated;
    expect([base.valid, base.planned, next.valid, next.planned]).toEqual([7, 8, 7, 8]);
    expect(base.excluded).toEqual([{ launch: 7, code: "failed", message: "oom: the worker died" }]);
    expect(next.excluded[0]).toMatchObject({ launch: 7, code: "not-recorded" });
    expect(cells[0]!.warnings.map(({ code }) => code)).toEqual(["launches-excluded", "launches-excluded"]);
  });

  it("tells of disturbed launches of either side, by what disturbed them, and counts them with the others", () => {
    const disturbed = (value: number, ...codes: string[]): LaunchSpec => ({
      value,
      warnings: [...codes, "data.tied-last"].map((code) => ({ code, message: code })),
    });
    const { cells } = compareCells(
      [{ launches: [disturbed(100, "disturbed.cpu"), ...seven.slice(1)] }],
      [
        {
          launches: [
            disturbed(99.7, "throttled.gpu", "disturbed.ecc"),
            disturbed(99.8, "throttled.gpu"),
            ...seven.slice(2),
          ],
        },
      ],
    );
    const { base, next } = cells[0]!.gated;
    expect([base.valid, next.valid]).toEqual([7, 7]);
    expect(base.disturbed).toEqual([{ launch: 0, codes: ["disturbed.cpu"] }]);
    expect(next.disturbed).toEqual([
      { launch: 0, codes: ["throttled.gpu", "disturbed.ecc"] },
      { launch: 1, codes: ["throttled.gpu"] },
    ]);
    expect(cells[0]!.warnings).toEqual([
      { code: "launches-disturbed", message: "1 of 7 launches of the baseline were disturbed: disturbed.cpu" },
      {
        code: "launches-disturbed",
        message: "2 of 7 launches of the newer run were disturbed: disturbed.ecc, throttled.gpu",
      },
      { code: "data.tied-last", message: "data.tied-last" },
    ]);
  });

  it("counts a launch that was redone once, by the attempt that succeeded", () => {
    const base = buildRun({ run: "base", cells: [{ launches: seven }] });
    const next = buildRun({ run: "next", cells: [{ launches: [failed(), ...seven.slice(1)] }] });
    const redone = buildRun({ run: "next", cells: [{ launches: seven }] }).records[0]!;
    const comparison = compareRuns(base, { ...next, records: [redone, ...next.records] }, { metricsOf });
    expect(comparison.cells[0]!.gated.next).toMatchObject({ planned: 7, valid: 7 });
    expect(comparison.exitCode).toBe(0);
  });

  it("leaves out records of another run and of no planned launch, and says so", () => {
    const base = buildRun({ run: "base", cells: [{ launches: seven }] });
    const next = buildRun({ run: "next", cells: [{ launches: seven }] });
    const strangers = [
      { ...next.records[0]!, run: "elsewhere" },
      { ...next.records[0]!, launch: 99 },
    ];
    const comparison = compareRuns(base, { ...next, records: [...next.records, ...strangers] }, { metricsOf });
    expect(comparison.cells[0]!.gated.next.valid).toBe(7);
    expect(comparison.warnings).toContainEqual({
      code: "records-unplanned",
      message: "newer run: 2 records do not belong to its plan",
    });
  });

  it("shows a cell that only the newer run has and does not gate on it", () => {
    const added: CellSpec = { cell: { batch: 1 }, launches: [failed(), 5] };
    const comparison = compareCells([{ launches: seven }], [{ launches: seven }, added]);
    expect(comparison.exitCode).toBe(0);
    expect(comparison.cells).toHaveLength(1);
    expect(comparison.added).toMatchObject([{ metric: "train.throughput", next: { planned: 2, valid: 1 } }]);
  });

  it("shows latencies without gating on them, adjusted in a family of their own", () => {
    const cell = { mode: "infer" as const };
    const launches = (latency: number): LaunchSpec[] =>
      seven.map((value, i) => ({
        metrics: { "infer.fed.throughput": value, "infer.fed.latency.p99": latency * (1 + i / 1000) },
      }));
    const comparison = compareCells([{ cell, launches: launches(1) }], [{ cell, launches: launches(2) }]);
    expect(comparison.exitCode).toBe(0);
    expect(comparison.cells[0]!.verdict).toBe("same");
    expect(comparison.cells[0]!.others).toMatchObject([
      { metric: "infer.fed.latency.p99", gated: false, verdict: "slower", better: "lower" },
    ]);
  });

  it("--metric gates on the metric asked for", () => {
    const cell = { mode: "infer" as const };
    const launches = (latency: number): LaunchSpec[] =>
      seven.map((value, i) => ({
        metrics: { "infer.fed.throughput": value, "infer.fed.latency.p99": latency * (1 + i / 1000) },
      }));
    const runs = [1, 2].map((latency) =>
      buildRun({ run: `run-${latency}`, cells: [{ cell, launches: launches(latency) }, { launches: seven }] }),
    );
    const comparison = compareRuns(runs[0]!, runs[1]!, { metricsOf, metric: "infer.fed.latency.p99" });
    expect(comparison.exitCode).toBe(1);
    expect(comparison.cells.map((one) => one.gated.metric)).toEqual(["infer.fed.latency.p99"]);
    expect(comparison.skipped).toHaveLength(1);
    expect(() => compareRuns(runs[0]!, runs[1]!, { metricsOf, metric: "infer.fed.p42" })).toThrow(
      /no metric is called/,
    );
  });

  it("values that must repeat under one seed are compared seed by seed, warned of and not gated", () => {
    const withHr = (hr: number): LaunchSpec[] =>
      seven.map((value, i) => ({ metrics: { "train.throughput": value, "train.hr": i === 3 ? hr : 0.5 } }));
    const comparison = compareCells([{ launches: withHr(0.5) }], [{ launches: withHr(0.4) }]);
    expect(comparison.cells[0]!.exact).toEqual([
      { metric: "train.hr", pairs: 7, equal: 6, firstDifference: { seed: 4, base: 0.5, next: 0.4 } },
    ]);
    expect(comparison.cells[0]!.warnings.map(({ code }) => code)).toEqual(["exact-differs"]);
    expect(comparison.exitCode).toBe(0);
  });

  it("a missed target outweighs what is missing, and a regression too", () => {
    const slow: CellSpec = { launches: seven.map((value) => value / 2) };
    const gone: CellSpec = { cell: { batch: 7 }, launches: seven };
    expect(compareCells([{ launches: seven }, gone], [slow]).exitCode).toBe(1);
    const options = { target: 0.9, stopAtTarget: true };
    const missed: CellSpec = { options, launches: seven.map((value) => ({ value, quality: quality(0.1) })) };
    expect(compareCells([{ launches: seven }, gone], [missed]).exitCode).toBe(1);
  });

  it("other work outweighs what is missing, and what is missing what is open", () => {
    const gone: CellSpec = { cell: { batch: 7 }, launches: seven };
    const other: CellSpec = { launches: seven, protocol: { negatives: 1 } };
    const open: CellSpec = { launches: [90, 110, 95, 105, 100] };
    expect(compareCells([{ launches: seven }, gone], [other]).exitCode).toBe(4);
    expect(compareCells([{ launches: seven }, gone], [open]).exitCode).toBe(5);
    expect(compareCells([{ launches: seven }], [open]).exitCode).toBe(3);
  });

  it("a baseline without cells passes nothing", () => {
    expect(compareCells([], [{ launches: seven }]).exitCode).toBe(5);
  });

  it("refuses to compare a run with itself, and options out of range", () => {
    const run = buildRun({ run: "one", cells: [{ launches: seven }] });
    const other = buildRun({ run: "two", cells: [{ launches: seven }] });
    expect(() => compareRuns(run, run, { metricsOf })).toThrow(/the same as itself/);
    for (const margin of [0, -0.1, 1, Number.NaN]) {
      expect(() => compareRuns(run, other, { metricsOf, margin })).toThrow(/not between 0 and 1/);
    }
  });

  it("is plain JSON: nothing is lost on the way through a file", () => {
    const comparison = compareCells([{ launches: [1] }, { cell: { batch: 7 }, launches: seven }], [{ launches: [2] }]);
    expect(comparison.schema).toBe(COMPARISON_SCHEMA);
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
  });

  it("of 300 cells of 20 launches, each has one verdict, and Holm over all of them calls none slower or faster", () => {
    const draw = normal(65);
    const [a, b] = [noisyRun("a", draw, 300, 20, 0.02), noisyRun("b", draw, 300, 20, 0.02)];
    const { cells, counts } = compareRuns(a, b, { metricsOf });
    expect(new Set(cells.map(({ key }) => key)).size).toBe(300);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(300);
    expect([counts.slower, counts.faster, counts["not comparable"]]).toEqual([0, 0, 0]);
  });
});
