import type { Effect, MetricComparison } from "../compare/types.js";
import { formatPercent, formatSi } from "../console/format.js";

// How a comparison's figures read in a table's cell.

export function changeText(effect: Effect | null): string {
  return effect === null ? "-" : formatPercent(effect.ratio - 1, { signed: true });
}

export function intervalText(effect: Effect | null): string {
  if (effect === null) return "-";
  if (effect.low === null || effect.high === null) return "unbounded";
  return `${formatPercent(effect.low - 1, { signed: true })} … ${formatPercent(effect.high - 1, { signed: true })}`;
}

/** Valid of planned, baseline then newer. */
export function countText({ base, next }: MetricComparison): string {
  return `${base.valid}/${base.planned} + ${next.valid}/${next.planned}`;
}

export function mediansText({ base, next, unit }: MetricComparison): string {
  const text = (median: number | null) => (median === null ? "-" : formatSi(median));
  return `${text(base.median)} → ${text(next.median)} ${unit}`.trimEnd();
}
