import { missedTarget, qualityTarget } from "../record/quality-target.js";
import type { LaunchRecord } from "../record/schema.js";
import type { PlannedCell } from "../run/manifest.js";
import { median, standardDeviation } from "../stats/quantile.js";
import { isDisturbance } from "../telemetry/disturbances.js";
import type { RunData } from "./run-data.js";
import type { DisturbedLaunch, ExcludedLaunch, SideSummary } from "./types.js";

/**
 * The one record of each planned launch, by cell key and launch. A launch that was redone has several: one that succeeded
 * counts before one that did not, the later before the earlier. Records of other runs and of unplanned launches are left
 * out; `strangers` counts them.
 */
export function recordsByCell(run: RunData): { cells: Map<string, Map<number, LaunchRecord>>; strangers: number } {
  const planned = new Map(run.manifest.cells.map((cell) => [cell.key, cell]));
  const cells = new Map<string, Map<number, LaunchRecord>>(run.manifest.cells.map((cell) => [cell.key, new Map()]));
  let strangers = 0;
  for (const record of run.records) {
    const cell = planned.get(record.key);
    if (record.run !== run.manifest.run || cell === undefined || record.launch >= cell.launches) {
      strangers++;
      continue;
    }
    const launches = cells.get(record.key)!;
    const known = launches.get(record.launch);
    if (known === undefined || known.status !== "ok" || record.status === "ok") launches.set(record.launch, record);
  }
  return { cells, strangers };
}

/** The figures that a cell's launches gave for one metric, and why the others gave none. */
export function summarizeSide(
  planned: PlannedCell | undefined,
  records: ReadonlyMap<number, LaunchRecord>,
  metric: string,
): SideSummary {
  const values: number[] = [];
  const launches: number[] = [];
  const disturbed: DisturbedLaunch[] = [];
  const excluded: ExcludedLaunch[] = [];
  const target = planned === undefined ? null : qualityTarget(planned);
  for (let launch = 0; launch < (planned?.launches ?? 0); launch++) {
    const figure = launchFigure(records.get(launch), metric, target);
    if (typeof figure !== "number") {
      excluded.push({ launch, ...figure });
      continue;
    }
    values.push(figure);
    launches.push(launch);
    const codes = records.get(launch)!.warnings.flatMap(({ code }) => (isDisturbance(code) ? [code] : []));
    if (codes.length > 0) disturbed.push({ launch, codes: [...new Set(codes)] });
  }
  const noise = standardDeviation(values.map(Math.log));
  return {
    planned: planned?.launches ?? 0,
    valid: values.length,
    values,
    launches,
    median: values.length === 0 ? null : median(values),
    noise: Number.isFinite(noise) ? noise : null,
    excluded,
    disturbed,
  };
}

function launchFigure(
  record: LaunchRecord | undefined,
  metric: string,
  target: number | null,
): number | Omit<ExcludedLaunch, "launch"> {
  if (record === undefined) return { code: "not-recorded", message: "planned but never recorded" };
  if (record.status !== "ok") {
    const kind = record.failure?.kind ?? "no reason recorded";
    const message = record.failure === null ? kind : `${kind}: ${record.failure.message}`;
    return { code: record.status === "unsupported" ? "unsupported" : "failed", message };
  }
  const value = record.metrics[metric];
  if (value === undefined) return { code: "metric-missing", message: `${metric} was not measured` };
  if (!Number.isFinite(value) || value <= 0) {
    return { code: "bad-value", message: `${metric} is ${value}, which no timer can have measured` };
  }
  const missed = missedTarget(record, target);
  return missed === null ? value : { code: "quality-missed", message: missed };
}
