/**
 * Seeded uniform generator on [0, 1) for resampling: mulberry32 (T. Ettinger, public domain). Its period of 2^32 is enough
 * for thousands of resamples of thousands of values. Not for the workload, whose generators are part of its definition.
 */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 15), word | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Shuffles values[from … to - 1] in place, each order equally likely. Source: Durstenfeld's form of the Fisher-Yates
 * shuffle ("Algorithm 235: Random Permutation", CACM 7, 1964).
 */
export function shuffle(values: Float64Array, from: number, to: number, next: () => number): void {
  for (let last = to - 1; last > from; last--) {
    const other = from + Math.floor(next() * (last - from + 1));
    const kept = values[last]!;
    values[last] = values[other]!;
    values[other] = kept;
  }
}

/** Standard normal draws from uniform ones. Source: G. E. P. Box & M. E. Muller, Annals of Mathematical Statistics 29, 1958. */
export function gaussian(next: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
