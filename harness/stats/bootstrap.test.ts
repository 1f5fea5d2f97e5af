import { describe, expect, it } from "vitest";
import { bootstrapInterval } from "./bootstrap.js";
import { mean, median, standardDeviation } from "./quantile.js";
import { scipy } from "./testdata/load.js";
import { normal } from "./testdata/random.js";

type Statistic = Parameters<typeof bootstrapInterval>[1];

const statistics: Record<string, Statistic> = {
  mean: ([x]) => mean(x!),
  sd: ([x]) => standardDeviation(x!),
  "ratio of means": ([x, y]) => mean(y!) / mean(x!),
};
const options = { level: 0.95, resamples: 2000, seed: 5 };

describe("bootstrap intervals", () => {
  it.each([
    ["percentile", 100.8, 233.9],
    ["bca", 115.8, 259.6],
  ] as const)(
    "the spatial data of Efron & Tibshirani: %s of the variance at level 0.9 is %d to %d",
    (method, low, high) => {
      const spatial = [
        48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
      ];
      const variance: Statistic = ([x]) => (standardDeviation(x!) ** 2 * (x!.length - 1)) / x!.length;
      const result = bootstrapInterval([spatial], variance, { method, level: 0.9, resamples: 20_000, seed: 1 });
      expect(result.estimate).toBeCloseTo(171.5, 1);
      // The book's 2,000 resamples leave it an error of this size.
      expect(Math.abs(result.low - low)).toBeLessThan(4);
      expect(Math.abs(result.high - high)).toBeLessThan(6);
    },
  );

  it.each(scipy.bootstrap)("$method interval of the $statistic is SciPy's, but for the draw", (known) => {
    const { groups, method, statistic } = known;
    const result = bootstrapInterval(groups, statistics[statistic]!, { ...options, method, resamples: 20_000 });
    const width = known.high - known.low;
    expect(Math.abs(result.low - known.low) / width).toBeLessThan(0.02);
    expect(Math.abs(result.high - known.high) / width).toBeLessThan(0.02);
  });

  it("one seed gives one interval, another seed another", () => {
    const draw = normal(92);
    const groups = [Array.from({ length: 15 }, draw)];
    const at = (seed: number) => bootstrapInterval(groups, statistics.mean!, { ...options, method: "bca", seed });
    expect(at(5)).toEqual(at(5));
    expect(at(6).low).not.toBe(at(5).low);
  });

  it("equal values give an interval without width, an empty group NaN, and a least value its percentiles", () => {
    const same = bootstrapInterval([[2, 2, 2]], ([x]) => median(x!), { ...options, method: "bca" });
    expect(same).toEqual({ estimate: 2, low: 2, high: 2 });
    expect(bootstrapInterval([[1], []], statistics.mean!, { ...options, method: "bca" }).low).toBeNaN();
    // No resample lies below the estimate minus one, so there is no bias to read off.
    const beyond: Statistic = (groups) => (groups === constant ? -1 : mean(groups[0]!));
    const constant = [[1, 2, 3, 4]];
    const [bca, percentile] = (["bca", "percentile"] as const).map((method) =>
      bootstrapInterval(constant, beyond, { ...options, method }),
    );
    expect(bca).toEqual(percentile);
    expect(bca!.low).toBeGreaterThanOrEqual(1);
  });

  it.each(["percentile", "bca"] as const)("%s at level 0.9 covers the mean of 30 values in 0.88 of draws", (method) => {
    const draw = normal(93);
    const trials = 1500;
    let covered = 0;
    for (let i = 0; i < trials; i++) {
      const groups = [Array.from({ length: 30 }, draw)];
      const { low, high } = bootstrapInterval(groups, statistics.mean!, {
        method,
        level: 0.9,
        resamples: 400,
        seed: i,
      });
      if (low <= 0 && 0 <= high) covered++;
    }
    // Resampling takes the variance with n and the normal quantile for Student's: P(|T| < 1.645 sqrt(29 / 30)) = 0.883.
    expect(covered / trials).toBeGreaterThan(0.855);
    expect(covered / trials).toBeLessThan(0.91);
  });

  it("of a skewed sample's spread, bca covers more than the percentiles do", () => {
    const draw = normal(94);
    const covered = { percentile: 0, bca: 0 };
    for (let i = 0; i < 400; i++) {
      const groups = [Array.from({ length: 20 }, draw)];
      for (const method of ["percentile", "bca"] as const) {
        const { low, high } = bootstrapInterval(groups, statistics.sd!, {
          method,
          level: 0.9,
          resamples: 400,
          seed: i,
        });
        if (low <= 1 && 1 <= high) covered[method]++;
      }
    }
    expect(covered.bca).toBeGreaterThan(covered.percentile + 10);
  });
});
