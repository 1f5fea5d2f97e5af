import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { criticalRank } from "./hodges-lehmann.js";
import { leastAttainableP, mannWhitney } from "./mann-whitney.js";
import { uniform } from "./random.js";
import { tieFreeDistribution } from "./rank-sum.js";
import { countU, enumeratedP } from "./testdata/enumerate.js";
import { scipy } from "./testdata/load.js";

/** P(U <= u), u = 0 …, from Table I of Mann & Whitney 1947. */
const TABLE: [number, number, string][] = [
  [3, 3, "050 100 200 350 500"],
  [4, 4, "014 029 057 100 171 243 343 443"],
  [5, 5, "004 008 016 028 048 075 111 155 210 274 345 421 500"],
  [4, 6, "005 010 019 033 057 086 129 176 238 305 381 457 543"],
  [8, 8, "000 000 000 001 001 001 002 003 005 007 010 014 019 025 032 041 052 065 080 097 117 139 164 191 221 253"],
];

/** Largest U that is significant at two-sided 0.05; the table of critical values in any textbook. */
const CRITICAL: [number, number, number][] = [
  [4, 4, 0],
  [5, 5, 2],
  [5, 8, 6],
  [5, 20, 20],
  [7, 7, 8],
  [8, 8, 13],
  [10, 10, 23],
  [12, 15, 49],
  [15, 15, 64],
  [20, 20, 127],
];

const sample = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 });

describe("Mann-Whitney test", () => {
  it.each(TABLE)("the null distribution for %d and %d is the published table", (n1, n2, row) => {
    let cumulative = 0;
    const distribution = tieFreeDistribution(n1, n2);
    row.split(" ").forEach((digits, u) => {
      cumulative += distribution[u]!;
      expect(Math.abs(cumulative - Number(`0.${digits}`)), `u = ${u}`).toBeLessThanOrEqual(0.00051);
    });
  });

  it.each(CRITICAL)("the critical value for %d and %d is %d", (n1, n2, critical) => {
    expect(criticalRank(n1, n2, 0.05).k - 1).toBe(critical);
  });

  it.each(scipy.mannWhitney)("$how p of $x against $y is SciPy's", ({ how, x, y, u, p }) => {
    const result = mannWhitney(x, y);
    expect(result.u).toBe(u);
    expect(Math.abs(result.p / p - 1)).toBeLessThan(1e-10);
    expect(result.method).toBe(how === "normal" ? "normal" : "exact");
  });

  it("agrees with trying every labelling, with ties of every kind", () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const result = mannWhitney(x, y);
        expect(result.u).toBe(countU(x, y));
        expect(result.p).toBeCloseTo(enumeratedP(x, y), 12);
      }),
      { seed: 21, numRuns: 150 },
    );
  });

  it("does not care which side is called first, nor about a monotone change of scale", () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const { p, u } = mannWhitney(x, y);
        const swapped = mannWhitney(y, x);
        expect(swapped.p).toBeCloseTo(p, 12);
        expect(swapped.u).toBe(x.length * y.length - u);
        const stretched = mannWhitney(
          x.map((v) => Math.exp(v) - 7),
          y.map((v) => Math.exp(v) - 7),
        );
        expect(stretched).toEqual({ u, p, method: "exact" });
      }),
      { seed: 22 },
    );
  });

  it.each([
    [5, 5, 2 / 252],
    [7, 7, 2 / 3432],
    [1, 1, 1],
    [3, 3, 0.1],
    [0, 5, 1],
    [50, 50, 2 / 1.0089134454556415e29],
  ])("the least p of %d and %d is attained by samples that do not overlap", (n1, n2, expected) => {
    const x = Array.from({ length: n1 }, (_, i) => i);
    const y = Array.from({ length: n2 }, (_, i) => 1000 + i);
    expect(leastAttainableP(n1, n2) / expected).toBeCloseTo(1, 10);
    expect(mannWhitney(x, y).p / expected).toBeCloseTo(1, 10);
  });

  it("values that are all equal show nothing, in either method", () => {
    expect(mannWhitney([2, 2, 2], [2, 2]).p).toBe(1);
    expect(mannWhitney(Array(60).fill(2), Array(60).fill(2)).p).toBe(1);
  });

  it("the normal approximation continues the exact test where that ends", () => {
    const next = uniform(23);
    const x = Array.from({ length: 50 }, next);
    const y = Array.from({ length: 50 }, () => next() + 0.15);
    const exact = mannWhitney(x, y);
    const normal = mannWhitney([...x, 0.5], [...y, 0.65]);
    expect([exact.method, normal.method]).toEqual(["exact", "normal"]);
    expect(Math.abs(Math.log(exact.p / normal.p))).toBeLessThan(0.2);
  });

  it("false alarms under equal distributions stay at or below each level, and are not far below", () => {
    const next = uniform(24);
    const trials = 4000;
    let alarms = 0;
    for (let i = 0; i < trials; i++) {
      const [x, y] = [Array.from({ length: 8 }, next), Array.from({ length: 8 }, next)];
      if (mannWhitney(x, y).p <= 0.05) alarms++;
    }
    // Attained level of 8 + 8 at 0.05: 2 P(U <= 13) = 0.0499.
    expect(alarms / trials).toBeGreaterThan(0.039);
    expect(alarms / trials).toBeLessThan(0.061);
  });
});
