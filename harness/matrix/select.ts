import { UserError } from "../../errors/user-error.js";
import { AXES, type Axis, type ExpandedCell } from "./expand.js";

/**
 * The cells that match all filters `axis=value`. Several values of one axis, by a comma or by several filters, mean any
 * of them. Throws `UserError` for an unknown axis and where nothing matches, with the values there are.
 */
export function selectCells<T extends Pick<ExpandedCell, "cell">>(
  cells: readonly T[],
  filters: readonly string[],
): T[] {
  const wanted = new Map<Axis, Set<string>>();
  for (const filter of filters) {
    const [axis, value] = splitPair(filter, "--cell");
    if (!(AXES as readonly string[]).includes(axis)) {
      throw new UserError({
        code: "matrix.unknown-axis",
        what: `there is no axis ${JSON.stringify(axis)}`,
        where: `--cell ${filter}`,
        hint: `the axes are ${AXES.join(", ")}`,
      });
    }
    const values = wanted.get(axis as Axis) ?? new Set();
    for (const part of axis === "dataset" ? [value] : value.split(",")) values.add(part);
    wanted.set(axis as Axis, values);
  }
  for (const [axis, values] of wanted) {
    const there = valuesOf(cells, axis);
    for (const value of values) {
      if (!there.includes(value)) throw noMatch(`no cell has ${axis}=${value}`, `${axis} has ${there.join(", ")}`);
    }
  }
  const selected = cells.filter(({ cell }) => [...wanted].every(([axis, values]) => values.has(String(cell[axis]))));
  if (selected.length === 0) {
    const asked = filters.map((filter) => `--cell ${filter}`).join(" ");
    throw noMatch(`no cell has all of ${asked}`, "ncf-bench plan shows the cells there are");
  }
  return selected;
}

/** Splits `key=value`. Throws `UserError` where there is no `=` or nothing before it. */
export function splitPair(text: string, flag: string): [key: string, value: string] {
  const at = text.indexOf("=");
  if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  throw new UserError({
    code: "usage.pair",
    what: `expected key=value, got ${JSON.stringify(text)}`,
    where: flag,
    hint: `for example ${flag} ${flag === "--cell" ? "mode=train" : "epochs=5"}`,
  });
}

function valuesOf(cells: readonly Pick<ExpandedCell, "cell">[], axis: Axis): string[] {
  return [...new Set(cells.map(({ cell }) => String(cell[axis])))];
}

function noMatch(what: string, hint: string): UserError {
  return new UserError({ code: "matrix.no-match", what, where: "--cell", hint });
}
