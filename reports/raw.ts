import { compareRuns } from "../harness/compare/compare.js";
import type { MetricsOf } from "../harness/compare/primary-metric.js";
import type { RunData } from "../harness/compare/run-data.js";
import type { Comparison } from "../harness/compare/types.js";
import { checkRun } from "../reference/check.js";
import type { References, Source } from "../reference/load.js";
import { YARDSTICK } from "../reference/published-scaling.js";
import type { CheckResult } from "../reference/types.js";
import { buildReportModel, type ReportModel } from "./model.js";
import type { ScalingReport } from "./scaling.js";

export const RAW_SCHEMA = "ncf-bench.report-data/1.0";

/** All that a report is computed from, as the page carries it: whoever has the page can compute it again. */
export interface RawReport {
  schema: typeof RAW_SCHEMA;
  /** Version of the program that wrote the page. */
  writer: string;
  run: RunData;
  baseline: { run: RunData; labels: { base: string; next: string } } | null;
  /** Published figures that apply, and how many do not and why; null: not held against any. */
  references: (References & { counts: Pick<CheckResult["counts"], "figures" | "notApplicable" | "reasons"> }) | null;
}

export interface RawInput {
  writer: string;
  run: RunData;
  baseline?: RawReport["baseline"];
  references?: References | null;
  metricsOf: MetricsOf;
}

/** A report with all that it was computed from. */
export interface Report {
  raw: RawReport;
  model: ReportModel;
  /** With the baseline; null without one. */
  comparison: Comparison | null;
}

/**
 * The report of a run, and what its page carries: its records whole, of the published tables only what applies to it.
 * Throws `UserError` as `compareRuns` does.
 */
export function reportOfRun({ writer, run, baseline = null, references = null, metricsOf }: RawInput): Report {
  const sides = { run: dataOf(run), baseline: baseline && { run: dataOf(baseline.run), labels: baseline.labels } };
  const check = references && checkRun(sides.run, references);
  const computed = computedOf(sides, check, references?.sources ?? [], metricsOf);
  const used = references && usedReferences(references, check!, computed.model.scaling);
  return { raw: { schema: RAW_SCHEMA, writer, ...sides, references: used }, ...computed };
}

/** Everything that the page says, computed from what it carries. Pure. Throws `UserError` as `compareRuns` does. */
export function modelOfRaw({ references, ...sides }: RawReport, metricsOf: MetricsOf): ReportModel {
  const check = references && checkRun(sides.run, references);
  const counted = check && { ...check, counts: { ...check.counts, ...references!.counts } };
  return computedOf(sides, counted, references?.sources ?? [], metricsOf).model;
}

function computedOf(
  { run, baseline }: Pick<RawReport, "run" | "baseline">,
  check: CheckResult | null,
  sources: readonly Source[],
  metricsOf: MetricsOf,
): Pick<Report, "model" | "comparison"> {
  const comparison = baseline && compareRuns(baseline.run, run, { metricsOf, labels: baseline.labels });
  return { model: buildReportModel({ run, comparison, check, sources, metricsOf }), comparison };
}

/** By the run: one that is held against another, and then has another held against it, is the same data both times. */
const datas = new WeakMap<RunData, RunData>();

/** Without the folders of the machine that it was measured on. */
function dataOf(run: RunData): RunData {
  const data = datas.get(run) ?? withoutFolders(run);
  datas.set(run, data);
  return data;
}

function withoutFolders({ manifest, records, damage = [], sentinels, acceptance }: RunData): RunData {
  const datasets = Object.entries(manifest.datasets).map(([name, { source: _, ...rest }]) => [
    name,
    { ...rest, dir: "" },
  ]);
  return {
    manifest: { ...manifest, datasets: Object.fromEntries(datasets) },
    records,
    damage: damage.map(({ line, message }) => ({ line, message })),
    ...(sentinels === undefined ? {} : { sentinels }),
    ...(acceptance === undefined ? {} : { acceptance }),
  };
}

/** Figures that apply to the run, and the machine beside which its scaling is drawn. */
function usedReferences(
  { sources, devices }: References,
  { counts, cells }: CheckResult,
  scaling: readonly ScalingReport[],
): RawReport["references"] {
  const { figures, notApplicable, reasons } = counts;
  const applied = new Set(cells.flatMap((cell) => cell.applied.map(({ figure }) => figure.id)));
  const yardstick = scaling.some(({ published }) => published !== null);
  const used = sources.map((source) => ({
    ...source,
    figures: source.figures.filter(
      ({ id, device }) =>
        applied.has(id) || (yardstick && source.id === YARDSTICK.table && device === YARDSTICK.device),
    ),
  }));
  return {
    sources: used.filter((source) => source.figures.length > 0),
    devices,
    counts: { figures, notApplicable, reasons },
  };
}
