import { type Key, mix32 } from "./counter.js";

const ROUNDS = 6;

/** How many low bits of a position make the low half of the network, and the masks of both halves. */
export function feistelSplit(size: number): { lowBits: number; lowMask: number; highMask: number } {
  const bits = Math.max(2, 32 - Math.clz32(Math.max(0, size - 1)));
  const lowBits = bits >> 1;
  return { lowBits, lowMask: 2 ** lowBits - 1, highMask: 2 ** (bits - lowBits) - 1 };
}

/** The round keys of a shuffle; a round mixes one half of the position into the other. */
export function feistelRoundKeys(key: Key): Uint32Array {
  return Uint32Array.from({ length: ROUNDS }, (_, round) => mix32((key.k0 + Math.imul(round + 1, key.k1 | 1)) >>> 0));
}

/**
 * A keyed bijection of [0, size): the shuffle of an epoch as a function from position to row, with no sort and no memory.
 * An alternating Feistel network on the smallest power of two that holds `size`, walked along its cycle until the value
 * falls inside (fewer than two walks on average).
 */
export class IndexPermutation {
  readonly size: number;
  private readonly lowBits: number;
  private readonly lowMask: number;
  private readonly highMask: number;
  private readonly roundKeys: Uint32Array;

  /** @param size at most 2^31. */
  constructor(key: Key, size: number) {
    this.size = size;
    const { lowBits, lowMask, highMask } = feistelSplit(size);
    this.lowBits = lowBits;
    this.lowMask = lowMask;
    this.highMask = highMask;
    this.roundKeys = feistelRoundKeys(key);
  }

  at(position: number): number {
    let value = position;
    do {
      let low = value & this.lowMask;
      let high = value >>> this.lowBits;
      for (let round = 0; round < ROUNDS; round += 2) {
        high = (high ^ mix32(low ^ this.roundKeys[round]!)) & this.highMask;
        low = (low ^ mix32(high ^ this.roundKeys[round + 1]!)) & this.lowMask;
      }
      value = ((high << this.lowBits) | low) >>> 0;
    } while (value >= this.size);
    return value;
  }
}
