import { shuffle, uniform } from "./random.js";

export interface ChangePoint {
  /** First value of the new level. */
  index: number;
  /** Permutation p of the split when it was made, (k + 1) / (permutations + 1). */
  p: number;
  /** The scaled energy distance of the two sides, in units of the values. */
  statistic: number;
}

export interface ChangePointSearch {
  alpha: number;
  /** 199 resolve alpha = 0.05; no p falls below 1 / (permutations + 1). */
  permutations: number;
  /** Fewest values on either side of a split. */
  minimumSize: number;
  seed: number;
}

export interface Split {
  index: number;
  statistic: number;
}

/**
 * Where the distribution of a series changes, in order: splits the segment whose best split is the most marked, tests it by
 * shuffling within every segment, and goes on until one is no longer significant. Without any change, some is reported in
 * a share alpha of series. Time is the square of the length for each permutation; the same seed gives the same answer.
 * Source: E-divisive, D. S. Matteson & N. A. James, "A Nonparametric Approach for Multiple Change Point Analysis of
 * Multivariate Data", JASA 109, 2014 (exponent 1, one dimension).
 */
export function changePoints(series: readonly number[], search: ChangePointSearch): ChangePoint[] {
  const values = Float64Array.from(series);
  const next = uniform(search.seed);
  const found: ChangePoint[] = [];
  for (;;) {
    const bounds = [0, ...found.map(({ index }) => index), values.length].sort((a, b) => a - b);
    const best = mostMarked(values, bounds, search.minimumSize);
    if (best === null) break;
    const p = permutationP(values, bounds, best.statistic, search, next);
    if (p > search.alpha) break;
    found.push({ ...best, p });
  }
  return found.sort((a, b) => a.index - b.index);
}

function mostMarked(values: Float64Array, bounds: readonly number[], minimumSize: number): Split | null {
  let best: Split | null = null;
  for (let i = 1; i < bounds.length; i++) {
    const split = bestSplit(values, bounds[i - 1]!, bounds[i]!, minimumSize);
    if (split !== null && (best === null || split.statistic > best.statistic)) best = split;
  }
  return best;
}

/** Exact when it is at most alpha; the count stops as soon as it cannot be. */
function permutationP(
  values: Float64Array,
  bounds: readonly number[],
  observed: number,
  { alpha, permutations, minimumSize }: ChangePointSearch,
  next: () => number,
): number {
  const shuffled = values.slice();
  // Sums in another order differ by rounding: what equals the observed statistic but for that counts as equal.
  const limit = observed * (1 - 1e-12);
  let reached = 0;
  for (let done = 0; done < permutations && (reached + 1) / (permutations + 1) <= alpha; done++) {
    for (let i = 1; i < bounds.length; i++) shuffle(shuffled, bounds[i - 1]!, bounds[i]!, next);
    if (mostMarked(shuffled, bounds, minimumSize)!.statistic >= limit) reached++;
  }
  return (reached + 1) / (permutations + 1);
}

/**
 * The split of values[from … to - 1] into a left part and a right part (which may end before `to`, so that a change and its
 * reversal do not hide each other) with the largest statistic mn / (m + n) (2 E|X - Y| - E|X - X'| - E|Y - Y'|). Null when the
 * segment is too short. Time is the square of the length, memory the length.
 */
export function bestSplit(values: Float64Array, from: number, to: number, minimumSize: number): Split | null {
  const length = to - from;
  /** Sum of distances among the first i values. */
  const within = new Float64Array(length + 1);
  /** Sum of distances from the first i values to the later ones seen so far. */
  const between = new Float64Array(length + 1);
  // Of zero: 0, since there are no pairs in a part of one value.
  const inverse = new Float64Array(length + 1);
  for (let i = 1; i <= length; i++) inverse[i] = 1 / i;
  let best: Split | null = null;
  for (let last = 0; last < length; last++) {
    const added = values[from + last]!;
    let distance = 0;
    for (let i = 0; i < last; i++) {
      between[i]! += distance;
      distance += Math.abs(values[from + i]! - added);
    }
    between[last] = distance;
    within[last + 1] = within[last]! + distance;
    const all = within[last + 1]!;
    const size = last + 1;
    let most: number = best === null ? Number.NEGATIVE_INFINITY : (best.statistic * size) / 2;
    let at = -1;
    for (let m = minimumSize; m <= size - minimumSize; m++) {
      const n = size - m;
      const [left, across] = [within[m]!, between[m]!];
      const right = all - left - across;
      const half = across - left * n * inverse[m - 1]! - right * m * inverse[n - 1]!;
      if (half > most) {
        most = half;
        at = m;
      }
    }
    if (at >= 0) best = { index: from + at, statistic: (2 * most) / size };
  }
  return best;
}
