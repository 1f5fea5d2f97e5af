import { smallestDetectableChange } from "../harness/compare/evidence.js";
import { recordsByCell, summarizeSide } from "../harness/compare/launches.js";
import { DEFAULTS } from "../harness/compare/options.js";
import { gatedMetric, type MetricsOf } from "../harness/compare/primary-metric.js";
import type { RunData } from "../harness/compare/run-data.js";
import type { CellComparison, Comparison, SideSummary } from "../harness/compare/types.js";
import type { LaunchRecord } from "../harness/record/schema.js";
import type { PlannedCell, RunManifest } from "../harness/run/manifest.js";
import { median } from "../harness/stats/quantile.js";
import type { CellCheck, CheckResult } from "../reference/types.js";
import type { Cell } from "../suites/cell.js";
import type { MetricInfo } from "../suites/suite.js";
import { type Axis, type AxisValue, axisValues, cellLabel, namingAxes } from "./axes.js";
import { type Fact, flattenFacts } from "./facts.js";
import { bytesFigure, DASH, type Figure, formatMetric, metricFigure, qualityFigure, shareFigure } from "./figure.js";
import { cellLabels, type Label } from "./labels.js";
import { type LatencyReport, latencyReports } from "./latency.js";
import { type LaunchReport, launchReport } from "./launch.js";
import { type Problem, problemsOf } from "./problems.js";
import { rerunCommand } from "./rerun.js";
import { slugs } from "./slug.js";
import { cleanLine } from "./text.js";
import { type VerdictReport, verdictReport } from "./verdict.js";

/** `partly`: some planned launches gave no figure. */
export type CellState = "measured" | "partly" | "unsupported" | "not measured";

export interface CellReport {
  slug: string;
  key: string;
  label: string;
  cell: Cell;
  axes: AxisValue[];
  state: CellState;
  tone: "good" | "open" | "bad";
  metric: Pick<MetricInfo, "name" | "unit" | "better">;
  planned: number;
  valid: number;
  median: Figure;
  low: Figure;
  high: Figure;
  /** Both on one line, e.g. `16.8 to 17.0 k`. */
  range: string;
  /** Standard deviation of the logarithms over launches: nearly the coefficient of variation. */
  noise: Figure;
  /** Smallest change that these launches show, or that as many would in a comparison with this run. */
  sees: Figure;
  /** Median over the hardware's bound; of throughputs only, and where the peak rates are known. */
  ceiling: Figure;
  /** Best evaluated HR@K, median over launches. */
  hr: Figure;
  topk: number | null;
  peakRss: Figure;
  labels: Label[];
  problems: Problem[];
  launches: LaunchReport[];
  latency: LatencyReport[];
  engine: { name: string; device: string } | null;
  protocol: Fact[];
  verdict: VerdictReport | null;
  rerun: string;
}

/** A row for every planned cell, in the plan's order; cells without any figure too. */
export function cellReports(
  run: RunData,
  {
    metricsOf,
    comparison = null,
    check = null,
  }: { metricsOf: MetricsOf; comparison?: Comparison | null; check?: CheckResult | null },
): CellReport[] {
  const { manifest } = run;
  const { cells: records } = recordsByCell(run);
  const ids = slugs(manifest.cells.map(({ key }) => key));
  const axes = namingAxes(manifest.cells.map(({ cell }) => cell));
  const comparisons = new Map(comparison?.cells.map((cell) => [cell.key, cell]));
  return manifest.cells.map((planned, i) => {
    const compared = comparisons.get(planned.key);
    const metric =
      compared === undefined ? gatedMetric(planned.cell, metricsOf(planned.cell.suite), null)! : gateOf(compared);
    const report = cellReport(manifest, planned, records.get(planned.key)!, axes, metric);
    const verdict = compared === undefined ? null : verdictReport(compared);
    return {
      ...report,
      slug: ids[i]!,
      verdict,
      sees: verdict?.sees ?? seesAlone(report, manifest.cells.length),
      ceiling: ceilingOf(report, check?.cells[i]),
    };
  });
}

/** What a comparison of this run with one of as many launches and as much noise would show, over all its cells. */
function seesAlone({ valid, noise }: Pick<CellReport, "valid" | "noise">, family: number): Figure {
  if (noise.value === null) return shareFigure(null);
  return shareFigure(smallestDetectableChange(valid, valid, noise.value, family, DEFAULTS));
}

function ceilingOf({ metric, median }: Pick<CellReport, "metric" | "median">, check: CellCheck | undefined): Figure {
  const bound = check?.roofline?.bound ?? null;
  if (bound === null || median.value === null || metric.unit !== "items/s") return shareFigure(null);
  return shareFigure(median.value / bound);
}

/** The metric that the comparison gated on, which may be another than the cell's primary one. */
function gateOf({ gated }: CellComparison): CellReport["metric"] {
  return { name: gated.metric, unit: gated.unit, better: gated.better };
}

function cellReport(
  manifest: RunManifest,
  planned: PlannedCell,
  records: ReadonlyMap<number, LaunchRecord>,
  axes: readonly Axis[],
  { name, unit, better }: CellReport["metric"],
): Omit<CellReport, "slug" | "verdict" | "sees" | "ceiling"> {
  const { cell, key } = planned;
  const metric = { name, unit, better };
  const side = summarizeSide(planned, records, metric.name);
  const valid = [...records.values()].filter(({ status }) => status === "ok");
  const excluded = new Map(side.excluded.map((launch) => [launch.launch, launch]));
  const engine = valid[0]?.engine ?? null;
  const quality = valid.flatMap((record) => record.quality ?? []);
  return {
    key: cleanLine(key),
    label: cellLabel(cell, axes),
    cell,
    axes: axisValues(cell, axes),
    ...stateOf(side),
    metric,
    planned: side.planned,
    valid: side.valid,
    median: metricFigure(side.median, metric.unit),
    low: metricFigure(least(side.values), metric.unit),
    high: metricFigure(side.values.length === 0 ? null : Math.max(...side.values), metric.unit),
    range: rangeText(side.values, metric.unit),
    noise: shareFigure(side.noise),
    hr: qualityFigure(quality.length === 0 ? null : median(quality.map(({ hr }) => hr))),
    topk: quality[0]?.topk ?? null,
    peakRss: bytesFigure(medianOrNull(valid.flatMap(({ memory }) => memory?.peakRssBytes ?? []))),
    labels: cellLabels(cell, manifest.datasets, records.values()),
    problems: problemsOf(side.excluded, records),
    launches: Array.from({ length: side.planned }, (_, launch) =>
      launchReport(launch, records.get(launch), excluded.get(launch), metric),
    ),
    latency: latencyReports(valid),
    engine: engine && {
      name: cleanLine(`${engine.name} ${engine.version} (${engine.backend})`),
      device: cleanLine(engine.device),
    },
    protocol: valid[0]?.protocol ? flattenFacts(valid[0].protocol) : [],
    rerun: rerunCommand(manifest, cell, axes),
  };
}

function stateOf(side: SideSummary): Pick<CellReport, "state" | "tone"> {
  if (side.valid === side.planned && side.valid > 0) return { state: "measured", tone: "good" };
  if (side.valid > 0) return { state: "partly", tone: "open" };
  const unsupported = side.excluded.some(({ code }) => code === "unsupported");
  return unsupported ? { state: "unsupported", tone: "open" } : { state: "not measured", tone: "bad" };
}

function least(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.min(...values);
}

/** Without the unit, which the median beside it has, and its prefix said once where both have it: `16.8 to 17.0 k`. */
function rangeText(values: readonly number[], unit: string): string {
  if (values.length === 0) return DASH;
  const bare = unit === "s" || unit === "bytes" ? unit : "";
  const [low, high] = [formatMetric(Math.min(...values), bare), formatMetric(Math.max(...values), bare)];
  const [first, ...rest] = low.split(" ");
  return high.endsWith(rest.join(" ")) ? `${first} to ${high}` : `${low} to ${high}`;
}

function medianOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : median(values);
}
