import * as Plot from "@observablehq/plot";
import type { Series } from "../../harness/history/types.js";
import { median } from "../../harness/stats/quantile.js";
import { drawChart } from "../charts/svg.js";
import { formatMetric } from "../figure.js";

const WIDTH = 880;
/** Points that are drawn; the JSON has all. */
const MOST_POINTS = 365;

/** A cell's runs over time: medians as points, the level between changes as a line, each change as a rule. */
export function seriesChart({ key, points: all, changes, unit, gaps }: Series): string {
  const first = Math.max(0, all.length - MOST_POINTS);
  const points = all.slice(first).map((point) => ({ ...point, time: new Date(point.createdAt) }));
  const from = points[0]?.time ?? new Date(0);
  const steps = changes
    .filter(({ index }) => index > first)
    .map(({ index, verdict }) => ({ verdict, at: index - first }));
  const levels = levelLines(
    points,
    steps.map(({ at }) => at),
  );
  const rules = steps.map((step) => ({ time: points[step.at]!.time, verdict: step.verdict }));
  const missing = gaps.map(({ createdAt }) => ({ time: new Date(createdAt) })).filter(({ time }) => time >= from);
  const said = `${points.length} runs of ${key}, newest ${points.length > 0 ? formatMetric(points.at(-1)!.median, unit) : "none"}, ${steps.length} changes`;
  const color = (verdict: string) => (verdict === "slower" ? "var(--slower)" : "var(--faster)");
  return drawChart(`History chart: ${said}.`, {
    width: WIDTH,
    height: 220,
    marginLeft: 64,
    marginBottom: 32,
    marginTop: 24,
    x: { type: "utc", label: null, inset: 8 },
    y: { label: `↑ ${unit}`, ticks: 5, zero: false, nice: true, inset: 4, tickFormat: "s" },
    marks: [
      Plot.gridY({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.ruleX(missing, { x: "time", stroke: "var(--muted)", strokeOpacity: 0.5, strokeDasharray: "2,4" }),
      Plot.ruleX(rules, { x: "time", stroke: ({ verdict }) => color(verdict), strokeWidth: 2 }),
      Plot.line(levels, { x: "time", y: "level", z: "step", stroke: "var(--c1)", strokeWidth: 2 }),
      Plot.dot(
        points.filter(({ weather }) => weather === null),
        { x: "time", y: "median", r: 2.5, fill: "var(--c1)" },
      ),
      Plot.dot(
        points.filter(({ weather }) => weather !== null),
        { x: "time", y: "median", r: 3, fill: "var(--card)", stroke: "var(--muted)", strokeWidth: 1.5 },
      ),
    ],
  });
}

/** The two ends of each level: the median of its points that are no weather. */
function levelLines(
  points: readonly { time: Date; median: number; weather: string | null }[],
  cuts: readonly number[],
) {
  const bounds = [0, ...cuts, points.length];
  return bounds.slice(1).flatMap((end, step) => {
    const own = points.slice(bounds[step]!, end);
    const judged = own.filter(({ weather }) => weather === null);
    if (own.length === 0) return [];
    const level = median((judged.length > 0 ? judged : own).map((point) => point.median));
    return [own[0]!, own.at(-1)!].map(({ time }) => ({ time, level, step: String(step) }));
  });
}
