/**
 * Counter-based random numbers: the value at (key, index) is a hash, so any engine, on any device and in any order, draws
 * the same samples from the same seed. Only 32-bit integer operations are used, so that a compiled program (StableHLO)
 * can repeat it bit for bit.
 */

/** What a stream of numbers is for. The numbers are part of the format: never renumber, only add. */
export const Purpose = {
  InitialWeights: 1,
  TrainNegatives: 2,
  Shuffle: 3,
  Dropout: 4,
  EvalNegatives: 5,
  Inference: 6,
  Synthetic: 7,
  Plan: 8,
} as const;
export type Purpose = (typeof Purpose)[keyof typeof Purpose];

export interface Key {
  readonly k0: number;
  readonly k1: number;
}

/**
 * Bijective 32-bit mixer: two xor-shift-multiply rounds with the constants 0x21f0aaad and 0x735a2d97, found by search
 * for low avalanche bias (github.com/skeeto/hash-prospector, issue 19).
 */
export function mix32(x: number): number {
  let h = x ^ (x >>> 16);
  h = Math.imul(h, 0x21f0aaad);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/**
 * The key of one stream. `coordinates` name the stream inside its purpose, e.g. [epoch, step, layer]; each is a
 * non-negative integer below 2^53, as is the seed.
 */
export function streamKey(seed: number, purpose: Purpose, ...coordinates: number[]): Key {
  let k0 = 0x9e3779b9;
  let k1 = 0x85ebca6b;
  for (const word of [seed, purpose, ...coordinates]) {
    const low = word >>> 0;
    const high = Math.floor(word / 0x1_0000_0000) >>> 0;
    k0 = mix32(k0 ^ low);
    k1 = mix32((k1 + k0 + high) >>> 0);
    k0 = (k0 + Math.imul(k1, 0x9e3779b1)) >>> 0;
  }
  return { k0: mix32(k0 ^ k1), k1: mix32((k1 + 0x27d4eb2f) >>> 0) };
}

/** 32 uniform bits at a 32-bit index of a stream. */
export function bits32(key: Key, index: number): number {
  return mix32((mix32(index ^ key.k0) + key.k1) >>> 0);
}

/** Uniform integer in [0, bound), bound below 2^31: high word of a 32 x 32-bit product; bias below bound / 2^32. */
export function boundedInt(key: Key, index: number, bound: number): number {
  return mulHigh(bits32(key, index), bound);
}

/** floor(a * b / 2^32) for unsigned 32-bit a and b, exact. */
export function mulHigh(a: number, b: number): number {
  if (b <= 0x20_0000) return Math.floor((a * b) / 0x1_0000_0000); // a * b < 2^53
  const high = (a >>> 16) * b;
  const low = (a & 0xffff) * b;
  return Math.floor((high + Math.floor(low / 0x1_0000)) / 0x1_0000);
}

/** Uniform double in the open interval (0, 1), with 52 random bits: two draws, at 2 * index and 2 * index + 1. */
export function openUniform(key: Key, index: number): number {
  const high = bits32(key, 2 * index) >>> 6;
  const low = bits32(key, 2 * index + 1) >>> 6;
  return (high * 0x400_0000 + low + 0.5) / 0x10_0000_0000_0000;
}
