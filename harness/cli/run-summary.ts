import { ExitCode } from "../../errors/exit-code.js";
import type { Suite } from "../../suites/suite.js";
import { gatedMetric } from "../compare/primary-metric.js";
import { formatPercent, formatSeconds, formatSi, formatSignificant } from "../console/format.js";
import { renderTable } from "../console/table.js";
import type { LaunchRecord } from "../record/schema.js";
import type { RunManifest } from "../run/manifest.js";
import { median } from "../stats/quantile.js";

/** One cell of a finished or stopped run, ready to be printed. */
export interface CellSummary {
  key: string;
  planned: number;
  valid: number;
  metric: string;
  unit: string;
  /** Median over the valid launches; null where there is none. */
  median: number | null;
  /** (largest - smallest) / median over the valid launches; null for fewer than two. */
  spread: number | null;
  /** Median over the launches of the best HR@K. */
  hr: number | null;
  secondsPerLaunch: number | null;
  /** Kinds of failure and how often, e.g. `timeout` 2; `unsupported` with its reason. */
  problems: { kind: string; count: number; message: string; hint: string | null }[];
}

export function summarizeCells(manifest: RunManifest, records: readonly LaunchRecord[], suite: Suite): CellSummary[] {
  return manifest.cells.map((planned) => {
    const own = records.filter(({ key }) => key === planned.key);
    const metric = gatedMetric(planned.cell, suite.metrics, null)!;
    const ok = own.filter((record) => record.status === "ok");
    const values = ok.map((record) => record.metrics[metric.name]).filter((value) => value !== undefined);
    const hr = ok.map((record) => record.quality?.hr).filter((value) => value !== undefined);
    const middle = values.length > 0 ? median(values) : null;
    return {
      key: planned.key,
      planned: planned.launches,
      valid: values.length,
      metric: metric.name,
      unit: metric.unit,
      median: middle,
      spread: middle === null || values.length < 2 ? null : (Math.max(...values) - Math.min(...values)) / middle,
      hr: hr.length > 0 ? median(hr) : null,
      secondsPerLaunch: ok.length > 0 ? median(ok.map((record) => record.durationSeconds)) : null,
      problems: problemsOf(own),
    };
  });
}

/** The code a run ends with, and why in one sentence. */
export function runExit(cells: readonly CellSummary[], interrupted: boolean): { code: ExitCode; reason: string } {
  const valid = cells.reduce((sum, cell) => sum + cell.valid, 0);
  const planned = cells.reduce((sum, cell) => sum + cell.planned, 0);
  if (interrupted) return { code: ExitCode.Interrupted, reason: `stopped after ${valid} of ${planned} launches` };
  if (valid === planned) return { code: ExitCode.Ok, reason: `all ${planned} launches were measured` };
  if (valid === 0) return { code: ExitCode.Incomplete, reason: "nothing was measured" };
  return { code: ExitCode.Incomplete, reason: `${valid} of ${planned} launches were measured` };
}

export function summaryTable(cells: readonly CellSummary[], width?: number): string {
  const right = { align: "right" as const };
  const columns = [
    { title: "cell" },
    { title: "n", ...right },
    { title: "median", ...right },
    { title: "spread", ...right },
    { title: "HR", ...right },
    { title: "a launch", ...right },
    { title: "note" },
  ];
  const rows = cells.map((cell) => [
    cell.key,
    `${cell.valid}/${cell.planned}`,
    cell.median === null ? "-" : formatSi(cell.median, cell.unit),
    cell.spread === null ? "-" : formatPercent(cell.spread),
    cell.hr === null ? "-" : formatSignificant(cell.hr, 4),
    cell.secondsPerLaunch === null ? "-" : formatSeconds(cell.secondsPerLaunch),
    cell.problems.map(problemText).join("; "),
  ]);
  const noNotes = rows.every((row) => row.at(-1) === "");
  return renderTable(
    noNotes ? columns.slice(0, -1) : columns,
    noNotes ? rows.map((row) => row.slice(0, -1)) : rows,
    width === undefined ? {} : { width },
  );
}

function problemText({ kind, count, message, hint }: CellSummary["problems"][number]): string {
  const text = kind === "unsupported" ? `unsupported: ${message}` : `${count} ${kind}: ${message}`;
  return hint === null ? text : `${text} (${hint})`;
}

function problemsOf(records: readonly LaunchRecord[]): CellSummary["problems"] {
  const problems = new Map<string, CellSummary["problems"][number]>();
  for (const { failure } of records) {
    if (failure === null) continue;
    const before = problems.get(failure.kind);
    if (before) before.count++;
    else problems.set(failure.kind, { kind: failure.kind, count: 1, message: failure.message, hint: failure.hint });
  }
  return [...problems.values()];
}
