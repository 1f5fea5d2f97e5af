import type { EvaluationSample } from "../../../suites/suite.js";
import type { TrainSummary } from "./summary.js";

/**
 * One line of the reference's JSON log as of 2024 (dllogger): `DLLL {"timestamp": …, "step": …, "data": …}`. `step` is
 * `PARAMETER`, [epoch], or [] for the summary. Numbers that JSON does not know become null.
 */
export function logLine(step: "PARAMETER" | readonly number[], data: Record<string, unknown>, clock: LogClock): string {
  const now = clock.now();
  return `DLLL ${JSON.stringify({
    timestamp: String(now.getTime() / 1000),
    datetime: now.toISOString().replace("T", " ").replace("Z", ""),
    elapsedtime: String(clock.elapsedSeconds()),
    type: "LOG",
    step,
    data,
  })}\n`;
}

export interface LogClock {
  now(): Date;
  elapsedSeconds(): number;
}

/** A clock that starts now. */
export function startLogClock(): LogClock {
  const start = performance.now();
  return { now: () => new Date(), elapsedSeconds: () => (performance.now() - start) / 1000 };
}

/** An evaluated epoch. The reference's key says hr@10 for any K. */
export function epochData(sample: EvaluationSample, trainSeconds: number | null): Record<string, number> {
  return {
    ...(trainSeconds === null ? {} : { train_time: trainSeconds }),
    eval_time: sample.seconds,
    "hr@10": sample.hr,
    ndcg: sample.ndcg,
  };
}

/** The reference's final record; figures that were not measured are left out, `first_epoch_to_hit` null means none did. */
export function summaryData(summary: TrainSummary): Record<string, number | null> {
  const data: Record<string, number | null> = {
    average_train_time_per_epoch: summary.averageTrainSeconds,
    average_train_throughput: summary.averageTrainThroughput,
    average_eval_time_per_epoch: summary.averageEvalSeconds,
    average_eval_throughput: summary.averageEvalThroughput,
    best_hr: summary.bestHr,
    best_epoch: summary.bestEpoch,
  };
  const measured = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
  return summary.evaluated ? { ...measured, first_epoch_to_hit: summary.firstEpochToHit } : measured;
}
