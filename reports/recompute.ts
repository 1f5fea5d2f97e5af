import type { RunData } from "../harness/compare/run-data.js";
import type { LaunchRecord } from "../harness/record/schema.js";
import { inferenceMetrics, trainingMetrics } from "../suites/ncf/metrics-info.js";
import type { EpochSample } from "../suites/suite.js";
import { cleanLine } from "./text.js";

/** Something that a page or its data say, against what the raw figures give. */
export interface Discrepancy {
  where: string;
  said: string;
  computed: string;
}

/** Rounding of sums that were taken in another order. */
const TOLERANCE = 1e-9;

/** Metrics of launches that do not follow from the epochs, evaluations and latencies of the same launch. */
export function metricDiscrepancies(run: RunData, name: string): Discrepancy[] {
  return run.records.flatMap((record) => {
    const place = `${name}, ${cleanLine(record.key)}, launch ${record.launch + 1}`;
    return [...metricsOfSamples(record)].flatMap(([metric, computed]) => {
      const said = record.metrics[metric];
      if (said === undefined || isSame(said, computed)) return [];
      return [{ where: `${place}: ${metric}`, said: String(said), computed: String(computed) }];
    });
  });
}

function metricsOfSamples(record: LaunchRecord): Map<string, number> {
  if (record.cell.suite !== "ncf" || record.status !== "ok") return new Map();
  const { epochs, evaluations, inference, quality } = record;
  const metrics = new Map<string, number>();
  if (epochs.length > 0) {
    // The best evaluation as it was made, so that a changed summary of it is found.
    const best = evaluations.find(({ epoch }) => epoch === quality?.bestEpoch);
    const summary = quality && best ? { ...quality, hr: best.hr, ndcg: best.ndcg } : null;
    for (const entry of Object.entries(trainingMetrics(epochs as EpochSample[], evaluations, summary)))
      metrics.set(...entry);
  }
  for (const sample of inference) {
    if (sample.latencies.length === 0) continue;
    for (const entry of Object.entries(inferenceMetrics(sample))) metrics.set(...entry);
  }
  return metrics;
}

function isSame(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}
