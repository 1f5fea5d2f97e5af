import { cellKey } from "../../suites/cell.js";
import type { Axis, ExpandedCell } from "./expand.js";

/** Batches shrink by as much as the data does, from ml-20m's size to ml-100k's: the number of steps stays about the same. */
const SCALE = 200;
const LEAST_BATCH = 64;

/** Launches of an emulated cell where nobody says how many: it is tried, not measured. */
export const EMULATED_LAUNCHES = 1;

/** Epochs of an emulated training: the first is never counted. */
const EPOCHS = 2;

/**
 * The cells of a matrix made small for virtual CPU devices: same GPUs, precisions and compiler settings, the data and the
 * batch scaled down. Each says `emulated` in its key; none is ever a figure of the hardware that it stands for.
 *
 * @param dataset instead of those of the matrix.
 */
export function emulated(
  expand: (axes: Partial<Record<Axis, unknown>>, options: Record<string, unknown>) => ExpandedCell[],
  dataset = "synthetic:ml-100k",
): ExpandedCell[] {
  const axes = { engine: "xla", backend: "emulated", dataset };
  const options = { epochs: EPOCHS, evalAfter: 0, iterations: 20, warmupIterations: 2 };
  const cells = new Map<string, ExpandedCell>();
  for (const { cell, options: own } of expand(axes, options)) {
    const small = { ...cell, batch: Math.max(LEAST_BATCH, Math.ceil(cell.batch / SCALE)) };
    const key = cellKey(small);
    if (!cells.has(key)) cells.set(key, { cell: small, key, options: own });
  }
  return [...cells.values()];
}
