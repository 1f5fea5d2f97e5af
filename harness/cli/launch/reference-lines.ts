import type { EvaluationSample } from "../../../suites/suite.js";
import type { TrainSummary } from "./summary.js";

/** Stands where the reference would print a number that was not measured (0.0, NaN) or would crash. */
const NOT_MEASURED = "not measured";

/** `New Best Epoch: 09, Train Time: 11.4197, Eval Time: 0.7425, HR: 0.9518, NDCG: 0.7341`, as the reference of 2019 prints it. */
export function newBestLine(sample: EvaluationSample, trainSeconds: number | null): string {
  return `New Best Epoch: ${epochFields(sample, trainSeconds)}`;
}

/** The same fields for each evaluated epoch, printed with `--verbose`. */
export function epochLine(sample: EvaluationSample, trainSeconds: number | null): string {
  return `Epoch: ${epochFields(sample, trainSeconds)}`;
}

function epochFields(sample: EvaluationSample, trainSeconds: number | null): string {
  const epoch = String(sample.epoch).padStart(2, "0");
  return `${epoch}, Train Time: ${fixed(trainSeconds)}, ${evaluationFields(sample)}`;
}

function evaluationFields({ seconds, hr, ndcg }: EvaluationSample): string {
  return `Eval Time: ${fixed(seconds)}, HR: ${fixed(hr)}, NDCG: ${fixed(ndcg)}`;
}

/** What `--mode test` prints: the reference's line, and the throughput in scored pairs per second. */
export function testBlock(sample: EvaluationSample): string {
  return `${evaluationFields(sample)}\n${aligned("Eval Throughput:", fixed(sample.pairs / sample.seconds))}`;
}

/** The reference's final block. Labels and columns are its own; a figure that was not measured says so. */
export function finalBlock(summary: TrainSummary): string {
  const hit = summary.firstEpochToHit;
  return [
    aligned("Minimum Train Time per Epoch:", fixed(summary.minTrainSeconds)),
    aligned("Average Train Time per Epoch:", fixed(summary.averageTrainSeconds)),
    aligned("Average Train Throughput:", fixed(summary.averageTrainThroughput)),
    aligned("Minimum Eval Time per Epoch:", fixed(summary.minEvalSeconds)),
    aligned("Average Eval Time per Epoch:", fixed(summary.averageEvalSeconds)),
    aligned("Average Eval Throughput:", fixed(summary.averageEvalThroughput)),
    aligned("First Epoch to hit:", !summary.evaluated ? NOT_MEASURED : hit === null ? "None" : String(hit)),
    aligned("Time to Train:", fixed(summary.timeToTrainSeconds)),
    aligned("Time to Best:", fixed(summary.timeToBestSeconds)),
    aligned("Best HR:", fixed(summary.bestHr)),
    aligned("Best Epoch:", summary.bestEpoch === null ? NOT_MEASURED : String(summary.bestEpoch)),
  ].join("\n");
}

/** One `Label:   value` line in the final block's columns. */
export function aligned(label: string, value: string): string {
  return `${label.padEnd(29)} ${value}`;
}

function fixed(value: number | null): string {
  return value === null ? NOT_MEASURED : value.toFixed(4);
}
