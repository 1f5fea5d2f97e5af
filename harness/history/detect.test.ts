import { describe, expect, it } from "vitest";
import { gaussian, uniform } from "../stats/random.js";
import { otava } from "../stats/testdata/load.js";
import { findSteps } from "./detect.js";

const MARGIN = Math.log1p(0.02);

/** Normal values of a standard deviation, raised by `step` from `at` on. */
function drawn(seed: number, length: number, sd: number, at = length, step = 0): number[] {
  const next = gaussian(uniform(seed));
  return Array.from({ length }, (_, i) => sd * next() + (i >= at ? step : 0));
}

describe("findSteps", () => {
  it.each([
    ["in the middle of a month", 30, 15, 0.01, 0.05, 1],
    ["a slow-down as a speed-up", 30, 15, 0.01, -0.05, 1],
    ["six runs ago", 60, 54, 0.01, 0.08, 1],
    ["in noise of 3 %", 80, 40, 0.03, 0.1, 3],
    ["past the first window", 400, 333, 0.01, 0.04, 2],
    ["smaller than any window shows", 2000, 1100, 0.05, 0.06, 20],
  ])("finds a step %s, near where it is", (_name, length, at, sd, step, reach) => {
    for (let seed = 1; seed <= 5; seed++) {
      const near = findSteps(drawn(seed, length, sd, at, step), MARGIN).filter(
        ({ index, test }) => Math.abs(index - at) <= reach && Math.sign(test.difference) === Math.sign(step),
      );
      expect([seed, near.length]).toEqual([seed, 1]);
    }
  });

  it("finds each of several steps, also there and back", () => {
    const values = [
      ...drawn(1, 20, 0.01),
      ...drawn(2, 20, 0.01, 0, 0.1),
      ...drawn(3, 20, 0.01),
      ...drawn(4, 9, 0.01, 0, -0.3),
    ];
    expect(findSteps(values, MARGIN).map(({ index }) => index)).toEqual([20, 40, 60]);
  });

  it("calls nothing within the margin, however sure it is", () => {
    const values = drawn(1, 400, 0.001, 200, 0.015);
    expect(findSteps(values, MARGIN)).toEqual([]);
    expect(findSteps(values, Math.log1p(0.005)).map(({ index }) => index)).toEqual([200]);
  });

  it("calls at most one step in a thousand runs of noise alone", () => {
    let called = 0;
    for (let seed = 1; seed <= 100; seed++) called += findSteps(drawn(seed, 100, 0.03), MARGIN).length;
    expect(called).toBeLessThanOrEqual(10);
  });

  it.each([
    ["none", []],
    ["one", [1]],
    ["five", [1, 1, 1, 9, 9]],
    ["all equal", Array.from({ length: 100 }, () => 3)],
  ])("takes %s", (_name, values) => {
    expect(findSteps(values, MARGIN)).toEqual([]);
  });

  it("one outlier is no step", () => {
    const values = drawn(1, 60, 0.01);
    values[30] = -1;
    expect(findSteps(values, MARGIN)).toEqual([]);
  });

  it("sees a step without any spread", () => {
    const values = [...Array.from({ length: 10 }, () => 1), ...Array.from({ length: 10 }, () => 2)];
    expect(findSteps(values, MARGIN).map(({ index }) => index)).toEqual([10]);
  });
});

/** Where Apache Otava's Hunter (windows of 50, p < 0.001, 2 %) and findSteps part, of all generated series, and why. */
const APART: Record<string, { theirs: number[]; ours: number[]; because: string }> = {
  "a step three values ago, 40 values": {
    theirs: [37],
    ours: [],
    because:
      "Student's t lends three values the spread of the 37 before; Welch's, with 2.2 degrees of freedom, does not",
  },
  "a step two values ago, 40 values": { theirs: [38], ours: [], because: "a level takes three values" },
  "there and back in four, 50 values": {
    theirs: [],
    ours: [25, 29],
    because: "its first t-test, of all before against all after, does not see a spell; permutations do",
  },
  "a coarse timer, 60 values": { theirs: [30, 32], ours: [30], because: "a level takes three values" },
  "a slow drift, 60 values": {
    theirs: [25, 56],
    ours: [25],
    because: "the mean of the last four is 2.2 % higher; neither Welch's p nor its interval, from 1.3 %, is enough",
  },
};

describe("findSteps beside Apache Otava", () => {
  it("has at least 20 series to compare, of which most have a step and some have none", () => {
    expect(otava.length).toBeGreaterThanOrEqual(20);
    expect(otava.filter(({ hunter }) => hunter.length > 0).length).toBeGreaterThan(otava.length / 2);
    expect(otava.filter(({ hunter }) => hunter.length === 0).length).toBeGreaterThan(5);
    const kinds = otava.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(Object.keys(APART)));
  });

  it.each(otava)("finds the same steps in $kind, or parts for a reason", ({ kind, values, hunter }) => {
    const found = findSteps(values.map(Math.log), MARGIN).map(({ index }) => index);
    const { theirs, ours } = APART[kind] ?? { theirs: hunter, ours: hunter };
    expect({ theirs: hunter, ours: found }).toEqual({ theirs, ours });
  });
});
