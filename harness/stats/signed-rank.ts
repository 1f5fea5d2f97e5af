import { normalUpperTail } from "./normal.js";
import { lowerCritical, midranks, normalCritical, normalized, twoSidedTail } from "./rank-sum.js";

/** Up to this many differences the signed-rank test is exact; beyond it the normal approximation. */
export const EXACT_PAIRS = 50;

export interface SignedRank {
  /** Sum of the ranks of the positive differences. */
  w: number;
  /** Two-sided: twice the smaller tail, at most 1. */
  p: number;
  method: "exact" | "normal";
}

/**
 * Two-sided Wilcoxon signed-rank test that the differences are symmetric about 0. Exact up to 50 differences, with ties and
 * zeros too: the distribution over all signs of the midranks of |d|. Zeros are ranked and then left out, so that they count
 * as evidence for no difference (dropping them first can turn more positive data less significant). Beyond 50: the normal
 * approximation with continuity correction, and the variance of the very midranks, ties and zeros included.
 * Sources: F. Wilcoxon, "Individual Comparisons by Ranking Methods", Biometrics Bulletin 1, 1945; J. W. Pratt, "Remarks on
 * Zeros and Ties in the Wilcoxon Signed Rank Procedures", JASA 54, 1959; Streitberg & Röhmel 1986.
 * No differences, or none but zeros: p = 1.
 */
export function signedRank(differences: readonly number[]): SignedRank {
  const { ranks } = midranks(differences.map(Math.abs), []);
  const used = Array.from(ranks).filter((_, i) => differences[i] !== 0);
  let w = 0;
  differences.forEach((difference, i) => {
    if (difference > 0) w += ranks[i]!;
  });
  if (differences.length > EXACT_PAIRS) return { w, p: normalP(w, used), method: "normal" };
  // Doubled midranks are integers.
  const distribution = normalized(signSums(used.map((rank) => Math.round(2 * rank))));
  return { w, p: twoSidedTail(distribution, Math.round(2 * w)), method: "exact" };
}

/** The smallest two-sided p that `pairs` differences can give at all: when all have one sign. */
export function leastAttainablePairedP(pairs: number): number {
  return Math.min(1, 2 ** (1 - pairs));
}

/**
 * Largest k with P(W <= k - 1) <= alpha / 2 for untied differences, and that probability; k = 0 when not even W = 0 is that
 * rare. The attained error rate is 2 `tail`.
 */
export function criticalSignedRank(pairs: number, alpha: number): { k: number; tail: number } {
  if (pairs === 0) return { k: 0, tail: 0 };
  if (pairs <= EXACT_PAIRS) return lowerCritical(tieFreeSigns(pairs), alpha);
  const center = (pairs * (pairs + 1)) / 4;
  const sigma = Math.sqrt((pairs * (pairs + 1) * (2 * pairs + 1)) / 24);
  return normalCritical(center, sigma, alpha);
}

/** P(W = w) for w = 0 … n(n + 1) / 2 under the null hypothesis without ties or zeros. */
export function tieFreeSigns(pairs: number): Float64Array {
  return normalized(signSums(Array.from({ length: pairs }, (_, i) => i + 1)));
}

/** In how many ways a choice of any of the scores (integers from 0) sums to each value; index = sum. */
function signSums(scores: readonly number[]): Float64Array {
  const ways = new Float64Array(scores.reduce((sum, score) => sum + score, 0) + 1);
  ways[0] = 1;
  let reachable = 0;
  for (const score of scores) {
    reachable += score;
    for (let sum = reachable; sum >= score; sum--) ways[sum]! += ways[sum - score]!;
  }
  return ways;
}

function normalP(w: number, ranks: readonly number[]): number {
  let sum = 0;
  let squares = 0;
  for (const rank of ranks) {
    sum += rank;
    squares += rank * rank;
  }
  if (squares === 0) return 1;
  const distance = Math.max(0, Math.abs(w - sum / 2) - 0.5);
  return Math.min(1, 2 * normalUpperTail(distance / Math.sqrt(squares / 4)));
}
