import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mean, median, medianAbsoluteDeviation, pooledDeviation, quantile, standardDeviation } from "./quantile.js";
import { scipy } from "./testdata/load.js";

describe("quantiles and spread", () => {
  const { values, at, mad, sd } = scipy.quantiles;

  it.each(at)("quantile %d is numpy's", (p, expected) => {
    expect(quantile(values, p)).toBeCloseTo(expected, 12);
  });

  it("median absolute deviation and standard deviation are SciPy's and numpy's", () => {
    expect(medianAbsoluteDeviation(values)).toBeCloseTo(mad, 12);
    expect(standardDeviation(values)).toBeCloseTo(sd, 12);
  });

  it("a sample too small for a figure gives NaN, never 0", () => {
    expect(quantile([], 0.5)).toBeNaN();
    expect(mean([])).toBeNaN();
    expect(standardDeviation([3])).toBeNaN();
    expect(pooledDeviation([[1], [2]])).toBeNaN();
  });

  it("equal values have exactly no spread, however large", () => {
    expect(standardDeviation([0.1, 0.1, 0.1])).toBe(0);
    expect(pooledDeviation([Array(7).fill(1e15 + 0.3), [0.7, 0.7]])).toBe(0);
  });

  it("pooled deviation is each group around its own mean, with n - 1", () => {
    expect(
      pooledDeviation([
        [1, 3],
        [10, 10, 13],
      ]),
    ).toBeCloseTo(Math.sqrt((2 + 6) / 3), 12);
  });

  it("the median lies between minimum and maximum and does not mind the order", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 }), (sample) => {
        const middle = median(sample);
        expect(middle).toBeGreaterThanOrEqual(Math.min(...sample));
        expect(middle).toBeLessThanOrEqual(Math.max(...sample));
        expect(median([...sample].reverse())).toBe(middle);
      }),
      { seed: 11 },
    );
  });
});
