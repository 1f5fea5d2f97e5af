import { compareRuns } from "../harness/compare/compare.js";
import type { MetricsOf } from "../harness/compare/primary-metric.js";
import type { RunData } from "../harness/compare/run-data.js";
import { checkRun } from "../reference/check.js";
import type { References } from "../reference/load.js";
import { YARDSTICK } from "../reference/published-scaling.js";
import type { CheckResult } from "../reference/types.js";
import { buildReportModel, type ReportModel } from "./model.js";

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

/** What a page carries of a run: its records whole, of the published tables only what applies to it. */
export function rawReport({ writer, run, baseline = null, references = null, metricsOf }: RawInput): RawReport {
  return {
    schema: RAW_SCHEMA,
    writer,
    run: dataOf(run),
    baseline: baseline && { run: dataOf(baseline.run), labels: baseline.labels },
    references: references && usedReferences(run, references, metricsOf),
  };
}

/** Everything that the page says, computed from what it carries. Pure. Throws `UserError` as `compareRuns` does. */
export function modelOfRaw({ run, baseline, references }: RawReport, metricsOf: MetricsOf): ReportModel {
  const comparison = baseline === null ? null : compareRuns(baseline.run, run, { metricsOf, labels: baseline.labels });
  const check = references && checkRun(run, references);
  return buildReportModel({
    run,
    comparison,
    check: check && { ...check, counts: { ...check.counts, ...references!.counts } },
    sources: references?.sources ?? [],
    metricsOf,
  });
}

/** Without the folders of the machine that it was measured on. */
function dataOf({ manifest, records, damage = [], sentinels, acceptance }: RunData): RunData {
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

function usedReferences(run: RunData, references: References, metricsOf: MetricsOf): RawReport["references"] {
  const check = checkRun(run, references);
  const { figures, notApplicable, reasons } = check.counts;
  const applied = new Set(check.cells.flatMap((cell) => cell.applied.map(({ figure }) => figure.id)));
  const { scaling } = buildReportModel({ run, sources: references.sources, metricsOf });
  const yardstick = scaling.some(({ published }) => published !== null);
  const sources = references.sources.map((source) => ({
    ...source,
    figures: source.figures.filter(
      ({ id, device }) =>
        applied.has(id) || (yardstick && source.id === YARDSTICK.table && device === YARDSTICK.device),
    ),
  }));
  return {
    sources: sources.filter(({ figures }) => figures.length > 0),
    devices: references.devices,
    counts: { figures, notApplicable, reasons },
  };
}
