import { UserError } from "../../errors/user-error.js";
import { Cell, cellKey } from "../../suites/cell.js";
import type { Matrix } from "./schema.js";

/** One cell of a matrix with what its block asks of it, not yet checked by the suite. */
export interface ExpandedCell {
  cell: Cell;
  key: string;
  options: Record<string, unknown>;
}

/** Axes in the order in which a block is multiplied out: the last one varies fastest. */
export const AXES = [
  "mode",
  "dataset",
  "model",
  "engine",
  "backend",
  "formulation",
  "scaling",
  "gpus",
  "precision",
  "xla",
  "batch",
] as const;
export type Axis = (typeof AXES)[number];

/** What an axis is when neither the block nor `defaults` name it. The others must be named. */
const FALLBACK: Partial<Record<Axis, unknown>> = {
  engine: "auto",
  backend: "auto",
  gpus: 0,
  precision: "fp32",
  xla: "auto",
  model: "reference",
  formulation: "layerwise",
  scaling: "strong",
};

export interface ExpandRequest {
  matrix: Matrix;
  /** Axes given on the command line; they replace what the matrix says. */
  axes?: Partial<Record<Axis, unknown>>;
  /** Suite options given on the command line; they replace what the matrix says. */
  options?: Record<string, unknown>;
  /** What `auto` means for a cell of so many GPUs on a backend, and the `xla` axis of an engine where nobody names it. */
  defaultEngine: (gpus: number, backend: string) => string;
  defaultXla: (engine: string) => string;
}

/** Multiplies every block out over the defaults. Throws `UserError` for an axis without a value and for a cell twice. */
export function expandMatrix({ matrix, axes = {}, options = {}, ...defaults }: ExpandRequest): ExpandedCell[] {
  const cells = new Map<string, ExpandedCell & { block: number }>();
  for (const [block, { options: ofBlock, ...ownAxes }] of matrix.cells.entries()) {
    const merged = { ...FALLBACK, ...withoutUndefined(matrix.defaults), ...withoutUndefined(ownAxes), ...axes };
    for (const point of product(merged, `${matrix.name}: cells.${block}`)) {
      const engine =
        point.engine === "auto"
          ? defaults.defaultEngine(Number(point.gpus), String(point.backend))
          : String(point.engine);
      const xla = point.xla === "auto" ? defaults.defaultXla(engine) : point.xla;
      const cell = Cell.safeParse({ ...point, engine, xla, suite: matrix.suite });
      if (!cell.success) throw invalidCell(cell.error.issues[0]!, `${matrix.name}: cells.${block}`);
      const key = cellKey(cell.data);
      const before = cells.get(key);
      if (before === undefined) {
        cells.set(key, { cell: cell.data, key, options: { ...matrix.options, ...ofBlock, ...options }, block });
      } else if (Object.keys(axes).length === 0) {
        // Where an axis was replaced from outside, cells that differed only in it fall together rightly.
        throw new UserError({
          code: "matrix.duplicate-cell",
          what: `cell ${key} is there twice: in cells.${before.block} and cells.${block}`,
          where: matrix.name,
          hint: "remove it from one of the two blocks",
        });
      }
    }
  }
  return [...cells.values()].map(({ cell, key, options: own }) => ({ cell, key, options: own }));
}

function product(values: Partial<Record<Axis, unknown>>, where: string): Record<Axis, unknown>[] {
  let points: Partial<Record<Axis, unknown>>[] = [{}];
  for (const axis of AXES) {
    const value = values[axis];
    if (value === undefined) {
      throw new UserError({
        code: "matrix.axis-missing",
        what: `axis ${axis} has no value`,
        where,
        hint: `name it in the block or in defaults: ${axis}: …`,
      });
    }
    const list = Array.isArray(value) ? value : [value];
    points = points.flatMap((point) => list.map((item: unknown) => ({ ...point, [axis]: item })));
  }
  return points as Record<Axis, unknown>[];
}

function invalidCell(issue: { path: readonly PropertyKey[]; message: string }, where: string): UserError {
  return new UserError({
    code: "matrix.invalid-cell",
    what: `${issue.path.join(".")}: ${issue.message}`,
    where,
    hint: "see ncf-bench plan --help for the axes",
  });
}

function withoutUndefined<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Partial<T>;
}
