import { describe, expect, it } from "vitest";
import { chiSquareQuantile, deviationBound } from "./chi-square.js";
import { standardDeviation } from "./quantile.js";
import { normal } from "./testdata/random.js";

describe("chi-square", () => {
  // scipy.stats.chi2.ppf of SciPy 1.17.1.
  it.each([
    [0.2, 4, 1.648776618065969],
    [0.05, 1, 0.003932140000019522],
    [0.2, 2, 0.4462871026284195],
    [0.05, 9, 3.325112843066815],
    [0.5, 3, 2.3659738843753377],
    [0.95, 10, 18.307038053275146],
    [0.2, 30, 23.36411457379007],
    [0.001, 6, 0.3810667551368064],
    [0.999, 250, 324.832436568363],
  ])("its quantile at %d with %d degrees is SciPy's", (p, degrees, expected) => {
    expect(Math.abs(chiSquareQuantile(p, degrees) / expected - 1)).toBeLessThan(1e-9);
  });

  it("at the ends is 0 and infinite, outside NaN", () => {
    expect([0, 1, -1, 2].map((p) => chiSquareQuantile(p, 3))).toEqual([
      0,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it.each([2, 5, 12])("the bound from %d normal values lies above the true deviation as often as it says", (n) => {
    const draw = normal(31);
    let covered = 0;
    for (let i = 0; i < 4000; i++) {
      const sample = Array.from({ length: n }, () => 3 * draw());
      if (deviationBound(standardDeviation(sample), n, 0.8) >= 3) covered++;
    }
    // Binomial standard deviation 0.0063.
    expect(Math.abs(covered / 4000 - 0.8)).toBeLessThan(0.03);
    expect(deviationBound(1, 1, 0.8)).toBeNaN();
  });
});
