import { isInteger } from "../../element-type.js";
import { integers } from "../attribute.js";
import { emitOne, type Value } from "../ir.js";
import { elementCount, StablehloError, type TensorType } from "../type.js";

/** Repeats `x` over the dimensions of `dims` that `axes` does not name; axis i of `x` becomes axis `axes[i]`. */
export function broadcast(x: Value, dims: readonly number[], axes: readonly number[] = []): Value {
  const result: TensorType = { element: x.type.element, dims };
  const fits =
    axes.length === x.type.dims.length &&
    new Set(axes).size === axes.length &&
    axes.every((axis, i) => x.type.dims[i] === dims[axis]);
  if (!fits) throw new StablehloError("broadcast_in_dim", `axes [${axes}] do not place the operand`, [x.type, result]);
  return emitOne(x, {
    name: "stablehlo.broadcast_in_dim",
    operands: [x],
    attributes: [["broadcast_dimensions", integers(axes)]],
    result,
  });
}

export function reshape(x: Value, ...dims: number[]): Value {
  const result: TensorType = { element: x.type.element, dims };
  if (elementCount(result) !== elementCount(x.type)) {
    throw new StablehloError("reshape", "element counts differ", [x.type, result]);
  }
  return emitOne(x, { name: "stablehlo.reshape", operands: [x], result });
}

/** Axis i of the result is axis `permutation[i]` of the operand. */
export function transpose(x: Value, permutation: readonly number[]): Value {
  const { length } = x.type.dims;
  if (permutation.length !== length || [...permutation].sort((a, b) => a - b).some((axis, i) => axis !== i)) {
    throw new StablehloError("transpose", `[${permutation}] is no permutation of ${length} axes`, [x.type]);
  }
  return emitOne(x, {
    name: "stablehlo.transpose",
    operands: [x],
    attributes: [["permutation", integers(permutation)]],
    result: { element: x.type.element, dims: permutation.map((axis) => x.type.dims[axis]!) },
  });
}

/** Elements [start, limit) of one axis, all of the others. */
export function slice(x: Value, axis: number, start: number, limit: number): Value {
  const size = x.type.dims[axis];
  const inside = Number.isInteger(start) && Number.isInteger(limit) && start >= 0 && start <= limit;
  if (size === undefined || !inside || limit > size) {
    throw new StablehloError("slice", `[${start}, ${limit}) of axis ${axis} is outside`, [x.type]);
  }
  const { dims } = x.type;
  return emitOne(x, {
    name: "stablehlo.slice",
    operands: [x],
    attributes: [
      ["start_indices", integers(dims.map((_, i) => (i === axis ? start : 0)))],
      ["limit_indices", integers(dims.map((all, i) => (i === axis ? limit : all)))],
      ["strides", integers(dims.map(() => 1))],
    ],
    result: { element: x.type.element, dims: dims.map((all, i) => (i === axis ? limit - start : all)) },
  });
}

/** A window of the given sizes at run-time start indices, which are clamped so that the window fits. */
export function dynamicSlice(x: Value, starts: readonly Value[], sizes: readonly number[]): Value {
  checkStarts("dynamic_slice", x, starts);
  const result: TensorType = { element: x.type.element, dims: sizes };
  if (sizes.length !== x.type.dims.length || !sizes.every((size, i) => size >= 0 && size <= x.type.dims[i]!)) {
    throw new StablehloError("dynamic_slice", "the window does not fit", [x.type, result]);
  }
  return emitOne(x, {
    name: "stablehlo.dynamic_slice",
    operands: [x, ...starts],
    attributes: [["slice_sizes", integers(sizes)]],
    result,
  });
}

/** `x` with a window at run-time start indices replaced by `update`. */
export function dynamicUpdateSlice(x: Value, update: Value, starts: readonly Value[]): Value {
  checkStarts("dynamic_update_slice", x, starts);
  const fits =
    update.type.element === x.type.element &&
    update.type.dims.length === x.type.dims.length &&
    update.type.dims.every((size, i) => size <= x.type.dims[i]!);
  if (!fits) throw new StablehloError("dynamic_update_slice", "the update does not fit", [x.type, update.type]);
  return emitOne(x, { name: "stablehlo.dynamic_update_slice", operands: [x, update, ...starts], result: x.type });
}

function checkStarts(op: string, x: Value, starts: readonly Value[]): void {
  const scalars = starts.every(({ type }) => type.dims.length === 0 && type.element === starts[0]!.type.element);
  if (starts.length !== x.type.dims.length || !scalars || !starts.every(({ type }) => isInteger(type.element))) {
    throw new StablehloError(op, "needs one scalar integer of one type for each axis", [
      x.type,
      ...starts.map(({ type }) => type),
    ]);
  }
}

export function concatenate(parts: readonly Value[], axis: number): Value {
  const [first] = parts;
  if (!first) throw new StablehloError("concatenate", "needs an operand");
  const types = parts.map(({ type }) => type);
  const fits = types.every(
    ({ element, dims }) =>
      element === first.type.element &&
      dims.length === first.type.dims.length &&
      dims.every((size, i) => i === axis || size === first.type.dims[i]),
  );
  if (!fits || first.type.dims[axis] === undefined) {
    throw new StablehloError("concatenate", `operands do not join along axis ${axis}`, types);
  }
  const total = types.reduce((sum, { dims }) => sum + dims[axis]!, 0);
  return emitOne(first, {
    name: "stablehlo.concatenate",
    operands: parts,
    attributes: [["dimension", `${axis} : i64`]],
    result: { element: first.type.element, dims: first.type.dims.map((size, i) => (i === axis ? total : size)) },
  });
}

/** Appends `count` copies of the scalar `value` at the end of `axis`. */
export function padEnd(x: Value, value: Value, axis: number, count: number): Value {
  const { dims } = x.type;
  if (value.type.dims.length > 0 || value.type.element !== x.type.element) {
    throw new StablehloError("pad", "needs a scalar of the operand's element type", [x.type, value.type]);
  }
  if (dims[axis] === undefined || !Number.isInteger(count) || count < 0) {
    throw new StablehloError("pad", `cannot append ${count} along axis ${axis}`, [x.type, value.type]);
  }
  return emitOne(x, {
    name: "stablehlo.pad",
    operands: [x, value],
    attributes: [
      ["edge_padding_low", integers(dims.map(() => 0))],
      ["edge_padding_high", integers(dims.map((_, i) => (i === axis ? count : 0)))],
      ["interior_padding", integers(dims.map(() => 0))],
    ],
    result: { element: x.type.element, dims: dims.map((size, i) => (i === axis ? size + count : size)) },
  });
}
