import type { LaunchRecord } from "../record/schema.js";
import type { ExactCheck } from "./types.js";

/**
 * Compares a metric that repeats under one seed (`assume: exact`) launch by launch: the pairs are launches with equal seeds
 * that succeeded on both sides. Null when no pair has the metric. Shown and warned of, never gated: a newer library may sum
 * in another order, and the difference says so without any statistics.
 */
export function exactCheck(
  metric: string,
  base: Iterable<LaunchRecord>,
  next: Iterable<LaunchRecord>,
): ExactCheck | null {
  const bySeed = new Map<number, number>();
  for (const record of base) {
    const value = record.metrics[metric];
    if (record.status === "ok" && value !== undefined) bySeed.set(record.seed, value);
  }
  const check: ExactCheck = { metric, pairs: 0, equal: 0, firstDifference: null };
  for (const record of next) {
    const [before, after] = [bySeed.get(record.seed), record.metrics[metric]];
    if (record.status !== "ok" || before === undefined || after === undefined) continue;
    check.pairs++;
    if (Object.is(before, after)) check.equal++;
    else check.firstDifference ??= { seed: record.seed, base: before, next: after };
  }
  return check.pairs === 0 ? null : check;
}
