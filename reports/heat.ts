import { formatSi } from "../harness/console/format.js";
import { type Axis, axisValues } from "./axes.js";
import type { CellReport } from "./cells.js";
import { families } from "./families.js";
import { metricTitle } from "./highlights.js";

/** One square of a heat map. `level` 0 to 7: how strong its colour; null where nothing was measured. */
export interface HeatSquare {
  slug: string;
  label: string;
  text: string;
  level: number | null;
}

/** Cells as a matrix: GPUs and batch down, precision and compiler setting across. */
export interface HeatMap {
  title: string;
  /** What the family has in common, if there are several; what the colours mean. */
  caption: string;
  corner: string;
  columns: string[];
  /** Null: the matrix has no such cell. */
  rows: { name: string; squares: (HeatSquare | null)[] }[];
}

const GRID = ["gpus", "precision", "xla", "batch"] as const satisfies readonly Axis[];
const LEVELS = 8;
/** From this ratio of the greatest to the least on, colours go by the logarithm. */
const WIDE = 20;

/** A map of the figures of each family that spans two axes, and one of their share of the ceiling where that is known. */
export function heatMaps(cells: readonly CellReport[]): HeatMap[] {
  return [...new Set(cells.map(({ metric }) => metric.name))].flatMap((metric) =>
    families(
      cells.filter((cell) => cell.metric.name === metric),
      GRID,
    ).flatMap((family) => {
      const grid = gridOf(family.cells);
      if (grid === null) return [];
      const name = family.name === "" ? "" : `${family.name}. `;
      return [figureMap(metric, name, family.cells, grid), ceilingMap(metric, name, family.cells, grid)].filter(
        (map) => map !== null,
      );
    }),
  );
}

interface Grid {
  corner: string;
  columns: string[];
  rows: { name: string; cells: (CellReport | null)[] }[];
}

/** Null where the cells do not span two axes: a list is then as good. */
function gridOf(cells: readonly CellReport[]): Grid | null {
  const varying: Axis[] = GRID.filter((axis) => new Set(cells.map(({ cell }) => cell[axis])).size > 1);
  const across = varying.filter((axis) => axis === "precision" || axis === "xla");
  const columnAxes: Axis[] = across.length > 0 ? across : varying.filter((axis) => axis === "gpus");
  const rowAxes = varying.filter((axis) => !columnAxes.includes(axis));
  if (columnAxes.length === 0 || rowAxes.length === 0) return null;
  const columns = [...new Set(cells.map((cell) => nameOf(cell, columnAxes)))];
  const rows = [...new Set(cells.map((cell) => nameOf(cell, rowAxes)))];
  const at = new Map(cells.map((cell) => [JSON.stringify([nameOf(cell, rowAxes), nameOf(cell, columnAxes)]), cell]));
  return {
    corner: rowAxes.join(", "),
    columns,
    rows: rows.map((name) => ({
      name,
      cells: columns.map((column) => at.get(JSON.stringify([name, column])) ?? null),
    })),
  };
}

function nameOf({ cell }: CellReport, axes: readonly Axis[]): string {
  return axisValues(cell, axes)
    .map(({ axis, text }) => (axis === "gpus" ? gpuText(cell.gpus) : axis === "precision" ? text : `${axis} ${text}`))
    .join(" · ");
}

function gpuText(gpus: number): string {
  return gpus === 0 ? "host CPU" : `${gpus} GPU${gpus === 1 ? "" : "s"}`;
}

function figureMap(metric: string, name: string, cells: readonly CellReport[], grid: Grid): HeatMap | null {
  const values = cells.flatMap(({ median }) => (median.value === null || median.value <= 0 ? [] : [median.value]));
  if (values.length < 2) return null;
  const { unit, better } = cells[0]!.metric;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const wide = most / least >= WIDE;
  // The better, the stronger; from zero, unless the least would then vanish beside the greatest.
  const strength = (value: number) => {
    if (wide) return (better === "lower" ? Math.log(most / value) : Math.log(value / least)) / Math.log(most / least);
    return better === "lower" ? least / value : value / most;
  };
  const text = ({ median }: CellReport) => (unit === "s" ? median.text : formatSi(median.value!));
  const scale = `the stronger the colour, the ${better === "lower" ? "faster" : "more"}${wide ? ", by the logarithm" : ""}`;
  return {
    title: `Matrix of ${metricTitle(metric)}`,
    caption: `${name}Median${unit === "s" ? "" : `, ${unit}`}; ${scale}.`,
    ...squares(grid, (cell) => cell.median.value, strength, text),
  };
}

function ceilingMap(metric: string, name: string, cells: readonly CellReport[], grid: Grid): HeatMap | null {
  if (cells.every(({ ceiling }) => ceiling.value === null)) return null;
  return {
    title: `Share of the ceiling: ${metricTitle(metric)}`,
    caption: `${name}Median over what the hardware's peak rates allow at all; the stronger the colour, the nearer.`,
    ...squares(
      grid,
      (cell) => cell.ceiling.value,
      (share) => share,
      ({ ceiling }) => ceiling.text,
    ),
  };
}

function squares(
  grid: Grid,
  value: (cell: CellReport) => number | null,
  strength: (value: number) => number,
  text: (cell: CellReport) => string,
): Pick<HeatMap, "corner" | "columns" | "rows"> {
  const square = (cell: CellReport | null): HeatSquare | null => {
    if (cell === null) return null;
    const { slug, label, state } = cell;
    const figure = value(cell);
    return figure === null
      ? { slug, label, text: cell.median.value === null ? state : "unknown", level: null }
      : { slug, label, text: text(cell), level: levelOf(strength(figure)) };
  };
  return {
    corner: grid.corner,
    columns: grid.columns,
    rows: grid.rows.map((row) => ({ name: row.name, squares: row.cells.map(square) })),
  };
}

function levelOf(strength: number): number {
  return Math.min(LEVELS - 1, Math.max(0, Math.floor(strength * LEVELS)));
}
