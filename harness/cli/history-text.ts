import { formatPercent, formatSi } from "../console/format.js";
import { sparkline } from "../console/sparkline.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import type { ChangePoint, History, Series } from "../history/types.js";
import { type Io, paint } from "./io.js";

const TREND_WIDTH = 30;
/** Differences of the environment that are shown of one change; the rest is counted. */
const MOST_CHANGES = 8;

/** Prints a history for people: a row a series, then every change with what changed then, then what has no figure. */
export function printHistory(history: History, io: Io): void {
  const { series } = history;
  if (series.length > 0) io.out(`${seriesTable(history, io)}\n`);
  const machines = new Set(series.map(({ machine }) => machine));
  for (const one of series) {
    const name = visible(machines.size > 1 ? `${one.key} on ${one.machine}` : one.key);
    if (one.brokenFrom !== null) {
      io.out(`${name}: a new series after ${visible(`${one.brokenFrom.run}: ${one.brokenFrom.reason}`)}\n\n`);
    }
    for (const change of one.changes) io.out(`${changeText(name, change, io)}\n`);
    if (one.gaps.length > 0) io.out(`${gapText(name, one)}\n\n`);
  }
  for (const { key, machine, runs, reason } of history.unmeasured) {
    io.out(`${visible(`${key} on ${machine}: no figure in ${runs} ${runs === 1 ? "run" : "runs"} (${reason})`)}\n`);
  }
  io.out(`${summary(history)}\n`);
}

function seriesTable({ series, margin }: History, io: Io): string {
  const several = new Set(series.map(({ machine }) => machine)).size > 1;
  const right = { align: "right" as const };
  const columns = [
    { title: "cell" },
    ...(several ? [{ title: "machine" }] : []),
    { title: "runs", ...right },
    { title: "newest", ...right },
    { title: "trend" },
    { title: "between", ...right },
    { title: "within", ...right },
    { title: "sees", ...right },
    { title: "changes", ...right },
  ];
  const rows = series.map((one) => [
    one.key,
    ...(several ? [one.machine] : []),
    String(one.points.length),
    one.points.length === 0 ? "-" : formatSi(one.points.at(-1)!.median, one.unit),
    trend(one, margin),
    share(one.noise.between),
    share(one.noise.within),
    share(one.noise.smallestChange),
    String(one.changes.length),
  ]);
  return renderTable(columns, rows, io.columns === undefined ? {} : { width: io.columns });
}

function trend({ points, gaps }: Series, margin: number): string {
  const all = [
    ...points.map(({ createdAt, median, weather }) => ({ createdAt, value: median, shaded: weather !== null })),
    ...gaps.map(({ createdAt }) => ({ createdAt, value: null })),
  ].sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
  return sparkline(all, TREND_WIDTH, 4 * margin);
}

function share(value: number | null): string {
  return value === null ? "-" : formatPercent(value);
}

function changeText(name: string, change: ChangePoint, io: Io): string {
  const { verdict, ratio, low, high, run, createdAt, before, runsBefore, runsAfter } = change;
  const signed = (value: number) => formatPercent(value - 1, { signed: true });
  const word = paint(io.color.out, verdict === "slower" ? "red" : "green", verdict);
  const lines = [
    `${name}: ${word}, ${signed(ratio)} (${signed(low)} … ${signed(high)})`,
    visible(
      `  from ${run} (${createdAt.slice(0, 16).replace("T", " ")}) on: ${runsAfter} runs, after ${runsBefore} up to ${before}`,
    ),
    ...(change.between > 0 ? [`  between them ${change.between} without a figure or shaded`] : []),
    ...(change.sentinel === null ? [] : [sentinelText(change)]),
    ...environmentLines(change),
  ];
  return `${lines.join("\n")}\n`;
}

function sentinelText({ sentinel, machineMoved }: ChangePoint): string {
  const moved = `  the machine's sentinel: ${formatPercent(sentinel! - 1, { signed: true })}`;
  return machineMoved ? `${moved}, as much: the machine changed, not the software alone` : moved;
}

function environmentLines({ changes, nearby }: ChangePoint): string[] {
  if (changes.length > 0) return differenceLines(changes, "  ");
  if (nearby.length === 0) return ["  nothing that is recorded changed there"];
  return [
    "  nothing that is recorded changed there, but near it:",
    ...nearby.flatMap((one) => [visible(`    at ${one.run}`), ...differenceLines(one.changes, "      ")]),
  ];
}

function differenceLines(differences: ChangePoint["changes"], indent: string): string[] {
  const shown = differences.slice(0, MOST_CHANGES);
  const rest = differences.length - shown.length;
  return [
    ...shown.map((one) => visible(`${indent}${one.field}: ${one.base} → ${one.next}`)),
    ...(rest > 0 ? [`${indent}and ${rest} more (--json has them)`] : []),
  ];
}

function gapText(name: string, { gaps }: Series): string {
  const last = gaps.at(-1)!;
  const runs = gaps.length === 1 ? "1 run has" : `${gaps.length} runs have`;
  return `${name}: ${runs} no figure, the last ${visible(`${last.run} (${last.reason})`)}`;
}

function summary({ series, runs, since }: History): string {
  const changes = series.flatMap((one) => one.changes);
  const slower = changes.filter(({ verdict }) => verdict === "slower").length;
  const shaded = new Set(
    series.flatMap(({ points }) => points.flatMap((one) => (one.weather === null ? [] : one.run))),
  );
  return [
    `${runs} runs, ${series.length} series`,
    `${changes.length} ${changes.length === 1 ? "change" : "changes"} (${slower} slower, ${changes.length - slower} faster)`,
    ...(shaded.size > 0 ? [`${shaded.size} shaded by the sentinel`] : []),
    ...(since === null ? [] : [`since ${since}`]),
  ].join(", ");
}
