import { logGamma } from "./gamma.js";
import { normalQuantile } from "./normal.js";

/**
 * Upper tail P(T > t) of Student's distribution, to about 11 digits in relative terms, 9 at a million degrees;
 * `degrees` > 0 need not be whole.
 * Source: Abramowitz & Stegun 26.7.1 (the incomplete beta function).
 */
export function studentUpperTail(t: number, degrees: number): number {
  if (Number.isNaN(t)) return Number.NaN;
  if (t < 0) return 1 - studentUpperTail(-t, degrees);
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return 0;
  return 0.5 * incompleteBeta(degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square));
}

/**
 * The t with P(T <= t) = p, as exact as the tail: Newton's method on the tail, from the expansion around the normal quantile
 * (Abramowitz & Stegun 26.7.5), kept between bounds for heavy tails, where that expansion is far off.
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1) || p === 0.5) return normalQuantile(p);
  if (p > 0.5) return -studentQuantile(1 - p, degrees);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let t = Math.max(-expandedQuantile(p, degrees), 1e-3);
  for (let step = 0; step < 200; step++) {
    const excess = studentUpperTail(t, degrees) - p;
    if (excess > 0) low = t;
    else high = t;
    // In logarithms the tail is nearly straight, so that a far start costs few steps.
    const slope = density(t, degrees) / (excess + p);
    let next = t + Math.log1p(excess / p) / slope;
    if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? 2 * t : (low + high) / 2;
    if (Math.abs(next - t) <= 1e-12 * t) return -next;
    t = next;
  }
  return -t;
}

function density(t: number, degrees: number): number {
  const scale = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - 0.5 * Math.log(degrees * Math.PI);
  return Math.exp(scale - ((degrees + 1) / 2) * Math.log1p((t * t) / degrees));
}

function expandedQuantile(p: number, v: number): number {
  const z = normalQuantile(p);
  const square = z * z;
  return z + (z * (square + 1)) / (4 * v) + (z * ((5 * square + 16) * square + 3)) / (96 * v ** 2);
}

/**
 * Regularized incomplete beta function I_x(a, b), `y` = 1 - x given apart so that neither loses digits near 1.
 * Source: continued fraction of Abramowitz & Stegun 26.5.8, by the modified method of W. J. Lentz, Applied Optics 15, 1976.
 */
function incompleteBeta(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, y, x);
  const front = Math.exp(a * Math.log(x) + b * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  let c = 1;
  let d = 1 / nonzero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonzero(1 + even * d);
    c = nonzero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonzero(1 + odd * d);
    c = nonzero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return front * fraction;
}

function nonzero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
