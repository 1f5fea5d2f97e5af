import * as Plot from "@observablehq/plot";
import { formatCount } from "../../harness/console/format.js";
import type { LatencyReport } from "../latency.js";
import { thinned } from "./lines.js";
import { drawChart } from "./svg.js";
import { tickSeconds } from "./ticks.js";

interface Point {
  batch: number;
  percentile: number;
  seconds: number;
}

// Told apart by colour, dash and shape.
const SERIES = [
  { percentile: 50, color: "var(--c1)", dash: "none", symbol: "circle" },
  { percentile: 90, color: "var(--c2)", dash: "6 3", symbol: "square" },
  { percentile: 95, color: "var(--c3)", dash: "3 3", symbol: "triangle" },
  { percentile: 99, color: "var(--c4)", dash: "1.5 3", symbol: "diamond" },
] as const;

/** Latency percentiles by batch size, both on logarithmic scales, for one variant of one family of cells. */
export function latencyChart(name: string, reports: readonly LatencyReport[]): string {
  const points: Point[] = reports.flatMap(({ batch, percentiles }) =>
    percentiles.flatMap(({ percentile, seconds }) =>
      seconds.value !== null && seconds.value > 0 ? [{ batch, percentile, seconds: seconds.value }] : [],
    ),
  );
  const said = reports.map(
    ({ batch, percentiles }) =>
      `batch ${batch}: ${percentiles.map(({ percentile, seconds }) => `p${percentile} ${seconds.text}`).join(", ")}`,
  );
  const batches = [...new Set(points.map(({ batch }) => batch))].sort((a, b) => a - b);
  const seconds = points.map((point) => point.seconds);
  return drawChart(`Latency of ${name} by batch size. ${said.join("; ")}.`, {
    height: 250,
    marginLeft: 58,
    marginRight: 28,
    marginBottom: 40,
    marginTop: 26,
    x: {
      type: "log",
      base: 2,
      domain: padded(batches, 1.3),
      ticks: thinned(batches),
      tickFormat: formatCount,
      label: "batch →",
    },
    y: { type: "log", domain: padded(seconds, 1.15), label: null },
    marks: [
      Plot.gridY({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.axisY({ ticks: 5, tickFormat: tickSeconds, label: "↑ latency" }),
      ...SERIES.flatMap(({ percentile, color, dash, symbol }) => {
        const own = points.filter((point) => point.percentile === percentile);
        const place = { x: "batch", y: "seconds" };
        return [
          Plot.line(own, {
            ...place,
            stroke: color,
            strokeWidth: 2,
            ...(dash === "none" ? {} : { strokeDasharray: dash }),
          }),
          Plot.dot(own, { ...place, fill: color, stroke: "var(--card)", symbol, r: 4.5 }),
        ];
      }),
    ],
  });
}

function padded(values: readonly number[], factor: number): [number, number] {
  return [Math.min(...values) / factor, Math.max(...values) * factor];
}
