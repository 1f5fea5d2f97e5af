import { describe, expect, it } from "vitest";
import type { Cell } from "../cell.js";
import { protocolOf } from "./protocol.js";
import { openRequest, tinyDataset } from "./test-support.js";
import { nonProtocolOptions, WorkloadOptions } from "./workload.js";

const dataset = tinyDataset([[0, 1], [2]], [3, 4], 9);
const evaluationSet = { perUser: 101, source: "sampled" } as const;

function protocol(task: "train" | "test" | "infer", precision: Cell["precision"] = "fp32", options = {}) {
  const request = openRequest(dataset, options);
  const evaluation = task === "infer" ? null : evaluationSet;
  return protocolOf({ ...request, cell: { ...request.cell, precision } }, task, evaluation);
}

const WHAT = "dataset datasetHash factors items layers minRatings parameters synthetic task users warmStart";
const EVALUATION = "evalNegatives evalNegativesSource evalSeed target topk validNegative validUsersPerBatch";
const TRAINING =
  "beta1 beta2 dropout dropoutMode epochs eps evalAfter itemsPerEpoch lazyAdam learningRate negTrick negativeSamples " +
  "shardOptimizer shortcutCollisionRate stopAtTarget";

describe("protocolOf", () => {
  it.each([
    ["train", "fp32", `${WHAT} ${EVALUATION} ${TRAINING}`],
    ["train", "tf32", `${WHAT} ${EVALUATION} ${TRAINING}`],
    ["train", "fp16", `${WHAT} ${EVALUATION} ${TRAINING} lossScale`],
    ["test", "fp16", `${WHAT} ${EVALUATION}`],
    ["infer", "fp16", `${WHAT} iterations warmupIterations`],
  ] as const)("of %s in %s holds what it read and nothing else", (task, precision, names) => {
    expect(Object.keys(protocol(task, precision)).sort()).toEqual(names.split(" ").sort());
  });

  it("leaves out no option of all tasks together but those that never matter", () => {
    const told = new Set([...Object.keys(protocol("train", "fp16")), ...Object.keys(protocol("infer"))]);
    const untold = Object.keys(WorkloadOptions.shape).filter((name) => !told.has(name));
    expect(untold.sort()).toEqual([...nonProtocolOptions].sort());
  });

  it("tells two trainings apart by what they read, never by an option of inference", () => {
    expect(protocol("train", "fp32", { iterations: 50, lossScale: 1 })).toEqual(protocol("train"));
    expect(protocol("train", "fp16", { lossScale: 1 })).not.toEqual(protocol("train", "fp16"));
    expect(protocol("infer", "fp32", { iterations: 50 })).not.toEqual(protocol("infer"));
    expect(protocol("infer", "fp32", { epochs: 3 })).toEqual(protocol("infer"));
  });

  it("tells weak scaling from strong, and by how large its steps are", () => {
    const on = (scaling: "strong" | "weak", gpus: number) => {
      const request = openRequest(dataset, { scaling });
      return protocolOf({ ...request, cell: { ...request.cell, gpus } }, "train", evaluationSet);
    };
    expect(on("strong", 8)).toEqual(protocol("train"));
    expect(on("weak", 8)).toMatchObject({ scaling: "weak", globalBatch: 2048 });
    expect(on("weak", 4)).not.toEqual(on("weak", 8));
  });

  it("counts the items of an epoch with their negatives", () => {
    expect(protocol("train", "fp32", { negativeSamples: 2 })).toMatchObject({ itemsPerEpoch: 9, evalNegatives: 100 });
  });
});
