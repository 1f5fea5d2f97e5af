import type { ElementType } from "../../../../xla/element-type.js";
import type { Value } from "../../../../xla/stablehlo/ir.js";
import { type DotOptions, type DotPrecision, dot } from "../../../../xla/stablehlo/ops/dot.js";
import { add, and, bitcast, convert, shiftRight } from "../../../../xla/stablehlo/ops/elementwise.js";
import type { Cell } from "../../../cell.js";

/**
 * How a precision computes: master weights, moments and sums are float32 always; activations and the operands of matrix
 * products are of the `compute` type (specification, section 7).
 */
export interface Numerics {
  compute: ElementType & ("f32" | "bf16" | "f16");
  precision: DotPrecision;
  /** No hardware for it: operands are rounded to TensorFloat-32's 10 bits of mantissa before a float32 product. */
  emulatesTf32: boolean;
  /** fp16 cannot hold unscaled gradients of a mean over a large batch. */
  scalesLoss: boolean;
}

export function numericsOf(precision: Cell["precision"], emulated = false): Numerics {
  switch (precision) {
    case "fp32":
      return { compute: "f32", precision: "highest", emulatesTf32: false, scalesLoss: false };
    case "tf32":
      return { compute: "f32", precision: emulated ? "highest" : "tf32", emulatesTf32: emulated, scalesLoss: false };
    case "bf16":
      return { compute: "bf16", precision: "default", emulatesTf32: false, scalesLoss: false };
    case "fp16":
      return { compute: "f16", precision: "default", emulatesTf32: false, scalesLoss: true };
  }
}

/** Matrix product of operands cast to the compute type; `result` is the compute type unless given. */
export function product(
  numerics: Numerics,
  lhs: Value,
  rhs: Value,
  options: Omit<DotOptions, "precision"> = {},
): Value {
  const { compute, precision, emulatesTf32 } = numerics;
  const operand = (x: Value) => (emulatesTf32 ? roundToTf32(x) : convert(x, compute));
  return dot(operand(lhs), operand(rhs), { result: compute, ...options, precision });
}

/** Rounds float32 values to 10 bits of mantissa, ties to even. */
function roundToTf32(x: Value): Value {
  const bits = bitcast(x, "u32");
  const odd = and(shiftRight(bits, 13), 1);
  return bitcast(and(add(add(bits, 0xfff), odd), 0xffffe000), "f32");
}
