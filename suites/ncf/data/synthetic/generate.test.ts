import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../../errors/user-error.js";
import type { NcfDataset } from "../../dataset.js";
import { buildSynthetic, synthesize } from "../build.js";
import { generateRatings } from "./generate.js";
import { canonicalSpec, fewestRatings, parseSyntheticSpec, type SyntheticSpec } from "./spec.js";

const ml100k = parseSyntheticSpec("ml-100k");

function countBy(ids: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

describe("generateRatings", () => {
  it("has exactly the asked users, items and ratings, and no pair twice, at any feasible size", () => {
    const specs = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 2, max: 60 }), fc.noBias(fc.nat(1000)))
      .map(([users, items, fill], seed = 0): SyntheticSpec => {
        const least = Math.max(2 * users, items);
        return { users, items, ratings: Math.floor(least + (fill / 1000) * (users * items - least)), seed };
      })
      .filter(({ users, items, ratings }) => ratings <= users * items && ratings >= 2 * users);
    fc.assert(
      fc.property(specs, fc.integer({ min: 0, max: 2 ** 40 }), (sizes, seed) => {
        const spec = { ...sizes, seed };
        const made = generateRatings(spec);
        expect(made.rows).toBe(spec.ratings);
        expect(countBy(made.users).size).toBe(spec.users);
        expect(countBy(made.items).size).toBe(spec.items);
        expect(Math.min(...countBy(made.users).values())).toBeGreaterThanOrEqual(fewestRatings(spec));
        const pairs = new Set(Array.from(made.users, (user, row) => user * 100 + made.items[row]!));
        expect(pairs.size).toBe(spec.ratings);
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it("is ordered by user and item with ids from 1, as MovieLens files are", () => {
    const { users, items } = generateRatings(ml100k);
    for (let row = 1; row < users.length; row++) {
      const [user, before] = [users[row]!, users[row - 1]!];
      expect(user === before ? items[row]! > items[row - 1]! : user === before + 1).toBe(true);
    }
    expect([users[0], users.at(-1), Math.min(...items), Math.max(...items)]).toEqual([1, 943, 1, 1682]);
  });

  it("has MovieLens' long tail: popularity by rank within a factor of 1.6 of ml-100k's", () => {
    const popularity = [...countBy(generateRatings(ml100k).items).values()].sort((a, b) => b - a);
    // Ratings of the items at these popularity ranks in ml-100k.
    const real = [
      [10, 420],
      [50, 276],
      [100, 217],
      [200, 151],
      [400, 83],
      [800, 30],
      [1200, 8],
    ] as const;
    for (const [rank, ratings] of real) {
      expect(popularity[rank]! / ratings).toBeGreaterThan(1 / 1.6);
      expect(popularity[rank]! / ratings).toBeLessThan(1.6);
    }
  });

  it("has lognormal users: median and heaviest near ml-100k's 65 and 737", () => {
    const activity = [...countBy(generateRatings(ml100k).users).values()].sort((a, b) => a - b);
    expect(activity[0]).toBe(20);
    expect(activity[activity.length >> 1]).toBeGreaterThan(45);
    expect(activity[activity.length >> 1]).toBeLessThan(85);
    expect(activity.at(-1)).toBeGreaterThan(500);
    expect(activity.at(-1)).toBeLessThanOrEqual(683);
  });

  it("has taste to learn: item neighbours beat popularity by 0.1 of HR@10", () => {
    const data = synthesize("ml-100k");
    const popularity = new Float64Array(data.items);
    for (const item of data.trainItems) popularity[item]!++;
    const neighbours = itemNeighbourScores(data);
    const byPopularity = hitRate(data, () => popularity);
    const byTaste = hitRate(data, neighbours);
    expect(byPopularity).toBeGreaterThan(0.4);
    expect(byPopularity).toBeLessThan(0.7);
    expect(byTaste).toBeGreaterThan(byPopularity + 0.1);
  });

  it("depends on the seed alone", () => {
    const spec = parseSyntheticSpec("users=60,items=90,ratings=2000");
    expect(generateRatings({ ...spec, seed: 3 })).toEqual(generateRatings({ ...spec, seed: 3 }));
    expect(generateRatings({ ...spec, seed: 3 })).not.toEqual(generateRatings({ ...spec, seed: 4 }));
  });

  it("is the same on every machine: the hash of synthetic:ml-100k is pinned", () => {
    expect(synthesize("ml-100k").manifest.hash).toBe(
      "7fff7b738086ddfde22c3feeb6311f6c4adfdb9fe45345d30ada2e660c9c750a",
    );
  });
});

describe("synthesize", () => {
  it("loses nothing to preprocessing and is labelled synthetic", () => {
    const { manifest, ...data } = synthesize("synthetic:ml-100k", 2);
    expect(manifest).toMatchObject({ name: "synthetic:ml-100k,seed=2", synthetic: true, minRatings: 20 });
    expect(manifest.counts).toMatchObject({ rowsRead: 100_000, users: 943, items: 1682, trainRows: 99_057 });
    expect([data.users, data.items, data.trainItems.length]).toEqual([943, 1682, 99_057]);
  });

  it("lowers the filter where the size does not give each user 20 ratings", () => {
    expect(synthesize("users=8,items=12,ratings=40").manifest.counts).toMatchObject({ users: 8, items: 12 });
  });

  it("applies a higher filter that was asked for", () => {
    expect(buildSynthetic(ml100k, 100).users).toBeLessThan(400);
  });
});

describe("parseSyntheticSpec", () => {
  it.each([
    ["synthetic:ml-100k", "synthetic:ml-100k"],
    ["ml-1m,seed=7", "synthetic:ml-1m,seed=7"],
    ["ml-20m,seed=0", "synthetic:ml-20m"],
    ["seed=1, users=9,items=9,ratings=40", "synthetic:users=9,items=9,ratings=40,seed=1"],
    ["users=943,items=1682,ratings=100000", "synthetic:ml-100k"],
  ])("%s is %s", (text, canonical) => {
    expect(canonicalSpec(parseSyntheticSpec(text))).toBe(canonical);
    expect(parseSyntheticSpec(canonical)).toEqual(parseSyntheticSpec(text));
  });

  it.each([
    ["synthetic:ml-5m", "'ml-5m' is neither"],
    ["synthetic:", "'' is neither"],
    ["synthetic:__proto__", "'__proto__' is neither"],
    ["ml-100k,users=5", "only 'seed'"],
    ["users=5,items=5", "all needed"],
    ["users=5,users=6,items=5,ratings=20", "'users' is given twice"],
    ["users=0,items=5,ratings=20", "at least 1 user"],
    ["users=5,items=50,ratings=20", "each item needs a rating"],
    ["users=5,items=5,ratings=26", "at most 25 pairs"],
    ["users=50,items=5,ratings=60", "each user needs two ratings"],
    ["users=-1,items=5,ratings=20", "'users=-1'"],
    ["users=99999999999,items=5,ratings=20", "sizes end at"],
  ])("refuses %s", (text, says) => {
    expect(() => parseSyntheticSpec(text)).toThrow(UserError);
    expect(() => parseSyntheticSpec(text)).toThrow(says);
  });
});

/** HR@10 against 100 negatives spread evenly over the items that the user has not rated. */
function hitRate(data: NcfDataset, scoresOf: (user: number) => Float64Array): number {
  let hits = 0;
  for (let user = 0; user < data.users; user++) {
    const scores = scoresOf(user);
    const test = data.testItems[user]!;
    const own = new Set(data.trainItems.subarray(data.trainOffsets[user]!, data.trainOffsets[user + 1]!));
    let above = 0;
    for (let negative = 0, item = user % 16; negative < 100; negative++) {
      do item = (item + 16) % data.items;
      while (own.has(item) || item === test);
      if (scores[item]! >= scores[test]!) above++;
    }
    if (above < 10) hits++;
  }
  return hits / data.users;
}

/** Item-based neighbours by cosine: the simplest recommender that knows taste. */
function itemNeighbourScores(data: NcfDataset): (user: number) => Float64Array {
  const { items, users, trainItems, trainOffsets } = data;
  const together = new Float64Array(items * items);
  const count = new Float64Array(items);
  for (let user = 0; user < users; user++) {
    const own = trainItems.subarray(trainOffsets[user]!, trainOffsets[user + 1]!);
    for (const a of own) {
      count[a]!++;
      for (const b of own) together[a * items + b]!++;
    }
  }
  return (user) => {
    const scores = new Float64Array(items);
    for (const a of trainItems.subarray(trainOffsets[user]!, trainOffsets[user + 1]!)) {
      for (let b = 0; b < items; b++) scores[b]! += together[a * items + b]! / Math.sqrt(count[a]! * (count[b]! + 1));
    }
    return scores;
  };
}
