import { describe, expect, it } from "vitest";
import type { EpochSample, EvaluationSample } from "../../../suites/suite.js";
import { epochLine, finalBlock, newBestLine, testBlock } from "./reference-lines.js";
import { epochData, logLine, summaryData } from "./reference-log.js";
import { type SummaryInput, summarizeTraining, type TrainSummary } from "./summary.js";

const epoch = (index: number, seconds: number, items = 1000): EpochSample => ({
  epoch: index,
  seconds,
  items,
  loss: 0.1,
  steps: 1,
});
const evaluation = (index: number, hr: number, seconds = 0.5, pairs = 100): EvaluationSample => ({
  epoch: index,
  seconds,
  hr,
  ndcg: hr / 2,
  pairs,
  users: 1,
});
const input: SummaryInput = {
  epochs: [epoch(0, 50), epoch(1, 2), epoch(2, 4), epoch(3, 5)],
  evaluations: [evaluation(1, 0.9, 0.5), evaluation(2, 0.96, 0.25), evaluation(3, 0.95, 0.25)],
  target: 0.9562,
  quality: {
    hr: 0.96,
    ndcg: 0.48,
    bestEpoch: 2,
    topk: 10,
    target: 0.9562,
    firstEpochToTarget: 2,
    timeToTargetSeconds: 57,
    timeToBestSeconds: 58,
  },
};
const nothing: SummaryInput = { epochs: [], evaluations: [], target: 0.9, quality: null };

describe("the summary of a training", () => {
  it("leaves the warm-up epoch out and averages throughputs, not times", () => {
    expect(summarizeTraining(input)).toEqual({
      minTrainSeconds: 2,
      averageTrainSeconds: 11 / 3,
      averageTrainThroughput: (500 + 250 + 200) / 3,
      minEvalSeconds: 0.25,
      averageEvalSeconds: 1 / 3,
      averageEvalThroughput: (200 + 400 + 400) / 3,
      evaluated: true,
      firstEpochToHit: 2,
      timeToTrainSeconds: 57,
      timeToBestSeconds: 58,
      bestHr: 0.96,
      bestNdcg: 0.48,
      bestEpoch: 2,
    } satisfies TrainSummary);
  });

  it("leaves an evaluation after epoch 0 out of the averages but not out of the best", () => {
    const summary = summarizeTraining({ ...input, evaluations: [evaluation(0, 0.99, 9), evaluation(1, 0.5, 1)] });
    expect(summary).toMatchObject({ bestEpoch: 0, firstEpochToHit: 0, averageEvalSeconds: 1 });
  });

  it("needs the hit rate to exceed the target, and the earlier of two equal bests wins", () => {
    const equal = summarizeTraining({ ...input, evaluations: [evaluation(1, 0.9562), evaluation(2, 0.9562)] });
    expect(equal).toMatchObject({ firstEpochToHit: null, bestEpoch: 1 });
  });

  it("knows best and first hit of a launch that was stopped, but no time since its start", () => {
    expect(summarizeTraining({ ...input, quality: null })).toMatchObject({
      bestEpoch: 2,
      firstEpochToHit: 2,
      timeToTrainSeconds: null,
      timeToBestSeconds: null,
    });
  });

  it("has no average of a single epoch", () => {
    expect(summarizeTraining({ ...nothing, epochs: [epoch(0, 1)] })).toMatchObject({ averageTrainSeconds: null });
  });
});

describe("the reference's lines, letter by letter", () => {
  it("prints an improvement and an evaluated epoch", () => {
    const sample = { ...evaluation(9, 0.9518, 0.7425), ndcg: 0.7341 };
    const fields = "09, Train Time: 11.4197, Eval Time: 0.7425, HR: 0.9518, NDCG: 0.7341";
    expect(newBestLine(sample, 11.4197)).toBe(`New Best Epoch: ${fields}`);
    expect(epochLine(sample, 11.4197)).toBe(`Epoch: ${fields}`);
    expect(epochLine({ ...sample, epoch: 123 }, null)).toMatch(/^Epoch: 123, Train Time: not measured, Eval/);
  });

  it("prints the final block of the reference's own sample", () => {
    const sample: TrainSummary = {
      minTrainSeconds: 2.0085,
      averageTrainSeconds: 2.0847,
      averageTrainThroughput: 47654877.9464,
      minEvalSeconds: 0.1199,
      averageEvalSeconds: 0.1372,
      averageEvalThroughput: 1030575.0538,
      evaluated: true,
      firstEpochToHit: 9,
      timeToTrainSeconds: 26.1703,
      timeToBestSeconds: 35.5,
      bestHr: 0.9594,
      bestNdcg: 0.74,
      bestEpoch: 13,
    };
    expect(finalBlock(sample)).toBe(`\
Minimum Train Time per Epoch: 2.0085
Average Train Time per Epoch: 2.0847
Average Train Throughput:     47654877.9464
Minimum Eval Time per Epoch:  0.1199
Average Eval Time per Epoch:  0.1372
Average Eval Throughput:      1030575.0538
First Epoch to hit:           9
Time to Train:                26.1703
Time to Best:                 35.5000
Best HR:                      0.9594
Best Epoch:                   13`);
  });

  it("never prints a number that was not measured", () => {
    const block = finalBlock(summarizeTraining(nothing));
    expect(block).not.toMatch(/\d/);
    expect(block.match(/not measured/g)).toHaveLength(11);
  });

  it("says None where epochs were evaluated and none hit the target", () => {
    const quality = { ...input.quality!, timeToTargetSeconds: null };
    const block = finalBlock(summarizeTraining({ ...input, target: 0.99, quality }));
    expect(block).toContain("First Epoch to hit:           None\nTime to Train:                not measured\n");
  });

  it("prints a test's line and its throughput in pairs", () => {
    expect(testBlock({ ...evaluation(0, 0.9574, 2, 1000), ndcg: 0.742 })).toBe(
      "Eval Time: 2.0000, HR: 0.9574, NDCG: 0.7420\nEval Throughput:              500.0000",
    );
  });
});

describe("the reference's JSON log", () => {
  const clock = { now: () => new Date("2026-01-02T03:04:05.678Z"), elapsedSeconds: () => 1.5 };

  it("writes DLLL and one JSON object a line", () => {
    const line = logLine([9], epochData(evaluation(9, 0.5), 2), clock);
    expect(line).toMatch(/^DLLL \{.*\}\n$/);
    expect(JSON.parse(line.slice(5))).toEqual({
      timestamp: "1767323045.678",
      datetime: "2026-01-02 03:04:05.678",
      elapsedtime: "1.5",
      type: "LOG",
      step: [9],
      data: { train_time: 2, eval_time: 0.5, "hr@10": 0.5, ndcg: 0.25 },
    });
  });

  it("has the reference's keys in the final record, and only those that were measured", () => {
    expect(Object.keys(summaryData(summarizeTraining(input))).sort()).toEqual([
      "average_eval_throughput",
      "average_eval_time_per_epoch",
      "average_train_throughput",
      "average_train_time_per_epoch",
      "best_epoch",
      "best_hr",
      "first_epoch_to_hit",
    ]);
    expect(summaryData(summarizeTraining({ ...input, target: 1 })).first_epoch_to_hit).toBeNull();
    expect(summaryData(summarizeTraining(nothing))).toEqual({});
  });
});
