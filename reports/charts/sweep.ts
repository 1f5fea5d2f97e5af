import { formatCount } from "../../harness/console/format.js";
import type { CellReport } from "../cells.js";
import { chunks, families } from "../families.js";
import { metricTitle } from "../highlights.js";
import { linesChart } from "./lines.js";
import type { Panel } from "./panels.js";
import { legendEntry, MOST_SERIES } from "./series.js";
import { tickSeconds, tickSi } from "./ticks.js";

/** From this ratio of the greatest to the least figure on, the scale is logarithmic. */
const WIDE = 20;

/** The figure of each family of cells by batch size, every launch a point. */
export function sweepPanels(cells: readonly CellReport[]): Panel[] {
  return [...new Set(cells.map(({ metric }) => metric.name))].flatMap((metric) => {
    const measured = cells.filter((cell) => cell.metric.name === metric && cell.median.value !== null);
    const swept = families(measured, ["batch"]).filter((family) => family.cells.length > 1);
    return chunks(swept, MOST_SERIES).map((some) => sweepPanel(metric, some));
  });
}

function sweepPanel(metric: string, swept: readonly { name: string; cells: CellReport[] }[]): Panel {
  const { unit } = swept[0]!.cells[0]!.metric;
  const series = swept.map(({ name, cells }, style) => {
    const own = cells.toSorted((a, b) => a.cell.batch - b.cell.batch);
    return {
      ...{ name, style, published: false },
      points: own.map(({ cell, median }) => ({ x: cell.batch, y: median.value! })),
      launches: own.flatMap(({ cell, launches }) =>
        launches.flatMap(({ counts, value }) =>
          counts && value.value !== null ? [{ x: cell.batch, y: value.value }] : [],
        ),
      ),
    };
  });
  const values = series.flatMap(({ points }) => points.map(({ y }) => y));
  const said = swept.map(
    ({ name, cells }) =>
      `${name === "" ? "" : `${name}: `}${cells.map(({ cell, median }) => `batch ${formatCount(cell.batch)} ${median.text}`).join(", ")}`,
  );
  return {
    title: `Batch sweep: ${metricTitle(metric)}`,
    caption: "The line joins medians; each small point is a launch.",
    legend: null,
    series: swept.length === 1 && swept[0]!.name === "" ? [] : swept.map(({ name }, i) => legendEntry(name, i)),
    labels: [...new Set(swept.flatMap(({ cells }) => cells.flatMap(({ labels }) => labels)))].sort(),
    svg: linesChart({
      description: `Line chart of ${metricTitle(metric)} by batch size. ${said.join("; ")}.`,
      series,
      x: { label: "batch", format: formatCount },
      y: {
        label: unit === "s" ? "time" : unit,
        format: unit === "s" ? tickSeconds : tickSi,
        scale: Math.max(...values) / Math.min(...values) >= WIDE ? "log" : "zero",
      },
    }),
  };
}
