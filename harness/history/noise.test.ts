import { describe, expect, it } from "vitest";
import { gaussian, uniform } from "../stats/random.js";
import { findSteps } from "./detect.js";
import { noiseFloor } from "./noise.js";
import type { Point } from "./types.js";

const MARGIN = Math.log1p(0.02);

function points(count: number, sd: number, seed = 1): Point[] {
  const next = gaussian(uniform(seed));
  return Array.from({ length: count }, (_, i) => ({
    run: `run-${i}`,
    createdAt: "2026-01-01T00:00:00.000Z",
    median: 1000 * Math.exp(sd * next()),
    spread: 0.02,
    valid: 5,
    planned: 5,
    weather: null,
  }));
}

describe("noiseFloor", () => {
  it("estimates the spread between runs, whatever a tenth of them did, and within them", () => {
    const steady = points(200, 0.01);
    const wild = steady.map((point, i) => (i % 10 === 0 ? { ...point, median: 5 } : point));
    for (const some of [steady, wild]) {
      const { between, within, runs } = noiseFloor(some, MARGIN);
      expect(Math.abs(between! / 0.01 - 1)).toBeLessThan(0.3);
      expect([within, runs]).toEqual([0.02, 200]);
    }
  });

  it("says nothing of fewer than three runs, and of runs of one launch nothing within", () => {
    expect(noiseFloor(points(2, 0.01), MARGIN)).toMatchObject({ between: null, smallestChange: null, within: 0.02 });
    expect(noiseFloor([], MARGIN)).toMatchObject({ runs: 0, between: null, within: null, smallestChange: null });
    const single = points(5, 0.01).map((point) => ({ ...point, spread: null }));
    expect(noiseFloor(single, MARGIN).within).toBeNull();
  });

  it.each([0.005, 0.02])("the smallest change is found four times in five, at a spread of %d", (sd) => {
    let found = 0;
    const trials = 200;
    const { smallestChange, laterRuns } = noiseFloor(points(200, sd), MARGIN);
    for (let trial = 0; trial < trials; trial++) {
      const next = gaussian(uniform(trial + 7));
      const before = Array.from({ length: 200 }, () => sd * next());
      const after = Array.from({ length: laterRuns }, () => sd * next() + Math.log1p(smallestChange!));
      if (findSteps([...before, ...after], MARGIN).some(({ index }) => index >= 195)) found++;
    }
    expect(found / trials).toBeGreaterThan(0.6);
    expect(smallestChange).toBeGreaterThan(0.02);
  });
});
