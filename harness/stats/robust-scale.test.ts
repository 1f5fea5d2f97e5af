import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mean, medianAbsoluteDeviation } from "./quantile.js";
import { qn } from "./robust-scale.js";
import { peers } from "./testdata/load.js";
import { normal } from "./testdata/random.js";

/** Small-sample factors by size, Croux & Rousseeuw 1992, which statsmodels leaves out. */
const FACTORS: Record<number, number> = { 2: 0.399, 3: 0.994, 4: 0.512, 5: 0.844, 8: 0.669, 9: 0.872 };

describe("Qn", () => {
  it.each(peers.qn)("of $values is statsmodels's, times the small-sample factor", ({ values, qn: expected }) => {
    const n = values.length;
    const factor = FACTORS[n] ?? n / (n + (n % 2 === 1 ? 1.4 : 3.8));
    expect(qn(values)).toBeCloseTo(expected * factor, 4);
  });

  it.each([3, 4, 5, 7, 8, 10, 15, 20, 40])("estimates the standard deviation of %d normal values without bias", (n) => {
    const draw = normal(101);
    const estimates = Array.from({ length: 4000 }, () => qn(Array.from({ length: n }, draw)));
    expect(Math.abs(mean(estimates) - 1)).toBeLessThan(0.025);
  });

  it("spreads less over samples than the median absolute deviation", () => {
    const draw = normal(102);
    const squares = { qn: 0, mad: 0 };
    for (let i = 0; i < 2000; i++) {
      const values = Array.from({ length: 20 }, draw);
      squares.qn += Math.log(qn(values)) ** 2;
      squares.mad += Math.log(medianAbsoluteDeviation(values)) ** 2;
    }
    expect(squares.qn).toBeLessThan(0.65 * squares.mad);
  });

  it("four wild values of ten do not carry it away, six do", () => {
    const tame = [1, 1.1, 0.9, 1.05, 0.95, 1.02];
    expect(qn([...tame, 1e6, 2e6, 3e6, 4e6])).toBeLessThan(2);
    expect(qn([...tame.slice(2), 1e6, 2e6, 3e6, 4e6, 5e6, 6e6])).toBeGreaterThan(1e5);
  });

  it("follows the unit, ignores the origin, and is NaN below two values", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 2, maxLength: 20 }), (values) => {
        expect(qn(values.map((v) => 4 * v + 1000))).toBeCloseTo(4 * qn(values), 9);
      }),
      { seed: 103 },
    );
    expect(qn([1])).toBeNaN();
    expect(qn([3, 3, 3])).toBe(0);
  });
});
