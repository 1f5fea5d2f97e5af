import { describe, expect, it } from "vitest";
import { synthesize } from "./data/build.js";
import { EpochSampler, shortcutCollisionRate } from "./sampling.js";
import { tinyDataset } from "./test-support.js";
import { UserItems } from "./user-items.js";

const dataset = synthesize("users=60,items=80,ratings=1800,seed=2");
const known = new UserItems(dataset);

type Sample = readonly [user: number, item: number, label: number];

function epochOf(sampler: EpochSampler, batch: number, epoch: number): Sample[] {
  const [users, items, labels] = [new Int32Array(batch), new Int32Array(batch), new Float32Array(batch)];
  const samples: Sample[] = [];
  sampler.begin(epoch);
  for (let step = 0; step < sampler.steps; step++) {
    const count = sampler.fill(step, users, items, labels);
    for (let i = 0; i < count; i++) samples.push([users[i]!, items[i]!, labels[i]!]);
  }
  return samples;
}

const sampler = (negTrick: boolean, batch = 128, seed = 5, negativeSamples = 4) =>
  new EpochSampler(dataset, { negativeSamples, negTrick }, batch, seed);

describe("EpochSampler", () => {
  it("gives every positive once and n negatives of the same user for each", () => {
    const samples = epochOf(sampler(true), 128, 0);
    const positives = samples.filter(([, , label]) => label === 1).map(([user, item]) => `${user},${item}`);
    const expected = Array.from(dataset.trainItems, (item, row) => `${dataset.trainUsers[row]},${item}`);
    expect(positives.sort()).toEqual(expected.sort());
    const perUser = new Uint32Array(dataset.users);
    for (const [user, , label] of samples) if (label === 0) perUser[user]!++;
    for (let user = 0; user < dataset.users; user++) {
      expect(perUser[user]).toBe(4 * (dataset.trainOffsets[user + 1]! - dataset.trainOffsets[user]!));
    }
  });

  it("cuts the epoch into full batches and one short last batch that is used", () => {
    const { items, steps } = sampler(true, 1000);
    expect([items, steps]).toEqual([1740 * 5, 9]);
    expect(epochOf(sampler(true, 1000), 1000, 0)).toHaveLength(8700);
  });

  it("is the same epoch whatever the batch size, and another for another epoch or seed", () => {
    const one = epochOf(sampler(true, 64), 64, 3);
    expect(epochOf(sampler(true, 999), 999, 3)).toEqual(one);
    expect(epochOf(sampler(true, 64), 64, 4)).not.toEqual(one);
    expect(epochOf(sampler(true, 64, 6), 64, 3)).not.toEqual(one);
  });

  it("mixes labels: each batch holds about one positive in five", () => {
    const samples = epochOf(sampler(true), 128, 0);
    for (let start = 0; start + 128 <= samples.length; start += 128) {
      const positives = samples.slice(start, start + 128).filter(([, , label]) => label === 1).length;
      expect(Math.abs(positives - 25.6)).toBeLessThan(5 * Math.sqrt(128 * 0.16));
    }
  });

  it("draws wrong negatives under the shortcut at the rate it says, and none in exact mode", () => {
    const wrong = (trick: boolean) =>
      epochOf(sampler(trick), 128, 0).filter(([user, item, label]) => label === 0 && known.has(user, item)).length;
    const rate = shortcutCollisionRate(dataset);
    const draws = 1740 * 4;
    expect(Math.abs(wrong(true) - rate * draws)).toBeLessThan(5 * Math.sqrt(draws * rate * (1 - rate)));
    expect(wrong(false)).toBe(0);
  });

  it("reports the measured collision rate in exact mode only", () => {
    const exact = sampler(false);
    expect(exact.collisionRate()).toBeNull();
    epochOf(exact, 128, 0);
    expect(exact.collisionRate()).toBeCloseTo(shortcutCollisionRate(dataset), 1.5);
  });

  it("may draw a user's test item as a negative, in both modes", () => {
    const lone = tinyDataset([[0, 1]], [2], 3);
    for (const negTrick of [true, false]) {
      const s = new EpochSampler(lone, { negativeSamples: 50, negTrick }, 200, 1);
      expect(epochOf(s, 200, 0).some(([, item, label]) => label === 0 && item === 2)).toBe(true);
    }
  });

  it("refuses exact negatives where a user has every item", () => {
    const full = tinyDataset([[0, 1, 2]], [2], 3);
    expect(() => new EpochSampler(full, { negativeSamples: 1, negTrick: false }, 4, 0)).toThrow(
      /user 0 has all 3 items/,
    );
  });
});
