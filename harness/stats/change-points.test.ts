import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestSplit, changePoints } from "./change-points.js";
import { shuffle, uniform } from "./random.js";
import { otava } from "./testdata/load.js";
import { normal } from "./testdata/random.js";

const search = { alpha: 0.05, permutations: 199, minimumSize: 3, seed: 9 };

/** Yearly flow of the Nile at Aswan, 1871 to 1970 (10^8 m³); Cobb, Biometrika 65, 1978, dates its change to 1899. */
const NILE = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100,
  1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456,
  824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897,
  822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975,
  815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];

/** The statistic by its definition, all pairs of every split and every end. */
function definedSplit(values: readonly number[], minimumSize: number): number {
  const among = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, a) => sum + y.reduce((inner, b) => inner + Math.abs(a - b), 0), 0);
  let best = Number.NEGATIVE_INFINITY;
  for (let cut = minimumSize; cut <= values.length - minimumSize; cut++) {
    for (let end = cut + minimumSize; end <= values.length; end++) {
      const [x, y] = [values.slice(0, cut), values.slice(cut, end)];
      const [m, n] = [x.length, y.length];
      const energy = (2 * among(x, y)) / (m * n) - among(x, x) / (m * (m - 1)) - among(y, y) / (n * (n - 1));
      best = Math.max(best, ((m * n) / (m + n)) * energy);
    }
  }
  return best;
}

describe("change points", () => {
  it("the Nile changes once, in 1899", () => {
    const found = changePoints(NILE, search);
    expect(found.map(({ index }) => 1871 + index)).toEqual([1899]);
    expect(found[0]!.p).toBe(1 / 200);
  });

  describe("as Apache Otava finds them", () => {
    it.each(otava)("$kind: the most marked split and its statistic", ({ values, split }) => {
      const ours = bestSplit(Float64Array.from(values), 0, values.length, 1)!;
      expect(ours.index).toBe(split.index);
      expect(ours.statistic).toBeCloseTo(split.statistic, 8);
    });

    // Of launches that depend on each other, shuffling is no model: every stretch looks like a level, and one hangs on the draw.
    const hanging = { "autocorrelated, 80 values": 16 } as Record<string, number>;

    it.each(otava)("$kind: the splits that permutations confirm", ({ kind, values, permuted }) => {
      const found = changePoints(values, { ...search, minimumSize: 1 }).map(({ index }) => index);
      const sure = (indexes: readonly number[]) => indexes.filter((index) => index !== hanging[kind]);
      expect(sure(found)).toEqual(sure(permuted));
    });

    it("says what is stored, where python3 has it", { timeout: 60_000 }, (context) => {
      const script = fileURLToPath(new URL("testdata/otava_values.py", import.meta.url));
      const { status, stdout, stderr } = spawnSync("python3", [script], { encoding: "utf8" });
      if (status === null || /No module named/.test(stderr)) return context.skip("python3 has no apache-otava");
      expect(stderr).toBe("");
      expect(JSON.parse(stdout)).toEqual(otava);
    });
  });

  it("the statistic is its definition's", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 14 }), (values) => {
        const padded = Float64Array.from([7, 7, ...values, 1e6]);
        const split = bestSplit(padded, 2, 2 + values.length, 2)!;
        expect(split.statistic).toBeCloseTo(definedSplit(values, 2), 9);
        expect(split.index).toBeGreaterThanOrEqual(4);
        expect(split.index).toBeLessThanOrEqual(values.length);
      }),
      { seed: 111 },
    );
  });

  it("finds a step up and its reversal, whatever the unit and origin, and the same with the same seed", () => {
    const draw = normal(112);
    const series = Array.from({ length: 60 }, (_, i) => draw() + (i >= 20 && i < 40 ? 8 : 0));
    const found = changePoints(series, search);
    expect(found.map(({ index }) => index)).toEqual([20, 40]);
    expect(changePoints(series, search)).toEqual(found);
    const scaled = changePoints(
      series.map((v) => 1000 + 8 * v),
      search,
    );
    expect(scaled.map(({ index, p }) => [index, p])).toEqual(found.map(({ index, p }) => [index, p]));
  });

  it("a large step does not hide a small one beside it: shuffling stays inside the segments", () => {
    const draw = normal(117);
    const series = Array.from({ length: 60 }, (_, i) => draw() + (i < 20 ? 0 : i < 40 ? 100 : 104));
    expect(changePoints(series, search).map(({ index }) => index)).toEqual([20, 40]);
  });

  it("finds a change of spread alone, which no test of means would", () => {
    const draw = normal(113);
    const series = Array.from({ length: 120 }, (_, i) => draw() * (i < 60 ? 1 : 6));
    const found = changePoints(series, search);
    expect(found).toHaveLength(1);
    expect(Math.abs(found[0]!.index - 60)).toBeLessThanOrEqual(6);
  });

  it.each([
    ["nothing", []],
    ["one value", [1]],
    ["too few for two sides", [1, 1, 1, 9, 9]],
    ["equal values", Array(30).fill(0.1)],
  ])("%s has none", (_, series) => {
    expect(changePoints(series, search)).toEqual([]);
  });

  it("two values in thousands of ties change where they change", () => {
    expect(changePoints([...Array(150).fill(0.1), ...Array(150).fill(0.3)], search)).toMatchObject([{ index: 150 }]);
  });

  it("without a change it reports one in 5 % of series", () => {
    const draw = normal(114);
    const trials = 1000;
    let alarms = 0;
    for (let seed = 0; seed < trials; seed++) {
      const series = Array.from({ length: 20 }, draw);
      if (changePoints(series, { ...search, permutations: 99, seed }).length > 0) alarms++;
    }
    expect(alarms / trials).toBeGreaterThan(0.035);
    expect(alarms / trials).toBeLessThan(0.068);
  });

  it("a step of two standard deviations after 15 of 30 is found within two places in most series", () => {
    const draw = normal(115);
    let found = 0;
    for (let seed = 0; seed < 100; seed++) {
      const series = Array.from({ length: 30 }, (_, i) => draw() + (i < 15 ? 0 : 2));
      const points = changePoints(series, { ...search, permutations: 99, seed });
      if (points.some(({ index }) => Math.abs(index - 15) <= 2)) found++;
    }
    expect(found).toBeGreaterThan(80);
  });
});

describe("shuffle", () => {
  it("gives each order of a range equally often and leaves the rest alone", () => {
    const next = uniform(116);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const values = Float64Array.from([9, 1, 2, 3, 8]);
      shuffle(values, 1, 4, next);
      counts.set(values.join(" "), (counts.get(values.join(" ")) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(
      ["1 2 3", "1 3 2", "2 1 3", "2 3 1", "3 1 2", "3 2 1"].map((order) => `9 ${order} 8`),
    );
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
