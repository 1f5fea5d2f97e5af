import { formatBytes, formatPercent, formatSeconds, formatSi, formatSignificant } from "../harness/console/format.js";

/** A number and how a person reads it. The number is null, and the text a dash, where nothing was measured. */
export interface Figure {
  value: number | null;
  text: string;
}

export const DASH = "–";

/** A figure of a metric in its unit, e.g. `17.8 k items/s`, `12.3 ms`. */
export function metricFigure(value: number | null | undefined, unit: string): Figure {
  return figure(value, (v) => formatMetric(v, unit));
}

/** As `metricFigure`, where there surely is a number. */
export function formatMetric(value: number, unit: string): string {
  if (unit === "s") return formatSeconds(value);
  if (unit === "bytes") return formatBytes(value);
  return formatSi(value, unit);
}

export function shareFigure(value: number | null | undefined, opts: { signed?: boolean } = {}): Figure {
  return figure(value, (v) => formatPercent(v, opts));
}

export function secondsFigure(value: number | null | undefined): Figure {
  return figure(value, formatSeconds);
}

export function bytesFigure(value: number | null | undefined): Figure {
  return figure(value, formatBytes);
}

/** HR, NDCG: four decimals, as the reference prints them. */
export function qualityFigure(value: number | null | undefined): Figure {
  return figure(value, (v) => (Number.isFinite(v) ? v.toFixed(4) : String(v)));
}

export function plainFigure(value: number | null | undefined, digits = 3): Figure {
  return figure(value, (v) => formatSignificant(v, digits));
}

function figure(value: number | null | undefined, format: (value: number) => string): Figure {
  return value === null || value === undefined ? { value: null, text: DASH } : { value, text: format(value) };
}
