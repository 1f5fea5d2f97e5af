import { visibleJson } from "../../harness/console/visible.js";
import type { MetricInfo } from "../../suites/suite.js";
import { formatMetric } from "../figure.js";
import type { ExportInput } from "./input.js";

/**
 * The custom JSON of github-action-benchmark. One file has one direction, so `higher` gives the metrics for its tool
 * `customBiggerIsBetter` and `lower` those for `customSmallerIsBetter`. Medians over launches; a cell without a figure has no
 * entry, since the format knows no way to say that something was not measured.
 */
export function renderGithubActionBenchmark({ cells, manifest }: ExportInput, better: MetricInfo["better"]): string {
  const entries = cells.flatMap(({ key, planned, series }) =>
    series
      .filter(({ metric }) => metric.better === better)
      .map(({ metric, values, median }) => ({
        name: `${key} ${metric.name}`,
        unit: metric.unit,
        value: median,
        range: `${formatMetric(Math.min(...values), metric.unit)} to ${formatMetric(Math.max(...values), metric.unit)}`,
        extra: `${values.length} of ${planned} launches, run ${manifest.run}`,
      })),
  );
  return `${visibleJson(JSON.stringify(entries, null, 2))}\n`;
}
