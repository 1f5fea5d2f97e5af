import { EXACT_LIMIT } from "./mann-whitney.js";
import { sortedQuantile } from "./quantile.js";
import { lowerCritical, normalCritical, tieFreeDistribution } from "./rank-sum.js";

export interface ShiftInterval {
  /** Median of all n1 n2 differences y - x. */
  estimate: number;
  /** -Infinity and Infinity where so few values allow no bound at this level. */
  low: number;
  high: number;
  /** The coverage that the interval has for continuous data, at least the level asked for. */
  coverage: number;
}

/**
 * Shift from x to y with the interval that inverts the two-sided Mann-Whitney test: the k-th smallest and k-th largest
 * difference, k from the exact distribution up to 50 a side and from its normal approximation (continuity-corrected)
 * beyond. Ties make it wider than need be, never narrower, since k is that of untied data.
 * Sources: J. L. Hodges & E. L. Lehmann, "Estimates of Location Based on Rank Tests", Annals of Mathematical Statistics 34,
 * 1963; M. Hollander & D. A. Wolfe, "Nonparametric Statistical Methods", section 4.3 (the interval is Moses').
 */
export function shiftInterval(x: readonly number[], y: readonly number[], level: number): ShiftInterval {
  const differences = new Float64Array(x.length * y.length);
  let at = 0;
  for (const a of x) for (const b of y) differences[at++] = b - a;
  differences.sort();
  const { k, tail } = criticalRank(x.length, y.length, 1 - level);
  return {
    estimate: sortedQuantile(differences, 0.5),
    low: k === 0 ? Number.NEGATIVE_INFINITY : differences[k - 1]!,
    high: k === 0 ? Number.POSITIVE_INFINITY : differences[differences.length - k]!,
    coverage: 1 - 2 * tail,
  };
}

/**
 * Largest k with P(U <= k - 1) <= alpha / 2, and that probability; k = 0 when not even U = 0 is that rare. The attained
 * error rate is 2 `tail`.
 */
export function criticalRank(n1: number, n2: number, alpha: number): CriticalRank {
  if (n1 === 0 || n2 === 0) return { k: 0, tail: 0 };
  if (Math.max(n1, n2) > EXACT_LIMIT) return normalRank(n1, n2, alpha);
  let bySize = exactRanks.get(alpha);
  if (bySize === undefined) {
    // The searches over designs ask for few error rates; one more family than this begins anew.
    if (exactRanks.size >= MOST_ALPHAS) exactRanks.clear();
    bySize = [];
    exactRanks.set(alpha, bySize);
  }
  const at = n1 * (EXACT_LIMIT + 1) + n2;
  bySize[at] ??= lowerCritical(tieFreeDistribution(n1, n2), alpha);
  return bySize[at];
}

export interface CriticalRank {
  k: number;
  tail: number;
}

const MOST_ALPHAS = 100;

/** By error rate and sizes: searches over designs ask for the same few hundred over and over. */
const exactRanks = new Map<number, CriticalRank[]>();

function normalRank(n1: number, n2: number, alpha: number): CriticalRank {
  return normalCritical((n1 * n2) / 2, Math.sqrt((n1 * n2 * (n1 + n2 + 1)) / 12), alpha);
}
