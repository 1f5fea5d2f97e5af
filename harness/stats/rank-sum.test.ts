import { describe, expect, it } from "vitest";
import { subsetSums, tieFreeDistribution } from "./rank-sum.js";

/** C(n, k) as an integer. */
function choose(n: number, k: number): bigint {
  let value = 1n;
  for (let i = 1; i <= k; i++) value = (value * BigInt(n - k + i)) / BigInt(i);
  return value;
}

/** Exact counts by the recursion of Mann and Whitney: the largest of all is of the second sample, or of the first. */
function counts(m: number, n: number): bigint[] {
  let rows: bigint[][] = Array.from({ length: n + 1 }, () => [1n]);
  for (let i = 1; i <= m; i++) {
    const next: bigint[][] = [[1n]];
    for (let j = 1; j <= n; j++) {
      next.push(Array.from({ length: i * j + 1 }, (_, u) => (next[j - 1]![u] ?? 0n) + (rows[j]![u - j] ?? 0n)));
    }
    rows = next;
  }
  return rows[n]!;
}

describe("tieFreeDistribution", () => {
  it.each([
    [1, 1],
    [3, 5],
    [4, 4],
    [5, 50],
    [20, 21],
    [49, 50],
    [50, 50],
  ])("of %i and %i is the exact one to 1e-13 of each probability, tails included", (m, n) => {
    const exact = counts(m, n);
    const total = choose(m + n, m);
    expect(exact.reduce((sum, count) => sum + count, 0n)).toBe(total);
    const distribution = tieFreeDistribution(m, n);
    expect(distribution).toHaveLength(m * n + 1);
    const worst = Math.max(
      ...exact.map((count, u) => Math.abs(distribution[u]! / (Number(count) / Number(total)) - 1)),
    );
    expect(worst).toBeLessThan(1e-13);
  });

  it("is what counting subsets of ranks gives", () => {
    const ways = subsetSums([0, 1, 2, 3, 4, 5, 6], 3).subarray(3);
    expect([...tieFreeDistribution(4, 3)].map((p) => Math.round(p * 35))).toEqual([...ways]);
  });
});
