import { describe, expect, it } from "vitest";
import { normalQuantile, normalUpperTail } from "./normal.js";
import { scipy } from "./testdata/load.js";

describe("normal distribution", () => {
  it.each(scipy.upperTail)("upper tail at %d is SciPy's norm.sf to 12 digits", (x, expected) => {
    expect(Math.abs(normalUpperTail(x) / expected - 1)).toBeLessThan(1e-12);
  });

  it.each(scipy.quantile)("quantile at %d is SciPy's norm.ppf to 13 digits", (p, expected) => {
    expect(Math.abs(normalQuantile(p) - expected)).toBeLessThan(1e-13 * Math.max(1, Math.abs(expected)));
  });

  it("ends at infinity and refuses what is no probability", () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(1.5), normalQuantile(Number.NaN)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      Number.NaN,
    ]);
    expect(normalUpperTail(Number.POSITIVE_INFINITY)).toBe(0);
    expect(normalUpperTail(Number.NEGATIVE_INFINITY)).toBe(1);
  });
});
