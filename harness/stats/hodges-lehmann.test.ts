import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { criticalRank, shiftInterval } from "./hodges-lehmann.js";
import { tieFreeDistribution } from "./rank-sum.js";
import { enumeratedP } from "./testdata/enumerate.js";
import { normal } from "./testdata/random.js";

const sample = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 6 });

describe("Hodges-Lehmann shift and its interval", () => {
  it("the permeability data of Hollander & Wolfe: shift -0.305, interval (-0.76, 0.15)", () => {
    const x = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const y = [1.15, 0.88, 0.9, 0.74, 1.21];
    const result = shiftInterval(x, y, 0.95);
    expect(result.estimate).toBeCloseTo(-0.305, 10);
    expect(result.low).toBeCloseTo(-0.76, 10);
    expect(result.high).toBeCloseTo(0.15, 10);
    expect(result.coverage).toBeGreaterThanOrEqual(0.95);
  });

  it("holds exactly the shifts that the test does not reject, tried one by one", () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const { low, high } = shiftInterval(x, y, 0.9);
        const bounds = x.flatMap((a) => y.map((b) => b - a));
        // Half-integers lie strictly between possible differences, so no tie blurs the answer.
        for (const shift of new Set(bounds.flatMap((d) => [d - 0.5, d + 0.5]))) {
          const apart = new Set([...x.map((v) => v + shift), ...y]).size === x.length + y.length;
          if (!apart) continue;
          const rejected =
            enumeratedP(
              x.map((v) => v + shift),
              y,
            ) <=
            0.1 + 1e-12;
          expect(shift < low || shift > high, `shift ${shift}`).toBe(rejected);
        }
      }),
      { seed: 31, numRuns: 40 },
    );
  });

  it("contains its estimate, mirrors when the sides swap, and moves with a shift", () => {
    fc.assert(
      fc.property(sample, sample, fc.integer({ min: -50, max: 50 }), (x, y, by) => {
        const result = shiftInterval(x, y, 0.8);
        expect(result.low).toBeLessThanOrEqual(result.estimate);
        expect(result.high).toBeGreaterThanOrEqual(result.estimate);
        const swapped = shiftInterval(y, x, 0.8);
        expect([swapped.low, swapped.estimate, swapped.high]).toEqual(
          [-result.high, -result.estimate, -result.low].map((v) => v + 0),
        );
        const moved = shiftInterval(
          x,
          y.map((v) => v + by),
          0.8,
        );
        expect([moved.low, moved.high]).toEqual([result.low + by, result.high + by]);
      }),
      { seed: 32 },
    );
  });

  it("has no bounds where the design allows none, whatever the data", () => {
    expect(shiftInterval([1, 2, 3], [100, 200, 300], 0.95)).toMatchObject({
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
    });
    expect(criticalRank(4, 4, 0.05).k).toBe(1);
  });

  it("the approximate rank beyond 50 continues the exact one within a rank in a hundred", () => {
    const exact = criticalRank(50, 50, 0.05).k;
    expect(exact).toBe(966);
    const k = criticalRank(51, 50, 0.05).k;
    expect(k).toBeGreaterThan(exact);
    expect(k - exact).toBeLessThan(40);
  });

  it("the approximate rank is the exact one or one less (a wider interval), and mostly the exact one", () => {
    let equal = 0;
    for (let n = 51; n <= 70; n++) {
      const distribution = tieFreeDistribution(n, 40);
      let exact = 0;
      for (let tail = 0; tail + distribution[exact]! <= 0.025; exact++) tail += distribution[exact]!;
      const { k } = criticalRank(n, 40, 0.05);
      expect([exact - 1, exact]).toContain(k);
      if (k === exact) equal++;
    }
    expect(equal).toBeGreaterThan(10);
  });

  it("covers the true shift in 95 % of draws or a little more, and 80 % in 80 %", () => {
    const draw = normal(33);
    const trials = 3000;
    const covered = { 0.95: 0, 0.8: 0 };
    for (let i = 0; i < trials; i++) {
      const x = Array.from({ length: 7 }, draw);
      const y = Array.from({ length: 9 }, () => draw() + 0.7);
      for (const level of [0.95, 0.8] as const) {
        const { low, high } = shiftInterval(x, y, level);
        if (low <= 0.7 && 0.7 <= high) covered[level]++;
      }
    }
    expect(covered[0.95] / trials).toBeGreaterThan(0.945);
    expect(covered[0.95] / trials).toBeLessThan(0.975);
    expect(covered[0.8] / trials).toBeGreaterThan(0.785);
    expect(covered[0.8] / trials).toBeLessThan(0.845);
  });
});
