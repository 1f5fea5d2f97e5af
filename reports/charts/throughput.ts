import * as Plot from "@observablehq/plot";
import type { CellReport } from "../cells.js";
import { DASH } from "../figure.js";
import { cut, HALF_BAR, MIDDLE, rowFrame, rowLabels } from "./rows.js";
import { drawChart } from "./svg.js";
import { tickSeconds, tickSi } from "./ticks.js";

interface Bar {
  row: number;
  value: number;
}

/** Median of each cell as a bar from zero, with every launch as a point on it; a cell without a figure keeps its row. */
export function throughputChart(cells: readonly CellReport[]): string {
  const { name, unit } = cells[0]!.metric;
  const bars: Bar[] = cells.flatMap(({ median }, row) => (median.value === null ? [] : [{ row, value: median.value }]));
  const points: Bar[] = cells.flatMap(({ launches }, row) =>
    launches.flatMap(({ value, counts }) => (counts && value.value !== null ? [{ row, value: value.value }] : [])),
  );
  const labels = cells.map(({ label, median, state }) => ({ label, note: median.text === DASH ? state : median.text }));
  const figures = cells.map(({ label }, i) => `${label}: ${labels[i]!.note}`).join("; ");
  return drawChart(`Bar chart of ${name}, median over launches. ${figures}.`, {
    ...rowFrame(cells.length),
    x: {
      domain: [0, Math.max(...points.map(({ value }) => value), 0) * 1.02 || 1],
      label: `${cut(unit === "s" ? "time" : unit || name, 40)} →`,
      ticks: 5,
      tickFormat: unit === "s" ? tickSeconds : tickSi,
    },
    marks: [
      Plot.gridX({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.rect(bars, {
        x1: 0,
        x2: "value",
        y1: ({ row }: Bar) => row + MIDDLE - HALF_BAR,
        y2: ({ row }: Bar) => row + MIDDLE + HALF_BAR,
        fill: "var(--bar)",
      }),
      Plot.dot(points, {
        x: "value",
        y: ({ row }: Bar) => row + MIDDLE,
        r: 3,
        fill: "var(--c1)",
        stroke: "var(--card)",
        strokeWidth: 0.75,
      }),
      ...rowLabels(labels),
    ],
  });
}
