import { UserError } from "../../errors/user-error.js";
import type { Cell } from "../../suites/cell.js";
import type { MetricInfo } from "../../suites/suite.js";

export type MetricsOf = (suite: string) => readonly MetricInfo[];

/**
 * The one metric of a cell that the gate rests on: the one asked for, else the suite's primary metric of the cell's mode,
 * whose name starts with the mode (`train.throughput`). Latencies and the like of the same launches say the same thing
 * again; as members of the family they would cost every cell power and buy nothing, so they are shown and not gated.
 * Null when the metric asked for belongs to another mode. Throws `UserError` for a metric that the suite does not have.
 */
export function gatedMetric(cell: Cell, metrics: readonly MetricInfo[], asked: string | null): MetricInfo | null {
  if (asked === null) {
    const primary = metrics.find((metric) => metric.primary === true && modeOf(metric.name) === cell.mode);
    if (primary === undefined) throw new Error(`suite ${cell.suite} has no primary metric for mode ${cell.mode}`);
    return primary;
  }
  const metric = metrics.find(({ name }) => name === asked);
  if (metric === undefined) {
    throw new UserError({
      code: "compare.metric-unknown",
      what: `no metric is called ${asked}`,
      where: "--metric",
      hint: `one of ${metrics.map(({ name }) => name).join(", ")}`,
    });
  }
  const mode = modeOf(metric.name);
  return mode === cell.mode || (mode !== "train" && mode !== "infer") ? metric : null;
}

function modeOf(metric: string): string {
  return metric.split(".", 1)[0]!;
}
