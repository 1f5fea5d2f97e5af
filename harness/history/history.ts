import type { MetricInfo, Warning } from "../../suites/suite.js";
import { gatedMetric, type MetricsOf } from "../compare/primary-metric.js";
import { median } from "../stats/quantile.js";
import { attribute } from "./attribute.js";
import { findSteps, type Step } from "./detect.js";
import { noiseFloor } from "./noise.js";
import { cellsByKey, type Strand, splitStrands } from "./split.js";
import {
  type ChangePoint,
  HISTORY_SCHEMA,
  type History,
  type HistoryData,
  type Point,
  type Series,
  type StoredCell,
} from "./types.js";
import { type RunsWeather, weatherOfRuns } from "./weather.js";

export interface HistoryOptions {
  metricsOf: MetricsOf;
  metric: string | null;
  /** Relative change that counts. */
  margin: number;
  /** ISO time: what is older is looked at, and left out of the answer. */
  since: string | null;
  /** Keys of the cells to answer for; null: all. */
  keys: ReadonlySet<string> | null;
}

/**
 * Series, change points with what changed there, noise and weather of every cell of the stored runs. Pure: all that a page
 * or a table of them shows. Throws `UserError` for a metric that the suite does not have.
 */
export function historyOf(data: HistoryData, options: HistoryOptions): History {
  const weather = weatherOfRuns(data.runs, options.margin);
  const series: Series[] = [];
  const unmeasured: History["unmeasured"] = [];
  for (const cells of cellsByKey(data)) {
    const { key, cell } = cells[0]!;
    if (options.keys !== null && !options.keys.has(key)) continue;
    const info = gatedMetric(cell, options.metricsOf(cell.suite), options.metric);
    if (info === null) continue;
    const split = splitStrands(cells);
    series.push(...split.strands.map((strand) => seriesOf(strand, info, weather, options.margin)));
    unmeasured.push(...split.unmeasured);
  }
  const { since } = options;
  return {
    schema: HISTORY_SCHEMA,
    runs: data.runs.length,
    margin: options.margin,
    since,
    series:
      since === null ? series : series.map((one) => sinceThen(one, since)).filter(({ points }) => points.length > 0),
    unmeasured,
    warnings: warningsOf(data),
  };
}

function seriesOf(strand: Strand, info: MetricInfo, weather: RunsWeather, margin: number): Series {
  const { cells, id, machine, backend, protocol, gaps, brokenFrom } = strand;
  const { key, cell } = cells[0]!;
  const points = cells.map((stored) => pointOf(stored, weather.of(stored.run, key)));
  const steady = points.flatMap((point, i) => (point.weather === null ? [i] : []));
  const shift = Math.log1p(margin);
  const steps = findSteps(
    steady.map((i) => Math.log(points[i]!.median)),
    shift,
  );
  const starts = [0, ...steps.map(({ index }) => index), steady.length];
  const changes = steps.map((step, s) => {
    const levels = [steady.slice(starts[s], starts[s + 1]), steady.slice(starts[s + 1], starts[s + 2])] as const;
    return changeOf(step, levels, { strand, points, info, weather });
  });
  const current = steady.slice(starts.at(-2)).map((i) => points[i]!);
  return {
    id,
    key,
    cell,
    metric: info.name,
    unit: info.unit,
    better: info.better,
    machine,
    backend,
    protocol,
    points,
    gaps,
    changes,
    noise: noiseFloor(current, shift),
    brokenFrom,
  };
}

function pointOf({ run, median: middle, spread, valid, planned }: StoredCell, weather: string | null): Point {
  return { run: run.run, createdAt: run.createdAt, median: middle!, spread, valid, planned, weather };
}

function changeOf(
  { test }: Step,
  [before, after]: readonly [number[], number[]],
  { strand, points, info, weather }: { strand: Strand; points: Point[]; info: MetricInfo; weather: RunsWeather },
): ChangePoint {
  const [last, first] = [before.at(-1)!, after[0]!];
  const more = test.difference > 0;
  const sentinel = sentinelChange(strand.cells, before, after, weather);
  return {
    run: points[first]!.run,
    createdAt: points[first]!.createdAt,
    before: points[last]!.run,
    index: first,
    verdict: more === (info.better === "higher") ? "faster" : "slower",
    ratio: Math.exp(test.difference),
    low: Math.exp(test.low),
    high: Math.exp(test.high),
    p: test.p,
    runsBefore: before.length,
    runsAfter: after.length,
    ...attribute(strand.cells, first),
    between: first - last - 1 + gapsBetween(strand, points[last]!, points[first]!),
    sentinel,
    machineMoved:
      sentinel !== null && covers(Math.log(sentinel), info.better === "higher" ? test.difference : -test.difference),
  };
}

/** Whether a shift of the machine's speed accounts for a shift of the cell's. */
function covers(machine: number, cell: number): boolean {
  return Math.sign(machine) === Math.sign(cell) && Math.abs(machine) >= Math.abs(cell);
}

/** Speed of the cell's sentinel after over before, where both sides timed the same one. */
function sentinelChange(
  cells: readonly StoredCell[],
  before: readonly number[],
  after: readonly number[],
  weather: RunsWeather,
): number | null {
  const levels = [before, after].map((side) => side.flatMap((i) => weather.level(cells[i]!.run, cells[i]!.key) ?? []));
  const identity = levels[1]![0]?.identity;
  const [a, b] = levels.map((side) => side.flatMap((one) => (one.identity === identity ? [one.level] : [])));
  return a!.length === 0 || b!.length === 0 ? null : Math.exp(median(a!) - median(b!));
}

function gapsBetween({ gaps }: Strand, last: Point, first: Point): number {
  return gaps.filter(({ createdAt }) => createdAt > last.createdAt && createdAt < first.createdAt).length;
}

function sinceThen(series: Series, since: string): Series {
  const left = series.points.filter(({ createdAt }) => createdAt < since).length;
  return {
    ...series,
    points: series.points.slice(left),
    gaps: series.gaps.filter(({ createdAt }) => createdAt >= since),
    changes: series.changes
      .filter(({ index }) => index >= left)
      .map((change) => ({ ...change, index: change.index - left })),
  };
}

function warningsOf({ runs }: HistoryData): Warning[] {
  const warnings: Warning[] = [];
  for (const { run, damaged } of runs) {
    if (damaged > 0) {
      const message = `${run}: ${damaged} ${damaged === 1 ? "line" : "lines"} of its records could not be read`;
      warnings.push({ code: "records-damaged", message });
    }
  }
  return warnings;
}
