import { describe, expect, it } from "vitest";
import { canDecidePaired, type PairedDesign, pairsToDecide, smallestDetectablePairedShift } from "./paired-power.js";
import { signedRank } from "./signed-rank.js";
import { normal } from "./testdata/random.js";
import { centerInterval } from "./walsh.js";

const margin = Math.log(1.02);
const base = { level: 0.95, margin, alpha: 0.05 };

/** Shares of simulated comparisons in which the rule finds the shift, and in which it proves it inside the margin. */
function simulated(design: PairedDesign, shift: number, sd: number, trials: number, seed: number) {
  const draw = normal(seed);
  let found = 0;
  let same = 0;
  for (let i = 0; i < trials; i++) {
    const d = Array.from({ length: design.pairs }, () => sd * draw() + shift);
    const { low, high } = centerInterval(d, design.level);
    if (signedRank(d).p < design.alpha && low > design.margin) found++;
    if (-design.margin < low && high < design.margin) same++;
  }
  return { found: found / trials, same: same / trials };
}

describe("what a paired design can show", () => {
  it("5 pairs can decide nothing at 0.05, 6 can; twelve cells under Holm need 9", () => {
    expect(canDecidePaired({ pairs: 5, alpha: 0.05, level: 0.95 })).toBe(false);
    expect(canDecidePaired({ pairs: 6, alpha: 0.05, level: 0.95 })).toBe(true);
    expect(canDecidePaired({ pairs: 8, alpha: 0.05 / 12, level: 0.95 })).toBe(false);
    expect(canDecidePaired({ pairs: 9, alpha: 0.05 / 12, level: 0.95 })).toBe(true);
    expect(smallestDetectablePairedShift({ ...base, pairs: 5 }, 0.01, 0.8)).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    [6, 0.05, 0.02],
    [7, 0.05, 0.02],
    [9, 0.05 / 12, 0.02],
    [12, 0.05, 0.05],
    [20, 0.05 / 4, 0.03],
    [40, 0.05, 0.01],
    [60, 0.05, 0.01],
  ])(
    "the shift said to be found by %d pairs at %d is found four times in five by the rule itself",
    (pairs, alpha, sd) => {
      const design = { ...base, pairs, alpha };
      const shift = smallestDetectablePairedShift(design, sd, 0.8);
      const { found } = simulated(design, shift, sd, 1500, 121);
      expect(found).toBeGreaterThan(0.74);
      expect(found).toBeLessThan(0.9);
    },
  );

  it.each([0, 0.008])("the pairs that it asks for to show a shift of %d as the same suffice", (shift) => {
    const want = { ...base, shift, sd: 0.02, power: 0.8 };
    const pairs = pairsToDecide(want, { atLeast: 2, limit: 500 })!;
    const { same } = simulated({ ...base, pairs }, shift, 0.02, 1500, 122);
    expect(same).toBeGreaterThan(0.77);
    expect(same).toBeLessThan(0.95);
  });

  it.each([0.02, 0.1])("the pairs that it asks for at noise %d are enough, and one fewer is not", (sd) => {
    const want = { ...base, shift: Math.log(0.95), sd, power: 0.8 };
    const pairs = pairsToDecide(want, { atLeast: 2, limit: 1000 })!;
    const at = (n: number) => smallestDetectablePairedShift({ ...base, pairs: n }, sd, 0.8);
    expect(at(pairs)).toBeLessThanOrEqual(Math.abs(want.shift));
    expect(at(pairs - 1)).toBeGreaterThan(Math.abs(want.shift));
  });

  it("a change at the margin is decided by no number of pairs; without noise it takes the fewest", () => {
    expect(pairsToDecide({ ...base, shift: margin, sd: 0.02, power: 0.8 }, { atLeast: 2, limit: 300 })).toBeNull();
    expect(pairsToDecide({ ...base, shift: 0, sd: 0, power: 0.8 }, { atLeast: 1, limit: 50 })).toBe(6);
    expect(pairsToDecide({ ...base, shift: 0.2, sd: 0, power: 0.8 }, { atLeast: 1, limit: 50 })).toBe(6);
  });
});
