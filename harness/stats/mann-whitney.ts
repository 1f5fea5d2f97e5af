import { normalUpperTail } from "./normal.js";
import { midranks, normalized, subsetSums, tieFreeDistribution, twoSidedTail } from "./rank-sum.js";

/** Up to this size of the larger sample the test is exact; beyond it the normal approximation. */
export const EXACT_LIMIT = 50;

export interface MannWhitney {
  /** Pairs (a of x, b of y) with a > b, a tie counting one half. Between 0 and n1 n2. */
  u: number;
  /** Two-sided: twice the smaller tail, at most 1. */
  p: number;
  method: "exact" | "normal";
}

/**
 * Two-sided Mann-Whitney U test. Exact up to 50 a side: with ties, the permutation distribution of the midranks given those
 * ties (so a tie costs no validity). Beyond: the normal approximation with tie and continuity correction.
 * Sources: Mann & Whitney 1947; Streitberg & Röhmel 1986; E. L. Lehmann, "Nonparametrics", 1975, section 1.4 (ties).
 * An empty sample gives p = 1.
 */
export function mannWhitney(x: readonly number[], y: readonly number[]): MannWhitney {
  const [n1, n2] = [x.length, y.length];
  const { ranks, ties } = midranks(x, y);
  let rankSum = 0;
  for (let i = 0; i < n1; i++) rankSum += ranks[i]!;
  const u = rankSum - (n1 * (n1 + 1)) / 2;
  if (n1 === 0 || n2 === 0 || ties[0] === n1 + n2) return { u, p: 1, method: "exact" };
  if (Math.max(n1, n2) > EXACT_LIMIT) return { u, p: normalP(u, n1, n2, ties), method: "normal" };
  return {
    u,
    p: ties.length === 0 ? twoSidedTail(tieFreeDistribution(n1, n2), u) : tiedP(ranks, n1, n2),
    method: "exact",
  };
}

/**
 * The smallest two-sided p that n1 + n2 launches can give at all: 2 / C(n1 + n2, n1), when the samples do not overlap. A
 * design whose least p, times the size of its family, is not below alpha can never find anything.
 */
export function leastAttainableP(n1: number, n2: number): number {
  if (n1 < 1 || n2 < 1) return 1;
  if (n1 > EXACT_LIMIT || n2 > EXACT_LIMIT) return leastP(n1, n2);
  const at = n1 * (EXACT_LIMIT + 1) + n2;
  let known = leastPs[at]!;
  if (known === 0) {
    known = leastP(n1, n2);
    leastPs[at] = known;
  }
  return known;
}

/** By sizes, 0 where it was not asked for: searches over designs ask for all of them in every cell. */
const leastPs = new Float64Array((EXACT_LIMIT + 1) ** 2);

function leastP(n1: number, n2: number): number {
  let choose = 1;
  for (let i = 1; i <= Math.min(n1, n2); i++) choose *= (Math.max(n1, n2) + i) / i;
  return Math.min(1, 2 / choose);
}

function tiedP(ranks: Float64Array, n1: number, n2: number): number {
  // Doubled midranks are integers; the smaller sample keeps the table small, and its tails are the other's mirrored.
  const scores = Array.from(ranks, (rank) => Math.round(2 * rank) - 2);
  const chosen = n1 <= n2 ? scores.slice(0, n1) : scores.slice(n1);
  const observed = chosen.reduce((sum, score) => sum + score, 0);
  return twoSidedTail(normalized(subsetSums(scores, chosen.length)), observed);
}

function normalP(u: number, n1: number, n2: number, ties: readonly number[]): number {
  const n = n1 + n2;
  const tied = ties.reduce((sum, size) => sum + (size ** 3 - size), 0);
  const variance = ((n1 * n2) / 12) * (n + 1 - tied / (n * (n - 1)));
  if (variance <= 0) return 1;
  const distance = Math.max(0, Math.abs(u - (n1 * n2) / 2) - 0.5);
  return Math.min(1, 2 * normalUpperTail(distance / Math.sqrt(variance)));
}
