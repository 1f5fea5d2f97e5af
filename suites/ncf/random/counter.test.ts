import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bits32, boundedInt, type Key, mix32, mulHigh, openUniform, Purpose, streamKey } from "./counter.js";

/** Pearson's statistic of counts against equal expectation. */
function chiSquare(counts: ArrayLike<number>): number {
  const values = Array.from(counts);
  const expected = values.reduce((sum, count) => sum + count, 0) / values.length;
  return values.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Five standard deviations of chi-square with k - 1 degrees of freedom around its mean. */
const bounds = (k: number): [number, number] => [
  k - 1 - 5 * Math.sqrt(2 * (k - 1)),
  k - 1 + 5 * Math.sqrt(2 * (k - 1)),
];

const keys: Key[] = [
  streamKey(0, Purpose.TrainNegatives, 0, 0),
  streamKey(0, Purpose.TrainNegatives, 1, 0),
  streamKey(1, Purpose.Dropout, 0, 0, 0),
  streamKey(2 ** 40 + 3, Purpose.EvalNegatives, 0),
];

const GOLDEN = {
  mix: [0, 2261973619, 3770504306, 2578835075],
  key: { k0: 2261284820, k1: 3433477575 },
  bits: [1848072456, 1529803110, 2682856708, 2587243539],
};

describe("the format is frozen: these values may never change", () => {
  it("mixes", () => {
    expect([0, 1, 2 ** 31, 2 ** 32 - 1].map(mix32)).toEqual(GOLDEN.mix);
  });
  it("keys and draws", () => {
    expect(streamKey(42, Purpose.TrainNegatives, 3, 1)).toEqual(GOLDEN.key);
    expect([0, 1, 2, 1_000_000].map((i) => bits32(GOLDEN.key, i))).toEqual(GOLDEN.bits);
  });
});

describe("quality", () => {
  it.each(keys)("bounded integers are uniform over 1,000 values: key %j", (key) => {
    const counts = new Uint32Array(1000);
    for (let i = 0; i < 1_000_000; i++) counts[boundedInt(key, i, 1000)]!++;
    const [low, high] = bounds(1000);
    expect(chiSquare(counts)).toBeGreaterThan(low);
    expect(chiSquare(counts)).toBeLessThan(high);
  });

  it.each(keys)("neighbouring draws are independent: key %j", (key) => {
    const pairs = new Uint32Array(256);
    for (let i = 0; i < 200_000; i++) pairs[(bits32(key, i) >>> 28) * 16 + (bits32(key, i + 1) >>> 28)]!++;
    expect(chiSquare(pairs)).toBeLessThan(bounds(256)[1]);
  });

  it("streams of neighbouring coordinates are independent", () => {
    const pairs = new Uint32Array(256);
    const [a, b] = [streamKey(5, Purpose.Dropout, 0, 7, 0), streamKey(5, Purpose.Dropout, 0, 7, 1)];
    for (let i = 0; i < 200_000; i++) pairs[(bits32(a, i) >>> 28) * 16 + (bits32(b, i) >>> 28)]!++;
    expect(chiSquare(pairs)).toBeLessThan(bounds(256)[1]);
  });

  it("a flipped index bit flips each output bit about half the time", () => {
    const key = streamKey(9, Purpose.Shuffle, 0);
    for (let bit = 0; bit < 32; bit++) {
      const flips = new Uint32Array(32);
      for (let i = 0; i < 4096; i++) {
        const index = mix32(i);
        const changed = bits32(key, index) ^ bits32(key, (index ^ (1 << bit)) >>> 0);
        for (let out = 0; out < 32; out++) flips[out]! += (changed >>> out) & 1;
      }
      for (const count of flips) expect(Math.abs(count / 4096 - 0.5)).toBeLessThan(0.05);
    }
  });

  it("different coordinates never give the same key among 100,000 streams", () => {
    const seen = new Set<string>();
    for (let epoch = 0; epoch < 100; epoch++) {
      for (let step = 0; step < 1000; step++) {
        const { k0, k1 } = streamKey(0, Purpose.Dropout, epoch, step, 0);
        seen.add(`${k0},${k1}`);
      }
    }
    expect(seen.size).toBe(100_000);
  });

  it("open uniforms stay inside (0, 1) and average one half", () => {
    let sum = 0;
    for (let i = 0; i < 100_000; i++) {
      const u = openUniform(keys[0]!, i);
      expect(u > 0 && u < 1).toBe(true);
      sum += u;
    }
    expect(sum / 100_000).toBeCloseTo(0.5, 2);
  });
});

it("the high word of a product is exact for all 32-bit operands", () => {
  const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(mulHigh(a, b)).toBe(Number((BigInt(a) * BigInt(b)) >> 32n));
    }),
    { seed: 4, numRuns: 5000 },
  );
});
