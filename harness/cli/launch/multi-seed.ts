import { formatSignificant } from "../../console/format.js";
import { type Column, renderTable } from "../../console/table.js";
import type { TrainSummary } from "./summary.js";

/** One metric over the seeds (specification, section 14). `values` keep the seeds' order; null where one has none. */
export interface SeedStatistics {
  metric: string;
  unit: string;
  /** What the published tables show: the maximum for the hit rate, the mean for speed. */
  headline: "max" | "mean";
  values: (number | null)[];
  /** Seeds that have a value; the statistics are over these alone. */
  measured: number;
  mean: number | null;
  /** Sample standard deviation; null below two values. */
  sd: number | null;
  min: number | null;
  max: number | null;
}

const METRICS: readonly (readonly [string, string, "max" | "mean", (summary: TrainSummary) => number | null])[] = [
  ["Best HR", "", "max", (s) => s.bestHr],
  ["NDCG at best HR", "", "max", (s) => s.bestNdcg],
  ["Average Train Throughput", "items/s", "mean", (s) => s.averageTrainThroughput],
  ["Average Train Time per Epoch", "s", "mean", (s) => s.averageTrainSeconds],
  ["Average Eval Throughput", "pairs/s", "mean", (s) => s.averageEvalThroughput],
  ["Time to Train", "s", "mean", (s) => s.timeToTrainSeconds],
];

/** The five-seed protocol of the reference's tables, with every value kept. A seed that failed is a null in `summaries`. */
export function aggregateSeeds(summaries: readonly (TrainSummary | null)[]): SeedStatistics[] {
  return METRICS.map(([metric, unit, headline, read]) => {
    const values = summaries.map((summary) => (summary === null ? null : read(summary)));
    const some = values.filter((value) => value !== null);
    const mean = some.length === 0 ? null : some.reduce((sum, value) => sum + value, 0) / some.length;
    const squares = some.reduce((sum, value) => sum + (value - mean!) ** 2, 0);
    return {
      metric,
      unit,
      headline,
      values,
      measured: some.length,
      mean,
      sd: some.length < 2 ? null : Math.sqrt(squares / (some.length - 1)),
      min: some.length === 0 ? null : Math.min(...some),
      max: some.length === 0 ? null : Math.max(...some),
    };
  });
}

/** The headline figure (`max` or `mean`, as it says), then the statistics, then every seed's own value. */
export function renderSeeds(seeds: readonly number[], statistics: readonly SeedStatistics[], width?: number): string {
  const columns: Column[] = [
    { title: "metric" },
    ...["headline", "", "mean", "sd", "min", "max", ...seeds.map((seed) => `seed ${seed}`)].map(
      (title): Column => ({ title, align: title === "" ? "left" : "right" }),
    ),
  ];
  const rows = statistics.map((one) => {
    const [headline, mean, min, max, ...values] = [one[one.headline], one.mean, one.min, one.max, ...one.values].map(
      figure,
    );
    // In the mean's decimals: a spread far below them is rounding, not news.
    const decimals = mean!.split(".")[1]?.length ?? 0;
    const sd = one.sd === null ? "–" : one.sd.toLocaleString("en-US", decimalPlaces(decimals));
    const of = one.measured < one.values.length ? `${one.headline} of ${one.measured}` : one.headline;
    const metric = one.unit === "" ? one.metric : `${one.metric} (${one.unit})`;
    return [metric, headline!, of, mean!, sd, min!, max!, ...values];
  });
  return renderTable(columns, rows, width === undefined ? {} : { width });
}

function figure(value: number | null): string {
  return value === null ? "–" : formatSignificant(value, 4);
}

function decimalPlaces(count: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: count, maximumFractionDigits: count };
}
