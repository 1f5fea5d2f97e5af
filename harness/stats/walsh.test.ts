import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enumeratedSignP } from "./testdata/enumerate.js";
import { normal } from "./testdata/random.js";
import { centerInterval } from "./walsh.js";

const sample = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 4, maxLength: 8 });

describe("Hodges-Lehmann centre of paired differences and its interval", () => {
  it("the depression data of Hollander & Wolfe: -0.46, interval (-0.786, -0.010) at 96 %", () => {
    const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
    const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    const result = centerInterval(
      after.map((value, i) => value - before[i]!),
      0.96,
    );
    expect(result.estimate).toBeCloseTo(-0.46, 10);
    expect(result.low).toBeCloseTo(-0.786, 10);
    expect(result.high).toBeCloseTo(-0.01, 10);
    expect(result.coverage).toBeCloseTo(0.961, 3);
  });

  it("holds exactly the centres that the test does not reject, tried one by one", () => {
    fc.assert(
      fc.property(sample, (d) => {
        const { low, high } = centerInterval(d, 0.8);
        const averages = d.flatMap((a) => d.map((b) => (a + b) / 2));
        // Quarters lie strictly between possible averages, so no zero or tie blurs the answer.
        for (const center of new Set(averages.flatMap((a) => [a - 0.25, a + 0.25]))) {
          const moved = d.map((v) => v - center);
          if (new Set(moved.map(Math.abs)).size < d.length) continue;
          expect(center < low || center > high, `centre ${center}`).toBe(enumeratedSignP(moved) <= 0.2 + 1e-12);
        }
      }),
      { seed: 61, numRuns: 60 },
    );
  });

  it("contains its estimate, mirrors with the sign, and moves with a shift", () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: -50, max: 50 }), (d, by) => {
        const result = centerInterval(d, 0.8);
        expect(result.low).toBeLessThanOrEqual(result.estimate);
        expect(result.high).toBeGreaterThanOrEqual(result.estimate);
        const mirrored = centerInterval(
          d.map((v) => -v),
          0.8,
        );
        expect([mirrored.low + 0, mirrored.high + 0]).toEqual([-result.high + 0, -result.low + 0]);
        const moved = centerInterval(
          d.map((v) => v + by),
          0.8,
        );
        expect([moved.low, moved.high]).toEqual([result.low + by, result.high + by]);
      }),
      { seed: 62 },
    );
  });

  it("has no bounds where so few pairs allow none", () => {
    const unbounded = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    expect(centerInterval([1, 2, 3, 4, 5], 0.95)).toMatchObject({ ...unbounded, estimate: 3 });
    expect(centerInterval([1, 2, 3, 4, 5, 6], 0.95)).toMatchObject({ low: 1, high: 6 });
    expect(centerInterval([], 0.95)).toMatchObject({ ...unbounded, estimate: Number.NaN });
  });

  it("covers the true centre in 95 % of draws or a little more, and 80 % in 80 %", () => {
    const draw = normal(63);
    const trials = 3000;
    const covered = { 0.95: 0, 0.8: 0 };
    for (let i = 0; i < trials; i++) {
      const d = Array.from({ length: 12 }, () => draw() + 0.7);
      for (const level of [0.95, 0.8] as const) {
        const { low, high } = centerInterval(d, level);
        if (low <= 0.7 && 0.7 <= high) covered[level]++;
      }
    }
    expect(covered[0.95] / trials).toBeGreaterThan(0.945);
    expect(covered[0.95] / trials).toBeLessThan(0.97);
    expect(covered[0.8] / trials).toBeGreaterThan(0.785);
    expect(covered[0.8] / trials).toBeLessThan(0.83);
  });
});
