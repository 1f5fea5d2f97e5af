/** ln Γ(x) for x > 0. Source: Stirling's series (Abramowitz & Stegun 6.1.41) after the recurrence has raised x to 10. */
export function logGamma(x: number): number {
  let product = 1;
  let z = x;
  while (z < 10) product *= z++;
  const inverse = 1 / (z * z);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.9189385332046728 + series - Math.log(product);
}

/**
 * Regularized lower incomplete gamma function P(a, x), a > 0, x >= 0.
 * Source: the series of Abramowitz & Stegun 6.5.29 below a + 1, beyond it the continued fraction 6.5.31 by the modified method
 * of W. J. Lentz, Applied Optics 15, 1976.
 */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-16; n++) sum += term *= x / (a + n);
    return front * sum;
  }
  let b = x + 1 - a;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return 1 - front * fraction;
}
