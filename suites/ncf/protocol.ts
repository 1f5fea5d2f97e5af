import { globalBatch } from "../cell.js";
import type { LaunchJob } from "../suite.js";
import type { NcfDataset } from "./dataset.js";
import type { OpenRequest } from "./engine.js";
import type { EvaluationSet } from "./evalset.js";
import { shortcutCollisionRate } from "./sampling.js";
import { nonProtocolOptions, parameterCount, type WorkloadOptions } from "./workload.js";

const EVALUATION = ["validUsersPerBatch", "topk", "target", "validNegative", "evalSeed"] as const;
const INFERENCE = ["iterations", "warmupIterations"] as const;

/**
 * All that must be equal for two launches to be compared, and nothing that the launch never reads: an option of inference
 * neither tells two trainings apart nor belongs beside them in a report. The seed and the engine's build are not part of it.
 */
export function protocolOf(
  { cell, shape, options, dataset }: Pick<OpenRequest, "cell" | "shape" | "options" | "dataset">,
  task: LaunchJob["task"],
  evaluationSet: Pick<EvaluationSet, "perUser" | "source"> | null,
): Record<string, unknown> {
  const protocol: Record<string, unknown> = {
    task,
    ...appliedOptions(options, task, cell.precision === "fp16"),
    ...datasetProtocol(dataset),
    factors: shape.factors,
    layers: [...shape.layers],
    parameters: parameterCount(shape, dataset.users, dataset.items),
    warmStart: options.loadCheckpointPath !== null,
  };
  if (cell.scaling === "weak") {
    protocol.scaling = cell.scaling;
    protocol.globalBatch = globalBatch(cell);
  }
  if (evaluationSet !== null) {
    protocol.evalNegatives = evaluationSet.perUser - 1;
    protocol.evalNegativesSource = evaluationSet.source;
  }
  if (task === "train") {
    protocol.itemsPerEpoch = dataset.trainItems.length * (options.negativeSamples + 1);
    protocol.shortcutCollisionRate = options.negTrick ? shortcutCollisionRate(dataset) : 0;
  }
  return protocol;
}

function appliedOptions(
  options: WorkloadOptions,
  task: LaunchJob["task"],
  scalesLoss: boolean,
): Partial<WorkloadOptions> {
  const read = (name: keyof WorkloadOptions): boolean => {
    if ((nonProtocolOptions as readonly string[]).includes(name)) return false;
    if (name === "minRatings") return true;
    if (task === "infer") return (INFERENCE as readonly string[]).includes(name);
    if (task === "test") return (EVALUATION as readonly string[]).includes(name);
    return !(INFERENCE as readonly string[]).includes(name) && (name !== "lossScale" || scalesLoss);
  };
  return Object.fromEntries(Object.entries(options).filter(([name]) => read(name as keyof WorkloadOptions)));
}

function datasetProtocol({ manifest, users, items }: NcfDataset): Record<string, unknown> {
  const { name, synthetic, hash } = manifest;
  return { dataset: name, datasetHash: hash, synthetic, users, items };
}
