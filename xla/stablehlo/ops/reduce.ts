import { emitOne, type Value } from "../ir.js";
import { StablehloError, type TensorType } from "../type.js";
import { constant } from "./constant.js";

export type Reduction = "add" | "maximum" | "minimum" | "and" | "or";

function neutral(op: Reduction, { element }: TensorType): number | boolean {
  switch (op) {
    case "add":
      return 0;
    case "and":
      return element === "pred" ? true : -1;
    case "or":
      return element === "pred" ? false : 0;
    case "maximum":
      return element === "f32" || element === "f64" || element === "bf16" || element === "f16" ? -Infinity : 0;
    case "minimum":
      return Infinity;
  }
}

/** Folds the given axes away. `maximum` of integers is for unsigned ones; `minimum` for floats. */
export function reduce(x: Value, op: Reduction, axes: readonly number[]): Value {
  if (axes.some((axis) => axis >= x.type.dims.length)) {
    throw new StablehloError("reduce", `no axes [${axes}]`, [x.type]);
  }
  const scalar: TensorType = { element: x.type.element, dims: [] };
  const init = constant(x.module, scalar, neutral(op, x.type));
  const body = x.module.region([scalar, scalar], (operands) =>
    x.module.emit({ name: `stablehlo.${op}`, operands, results: [scalar] }),
  );
  return emitOne(x, {
    name: "stablehlo.reduce",
    operands: [x, init],
    attributes: [["dimensions", axes.length > 0 ? `array<i64: ${axes.join(", ")}>` : "array<i64>"]],
    regions: [body],
    result: { element: x.type.element, dims: x.type.dims.filter((_, i) => !axes.includes(i)) },
  });
}

/** Sum of all elements, or over some axes. */
export function sum(x: Value, axes: readonly number[] = x.type.dims.map((_, i) => i)): Value {
  return reduce(x, "add", axes);
}
