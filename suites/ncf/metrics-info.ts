import type { EpochSample, EvaluationSample, InferenceSample, MetricInfo, Quality } from "../suite.js";

const seconds = (name: string): MetricInfo => ({ name, unit: "s", better: "lower", assume: "nothing" });
const rate = (name: string, unit: string, primary = false): MetricInfo => ({
  name,
  unit,
  better: "higher",
  assume: "nothing",
  ...(primary ? { primary } : {}),
});

/** What a launch can tell (specification, sections 10 and 11). */
export const ncfMetrics: readonly MetricInfo[] = [
  rate("train.throughput", "items/s", true),
  seconds("train.epoch_seconds.min"),
  seconds("train.epoch_seconds.mean"),
  { name: "train.loss", unit: "nats", better: "lower", assume: "exact" },
  rate("eval.throughput", "pairs/s"),
  seconds("eval.seconds.min"),
  seconds("eval.seconds.mean"),
  { name: "quality.hr", unit: "fraction", better: "higher", assume: "exact" },
  { name: "quality.ndcg", unit: "fraction", better: "higher", assume: "exact" },
  seconds("time_to_target"),
  seconds("time_to_best"),
  ...(["fed", "resident"] as const).flatMap((variant) => [
    rate(`infer.${variant}.throughput`, "items/s", variant === "fed"),
    ...["mean", "p50", "p90", "p95", "p99"].map((name) => seconds(`infer.${variant}.latency.${name}`)),
  ]),
];

/**
 * Training metrics. Epoch 0 is left out of all means, as in the reference; with no later epoch there is no training
 * throughput. Throughput is the mean over epochs of items / seconds, not items / mean seconds.
 */
export function trainingMetrics(
  epochs: readonly EpochSample[],
  evaluations: readonly EvaluationSample[],
  quality: Quality | null,
): Record<string, number> {
  const metrics: Record<string, number> = {};
  const warm = epochs.filter(({ epoch }) => epoch !== epochs[0]!.epoch);
  if (warm.length > 0) {
    metrics["train.throughput"] = mean(warm.map((sample) => sample.items / sample.seconds));
    metrics["train.epoch_seconds.min"] = Math.min(...warm.map((sample) => sample.seconds));
    metrics["train.epoch_seconds.mean"] = mean(warm.map((sample) => sample.seconds));
  }
  const last = epochs.at(-1);
  if (last) metrics["train.loss"] = last.loss;
  const warmEvaluations = evaluations.filter(({ epoch }) => epoch !== epochs[0]!.epoch);
  if (warmEvaluations.length > 0) Object.assign(metrics, evaluationMetrics(warmEvaluations));
  if (quality) {
    metrics["quality.hr"] = quality.hr;
    metrics["quality.ndcg"] = quality.ndcg;
    metrics.time_to_best = quality.timeToBestSeconds;
    if (quality.timeToTargetSeconds !== null) metrics.time_to_target = quality.timeToTargetSeconds;
  }
  return metrics;
}

/** Evaluation throughput in scored pairs a second, not users (specification, section 10). */
export function evaluationMetrics(evaluations: readonly EvaluationSample[]): Record<string, number> {
  return {
    "eval.throughput": mean(evaluations.map((sample) => sample.pairs / sample.seconds)),
    "eval.seconds.min": Math.min(...evaluations.map((sample) => sample.seconds)),
    "eval.seconds.mean": mean(evaluations.map((sample) => sample.seconds)),
  };
}

/** Throughput is batch / mean latency; percentiles by linear interpolation, as numpy's default. */
export function inferenceMetrics({ variant, batch, latencies }: InferenceSample): Record<string, number> {
  const sorted = latencies.toSorted((a, b) => a - b);
  const average = mean(sorted);
  return {
    [`infer.${variant}.throughput`]: batch / average,
    [`infer.${variant}.latency.mean`]: average,
    ...Object.fromEntries([50, 90, 95, 99].map((p) => [`infer.${variant}.latency.p${p}`, percentile(sorted, p / 100)])),
  };
}

/** Linear interpolation at (n - 1) p of ascending values. */
export function percentile(ascending: readonly number[], p: number): number {
  const position = (ascending.length - 1) * p;
  const low = Math.floor(position);
  const high = Math.ceil(position);
  return ascending[low]! + (ascending[high]! - ascending[low]!) * (position - low);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
