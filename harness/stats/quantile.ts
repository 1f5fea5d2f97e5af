/**
 * The p-quantile by linear interpolation between order statistics at position (n - 1) p, as numpy's default. Source: type 7
 * of R. J. Hyndman & Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996.
 * NaN for an empty sample.
 */
export function quantile(values: readonly number[], p: number): number {
  return sortedQuantile(new Float64Array(values).sort(), p);
}

/** `quantile` of values that are sorted already. */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = (sorted.length - 1) * Math.min(Math.max(p, 0), 1);
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low === high ? low : low + (position - below) * (high - low);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * Median absolute deviation, times 1.4826 so that it estimates the standard deviation of normal data. Source: F. R. Hampel,
 * "The Influence Curve and Its Role in Robust Estimation", JASA 69, 1974.
 */
export function medianAbsoluteDeviation(values: readonly number[]): number {
  const center = median(values);
  return 1.482602218505602 * median(values.map((value) => Math.abs(value - center)));
}

/** Arithmetic mean by one pass over deviations from the first value, so that large offsets cost no precision. */
export function mean(values: readonly number[]): number {
  const origin = values[0];
  if (origin === undefined) return Number.NaN;
  let sum = 0;
  for (const value of values) sum += value - origin;
  return origin + sum / values.length;
}

/** Standard deviation with n - 1 (the unbiased variance's root). NaN below two values. */
export function standardDeviation(values: readonly number[]): number {
  return Math.sqrt(sumOfSquares(values) / (values.length - 1));
}

/** Root of the variance pooled over groups, each around its own mean, with the sum of n - 1 degrees of freedom. */
export function pooledDeviation(groups: readonly (readonly number[])[]): number {
  let squares = 0;
  let degrees = 0;
  for (const group of groups) {
    if (group.length < 2) continue;
    squares += sumOfSquares(group);
    degrees += group.length - 1;
  }
  return degrees === 0 ? Number.NaN : Math.sqrt(squares / degrees);
}

function sumOfSquares(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  const center = mean(values);
  let sum = 0;
  for (const value of values) sum += (value - center) ** 2;
  return sum;
}
