import { describe, expect, it } from "vitest";
import { shiftInterval } from "./hodges-lehmann.js";
import { mannWhitney } from "./mann-whitney.js";
import { normalUpperTail } from "./normal.js";
import { canDecide, type Design, launchesToDecide, smallestDetectableShift } from "./power.js";
import { normal } from "./testdata/random.js";

const margin = Math.log(1.02);
const base = { level: 0.95, margin, alpha: 0.05 };

/** Share of simulated comparisons in which the rule finds a true shift. */
function simulatedPower(design: Design, shift: number, sd: number, trials: number, seed: number): number {
  const draw = normal(seed);
  let found = 0;
  for (let i = 0; i < trials; i++) {
    const x = Array.from({ length: design.n1 }, () => sd * draw());
    const y = Array.from({ length: design.n2 }, () => sd * draw() + shift);
    if (mannWhitney(x, y).p < design.alpha && shiftInterval(x, y, design.level).low > design.margin) found++;
  }
  return found / trials;
}

describe("what a design can show", () => {
  it("5 + 5 launches can never decide twelve cells under Holm, 7 + 7 can", () => {
    expect(canDecide({ n1: 5, n2: 5, alpha: 0.05 / 12, level: 0.95 })).toBe(false);
    expect(canDecide({ n1: 7, n2: 7, alpha: 0.05 / 12, level: 0.95 })).toBe(true);
    expect(smallestDetectableShift({ ...base, n1: 5, n2: 5, alpha: 0.05 / 12 }, 0.01, 0.8)).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it("3 + 3 launches can decide nothing at 0.05, 4 + 4 can", () => {
    expect(canDecide({ n1: 3, n2: 3, alpha: 0.05, level: 0.95 })).toBe(false);
    expect(canDecide({ n1: 4, n2: 4, alpha: 0.05, level: 0.95 })).toBe(true);
  });

  it.each([
    [5, 5, 0.05, 0.02],
    [7, 7, 0.05 / 12, 0.02],
    [10, 10, 0.05, 0.05],
    [20, 7, 0.05 / 4, 0.03],
    [30, 30, 0.05, 0.01],
  ])(
    "the shift said to be found by %d + %d at %d is found four times in five by the rule itself",
    (n1, n2, alpha, sd) => {
      const design = { ...base, n1, n2, alpha };
      const shift = smallestDetectableShift(design, sd, 0.8);
      const power = simulatedPower(design, shift, sd, 1500, 41);
      expect(power).toBeGreaterThan(0.72);
      expect(power).toBeLessThan(0.9);
    },
  );

  it("for large samples it is Noether's sample size, N = (z + z)^2 / (3 (P(X < Y) - 1/2)^2) for equal halves", () => {
    const shift = smallestDetectableShift({ ...base, margin: 0, n1: 400, n2: 400 }, 0.02, 0.8);
    const beats = 1 - normalUpperTail(shift / (0.02 * Math.SQRT2));
    const size = (1.959964 + 0.841621) ** 2 / (3 * (beats - 0.5) ** 2);
    expect(Math.abs(size / 800 - 1)).toBeLessThan(0.015);
  });

  it("more launches, less noise or a smaller margin never hide a change", () => {
    const at = (n: number, sd: number, m: number) =>
      smallestDetectableShift({ ...base, n1: n, n2: n, margin: m }, sd, 0.8);
    expect(at(10, 0.02, margin)).toBeLessThan(at(7, 0.02, margin));
    expect(at(10, 0.01, margin)).toBeLessThan(at(10, 0.02, margin));
    expect(at(10, 0.02, 0)).toBeLessThan(at(10, 0.02, margin));
    expect(at(10, 0, margin)).toBe(margin);
  });

  it.each([0.02, 0.1])("the launches that it asks for at noise %d are enough, and one fewer is not", (sd) => {
    const want = { ...base, shift: Math.log(0.95), sd, power: 0.8 };
    const n = launchesToDecide(want, { atLeast: 2, limit: 1000 })!;
    const reach = (k: number) => smallestDetectableShift({ ...base, n1: k, n2: k }, want.sd, want.power);
    expect(reach(n)).toBeLessThanOrEqual(Math.abs(want.shift));
    expect(reach(n - 1)).toBeGreaterThan(Math.abs(want.shift));
  });

  it.each([0, 0.008])("the launches that it asks for to show a shift of %d as the same suffice", (shift) => {
    const n = launchesToDecide({ ...base, shift, sd: 0.02, power: 0.8 }, { atLeast: 2, limit: 1000 })!;
    const draw = normal(77);
    let same = 0;
    for (let i = 0; i < 1500; i++) {
      const x = Array.from({ length: n }, () => 0.02 * draw());
      const y = Array.from({ length: n }, () => 0.02 * draw() + shift);
      const { low, high } = shiftInterval(x, y, base.level);
      if (low > -margin && high < margin) same++;
    }
    expect(same / 1500).toBeGreaterThan(0.77);
    expect(same / 1500).toBeLessThan(0.95);
  });

  it("a baseline that is too small on its own is told by null", () => {
    const want = { ...base, shift: Math.log(0.95), sd: 0.03, power: 0.8 };
    expect(launchesToDecide(want, { fixed: 3, atLeast: 3, limit: 200 })).toBeNull();
    expect(launchesToDecide(want, { atLeast: 3, limit: 200 })).not.toBeNull();
  });

  it("a change that sits at the margin is decided by no number of launches", () => {
    expect(launchesToDecide({ ...base, shift: margin, sd: 0.02, power: 0.8 }, { atLeast: 2, limit: 200 })).toBeNull();
  });

  it("without noise it asks for just what the exact distribution needs", () => {
    expect(launchesToDecide({ ...base, shift: 0, sd: 0, power: 0.8 }, { atLeast: 1, limit: 50 })).toBe(4);
    expect(
      launchesToDecide({ ...base, alpha: 0.05 / 12, shift: 0.2, sd: 0, power: 0.8 }, { atLeast: 1, limit: 50 }),
    ).toBe(6);
  });
});
