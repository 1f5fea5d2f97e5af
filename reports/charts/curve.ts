import * as Plot from "@observablehq/plot";
import { median } from "../../harness/stats/quantile.js";
import { drawInFrame } from "./svg.js";

export interface CurvePoint {
  epoch: number;
  value: number;
}

export interface CurveOptions {
  /** What is drawn, for those who do not see it, e.g. `HR@10 of train · paper-8`. */
  name: string;
  axis: string;
  /** One series a launch. */
  series: readonly (readonly CurvePoint[])[];
  /** Shared by the charts that a reader compares. */
  domain: readonly [number, number];
  epochs: readonly [number, number];
  color: string;
}

/** A value by epoch: each launch as a thin line, the median over launches as a thick one with its points. */
export function curveChart({ name, axis, series, domain, epochs, color }: CurveOptions): string {
  const finite = series.map((points) => points.filter(({ value }) => Number.isFinite(value)));
  const middle = medianCurve(finite);
  const [first, last] = [middle[0], middle.at(-1)];
  const said =
    first && last
      ? `from ${first.value.toFixed(4)} at epoch ${first.epoch} to ${last.value.toFixed(4)} at epoch ${last.epoch}`
      : "no value";
  return drawInFrame(
    `Line chart of ${name} by epoch over ${series.length} launches: median ${said}.`,
    {
      height: 230,
      marginLeft: 44,
      marginBottom: 40,
      marginTop: 26,
      x: {
        domain: epochs[0] === epochs[1] ? [epochs[0] - 1, epochs[1] + 1] : [...epochs],
        label: "epoch →",
        ticks: epochTicks(epochs),
        tickFormat: "d",
        inset: 6,
      },
      y: { domain: [...domain], label: `↑ ${axis}`, ticks: 5 },
    },
    {
      key: JSON.stringify(["curve", axis, domain, epochs]),
      marks: () => [
        Plot.gridY({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
        Plot.axisY({ ticks: 5, label: `↑ ${axis}` }),
      ],
    },
    {
      key: JSON.stringify([color, finite]),
      marks: () => curves(finite, middle, color),
    },
  );
}

function curves(
  series: readonly (readonly CurvePoint[])[],
  middle: readonly CurvePoint[],
  color: string,
): Plot.Markish[] {
  const lines = series.flatMap((points, launch) => points.map((point) => ({ ...point, launch })));
  return [
    Plot.line(lines, { x: "epoch", y: "value", z: "launch", stroke: color, strokeOpacity: 0.4, strokeWidth: 1 }),
    Plot.line(middle, { x: "epoch", y: "value", stroke: color, strokeWidth: 2.5 }),
    Plot.dot(middle, { x: "epoch", y: "value", fill: color, r: 2.5 }),
  ];
}

/** Whole epochs, at most eleven. */
function epochTicks([first, last]: readonly [number, number]): number[] {
  const step = Math.max(1, Math.ceil((last - first) / 10));
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
}

function medianCurve(series: readonly (readonly CurvePoint[])[]): CurvePoint[] {
  const byEpoch = new Map<number, number[]>();
  for (const { epoch, value } of series.flat()) byEpoch.set(epoch, [...(byEpoch.get(epoch) ?? []), value]);
  return [...byEpoch].sort(([a], [b]) => a - b).map(([epoch, values]) => ({ epoch, value: median(values) }));
}
