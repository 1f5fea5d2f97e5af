import { describe, expect, it } from "vitest";
import { synthesize } from "./data/build.js";
import { buildEvaluationSet, duplicateMask } from "./evalset.js";
import { checkTopk, rankPositives } from "./metrics.js";
import { tinyDataset } from "./test-support.js";
import { UserItems } from "./user-items.js";

describe("the evaluation set", () => {
  const dataset = synthesize("users=50,items=60,ratings=1500,seed=2");
  const set = buildEvaluationSet(dataset, 100, 9);

  it("puts the held-out item last and never offers a training item", () => {
    const known = new UserItems(dataset);
    for (let user = 0; user < dataset.users; user++) {
      const row = [...set.items.subarray(user * 101, (user + 1) * 101)];
      expect(row.at(-1)).toBe(dataset.testItems[user]);
      expect(row.slice(0, -1).filter((item) => known.has(user, item))).toEqual([]);
    }
  });

  it("is a function of the seed", () => {
    expect(buildEvaluationSet(dataset, 100, 9).items).toEqual(set.items);
    expect(buildEvaluationSet(dataset, 100, 10).items).not.toEqual(set.items);
  });

  it("takes a data set's own negatives as they are", () => {
    const own = {
      ...tinyDataset([[0], [1]], [2, 3], 5),
      evalNegatives: { perUser: 2, items: Int32Array.of(4, 3, 0, 4) },
    };
    const built = buildEvaluationSet(own, 100, 0);
    expect([...built.items]).toEqual([4, 3, 2, 0, 4, 3]);
    expect(built).toMatchObject({ perUser: 3, source: "dataset" });
  });

  it.each([
    { row: [1, 2, 3], mask: [0, 0, 0], why: "nothing repeats" },
    { row: [1, 1, 3], mask: [1, 0, 0], why: "of equal negatives the last counts" },
    { row: [3, 2, 3], mask: [1, 0, 0], why: "a negative equal to the positive does not count, the positive does" },
    { row: [2, 2, 2], mask: [1, 1, 0], why: "three equal" },
  ])("masks duplicates: $why", ({ row, mask }) => {
    expect([...duplicateMask(Int32Array.from(row), 10, 3)]).toEqual(mask);
    // A second row with the same items is judged by itself.
    expect([...duplicateMask(Int32Array.from([...row, ...row]), 10, 3)]).toEqual([...mask, ...mask]);
  });
});

describe("ranking", () => {
  const rank = (scores: number[], mask: number[], topk: number) =>
    rankPositives(Float64Array.from(scores), 1, scores.length, Uint8Array.from(mask), 0, topk);
  const dcg = (place: number) => 1 / Math.log2(place + 1);

  it.each([
    { scores: [1, 2, 3], mask: [0, 0, 0], topk: 1, sums: { hits: 1, dcg: dcg(1) }, why: "the positive is first" },
    { scores: [1, 4, 3], mask: [0, 0, 0], topk: 2, sums: { hits: 1, dcg: dcg(2) }, why: "second of two kept" },
    { scores: [1, 4, 3], mask: [0, 0, 0], topk: 1, sums: { hits: 0, dcg: 0 }, why: "second of one kept" },
    { scores: [3, 1, 3], mask: [0, 0, 0], topk: 1, sums: { hits: 0, dcg: 0 }, why: "a tie counts against it" },
    {
      scores: [4, 1, 3],
      mask: [1, 0, 0],
      topk: 1,
      sums: { hits: 1, dcg: dcg(1) },
      why: "a masked better one is no rival",
    },
  ])("$why", ({ scores, mask, topk, sums }) => {
    const got = rank(scores, mask, topk);
    expect(got.hits).toBe(sums.hits);
    expect(got.dcg).toBeCloseTo(sums.dcg, 12);
  });

  it("reads the mask from the row's own place", () => {
    const scores = Float64Array.of(9, 1, 9, 1);
    const mask = Uint8Array.of(0, 0, 1, 0, 1, 0);
    expect(rankPositives(scores, 2, 2, mask, 2, 1).hits).toBe(2);
    expect(rankPositives(scores, 2, 2, mask, 0, 1).hits).toBe(1);
  });

  it("aborts on NaN instead of giving a hit rate", () => {
    expect(() => rank([1, Number.NaN, 3], [0, 0, 0], 1)).toThrow(/NaN score for candidate 1 of evaluation row 0/);
    expect(() => rank([1, 2, Number.NaN], [0, 0, 0], 1)).toThrow(/NaN/);
  });

  it("refuses more places than candidates", () => {
    expect(() => checkTopk(102, 101)).toThrow(/top-102 of 101/);
    expect(() => checkTopk(101, 101)).not.toThrow();
  });
});
