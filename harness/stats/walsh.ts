import type { ShiftInterval } from "./hodges-lehmann.js";
import { sortedQuantile } from "./quantile.js";
import { criticalSignedRank } from "./signed-rank.js";

/**
 * Centre of symmetric differences (of a paired design: next - base, pair by pair), as the median of the n(n + 1) / 2 Walsh
 * averages (d_i + d_j) / 2, with the interval that inverts the two-sided signed-rank test: the k-th smallest and k-th largest
 * average, k from the exact distribution up to 50 differences and from its normal approximation beyond. Ties make it wider
 * than need be, never narrower.
 * Sources: Hodges & Lehmann 1963; M. Hollander & D. A. Wolfe, "Nonparametric Statistical Methods", sections 3.2 and 3.3 (the
 * interval is Tukey's).
 */
export function centerInterval(differences: readonly number[], level: number): ShiftInterval {
  const n = differences.length;
  const averages = new Float64Array((n * (n + 1)) / 2);
  let at = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) averages[at++] = differences[i]! / 2 + differences[j]! / 2;
  }
  averages.sort();
  const { k, tail } = criticalSignedRank(n, 1 - level);
  return {
    estimate: sortedQuantile(averages, 0.5),
    low: k === 0 ? Number.NEGATIVE_INFINITY : averages[k - 1]!,
    high: k === 0 ? Number.POSITIVE_INFINITY : averages[averages.length - k]!,
    coverage: 1 - 2 * tail,
  };
}
