import { trainingMetrics } from "../../../suites/ncf/metrics-info.js";
import type { EpochSample, EvaluationSample, Quality } from "../../../suites/suite.js";

/**
 * The figures of the reference's final block (specification, section 10). Null: not measured. Times in seconds,
 * training throughput in items per second, evaluation throughput in scored pairs per second.
 */
export interface TrainSummary {
  minTrainSeconds: number | null;
  averageTrainSeconds: number | null;
  averageTrainThroughput: number | null;
  minEvalSeconds: number | null;
  averageEvalSeconds: number | null;
  averageEvalThroughput: number | null;
  evaluated: boolean;
  /** First evaluated epoch whose HR exceeds the target; null where none did, or none was evaluated. */
  firstEpochToHit: number | null;
  timeToTrainSeconds: number | null;
  timeToBestSeconds: number | null;
  bestHr: number | null;
  bestNdcg: number | null;
  bestEpoch: number | null;
}

export interface SummaryInput {
  epochs: readonly EpochSample[];
  evaluations: readonly EvaluationSample[];
  target: number;
  /** Null where the launch did not end and so did not say; times from the loop's start are then unknown. */
  quality: Quality | null;
}

/** The suite's own metrics, and best and first hit by what was evaluated: they hold for a launch that was stopped too. */
export function summarizeTraining({ epochs, evaluations, target, quality }: SummaryInput): TrainSummary {
  const metrics = epochs.length === 0 ? {} : trainingMetrics(epochs, evaluations, quality);
  const measured = (name: string) => metrics[name] ?? null;
  let best: EvaluationSample | undefined;
  for (const one of evaluations) if (best === undefined || one.hr > best.hr) best = one;
  return {
    minTrainSeconds: measured("train.epoch_seconds.min"),
    averageTrainSeconds: measured("train.epoch_seconds.mean"),
    averageTrainThroughput: measured("train.throughput"),
    minEvalSeconds: measured("eval.seconds.min"),
    averageEvalSeconds: measured("eval.seconds.mean"),
    averageEvalThroughput: measured("eval.throughput"),
    evaluated: best !== undefined,
    firstEpochToHit: evaluations.find(({ hr }) => hr > target)?.epoch ?? null,
    timeToTrainSeconds: measured("time_to_target"),
    timeToBestSeconds: measured("time_to_best"),
    bestHr: best?.hr ?? null,
    bestNdcg: best?.ndcg ?? null,
    bestEpoch: best?.epoch ?? null,
  };
}
