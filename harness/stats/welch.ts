import { mean, standardDeviation } from "./quantile.js";
import { studentQuantile, studentUpperTail } from "./student.js";

export interface Welch {
  /** mean(y) - mean(x). */
  difference: number;
  low: number;
  high: number;
  t: number;
  /** Welch-Satterthwaite degrees of freedom. */
  degrees: number;
  /** Two-sided. */
  p: number;
}

/**
 * Welch's test that two means are equal, with its interval at `level`; variances with n - 1, not assumed equal.
 * Source: B. L. Welch, "The Generalization of 'Student's' Problem When Several Different Population Variances Are Involved",
 * Biometrika 34, 1947.
 * A side with fewer than two values shows nothing (p = 1, no bounds). Two sides without any spread have p = 1 when equal
 * and 0 when not: whether a lack of spread can be believed is the caller's to judge.
 */
export function welch(x: readonly number[], y: readonly number[], level: number): Welch {
  const difference = mean(y) - mean(x);
  if (Math.min(x.length, y.length) < 2) {
    const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    return { difference, low, high, t: Number.NaN, degrees: Number.NaN, p: 1 };
  }
  const [a, b] = [standardDeviation(x) ** 2 / x.length, standardDeviation(y) ** 2 / y.length];
  if (a + b === 0) {
    const t = difference === 0 ? 0 : difference * Number.POSITIVE_INFINITY;
    return { difference, low: difference, high: difference, t, degrees: x.length + y.length - 2, p: t === 0 ? 1 : 0 };
  }
  const degrees = (a + b) ** 2 / (a ** 2 / (x.length - 1) + b ** 2 / (y.length - 1));
  const error = Math.sqrt(a + b);
  const reach = studentQuantile(0.5 + level / 2, degrees) * error;
  const t = difference / error;
  const p = 2 * studentUpperTail(Math.abs(t), degrees);
  return { difference, low: difference - reach, high: difference + reach, t, degrees, p };
}
