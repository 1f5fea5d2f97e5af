import { cellLabel, namingAxes } from "../axes.js";
import type { CellReport } from "../cells.js";
import { families } from "../families.js";
import { metricTitle } from "../highlights.js";
import type { Label } from "../labels.js";
import type { ReportModel } from "../model.js";
import { type CurvePoint, curveChart } from "./curve.js";
import { effectsChart } from "./effects.js";
import { latencyChart } from "./latency.js";
import { launchesChart } from "./launches.js";
import { scalingPanels } from "./scaling.js";
import type { LegendEntry } from "./series.js";
import { sweepPanels } from "./sweep.js";
import { telemetryPanels } from "./telemetry.js";
import { throughputChart } from "./throughput.js";

/** A chart with its caption; `svg` is finished markup. */
export interface Panel {
  title: string;
  caption: string;
  legend: "legend-percentiles" | "legend-curves" | null;
  /** Legend of a chart whose lines are named by the data. */
  series: LegendEntry[];
  labels: Label[];
  svg: string;
}

/** A chart longer than this is no longer looked at; the table has all rows. */
const MOST_ROWS = 40;
const MOST_CURVES = 12;

/** All charts of a page, in reading order; a chart without anything to show is left out. */
export function panels({
  cells,
  margin,
  scaling,
  telemetry,
}: Pick<ReportModel, "cells" | "margin" | "scaling" | "telemetry">): Panel[] {
  return [
    ...effectPanels(cells, margin),
    ...throughputPanels(cells),
    ...scalingPanels(scaling),
    ...sweepPanels(cells),
    ...latencyPanels(cells),
    ...launchPanels(cells, margin),
    ...curvePanels(cells),
    ...telemetryPanels(telemetry),
  ];
}

function effectPanels(cells: readonly CellReport[], margin: number): Panel[] {
  const compared = cells.filter(({ verdict }) => verdict?.change != null);
  if (compared.length === 0) return [];
  const caption = `Estimate and interval a cell; inside the band (±${percent(margin)}) a change does not count.`;
  return [panel("Change against the baseline", caption, compared, (rows) => effectsChart(rows, margin))];
}

function throughputPanels(cells: readonly CellReport[]): Panel[] {
  return [...new Set(cells.map(({ metric }) => metric.name))].flatMap((name) => {
    const own = cells.filter(({ metric }) => metric.name === name);
    if (own.every(({ median }) => median.value === null)) return [];
    const caption = "The bar ends at the median; each point is a launch, a process of its own.";
    return [panel(capital(metricTitle(name)), caption, own, throughputChart)];
  });
}

function launchPanels(cells: readonly CellReport[], margin: number): Panel[] {
  const own = cells.filter(({ valid }) => valid > 0);
  if (own.length === 0) return [];
  const caption = `Each point is a launch; the line is its cell's median, the band ±${percent(margin)}.`;
  return [panel("How far launches scatter", caption, own, (rows) => launchesChart(rows, margin))];
}

function curvePanels(cells: readonly CellReport[]): Panel[] {
  const rates = (cell: CellReport) => cell.launches.map(({ rates }) => rates.map(({ epoch, hr }) => point(epoch, hr)));
  const losses = (cell: CellReport) => cell.launches.map(({ losses }) => losses.map((l) => point(l.epoch, l.loss)));
  const [hr, loss] = [extent(cells.flatMap(rates).flat()), extent(cells.flatMap(losses).flat())];
  const draw = (cell: CellReport, name: string, axis: string, series: CurvePoint[][], range: Extent, color: string) => {
    // One evaluation is a figure of the table, not a curve.
    if (new Set(series.flat().map(({ epoch }) => epoch)).size < 2) return [];
    const options = {
      name: `${name} of ${cell.label}`,
      axis,
      series,
      domain: range.values,
      epochs: range.epochs,
      color,
    };
    const caption = cell.label;
    return [
      { ...panel(`${name} by epoch`, caption, [cell], () => curveChart(options)), legend: "legend-curves" as const },
    ];
  };
  const drawn = cells.filter((cell) => losses(cell).some((points) => points.length > 0)).slice(0, MOST_CURVES);
  return drawn.flatMap((cell) => [
    ...(hr
      ? draw(
          cell,
          `HR@${cell.topk ?? "K"}`,
          "HR",
          rates(cell),
          { epochs: loss?.epochs ?? hr.epochs, values: [0, hr.values[1]] },
          "var(--c1)",
        )
      : []),
    ...(loss ? draw(cell, "Training loss", "loss", losses(cell), loss, "var(--c2)") : []),
  ]);
}

function latencyPanels(cells: readonly CellReport[]): Panel[] {
  const inferring = cells.filter(({ latency }) => latency.length > 0);
  return families(inferring, ["batch"]).flatMap(({ name: family, cells: own }) =>
    [...new Set(own.flatMap(({ latency }) => latency.map(({ variant }) => variant)))].sort().map((variant) => {
      const reports = own.flatMap(({ latency }) => latency.filter((report) => report.variant === variant));
      const name = family === "" ? variant : `${family}, ${variant}`;
      const ids = variant === "fed" ? "ids copied in and scores copied out" : "ids already on the device";
      // Where nothing but the batch differs, the family has no name.
      const caption = family === "" ? capital(`${ids}.`) : `${family}; ${ids}.`;
      return {
        ...panel(`Latency by batch, ${variant}`, caption, own, () => latencyChart(name, reports)),
        legend: "legend-percentiles" as const,
      };
    }),
  );
}

function panel(
  title: string,
  caption: string,
  cells: readonly CellReport[],
  draw: (rows: readonly CellReport[]) => string,
): Panel {
  const rows = relabelled(cells.slice(0, MOST_ROWS));
  const rest = cells.length - rows.length;
  return {
    title,
    caption: rest > 0 ? `${caption} ${rest} more cells are in the table only.` : caption,
    legend: null,
    series: [],
    labels: [...new Set(rows.flatMap(({ labels }) => labels))].sort(),
    svg: draw(rows),
  };
}

/** Named by what tells these cells apart: the others of the run are not in the chart. */
function relabelled(cells: readonly CellReport[]): CellReport[] {
  if (cells.length < 2) return [...cells];
  const axes = namingAxes(cells.map(({ cell }) => cell));
  return cells.map((cell) => ({ ...cell, label: cellLabel(cell.cell, axes) }));
}

interface Extent {
  epochs: [number, number];
  values: [number, number];
}

/** Range of epochs and values, a little widened; null without any finite value. */
function extent(points: readonly CurvePoint[]): Extent | null {
  const finite = points.filter(({ value }) => Number.isFinite(value));
  if (finite.length === 0) return null;
  const values = finite.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const space = (high - low || Math.abs(high) || 1) * 0.05;
  const epochs = finite.map(({ epoch }) => epoch);
  return { epochs: [Math.min(...epochs), Math.max(...epochs)], values: [low - space, high + space] };
}

function point(epoch: number, value: number): CurvePoint {
  return { epoch, value };
}

function percent(share: number): string {
  return `${Math.round(share * 1e4) / 100} %`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
