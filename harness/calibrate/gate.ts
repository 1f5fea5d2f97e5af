import { compareRuns } from "../compare/compare.js";
import { cellsToConfirm, confirmComparison } from "../compare/confirm.js";
import type { MetricsOf } from "../compare/primary-metric.js";
import type { RunData } from "../compare/run-data.js";
import type { Comparison } from "../compare/types.js";

export interface GateOptions {
  margin: number;
  alpha: number;
  metricsOf: MetricsOf;
}

/** What is calibrated: what is called of two runs, and what stands of it after a third. */
export interface Gate {
  compare(base: RunData, next: RunData, options: GateOptions): Comparison;
  /** `first`, where what was slower in it must be slower in `again`, too. */
  confirm(first: Comparison, base: RunData, again: RunData, options: GateOptions): Comparison;
}

/** The gate of `ncf-bench compare`. */
export const realGate: Gate = {
  compare: compareRuns,
  confirm: (first, base, again, options) =>
    confirmComparison(first, compareRuns(base, again, { ...options, cells: cellsToConfirm(first) })),
};
