import * as Plot from "@observablehq/plot";
import type { Verdict } from "../../harness/compare/types.js";
import type { CellReport } from "../cells.js";
import { MIDDLE, marginBands, rowFrame, rowLabels, zeroTicks } from "./rows.js";
import { drawChart } from "./svg.js";
import { tickPercent } from "./ticks.js";

interface Interval {
  row: number;
  verdict: Verdict;
  change: number;
  low: number;
  high: number;
}

const COLORS: Record<Verdict, string> = {
  slower: "var(--slower)",
  faster: "var(--faster)",
  same: "var(--ink)",
  inconclusive: "var(--open)",
  "not comparable": "var(--muted)",
};

/** Change against the baseline with its interval, a row a cell, and the margin as a band. */
export function effectsChart(cells: readonly CellReport[], margin: number): string {
  const all = cells.flatMap(({ verdict }) => (verdict?.change ? [verdict.change] : []));
  const bounds = all.flatMap(({ ratio, low, high }) => [ratio, low ?? ratio, high ?? ratio]);
  const reach = Math.max(margin * 1.8, ...bounds.map((ratio) => Math.abs(ratio - 1) * 1.08));
  // A bound that does not exist is drawn to the edge of the chart.
  const side = (ratio: number | null, edge: number) =>
    ratio === null ? edge : Math.min(reach, Math.max(-reach, ratio - 1));
  const intervals: Interval[] = cells.flatMap(({ verdict }, row) =>
    verdict?.change
      ? [
          {
            row,
            verdict: verdict.verdict,
            change: verdict.change.ratio - 1,
            low: side(verdict.change.low, -reach),
            high: side(verdict.change.high, reach),
          },
        ]
      : [],
  );
  const y = ({ row }: Interval) => row + MIDDLE;
  const color = ({ verdict }: Interval) => COLORS[verdict];
  const labels = cells.map(({ label, verdict }) => ({
    label,
    note: verdict === null ? "not compared" : `${verdict.symbol} ${verdict.verdict}`,
  }));
  const said = cells.map(
    ({ label, verdict }) => `${label}: ${verdict?.verdict ?? "not compared"} ${verdict?.change?.text ?? ""}`,
  );
  return drawChart(`Change against the baseline with its interval. ${said.join("; ")}.`, {
    ...rowFrame(cells.length),
    x: {
      domain: [-reach, reach],
      inset: 20,
      label: "change against the baseline →",
      ticks: 5,
      tickFormat: tickPercent,
    },
    marks: [
      marginBands(cells.length, margin),
      Plot.gridX({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      zeroTicks(cells.length),
      Plot.link(intervals, { x1: "low", x2: "high", y1: y, y2: y, stroke: color, strokeWidth: 2.5 }),
      Plot.dot(intervals, { x: "change", y, r: 5, fill: color, stroke: "var(--card)" }),
      ...rowLabels(labels),
    ],
  });
}
