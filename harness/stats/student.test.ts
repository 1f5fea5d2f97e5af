import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "./normal.js";
import { studentQuantile, studentUpperTail } from "./student.js";
import { scipy } from "./testdata/load.js";

/** [degrees, p, t] of the table in any textbook. */
const TABLE: [number, number, number][] = [
  [1, 0.975, 12.706],
  [2, 0.975, 4.303],
  [5, 0.975, 2.571],
  [10, 0.975, 2.228],
  [10, 0.995, 3.169],
  [30, 0.975, 2.042],
  [120, 0.95, 1.658],
];

describe("Student's distribution", () => {
  it.each(TABLE)("with %d degrees the quantile %d is %d", (degrees, p, t) => {
    expect(Math.abs(studentQuantile(p, degrees) - t)).toBeLessThan(0.00051);
  });

  it.each(scipy.studentTail)("upper tail at %d with %d degrees is SciPy's t.sf", (t, degrees, expected) => {
    expect(Math.abs(studentUpperTail(t, degrees) / expected - 1)).toBeLessThan(degrees < 1e4 ? 1e-11 : 1e-8);
  });

  it.each(scipy.student)("quantile %d with %d degrees is SciPy's t.ppf", (p, degrees, expected) => {
    expect(Math.abs(studentQuantile(p, degrees) / expected - 1)).toBeLessThan(1e-9);
  });

  it("the quantile undoes the tail, is odd about one half, and lies beyond the normal one", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-8, max: 0.499 }),
        fc.double({ min: 0.8, max: 500, noNaN: true }),
        (p, degrees) => {
          const t = studentQuantile(1 - p, degrees);
          expect(studentUpperTail(t, degrees) / (1 - (1 - p))).toBeCloseTo(1, 7);
          expect(studentQuantile(1 - (1 - p), degrees)).toBeCloseTo(-t, 6 - Math.ceil(Math.log10(t)));
          expect(t).toBeGreaterThan(normalQuantile(1 - p) * (1 - 1e-9));
        },
      ),
      { seed: 71 },
    );
  });

  it("ends at infinity and refuses what is no probability", () => {
    expect([studentQuantile(0, 3), studentQuantile(0.5, 3), studentQuantile(1, 3), studentQuantile(2, 3)]).toEqual([
      Number.NEGATIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ]);
    expect(studentUpperTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
    expect(studentUpperTail(Number.NaN, 3)).toBeNaN();
  });
});
