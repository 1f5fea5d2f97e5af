import type { AcceptedCell } from "../compare/accepted.js";
import { formatPercent, formatSi } from "../console/format.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";

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
