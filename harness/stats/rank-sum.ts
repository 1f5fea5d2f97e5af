import { normalQuantile, normalUpperTail } from "./normal.js";

/** Both samples' midranks (tied values share the mean of their ranks), first sample first, and the sizes of the ties. */
export function midranks(x: readonly number[], y: readonly number[]): { ranks: Float64Array; ties: number[] } {
  const values = Float64Array.from([...x, ...y]);
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  const ties: number[] = [];
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) ranks[order[i]!] = (start + 1 + end) / 2;
    if (end - start > 1) ties.push(end - start);
    start = end;
  }
  return { ranks, ties };
}

/**
 * In how many ways `size` of the given scores (integers from 0) sum to each value; index = sum. Counts are float64 sums of
 * positive terms, so they stay exact to about 1e-14 however large. Source: the shift algorithm of B. Streitberg &
 * J. Röhmel, "Exact Distributions for Permutation and Rank Tests", Statistical Software Newsletter 12, 1986.
 */
export function subsetSums(scores: readonly number[], size: number): Float64Array {
  const largest = [...scores].sort((a, b) => b - a).slice(0, size);
  const width = largest.reduce((sum, score) => sum + score, 0) + 1;
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(width));
  ways[0]![0] = 1;
  let reachable = 0;
  let greatest = 0;
  scores.forEach((score, index) => {
    reachable = Math.min(reachable + score, width - 1);
    greatest = Math.max(greatest, score);
    for (let taken = Math.min(index + 1, size); taken >= 1; taken--) {
      const from = ways[taken - 1]!;
      const to = ways[taken]!;
      for (let sum = Math.min(reachable, taken * greatest); sum >= score; sum--) to[sum]! += from[sum - score]!;
    }
  });
  return ways[size]!;
}

const cache = new Map<string, Float64Array>();

/**
 * P(U = u) for u = 0 … n1 n2 under the null hypothesis without ties. Source: H. B. Mann & D. R. Whitney, "On a Test of
 * Whether One of Two Random Variables Is Stochastically Larger than the Other", Annals of Mathematical Statistics 18, 1947.
 */
export function tieFreeDistribution(n1: number, n2: number): Float64Array {
  const size = Math.min(n1, n2);
  const key = `${size},${Math.max(n1, n2)}`;
  const known = cache.get(key);
  if (known) return known;
  const distribution = normalized(boundedPartitions(size, Math.max(n1, n2)));
  if (cache.size > 500) cache.clear();
  cache.set(key, distribution);
  return distribution;
}

/**
 * In how many ways at most m numbers from 1 to n sum to u, for u = 0 … m n: the coefficients of the Gaussian binomial
 * (n + m over m), made factor by factor, (1 - q^(n+i)) / (1 - q^i). Only their rising half is computed, where the terms that
 * are subtracted are the smaller ones, so that float64 keeps them to about 1e-14; the other half mirrors it. Source: G. E.
 * Andrews, "The Theory of Partitions", 1976, section 3.2.
 */
function boundedPartitions(m: number, n: number): Float64Array {
  const top = m * n;
  const half = top >> 1;
  const ways = new Float64Array(top + 1);
  ways[0] = 1;
  for (let i = 1; i <= m; i++) {
    for (let u = half; u >= n + i; u--) ways[u]! -= ways[u - n - i]!;
    for (let u = i; u <= half; u++) ways[u]! += ways[u - i]!;
  }
  for (let u = half + 1; u <= top; u++) ways[u] = ways[top - u]!;
  return ways;
}

/** Counts as probabilities. */
export function normalized(counts: Float64Array): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

/** Twice the smaller of P(S <= s) and P(S >= s), at most 1; probabilities by s. */
export function twoSidedTail(distribution: Float64Array, observed: number): number {
  let lower = 0;
  let upper = 0;
  for (let value = 0; value < distribution.length; value++) {
    if (value <= observed) lower += distribution[value]!;
    if (value >= observed) upper += distribution[value]!;
  }
  return Math.min(1, 2 * Math.min(lower, upper));
}

/**
 * Largest k with P(S <= k - 1) <= alpha / 2, and that probability; k = 0 when not even S = 0 is that rare. A probability
 * that equals alpha / 2 but for rounding counts as equal.
 */
export function lowerCritical(distribution: Float64Array, alpha: number): { k: number; tail: number } {
  const limit = (alpha / 2) * (1 + 1e-12);
  let k = 0;
  let tail = 0;
  while (k < distribution.length && tail + distribution[k]! <= limit) tail += distribution[k++]!;
  return { k, tail };
}

/** `lowerCritical` by the normal approximation with continuity correction. */
export function normalCritical(center: number, sigma: number, alpha: number): { k: number; tail: number } {
  const k = Math.max(0, Math.floor(center + 0.5 + normalQuantile(alpha / 2) * sigma));
  return { k, tail: k === 0 ? 0 : normalUpperTail((center + 0.5 - k) / sigma) };
}
