import type { EpochSample, EvaluationSample } from "../../../suites/suite.js";

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
  /** From the loop's start; null where the launch did not end and so did not say. */
  timeToTargetSeconds: number | null;
  timeToBestSeconds: number | null;
}

/** Epoch 0 warms up and is left out of every average; throughput is the mean of the epochs' own, not items by mean time. */
export function summarizeTraining(input: SummaryInput): TrainSummary {
  const epochs = input.epochs.filter(({ epoch }) => epoch >= 1);
  const warm = input.evaluations.filter(({ epoch }) => epoch >= 1);
  const hit = input.evaluations.find(({ hr }) => hr > input.target);
  let best: EvaluationSample | undefined;
  for (const one of input.evaluations) if (best === undefined || one.hr > best.hr) best = one;
  return {
    minTrainSeconds: minimum(epochs.map(({ seconds }) => seconds)),
    averageTrainSeconds: mean(epochs.map(({ seconds }) => seconds)),
    averageTrainThroughput: mean(epochs.map(({ items, seconds }) => items / seconds)),
    minEvalSeconds: minimum(warm.map(({ seconds }) => seconds)),
    averageEvalSeconds: mean(warm.map(({ seconds }) => seconds)),
    averageEvalThroughput: mean(warm.map(({ pairs, seconds }) => pairs / seconds)),
    evaluated: best !== undefined,
    firstEpochToHit: hit?.epoch ?? null,
    timeToTrainSeconds: hit === undefined ? null : input.timeToTargetSeconds,
    timeToBestSeconds: best === undefined ? null : input.timeToBestSeconds,
    bestHr: best?.hr ?? null,
    bestNdcg: best?.ndcg ?? null,
    bestEpoch: best?.epoch ?? null,
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function minimum(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.min(...values);
}
