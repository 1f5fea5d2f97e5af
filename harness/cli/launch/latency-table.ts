import { inferenceMetrics } from "../../../suites/ncf/metrics-info.js";
import type { InferenceSample } from "../../../suites/suite.js";
import { formatCount, formatSeconds, formatSi } from "../../console/format.js";
import { renderTable } from "../../console/table.js";

/** One row of `infer`: latencies in seconds, throughput in items per second (specification, section 11). */
export interface LatencyRow {
  batch: number;
  variant: InferenceSample["variant"];
  /** Iterations that count. */
  iterations: number;
  mean: number;
  p50: number;
  p90: number;
  p95: number;
  p99: number;
  throughput: number;
}

export function latencyRow(sample: InferenceSample): LatencyRow {
  const metrics = inferenceMetrics(sample);
  const metric = (name: string) => metrics[`infer.${sample.variant}.${name}`]!;
  return {
    batch: sample.batch,
    variant: sample.variant,
    iterations: sample.latencies.length,
    mean: metric("latency.mean"),
    p50: metric("latency.p50"),
    p90: metric("latency.p90"),
    p95: metric("latency.p95"),
    p99: metric("latency.p99"),
    throughput: metric("throughput"),
  };
}

export function renderLatencies(rows: readonly LatencyRow[], width?: number): string {
  const titles = ["batch", "variant", "mean", "p50", "p90", "p95", "p99", "items/s"];
  const columns = titles.map((title) => ({
    title,
    align: title === "variant" ? ("left" as const) : ("right" as const),
  }));
  const cells = rows.map((row) => [
    formatCount(row.batch),
    row.variant,
    ...[row.mean, row.p50, row.p90, row.p95, row.p99].map((seconds) => formatSeconds(seconds)),
    formatSi(row.throughput),
  ]);
  return renderTable(columns, cells, width === undefined ? {} : { width });
}

/** The reference's log data for one batch size: TensorFlow's figures include both copies, as our `fed` does. */
export function latencyData(rows: readonly LatencyRow[]): Record<string, number> {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const name = row.variant === "fed" ? `batch_${row.batch}` : `batch_${row.batch}_resident`;
      return [
        [`${name}_mean_throughput`, row.throughput],
        [`${name}_mean_latency`, row.mean],
        [`${name}_p90_latency`, row.p90],
        [`${name}_p95_latency`, row.p95],
        [`${name}_p99_latency`, row.p99],
      ] as const;
    }),
  );
}
