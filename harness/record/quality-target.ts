import type { LaunchRecord } from "./schema.js";

/** The part of a planned cell that says whether its launches have a quality to reach. */
export interface PlannedQuality {
  cell: { mode: string };
  options: Record<string, unknown>;
  optionsSet?: readonly string[] | undefined;
}

/**
 * The HR@K that a cell's launches must exceed for their times to count; null when none was set. A target is set when the
 * matrix or the command line names `target`, or asks to stop at it; the default of the option alone is a line in the log,
 * as in the reference, since it belongs to one data set and a full schedule.
 */
export function qualityTarget(planned: PlannedQuality): number | null {
  const { target, stopAtTarget } = planned.options;
  if (planned.cell.mode !== "train" || typeof target !== "number") return null;
  return stopAtTarget === true || planned.optionsSet?.includes("target") ? target : null;
}

/** Why the launch missed the target, or null. A launch that was never evaluated missed it. */
export function missedTarget(record: LaunchRecord, target: number | null): string | null {
  if (target === null) return null;
  const { quality } = record;
  if (quality === null) return `never evaluated, so the target of ${target} was not shown`;
  return quality.hr > target
    ? null
    : `HR@${quality.topk} ${quality.hr.toFixed(4)} does not exceed the target of ${target}`;
}
