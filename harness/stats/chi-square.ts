import { lowerGamma } from "./gamma.js";

/** The x with P(X <= x) = p for chi-square with `degrees` > 0, by bisection of the incomplete gamma function. */
export function chiSquareQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? 0 : p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  const below = (x: number) => lowerGamma(degrees / 2, x / 2) < p;
  let high = degrees;
  while (below(high)) high *= 2;
  let low = 0;
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step++) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Upper confidence bound of a standard deviation that was estimated from n >= 2 normal values: a sample this small shows half
 * of the noise as easily as twice, and a plan that takes it as it is falls short of its power more often than not. NaN below 2.
 * Source: R. H. Browne, "On the Use of a Pilot Sample for Sample Size Determination", Statistics in Medicine 14, 1995.
 */
export function deviationBound(sd: number, n: number, confidence: number): number {
  return n < 2 ? Number.NaN : sd * Math.sqrt((n - 1) / chiSquareQuantile(1 - confidence, n - 1));
}
