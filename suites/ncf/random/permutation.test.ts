import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Purpose, streamKey } from "./counter.js";
import { IndexPermutation } from "./permutation.js";

const of = (seed: number, size: number) => new IndexPermutation(streamKey(seed, Purpose.Shuffle, 0), size);
const values = (seed: number, size: number) => {
  const permutation = of(seed, size);
  return Array.from({ length: size }, (_, i) => permutation.at(i));
};

describe("IndexPermutation", () => {
  it("is a bijection of every size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 2 ** 40 }), (size, seed) => {
        expect(values(seed, size).sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i));
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("stays inside large sizes", () => {
    const size = 99_308_850;
    const permutation = of(1, size);
    for (let i = 0; i < 100_000; i++) expect(permutation.at(i * 993)).toBeLessThan(size);
    expect(new Set(Array.from({ length: 100_000 }, (_, i) => permutation.at(i))).size).toBe(100_000);
  });

  it("moves a position to every value about equally often over seeds", () => {
    const counts = new Uint32Array(20);
    for (let seed = 0; seed < 20_000; seed++) counts[of(seed, 20).at(3)]!++;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(1000));
  });

  it("breaks up neighbours: the order of adjacent positions is a fair coin", () => {
    const order = values(8, 100_000);
    let rises = 0;
    for (let i = 1; i < order.length; i++) rises += order[i]! > order[i - 1]! ? 1 : 0;
    expect(Math.abs(rises - 50_000)).toBeLessThan(5 * Math.sqrt(100_000 / 12));
  });

  it("differs between epochs", () => {
    const [a, b] = [0, 1].map((epoch) => new IndexPermutation(streamKey(0, Purpose.Shuffle, epoch), 1000));
    const equal = Array.from({ length: 1000 }, (_, i) => a!.at(i) === b!.at(i)).filter(Boolean).length;
    expect(equal).toBeLessThan(10);
  });
});
