import * as Plot from "@observablehq/plot";
import type { CellReport } from "../cells.js";
import { MIDDLE, marginBands, rowFrame, rowLabels, zeroTicks } from "./rows.js";
import { drawChart } from "./svg.js";
import { tickPercent } from "./ticks.js";

interface Point {
  row: number;
  deviation: number;
}

/** Every launch as its distance from the median of its cell, on one scale for all cells, with the margin as a band. */
export function launchesChart(cells: readonly CellReport[], margin: number): string {
  const points: Point[] = cells.flatMap(({ launches, median }, row) =>
    launches.flatMap(({ value, counts }) =>
      counts && value.value !== null && median.value !== null
        ? [{ row, deviation: value.value / median.value - 1 }]
        : [],
    ),
  );
  const reach = Math.max(margin * 1.6, ...points.map(({ deviation }) => Math.abs(deviation) * 1.08));
  const noises = cells.map(
    ({ label, noise, valid, planned }) => `${label}: ${valid} of ${planned}, noise ${noise.text}`,
  );
  return drawChart(`Strip chart: every launch as its distance from its cell's median. ${noises.join("; ")}.`, {
    ...rowFrame(cells.length),
    x: {
      domain: [-reach, reach],
      inset: 20,
      label: "distance from the cell's median →",
      ticks: 5,
      tickFormat: tickPercent,
    },
    marks: [
      marginBands(cells.length, margin),
      Plot.gridX({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      zeroTicks(cells.length),
      Plot.dot(points, {
        x: "deviation",
        y: ({ row }: Point) => row + MIDDLE,
        r: 4.5,
        fill: "var(--c1)",
        fillOpacity: 0.75,
        stroke: "var(--card)",
      }),
      ...rowLabels(
        cells.map(({ label, valid, planned, noise }) => ({
          label,
          note: valid > 1 ? `noise ${noise.text}` : `${valid} of ${planned}`,
        })),
      ),
    ],
  });
}
