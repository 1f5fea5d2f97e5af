import type { LaunchRecord } from "../harness/record/schema.js";
import { median, sortedQuantile } from "../harness/stats/quantile.js";
import type { InferenceSample } from "../suites/suite.js";
import { type Figure, secondsFigure } from "./figure.js";

export const PERCENTILES = [50, 90, 95, 99] as const;

/** Latency of one variant at one batch size: each percentile is taken within a launch, then its median over launches. */
export interface LatencyReport {
  variant: InferenceSample["variant"];
  batch: number;
  launches: number;
  /** Timed iterations of all launches together. */
  iterations: number;
  percentiles: { percentile: number; seconds: Figure }[];
}

export function latencyReports(records: Iterable<LaunchRecord>): LatencyReport[] {
  const groups = new Map<string, InferenceSample[]>();
  for (const record of records) {
    for (const sample of record.inference) {
      if (sample.latencies.length === 0) continue;
      const key = `${sample.batch} ${sample.variant}`;
      groups.set(key, [...(groups.get(key) ?? []), sample]);
    }
  }
  return [...groups.values()]
    .map(latencyReport)
    .sort((a, b) => a.batch - b.batch || (a.variant < b.variant ? -1 : a.variant > b.variant ? 1 : 0));
}

function latencyReport(samples: InferenceSample[]): LatencyReport {
  const sorted = samples.map((sample) => Float64Array.from(sample.latencies).sort());
  return {
    variant: samples[0]!.variant,
    batch: samples[0]!.batch,
    launches: samples.length,
    iterations: sorted.reduce((sum, latencies) => sum + latencies.length, 0),
    percentiles: PERCENTILES.map((percentile) => ({
      percentile,
      seconds: secondsFigure(median(sorted.map((latencies) => sortedQuantile(latencies, percentile / 100)))),
    })),
  };
}
