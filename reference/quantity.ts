import type { LaunchRecord } from "../harness/record/schema.js";
import { mean, quantile } from "../harness/stats/quantile.js";
import { globalBatch } from "../suites/cell.js";
import type { Figure, Quantity } from "./schema.js";

/** Which way is good, and the unit, of a quantity. */
export function quantityInfo(quantity: Quantity): { unit: string; better: "higher" | "lower" } {
  if (quantity.includes("throughput")) return { unit: "items/s", better: "higher" };
  if (quantity === "hr" || quantity === "ndcg") return { unit: "", better: "higher" };
  return { unit: "s", better: "lower" };
}

/** What one launch gives for a figure's quantity, by the published definition; null where it was not measured. */
export function launchQuantity(record: LaunchRecord, measures: NonNullable<Figure["measures"]>): number | null {
  const value = compute(record, measures.quantity, measures.variant ?? "fed");
  return value !== null && Number.isFinite(value) && value > 0 ? value : null;
}

/** Training throughput: mean over the epochs after the first of items by seconds (specification, section 10). */
function trainThroughput(record: LaunchRecord): number | null {
  const warm = record.epochs.filter((epoch) => epoch.epoch >= 1);
  return warm.length === 0 ? null : mean(warm.map((epoch) => epoch.items / epoch.seconds));
}

/** Of the fastest epoch after the first. */
export function fastestEpoch(record: LaunchRecord): number | null {
  const rates = record.epochs.filter((epoch) => epoch.epoch >= 1).map((epoch) => epoch.items / epoch.seconds);
  return rates.length === 0 ? null : Math.max(...rates);
}

/** Of each variant that was measured. */
export function inferThroughputs(record: LaunchRecord): (number | null)[] {
  return [inferThroughput(record, "resident"), inferThroughput(record, "fed")];
}

/** Inference throughput: batch by mean latency of the kept iterations (specification, section 11). */
function inferThroughput(record: LaunchRecord, variant: "resident" | "fed"): number | null {
  const sample = sampleOf(record, variant);
  return sample === null ? null : sample.batch / mean(sample.latencies);
}

function compute(record: LaunchRecord, quantity: Quantity, variant: "resident" | "fed"): number | null {
  const latencies = () => sampleOf(record, variant)?.latencies ?? null;
  const percentile = (p: number) => (latencies() === null ? null : quantile(latencies()!, p));
  switch (quantity) {
    case "train.throughput":
      return trainThroughput(record);
    case "train.throughput.fastest":
      return fastestEpoch(record);
    case "eval.throughput": {
      const warm = record.evaluations.filter((evaluation) => evaluation.epoch >= 1);
      return warm.length === 0 ? null : mean(warm.map((evaluation) => evaluation.pairs / evaluation.seconds));
    }
    case "infer.throughput":
      return inferThroughput(record, variant);
    case "infer.latency.mean":
      return latencies() === null ? null : mean(latencies()!);
    case "infer.latency.p90":
      return percentile(0.9);
    case "infer.latency.p95":
      return percentile(0.95);
    case "infer.latency.p99":
      return percentile(0.99);
    case "hr":
      return record.quality?.hr ?? null;
    case "ndcg":
      return record.quality?.ndcg ?? null;
    case "timeToTarget":
      return record.quality?.timeToTargetSeconds ?? null;
  }
}

function sampleOf(record: LaunchRecord, variant: "resident" | "fed") {
  const sample = record.inference.find((one) => one.variant === variant && one.batch === globalBatch(record.cell));
  return sample === undefined || sample.latencies.length === 0 ? null : sample;
}
