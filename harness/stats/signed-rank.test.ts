import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { criticalSignedRank, leastAttainablePairedP, signedRank, tieFreeSigns } from "./signed-rank.js";
import { enumeratedSignP } from "./testdata/enumerate.js";
import { scipy } from "./testdata/load.js";
import { normal } from "./testdata/random.js";

/** P(W <= w), w = 0 …; Table A.4 of Hollander & Wolfe. */
const TABLE: [number, string][] = [
  [3, "125 250 375 625 750 875 1000"],
  [4, "062 125 188 312 438 562"],
  [5, "031 062 094 156 219 312 406 500"],
  [8, "004 008 012 020 027 039 055 074 098 125"],
];

/** Largest W that is significant at two-sided 0.05; the table of critical values in any textbook. */
const CRITICAL: [number, number][] = [
  [6, 0],
  [7, 2],
  [8, 3],
  [9, 5],
  [10, 8],
  [12, 13],
  [15, 25],
  [20, 52],
  [25, 89],
  [30, 137],
  [50, 434],
];

const differences = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 9 });

describe("Wilcoxon signed-rank test", () => {
  it.each(TABLE)("the null distribution for %d is the published table", (n, row) => {
    let cumulative = 0;
    const distribution = tieFreeSigns(n);
    row.split(" ").forEach((digits, w) => {
      cumulative += distribution[w]!;
      expect(Math.abs(cumulative - Number(digits) / 1000), `w = ${w}`).toBeLessThanOrEqual(0.00051);
    });
  });

  it.each(CRITICAL)("the critical value for %d is %d", (n, critical) => {
    expect(criticalSignedRank(n, 0.05).k - 1).toBe(critical);
  });

  it("Darwin's maize: W 96 of 120, p 0.0413", () => {
    const result = signedRank([6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75]);
    expect(result).toEqual({ w: 96, p: 0.041259765625, method: "exact" });
  });

  it.each(scipy.signedRank)("$how p of $d is SciPy's", ({ how, d, w, p }) => {
    const result = signedRank(d);
    expect(result.w).toBe(w);
    expect(Math.abs(result.p / p - 1)).toBeLessThan(1e-10);
    expect(result.method).toBe(how === "normal" ? "normal" : "exact");
  });

  it("agrees with trying every choice of signs, with ties and zeros of every kind", () => {
    fc.assert(
      fc.property(differences, (d) => {
        expect(signedRank(d).p).toBeCloseTo(enumeratedSignP(d), 12);
      }),
      { seed: 51, numRuns: 200 },
    );
  });

  it("does not care which side is called first, nor about the unit", () => {
    fc.assert(
      fc.property(differences, (d) => {
        const { p } = signedRank(d);
        expect(signedRank(d.map((v) => -v)).p).toBeCloseTo(p, 12);
        expect(signedRank(d.map((v) => 8 * v)).p).toBe(p);
      }),
      { seed: 52 },
    );
  });

  it("a difference moved up never makes a positive finding less significant, zeros included", () => {
    // Pratt's objection to dropping zeros first: from 0 to positive the p would rise.
    const at = (last: number) => signedRank([-1, 2, 3, 4, 5, 6, 7, last]).p;
    expect(at(0.5)).toBeLessThanOrEqual(at(0));
    expect(at(8)).toBeLessThanOrEqual(at(0));
  });

  it.each([1, 5, 6, 10, 50])("the least p of %d is attained when all have one sign", (n) => {
    const d = Array.from({ length: n }, (_, i) => i + 1);
    expect(signedRank(d).p / leastAttainablePairedP(n)).toBeCloseTo(1, 10);
  });

  it("no differences, or none but zeros, show nothing, in either method", () => {
    expect(signedRank([])).toEqual({ w: 0, p: 1, method: "exact" });
    expect(signedRank([0, 0, 0]).p).toBe(1);
    expect(signedRank(Array(60).fill(0))).toEqual({ w: 0, p: 1, method: "normal" });
    expect(criticalSignedRank(0, 0.05).k).toBe(0);
  });

  it("the approximate rank beyond 50 is the exact one or at most two off", () => {
    for (let n = 51; n <= 80; n++) {
      const distribution = tieFreeSigns(n);
      let exact = 0;
      for (let tail = 0; tail + distribution[exact]! <= 0.025; exact++) tail += distribution[exact]!;
      expect(Math.abs(criticalSignedRank(n, 0.05).k - exact)).toBeLessThanOrEqual(2);
    }
  });

  it("false alarms stay at the attained level", () => {
    const draw = normal(53);
    const trials = 4000;
    let alarms = 0;
    for (let i = 0; i < trials; i++) if (signedRank(Array.from({ length: 12 }, draw)).p <= 0.05) alarms++;
    // Attained level of 12 at 0.05: 2 P(W <= 13) = 0.0425.
    expect(alarms / trials).toBeGreaterThan(0.033);
    expect(alarms / trials).toBeLessThan(0.052);
  });
});
