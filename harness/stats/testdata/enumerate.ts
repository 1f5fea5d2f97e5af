/** U by its definition: pairs with a > b, ties one half. */
export function countU(x: readonly number[], y: readonly number[]): number {
  let u = 0;
  for (const a of x) for (const b of y) u += a > b ? 1 : a === b ? 0.5 : 0;
  return u;
}

/**
 * The second implementation of the exact test: every way to label the pooled values is tried and its U counted from the
 * pairs, without ranks or recurrences.
 */
export function enumeratedP(x: readonly number[], y: readonly number[]): number {
  const pooled = [...x, ...y];
  const observed = countU(x, y);
  let lower = 0;
  let upper = 0;
  let all = 0;
  for (let labels = 0; labels < 2 ** pooled.length; labels++) {
    const first: number[] = [];
    const second: number[] = [];
    pooled.forEach((value, i) => {
      ((labels >> i) & 1 ? first : second).push(value);
    });
    if (first.length !== x.length) continue;
    const u = countU(first, second);
    all++;
    if (u <= observed) lower++;
    if (u >= observed) upper++;
  }
  return Math.min(1, (2 * Math.min(lower, upper)) / all);
}

/** The same for the signed-rank test: every choice of signs, each |d| ranked by counting the others below and beside it. */
export function enumeratedSignP(differences: readonly number[]): number {
  const sizes = differences.map(Math.abs);
  const ranks = sizes.map(
    (size) => sizes.filter((other) => other < size).length + (sizes.filter((other) => other === size).length + 1) / 2,
  );
  const sum = (positive: (i: number) => boolean) =>
    ranks.reduce((total, rank, i) => total + (sizes[i] !== 0 && positive(i) ? rank : 0), 0);
  const observed = sum((i) => differences[i]! > 0);
  let lower = 0;
  let upper = 0;
  for (let signs = 0; signs < 2 ** sizes.length; signs++) {
    const w = sum((i) => ((signs >> i) & 1) === 1);
    if (w <= observed) lower++;
    if (w >= observed) upper++;
  }
  return Math.min(1, (2 * Math.min(lower, upper)) / 2 ** sizes.length);
}
