import { isInteger } from "../../element-type.js";
import { integers } from "../attribute.js";
import { emitOne, type Value } from "../ir.js";
import { StablehloError, sameType, type TensorType } from "../type.js";
import { combiner } from "./reduction.js";

export interface RowOptions {
  /** Promise that indices ascend. A false promise is undefined behaviour. */
  sorted?: boolean;
  /** Promise that no index occurs twice. A false promise is undefined behaviour. */
  unique?: boolean;
}

/**
 * Rows (or, of a vector, elements) of a table: `indices` [n] of integers, table [rows, ...rest], result [n, ...rest]. Out
 * of range indices are clamped.
 */
export function gatherRows(table: Value, indices: Value, { sorted = false }: RowOptions = {}): Value {
  checkRows("gather", table, indices);
  const rest = table.type.dims.slice(1);
  const offsets = rest.map((_, i) => i + 1);
  return emitOne(table, {
    name: "stablehlo.gather",
    operands: [table, indices],
    attributes: [
      [
        "dimension_numbers",
        `#stablehlo.gather<offset_dims = [${offsets.join(", ")}], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>`,
      ],
      ["slice_sizes", integers([1, ...rest])],
      ["indices_are_sorted", String(sorted)],
    ],
    result: { element: table.type.element, dims: [indices.type.dims[0]!, ...rest] },
  });
}

/** `into` with row i of `updates` [n, ...rest] added to row `indices[i]`; repeated indices add up. */
export function scatterAddRows(
  into: Value,
  indices: Value,
  updates: Value,
  { sorted = false, unique = false }: RowOptions = {},
): Value {
  checkRows("scatter", into, indices);
  const rest = into.type.dims.slice(1);
  const wanted: TensorType = { element: into.type.element, dims: [indices.type.dims[0]!, ...rest] };
  if (!sameType(updates.type, wanted)) {
    throw new StablehloError("scatter", "the updates are not a row for each index", [updates.type, wanted]);
  }
  const windows = rest.map((_, i) => i + 1);
  return emitOne(into, {
    name: "stablehlo.scatter",
    operands: [into, indices, updates],
    attributes: [
      [
        "scatter_dimension_numbers",
        `#stablehlo.scatter<update_window_dims = [${windows.join(", ")}], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>`,
      ],
      ["indices_are_sorted", String(sorted)],
      ["unique_indices", String(unique)],
    ],
    regions: [combiner("scatter", into, "add")],
    result: into.type,
  });
}

function checkRows(op: string, table: Value, indices: Value): void {
  if (!table.type.dims[0]) throw new StablehloError(op, "the table has no rows", [table.type, indices.type]);
  if (indices.type.dims.length !== 1 || !isInteger(indices.type.element)) {
    throw new StablehloError(op, "indices are a vector of integers", [table.type, indices.type]);
  }
}
