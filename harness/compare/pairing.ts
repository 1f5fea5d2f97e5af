import type { MetricInfo } from "../../suites/suite.js";
import type { LaunchRecord } from "../record/schema.js";
import type { PlannedCell } from "../run/manifest.js";
import { type Evidence, gatherEvidence } from "./evidence.js";
import { workMismatch } from "./guard.js";
import { summarizeSide } from "./launches.js";
import { gatedMetric, type MetricsOf } from "./primary-metric.js";
import type { CompareOptions, Reason, SideSummary } from "./types.js";

/** One metric of one cell before the family is known. */
export interface Pending {
  info: MetricInfo;
  gated: boolean;
  base: SideSummary;
  next: SideSummary;
  barrier: Reason | null;
  evidence: Evidence | null;
}

export interface CellPair {
  planned: PlannedCell;
  base: LaunchRecord[];
  next: LaunchRecord[];
  gated: Pending;
  others: Pending[];
}

export type Launches = ReadonlyMap<number, LaunchRecord>;

/** Null where a metric was asked for that neither side of this cell has. */
export function pairCell(
  plan: { base: PlannedCell; next: PlannedCell | undefined },
  launches: { base: Launches; next: Launches },
  mismatch: Reason | null,
  options: CompareOptions,
  metricsOf: MetricsOf,
): CellPair | null {
  const metrics = metricsOf(plan.base.cell.suite);
  const [base, next] = [succeeded(launches.base), succeeded(launches.next)];
  const measured = (name: string) => [...base, ...next].some((record) => record.metrics[name] !== undefined);
  const info = gatedMetric(plan.base.cell, metrics, options.metric);
  if (info === null || (options.metric !== null && base.length + next.length > 0 && !measured(info.name))) return null;
  const crossing = mismatch === null ? null : acrossMachines(mismatch, options);
  const work = plan.next === undefined ? null : workMismatch(base, next);
  const pending = (metric: MetricInfo, isGated: boolean): Pending => {
    const sides = {
      base: summarizeSide(plan.base, launches.base, metric.name),
      next: summarizeSide(plan.next, launches.next, metric.name),
    };
    const comparable = work === null && (mismatch === null || options.crossMachine);
    return {
      info: metric,
      gated: isGated,
      ...sides,
      barrier: plan.next === undefined && crossing?.code !== "machine-mismatch" ? null : (work ?? crossing),
      evidence: comparable ? gatherEvidence(sides.base, sides.next, options.level) : null,
    };
  };
  return {
    planned: plan.base,
    base,
    next,
    gated: pending(info, true),
    others: metrics
      .filter((metric) => metric.assume === "nothing" && metric.name !== info.name && measured(metric.name))
      .map((metric) => pending(metric, false)),
  };
}

function acrossMachines(mismatch: Reason, options: CompareOptions): Reason {
  if (!options.crossMachine) return mismatch;
  return { code: "cross-machine", message: `for information only: ${mismatch.message}` };
}

function succeeded(records: Launches): LaunchRecord[] {
  return [...records.values()].filter((record) => record.status === "ok").sort((a, b) => a.launch - b.launch);
}
