import * as Plot from "@observablehq/plot";
import { formatPercent, formatSignificant } from "../../harness/console/format.js";
import type { TelemetryStrip, TelemetryUnit } from "../telemetry.js";
import type { Panel } from "./panels.js";
import { cut } from "./rows.js";
import { drawInFrame } from "./svg.js";

/** One strip a quantity: launches from left to right as they ran, so that drift is seen. */
export function telemetryPanels(strips: readonly TelemetryStrip[]): Panel[] {
  return strips.map((strip) => ({
    title: strip.title,
    caption: captionOf(strip),
    legend: null,
    series: [],
    labels: [],
    svg: telemetryChart(strip),
  }));
}

function captionOf({ launches, of, unit }: TelemetryStrip): string {
  const ranges = launches.some(({ least, most }) => least < most);
  const held = launches.filter((launch) => launch.held).length;
  const parts = [`Launches in the order they ran${ranges ? ", least to most with the median" : ""}.`];
  if (launches.length < of) parts.push(`${of - launches.length} of ${of} did not tell it.`);
  if (held > 0) parts.push(`Triangles: ${held} in which the GPU held its clock down.`);
  if (unit === "share") parts.push("Share of all CPUs' time.");
  return parts.join(" ");
}

type Launch = TelemetryStrip["launches"][number];

function telemetryChart({ title, unit, launches, of }: TelemetryStrip): string {
  const [least, most] = [Math.min(...launches.map((l) => l.least)), Math.max(...launches.map((l) => l.most))];
  const format = (value: number) => figureText(value, unit);
  const place = { x: "order", stroke: "var(--c1)" };
  const held = launches.filter((launch) => launch.held);
  const color = ({ held }: Launch) => (held ? "var(--slower)" : "var(--c1)");
  return drawInFrame(
    `Strip chart of ${title} over ${launches.length} launches: from ${format(least)} to ${format(most)}.`,
    {
      height: 150,
      marginLeft: 66,
      marginRight: 16,
      marginBottom: 38,
      marginTop: 12,
      x: { domain: [0.5, of + 0.5], label: "launch, as they ran →", ticks: wholeTicks(of), tickFormat: "d" },
      y: { domain: domainOf(least, most, unit), axis: null },
    },
    // The launches' axis, which all strips of a run share; each has a scale of its own.
    { key: JSON.stringify(["telemetry", of]), marks: () => [] },
    {
      key: null,
      marks: () => [
        Plot.gridY({ ticks: 3, stroke: "var(--line)", strokeOpacity: 1 }),
        Plot.axisY({ ticks: 3, tickFormat: format, label: null }),
        Plot.link(launches, {
          ...place,
          x1: "order",
          x2: "order",
          y1: "least",
          y2: "most",
          strokeWidth: 2,
          strokeOpacity: 0.5,
        }),
        Plot.dot(
          launches.filter(({ held }) => !held),
          { ...place, y: "median", r: 3, fill: color, stroke: "var(--card)" },
        ),
        ...(held.length === 0
          ? []
          : [
              Plot.dot(held, { ...place, y: "median", r: 4.5, symbol: "triangle", fill: color, stroke: "var(--card)" }),
            ]),
      ],
    },
  );
}

/** Shares and loads from zero; clocks, power and temperatures around what they were, but never so near that noise fills the strip. */
function domainOf(least: number, most: number, unit: TelemetryUnit): [number, number] {
  if (unit === "share" || unit === "load") return [0, Math.max(most * 1.1, unit === "share" ? 0.02 : 1)];
  const space = Math.max((most - least) * 0.15, most * 0.02);
  return [Math.max(0, least - space), most + space];
}

function figureText(value: number, unit: TelemetryUnit): string {
  if (unit === "share") return formatPercent(value);
  if (unit === "MHz" && value >= 1000) return `${formatSignificant(value / 1000)} GHz`;
  return unit === "load" ? formatSignificant(value, 2) : cut(`${formatSignificant(value)} ${unit}`, 12);
}

function wholeTicks(count: number): number[] {
  const step = Math.max(1, Math.ceil(count / 8));
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => 1 + i * step);
}
