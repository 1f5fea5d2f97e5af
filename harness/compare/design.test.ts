import { describe, expect, it } from "vitest";
import { compareRuns } from "./compare.js";
import { designAdvice } from "./design.js";
import { buildRun, metricsOf } from "./testdata/runs.js";

describe("what a plan can be told beforehand", () => {
  it.each([
    [12, 5, 6],
    [12, 7, null],
    [1, 3, 4],
    [1, 4, null],
    [6, 5, null],
    [7, 5, 6],
    [1000, 7, 9],
  ])("%d cells of %d launches need %s launches a side", (cells, launches, needed) => {
    const advice = designAdvice({ cells, launches });
    expect(advice.launchesNeeded).toBe(needed);
    expect(advice.decidable).toBe(needed === null);
    expect(advice.message === null).toBe(needed === null);
  });

  it("says 2 / 252 for 5 + 5, and 12 times that for twelve cells", () => {
    const { leastP, leastAdjustedP } = designAdvice({ cells: 12, launches: 5 });
    expect(leastP).toBeCloseTo(2 / 252, 12);
    expect(leastAdjustedP).toBeCloseTo(24 / 252, 12);
  });

  it("a baseline with more launches helps", () => {
    expect(designAdvice({ cells: 12, launches: 5, baseLaunches: 7 }).decidable).toBe(true);
  });

  it.each([
    [1, 3],
    [1, 4],
    [6, 5],
    [7, 5],
    [12, 5],
    [12, 6],
  ])("agrees with the gate on %d cells of %d launches of which one got ten times slower", (cells, launches) => {
    const side = (run: string, factor: number) =>
      buildRun({
        run,
        cells: Array.from({ length: cells }, (_, c) => ({
          cell: { batch: 1 + c },
          launches: Array.from({ length: launches }, (_, i) => (100 + i / 10) * (c === 0 ? factor : 1)),
        })),
      });
    const { exitCode } = compareRuns(side("a", 1), side("b", 0.1), { metricsOf });
    expect(exitCode === 1).toBe(designAdvice({ cells, launches }).decidable);
  });
});
