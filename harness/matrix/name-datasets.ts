import { UserError } from "../../errors/user-error.js";
import { cellKey } from "../../suites/cell.js";
import type { Suite } from "../../suites/suite.js";
import type { ExpandedCell } from "./expand.js";

export interface NamedCells {
  cells: ExpandedCell[];
  /** By what the matrix or the command line says: the name in the cells. */
  names: ReadonlyMap<string, string>;
  /** By that name: the real path, for data sets that were given as a path. */
  sources: ReadonlyMap<string, string>;
}

/**
 * Puts the names of data sets that were given as paths into the cells and their keys, so that two ways to type one path are
 * one cell. Throws `UserError` where two data sets would have one name, where that makes one cell of two, and for a path
 * where nothing lies.
 */
export async function nameDatasets(
  expanded: readonly ExpandedCell[],
  suite: Pick<Suite, "datasetSource">,
  cwd: string,
): Promise<NamedCells> {
  const names = new Map<string, string>();
  const sources = new Map<string, string>();
  const known = new Map<string, { typed: string; spec: string }>();
  for (const typed of new Set(expanded.map(({ cell }) => cell.dataset))) {
    const { name, spec } = await suite.datasetSource(typed, cwd);
    const other = known.get(name);
    if (other !== undefined && other.spec !== spec) throw sameName(name, other.typed, typed);
    known.set(name, { typed, spec });
    names.set(typed, name);
    if (spec !== name) sources.set(name, spec);
  }
  const keys = new Set<string>();
  const cells = expanded.map(({ cell: typed, options }) => {
    const cell = { ...typed, dataset: names.get(typed.dataset)! };
    const key = cellKey(cell);
    if (keys.has(key)) throw twice(key);
    keys.add(key);
    return { cell, key, options };
  });
  return { cells, names, sources };
}

function sameName(name: string, a: string, b: string): UserError {
  return new UserError({
    code: "matrix.dataset-name",
    what: `${a} and ${b} are two data sets of one name, ${name}`,
    where: "axis dataset",
    hint: "give one a name of its own: ncf-bench data prepare PATH --name NAME --out DIR, and use DIR",
  });
}

function twice(key: string): UserError {
  return new UserError({
    code: "matrix.duplicate-cell",
    what: `cell ${key} is there twice: two of its paths lead to the same ratings`,
    where: "axis dataset",
    hint: "remove one of the paths",
  });
}
