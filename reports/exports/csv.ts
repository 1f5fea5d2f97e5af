import { AXES } from "../axes.js";
import { cleanText } from "../text.js";
import type { ExportInput } from "./input.js";

const COLUMNS = [
  ...["run", "matrix", "cell", ...AXES],
  ...["launch", "seed", "status", "reason", "metric", "unit", "better", "value"],
] as const;

/**
 * CSV (RFC 4180: CRLF, quotes doubled), one row a launch and metric. A launch without a figure is one row whose `value` is
 * empty, with the reason; `status` is `ok` or the kind of failure. A text that a spreadsheet would take for a formula has
 * an apostrophe before it.
 */
export function renderCsv({ manifest, cells }: ExportInput): string {
  const rows = cells.flatMap(({ key, cell, primary, series, launches }) =>
    launches.flatMap(({ launch, record, excluded, figures }) => {
      const place = [manifest.run, manifest.matrix, key, ...AXES.map((axis) => cell[axis]), launch, record?.seed ?? ""];
      if (excluded !== null) {
        const status = record?.failure?.kind ?? excluded.code;
        return [[...place, status, excluded.message, primary.name, primary.unit, primary.better, ""]];
      }
      return series.flatMap(({ metric }) => {
        const value = figures.get(metric.name);
        return value === undefined ? [] : [[...place, "ok", "", metric.name, metric.unit, metric.better, value]];
      });
    }),
  );
  return [COLUMNS, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

function field(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = cleanText(value);
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
