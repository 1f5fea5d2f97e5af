import type { Accepted, AcceptedCell } from "../compare/accepted.js";
import { formatPercent, formatSi } from "../console/format.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";

/** E.g. `2026-01-31 by Ada <ada@example.org>, in place of run-a: driver 560 is slower here`. */
export function acceptedLine({
  at,
  by,
  replaces,
  because,
}: Pick<Accepted, "at" | "by" | "replaces" | "because">): string {
  return visible(`${at.slice(0, 10)} by ${by}, in place of ${replaces}: ${oneLine(because)}`);
}

/** The first line of a reason is its summary, as in a commit's message. */
export function oneLine(because: string): string {
  const [first = "", ...rest] = because.split(/\r?\n/);
  return rest.length === 0 ? first : `${first} …`;
}

/** What was slower, faster or open when a run was accepted, a row a cell; empty where all was the same. */
export function acceptedCells(cells: readonly AcceptedCell[], width: { width?: number }): string {
  if (cells.length === 0) return "";
  const right = { align: "right" as const };
  const columns = [
    { title: "cell" },
    { title: "verdict" },
    { title: "change", ...right },
    { title: "95 % interval", ...right },
    { title: "medians", ...right },
  ];
  const rows = cells.map(({ cell, verdict, change, interval, medians, unit }) => [
    cell,
    verdict,
    percent(change),
    interval === null || interval.includes(null) ? "-" : interval.map(percent).join(" … "),
    `${medians.map((median) => (median === null ? "-" : formatSi(median))).join(" → ")} ${visible(unit)}`,
  ]);
  return renderTable(columns, rows, width);
}

function percent(change: number | null): string {
  return change === null ? "-" : formatPercent(change, { signed: true });
}
