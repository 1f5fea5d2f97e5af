import { recordsByCell, summarizeSide } from "../../harness/compare/launches.js";
import { gatedMetric, type MetricsOf } from "../../harness/compare/primary-metric.js";
import type { RunData } from "../../harness/compare/run-data.js";
import type { CellComparison, Comparison, ExcludedLaunch, SideSummary } from "../../harness/compare/types.js";
import type { LaunchRecord } from "../../harness/record/schema.js";
import type { RunManifest } from "../../harness/run/manifest.js";
import { median } from "../../harness/stats/quantile.js";
import type { Cell } from "../../suites/cell.js";
import type { MetricInfo } from "../../suites/suite.js";
import { cleanLine } from "../text.js";

/** What every format is made of: the plan's cells with the figures that count, and why others do not. */
export interface ExportInput {
  manifest: RunManifest;
  cells: ExportCell[];
  /** Null where no baseline was given. */
  comparison: Comparison | null;
}

export interface ExportCell {
  /** On one line, control characters written out. */
  key: string;
  cell: Cell;
  planned: number;
  /** The metric that verdicts gate on. */
  primary: MetricInfo;
  side: SideSummary;
  /** Every metric that at least one launch measured, the primary one first. */
  series: { metric: MetricInfo; values: number[]; median: number }[];
  launches: ExportLaunch[];
  compared: CellComparison | null;
}

export interface ExportLaunch {
  launch: number;
  record: LaunchRecord | null;
  /** Null for a launch whose figures count. */
  excluded: Pick<ExcludedLaunch, "code" | "message"> | null;
  /** Finite figures by metric; empty for an excluded launch: the time of work that failed is no result. */
  figures: ReadonlyMap<string, number>;
}

/** Gathers what the formats share. Pure: the same records give the same input. */
export function exportInput(run: RunData, metricsOf: MetricsOf, comparison: Comparison | null = null): ExportInput {
  const { cells: records } = recordsByCell(run);
  const comparisons = new Map(comparison?.cells.map((cell) => [cell.key, cell]));
  const cells = run.manifest.cells.map((planned): ExportCell => {
    const compared = comparisons.get(planned.key) ?? null;
    const metrics = metricsOf(planned.cell.suite);
    const primary = gatedMetric(planned.cell, metrics, compared?.gated.metric ?? null)!;
    const own = records.get(planned.key)!;
    const side = summarizeSide(planned, own, primary.name);
    const excluded = new Map(side.excluded.map((launch) => [launch.launch, launch]));
    const launches = Array.from({ length: side.planned }, (_, launch): ExportLaunch => {
      const reason = excluded.get(launch) ?? null;
      const record = own.get(launch) ?? null;
      return {
        launch,
        record,
        excluded: reason && { code: reason.code, message: cleanLine(reason.message) },
        figures: reason === null && record !== null ? finiteFigures(record, metrics) : new Map(),
      };
    });
    const ordered = [primary, ...metrics.filter(({ name }) => name !== primary.name)];
    const series = ordered.flatMap((metric) => {
      const values = launches.flatMap(({ figures }) => figures.get(metric.name) ?? []);
      return values.length === 0 ? [] : [{ metric, values, median: median(values) }];
    });
    return {
      key: cleanLine(planned.key),
      cell: planned.cell,
      planned: side.planned,
      primary,
      side,
      series,
      launches,
      compared,
    };
  });
  return { manifest: run.manifest, cells, comparison };
}

/** How often each reason kept a launch from giving a figure, e.g. `2 of 5 launches give no figure: crash: …`. */
export function exclusionText({ side, planned }: Pick<ExportCell, "side" | "planned">): string {
  const messages = [...new Set(side.excluded.map(({ message }) => cleanLine(message)))];
  return `${side.excluded.length} of ${planned} launches give no figure: ${messages.join("; ")}`;
}

function finiteFigures(record: LaunchRecord, metrics: readonly MetricInfo[]): Map<string, number> {
  return new Map(
    metrics.flatMap(({ name }) => {
      const value = record.metrics[name];
      return value !== undefined && Number.isFinite(value) ? [[name, value] as const] : [];
    }),
  );
}
