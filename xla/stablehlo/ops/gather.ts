import { isFloat } from "../../element-type.js";
import { emitOne, type Value } from "../ir.js";
import { StablehloError, type TensorType } from "../type.js";

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
        `#stablehlo.gather<offset_dims = [${offsets}], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>`,
      ],
      ["slice_sizes", `array<i64: ${[1, ...rest].join(", ")}>`],
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
  if (updates.type.element !== wanted.element || updates.type.dims.join() !== wanted.dims.join()) {
    throw new StablehloError("scatter", "updates do not fit", [updates.type, wanted]);
  }
  const scalar: TensorType = { element: into.type.element, dims: [] };
  const body = into.module.region([scalar, scalar], (operands) =>
    into.module.emit({ name: "stablehlo.add", operands, results: [scalar] }),
  );
  const windows = rest.map((_, i) => i + 1);
  return emitOne(into, {
    name: "stablehlo.scatter",
    operands: [into, indices, updates],
    attributes: [
      [
        "scatter_dimension_numbers",
        `#stablehlo.scatter<update_window_dims = [${windows}], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>`,
      ],
      ["indices_are_sorted", String(sorted)],
      ["unique_indices", String(unique)],
    ],
    regions: [body],
    result: into.type,
  });
}

function checkRows(op: string, table: Value, indices: Value): void {
  if (table.type.dims.length === 0) throw new StablehloError(op, "the table is a scalar", [table.type]);
  if (indices.type.dims.length !== 1 || isFloat(indices.type.element) || indices.type.element === "pred") {
    throw new StablehloError(op, "indices are a vector of integers", [table.type, indices.type]);
  }
}
