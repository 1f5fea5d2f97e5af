import { describe, expect, it } from "vitest";
import { aggregateSeeds, renderSeeds } from "./multi-seed.js";
import { parseSeeds } from "./seeds.js";
import { summarizeTraining, type TrainSummary } from "./summary.js";

const summary = (bestHr: number | null, averageTrainThroughput: number | null): TrainSummary => ({
  ...summarizeTraining({ epochs: [], evaluations: [], target: 1, quality: null }),
  bestHr,
  averageTrainThroughput,
});

describe("parseSeeds", () => {
  it.each([
    ["7", [7]],
    ["1..5", [1, 2, 3, 4, 5]],
    ["1,5,2", [1, 5, 2]],
    ["1..3, 2..4", [1, 2, 3, 4]],
    ["0..0", [0]],
  ])("%s", (text, seeds) => expect(parseSeeds(text)).toEqual(seeds));

  it.each(["", "a", "1..", "..5", "5..1", "-1", "1.5", "1...3", "1..1000000", "1,,2"])("refuses %j", (text) => {
    expect(() => parseSeeds(text)).toThrow(/--seeds/);
  });
});

describe("the protocol of several seeds", () => {
  const some = [summary(0.5, 100), summary(0.7, 200), null, summary(0.6, null)];

  it("takes the maximum hit rate and the mean throughput, over the seeds that have one", () => {
    const [hr, , throughput] = aggregateSeeds(some);
    expect(hr).toMatchObject({ headline: "max", max: 0.7, min: 0.5, measured: 3, values: [0.5, 0.7, null, 0.6] });
    expect(hr!.mean).toBeCloseTo(0.6, 12);
    expect(hr!.sd).toBeCloseTo(0.1, 12);
    expect(throughput).toMatchObject({ headline: "mean", mean: 150, min: 100, max: 200, measured: 2 });
    expect(throughput!.sd).toBeCloseTo(Math.sqrt(5000), 10);
  });

  it("shows every seed's value and how many made the headline", () => {
    const lines = renderSeeds([1, 2, 3, 4], aggregateSeeds(some)).split("\n");
    expect(lines[0]).toMatch(/^metric +headline +mean +sd +min +max +seed 1 +seed 2 +seed 3 +seed 4$/);
    expect(lines[2]).toMatch(
      /^Best HR +0\.7000 +max of 3 +0\.6000 +0\.1000 +0\.5000 +0\.7000 +0\.5000 +0\.7000 +– +0\.6000$/,
    );
    expect(lines[4]).toMatch(/^Average Train Throughput \(items\/s\) +150\.0 +mean of 2 /);
  });

  it("has no spread of one value and no statistics of none", () => {
    expect(aggregateSeeds([summary(0.5, null)])[0]).toMatchObject({ sd: null, mean: 0.5 });
    expect(aggregateSeeds([null])[0]).toMatchObject({ measured: 0, mean: null, sd: null, min: null, max: null });
  });
});
