import { integers } from "../attribute.js";
import { emitOne, type Value } from "../ir.js";
import { StablehloError, type TensorType } from "../type.js";
import { constant } from "./constant.js";
import { combiner, neutral, type Reduction } from "./reduction.js";

/** Folds the given axes away; over no elements it gives the reduction's neutral element. */
export function reduce(x: Value, reduction: Reduction, axes: readonly number[]): Value {
  const { dims } = x.type;
  if (axes.some((axis) => dims[axis] === undefined) || new Set(axes).size < axes.length) {
    throw new StablehloError("reduce", `[${axes}] are no axes, each once, of the operand`, [x.type]);
  }
  const body = combiner("reduce", x, reduction);
  const scalar: TensorType = { element: x.type.element, dims: [] };
  return emitOne(x, {
    name: "stablehlo.reduce",
    operands: [x, constant(x.module, scalar, neutral(reduction, x.type))],
    attributes: [["dimensions", integers(axes)]],
    regions: [body],
    result: { element: x.type.element, dims: dims.filter((_, i) => !axes.includes(i)) },
  });
}

/** Sum of all elements, or over some axes. */
export function sum(x: Value, axes: readonly number[] = x.type.dims.map((_, i) => i)): Value {
  return reduce(x, "add", axes);
}
