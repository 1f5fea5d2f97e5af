import { formatCount } from "../harness/console/format.js";
import type { Cell } from "../suites/cell.js";
import { cleanLine } from "./text.js";

export type Axis = keyof Cell;

/** The axes in the order a reader looks for them. */
export const AXES: readonly Axis[] = [
  "suite",
  "mode",
  "model",
  "engine",
  "backend",
  "formulation",
  "scaling",
  "gpus",
  "precision",
  "xla",
  "batch",
  "dataset",
];

export interface AxisValue {
  axis: Axis;
  title: string;
  /** As a person reads it. */
  text: string;
  /** May be broken anywhere, so that it does not push figures out of sight. */
  long: boolean;
}

function varyingAxes(cells: readonly Cell[]): Axis[] {
  return AXES.filter((axis) => new Set(cells.map((cell) => cell[axis])).size > 1);
}

/** The axes that name a cell in tables and commands: the varying ones, or two that say most where nothing varies. */
export function namingAxes(cells: readonly Cell[]): Axis[] {
  const varying = varyingAxes(cells);
  return varying.length === 0 ? ["mode", "engine"] : varying;
}

export function axisValues(cell: Cell, axes: readonly Axis[]): AxisValue[] {
  return axes.map((axis) => {
    const text = axisText(cell, axis);
    return { axis, title: axis, text, long: text.length > 18 };
  });
}

function axisText(cell: Cell, axis: Axis): string {
  return axis === "batch" ? formatCount(cell.batch) : cleanLine(String(cell[axis]));
}

/** A short name of a cell among the others of its run, e.g. `train · paper-8 · batch 16,384`. */
export function cellLabel(cell: Cell, axes: readonly Axis[]): string {
  return axes
    .map((axis) => {
      const text = axisText(cell, axis);
      if (axis === "gpus") return cell.gpus === 0 ? "host CPU" : `${cell.gpus} GPU${cell.gpus === 1 ? "" : "s"}`;
      return axis === "xla" || axis === "batch" ? `${axis} ${text}` : brief(text);
    })
    .join(" · ");
}

/** Begin and end of a long value, e.g. of `synthetic:users=300,items=400,ratings=8000,seed=1`; the table has the whole. */
function brief(text: string): string {
  return text.length <= 28 ? text : `${text.slice(0, 17)}…${text.slice(-10)}`;
}
