import { AXES, type Axis, cellLabel, namingAxes } from "./axes.js";
import type { CellReport } from "./cells.js";

/** Cells that differ in `along` alone; `name` says what tells the family from the others. */
export interface Family {
  name: string;
  cells: CellReport[];
}

/** Cells put together that agree in every axis but `along`, in order of appearance; named among the cells given. */
export function families(cells: readonly CellReport[], along: readonly Axis[]): Family[] {
  const fixed = AXES.filter((axis) => !along.includes(axis));
  const naming = namingAxes(cells.map(({ cell }) => cell)).filter((axis) => !along.includes(axis));
  const found = new Map<string, Family>();
  for (const cell of cells) {
    const key = JSON.stringify(fixed.map((axis) => cell.cell[axis]));
    const family = found.get(key) ?? { name: cellLabel(cell.cell, naming), cells: [] };
    family.cells.push(cell);
    found.set(key, family);
  }
  return [...found.values()];
}

/** Lists of at most `most` each. */
export function chunks<T>(items: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, i) => items.slice(i * most, (i + 1) * most));
}
