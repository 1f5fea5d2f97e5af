import { formatCount, formatPercent, formatSignificant } from "../../harness/console/format.js";
import { chunks } from "../families.js";
import type { ScalingReport } from "../scaling.js";
import { type LineSeries, linesChart } from "./lines.js";
import type { Panel } from "./panels.js";
import { type LegendEntry, legendEntry, MOST_SERIES } from "./series.js";
import { tickPercent } from "./ticks.js";

/** Speed-up and efficiency over GPUs, each with the ideal and, where the same work was published, the DGX-1's. */
export function scalingPanels(reports: readonly ScalingReport[]): Panel[] {
  return chunks(reports, MOST_SERIES).flatMap((some) => [speedupPanel(some), efficiencyPanel(some)]);
}

function speedupPanel(reports: readonly ScalingReport[]): Panel {
  const gpus = reports.flatMap(({ points, published }) => [...points, ...(published?.points ?? [])].map((p) => p.gpus));
  const [least, most] = [Math.min(...gpus), Math.max(...gpus)];
  const svg = linesChart({
    description: `Line chart of speed-up over GPUs. ${said(reports, ({ speedup }) => `${formatSignificant(speedup)} ×`)}.`,
    series: seriesOf(reports, (speedup) => speedup),
    x: { label: "GPUs", format: formatCount },
    y: { label: "speed-up", format: (value) => `${formatCount(value)} ×`, scale: "log", ticks: [...new Set(gpus)] },
    ideal: [
      { x: least, y: least },
      { x: most, y: most },
    ],
  });
  return {
    ...panelOf(reports, svg),
    title: "Speed-up over GPUs",
    caption: `Throughput over that of the fewest GPUs, times their number. Dashed: ideal.${publishedText(reports)}`,
  };
}

function efficiencyPanel(reports: readonly ScalingReport[]): Panel {
  const gpus = reports.flatMap(({ points }) => points.map((point) => point.gpus));
  const svg = linesChart({
    description: `Line chart of scaling efficiency over GPUs. ${said(reports, ({ gpus, speedup }) => formatPercent(speedup / gpus))}.`,
    series: seriesOf(reports, (speedup, gpus) => speedup / gpus),
    x: { label: "GPUs", format: formatCount },
    y: { label: "efficiency", format: (value) => tickPercent(value).replace("+", ""), scale: "zero" },
    ideal: [Math.min(...gpus), Math.max(...gpus)].map((x) => ({ x, y: 1 })),
  });
  return {
    ...panelOf(reports, svg),
    title: "Scaling efficiency",
    caption: `Speed-up over the number of GPUs. Dashed: ideal.${publishedText(reports)}`,
  };
}

function panelOf(reports: readonly ScalingReport[], svg: string): Omit<Panel, "title" | "caption"> {
  const series: LegendEntry[] = reports.flatMap(({ name, published }, i) => [
    legendEntry(name, i),
    ...(published === null ? [] : [legendEntry(`published, ${published.hardware}`, i, true)]),
  ]);
  return { legend: null, series, labels: [...new Set(reports.flatMap(({ labels }) => labels))].sort(), svg };
}

function seriesOf(reports: readonly ScalingReport[], y: (speedup: number, gpus: number) => number): LineSeries[] {
  return reports.flatMap(({ name, points, published }, style) => [
    ...(published === null
      ? []
      : [
          {
            ...{ name: published.hardware, style, published: true, launches: [] },
            points: published.points.map(({ gpus, speedup }) => ({ x: gpus, y: y(speedup, gpus) })),
          },
        ]),
    {
      ...{ name, style, published: false },
      points: points.map(({ gpus, speedup }) => ({ x: gpus, y: y(speedup, gpus) })),
      launches: points.flatMap(({ gpus, launches }) => launches.map((speedup) => ({ x: gpus, y: y(speedup, gpus) }))),
    },
  ]);
}

function said(reports: readonly ScalingReport[], figure: (point: { gpus: number; speedup: number }) => string): string {
  const list = (points: readonly { gpus: number; speedup: number }[]) =>
    points.map((point) => `${point.gpus} GPUs ${figure(point)}`).join(", ");
  return reports
    .flatMap(({ name, points, published }) => [
      `${name}: ${list(points)}`,
      ...(published === null ? [] : [`published for ${published.hardware}: ${list(published.points)}`]),
    ])
    .join("; ");
}

function publishedText(reports: readonly ScalingReport[]): string {
  const sources = [...new Set(reports.flatMap(({ published }) => published?.source ?? []))];
  return sources.length === 0 ? "" : ` Outlined: the same work as published (${sources.join("; ")}).`;
}
