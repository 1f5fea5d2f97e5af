import * as Plot from "@observablehq/plot";
import { cut } from "./rows.js";
import { seriesStyle } from "./series.js";
import { drawChart } from "./svg.js";

export interface LinePoint {
  x: number;
  y: number;
}

export interface LineSeries {
  name: string;
  /** Which style; a published line has that of the measured one it stands beside. */
  style: number;
  /** Not measured here: outlined points on a dotted line. */
  published: boolean;
  /** Joined by the line: one a value of x. */
  points: readonly LinePoint[];
  /** Every launch. */
  launches: readonly LinePoint[];
}

export interface LinesOptions {
  /** Said instead of the drawing. */
  description: string;
  series: readonly LineSeries[];
  x: { label: string; format: (value: number) => string };
  y: { label: string; format: (value: number) => string; scale: "zero" | "log"; ticks?: readonly number[] };
  /** A line to be measured by. */
  ideal?: readonly LinePoint[];
}

/** Lines over an axis of powers of two, with a point for every launch. */
export function linesChart({ description, series, x, y, ideal = [] }: LinesOptions): string {
  const all = [...series.flatMap(({ points, launches }) => [...points, ...launches]), ...ideal];
  const steps = [...new Set(all.map((point) => point.x))].sort((a, b) => a - b);
  const heights = all.map((point) => point.y);
  const ticks = y.ticks === undefined ? 5 : [...y.ticks];
  const place = { x: "x", y: "y" };
  const dashed = (dash: string | null) => (dash === null ? {} : { strokeDasharray: dash });
  return drawChart(description, {
    height: 260,
    marginLeft: 58,
    marginRight: 24,
    marginBottom: 40,
    marginTop: 26,
    x: {
      type: "log",
      base: 2,
      domain: [steps[0]! / 1.15, steps.at(-1)! * 1.15],
      ticks: thinned(steps),
      tickFormat: x.format,
      label: `${cut(x.label, 40)} →`,
    },
    y:
      y.scale === "log"
        ? { type: "log", domain: [Math.min(...heights) / 1.2, Math.max(...heights) * 1.2], label: null }
        : { domain: [0, Math.max(...heights) * 1.06], label: null },
    marks: [
      Plot.gridY({ ticks, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.axisY({ ticks, tickFormat: y.format, label: `↑ ${cut(y.label, 40)}` }),
      Plot.line(ideal, { ...place, stroke: "var(--muted)", strokeWidth: 1.25, strokeDasharray: "2 4" }),
      ...series.flatMap(({ style, published, points, launches }) => {
        const { color, dash, symbol } = seriesStyle(style);
        return [
          Plot.line(points, {
            ...place,
            stroke: color,
            strokeWidth: published ? 1.25 : 2,
            ...dashed(published ? "1 3" : dash),
          }),
          Plot.dot(points, {
            ...place,
            symbol,
            r: 4.5,
            fill: published ? "var(--card)" : color,
            stroke: published ? color : "var(--card)",
          }),
          Plot.dot(launches, { ...place, r: 2, fill: color, fillOpacity: 0.55 }),
        ];
      }),
    ],
  });
}

/** At most six of the values as ticks, the last among them. */
export function thinned(values: readonly number[]): number[] {
  const step = Math.ceil((values.length - 1) / 5) || 1;
  return values.filter((_, i) => (values.length - 1 - i) % step === 0);
}
