import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scipy } from "./testdata/load.js";
import { normal } from "./testdata/random.js";
import { welch } from "./welch.js";

const sample = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 9 });

describe("Welch's test", () => {
  it("Student's sleep data: t 1.8608, 17.776 degrees, p 0.07939, interval (-0.2055, 3.3655)", () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const result = welch(first, second, 0.95);
    expect(result.t).toBeCloseTo(1.8608, 4);
    expect(result.degrees).toBeCloseTo(17.776, 3);
    expect(result.p).toBeCloseTo(0.07939, 5);
    expect(result.low).toBeCloseTo(-0.2054832, 7);
    expect(result.high).toBeCloseTo(3.3654832, 7);
  });

  it.each(scipy.welch)("of $x against $y is SciPy's", ({ x, y, ...expected }) => {
    const result = welch(x, y, 0.95);
    for (const [name, value] of Object.entries(expected)) {
      expect(result[name as keyof typeof expected], name).toBeCloseTo(value, 9);
    }
  });

  it("the interval leaves out 0 just when p is below its error rate, and sides swap by sign", () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const { low, high, p, t } = welch(x, y, 0.9);
        if (Math.abs(p - 0.1) > 1e-9) expect(low > 0 || high < 0).toBe(p < 0.1);
        const swapped = welch(y, x, 0.9);
        expect(swapped.p).toBeCloseTo(p, 12);
        if (Number.isFinite(t)) expect(swapped.t).toBeCloseTo(-t, 9);
      }),
      { seed: 81 },
    );
  });

  it("one value a side shows nothing, and sides without spread differ or do not", () => {
    expect(welch([1], [2, 3], 0.95)).toMatchObject({ p: 1, low: Number.NEGATIVE_INFINITY });
    expect(welch([2, 2], [2, 2, 2], 0.95)).toMatchObject({ p: 1, low: 0, high: 0 });
    expect(welch([2, 2], [3, 3], 0.95)).toMatchObject({ p: 0, low: 1, high: 1 });
  });

  it("unequal spreads on unequal sides: false alarms and coverage stay near 5 % and 95 %", () => {
    const draw = normal(82);
    const trials = 4000;
    let alarms = 0;
    let covered = 0;
    for (let i = 0; i < trials; i++) {
      const x = Array.from({ length: 8 }, () => 3 * draw());
      const y = Array.from({ length: 20 }, draw);
      const { p, low, high } = welch(x, y, 0.95);
      if (p < 0.05) alarms++;
      if (low <= 0 && 0 <= high) covered++;
    }
    expect(alarms / trials).toBeGreaterThan(0.04);
    expect(alarms / trials).toBeLessThan(0.06);
    expect(covered).toBe(trials - alarms);
  });
});
