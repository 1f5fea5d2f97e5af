import { renderBencher } from "./bencher.js";
import { renderCsv } from "./csv.js";
import { renderGithubActionBenchmark } from "./github-action-benchmark.js";
import { renderGithubAnnotations } from "./github-annotations.js";
import { renderGobench } from "./gobench.js";
import type { ExportInput } from "./input.js";
import { renderJunit } from "./junit.js";
import { renderMlperf } from "./mlperf.js";
import { renderOpenMetrics } from "./openmetrics.js";

export interface ExportFormat {
  name: string;
  /** Who reads it. */
  description: string;
  /** Whether a baseline changes what is in it. */
  judges: boolean;
  render(input: ExportInput): string;
}

export const exportFormats: readonly ExportFormat[] = [
  { name: "gobench", description: "Go benchmark format, for benchstat", judges: false, render: renderGobench },
  { name: "csv", description: "every figure of every launch, RFC 4180", judges: false, render: renderCsv },
  { name: "junit", description: "JUnit XML, one test case a cell", judges: true, render: renderJunit },
  { name: "openmetrics", description: "OpenMetrics and Prometheus text", judges: true, render: renderOpenMetrics },
  {
    name: "github-action-benchmark",
    description: "its customBiggerIsBetter: throughputs, HR",
    judges: false,
    render: (input) => renderGithubActionBenchmark(input, "higher"),
  },
  {
    name: "github-action-benchmark-smaller",
    description: "its customSmallerIsBetter: latencies, seconds",
    judges: false,
    render: (input) => renderGithubActionBenchmark(input, "lower"),
  },
  { name: "bencher", description: "Bencher Metric Format", judges: false, render: renderBencher },
  { name: "mlperf", description: "MLPerf-style log lines", judges: false, render: renderMlperf },
  {
    name: "github-annotations",
    description: "workflow commands, ten at most",
    judges: true,
    render: renderGithubAnnotations,
  },
];
