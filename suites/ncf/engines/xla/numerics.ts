import type { ElementType } from "../../../../xla/element-type.js";
import type { Value } from "../../../../xla/stablehlo/ir.js";
import { type DotOptions, type DotPrecision, dot } from "../../../../xla/stablehlo/ops/dot.js";
import { convert } from "../../../../xla/stablehlo/ops/elementwise.js";
import type { Cell } from "../../../cell.js";

/**
 * How a precision computes: master weights, moments and sums are float32 always; activations and the operands of matrix
 * products are of the `compute` type (specification, section 7).
 */
export interface Numerics {
  compute: ElementType & ("f32" | "bf16" | "f16");
  precision: DotPrecision;
  /** fp16 cannot hold unscaled gradients of a mean over a large batch. */
  scalesLoss: boolean;
}

export function numericsOf(precision: Cell["precision"]): Numerics {
  switch (precision) {
    case "fp32":
      return { compute: "f32", precision: "highest", scalesLoss: false };
    case "tf32":
      return { compute: "f32", precision: "tf32", scalesLoss: false };
    case "bf16":
      return { compute: "bf16", precision: "default", scalesLoss: false };
    case "fp16":
      return { compute: "f16", precision: "default", scalesLoss: true };
  }
}

/** Matrix product of operands cast to the compute type; `result` is the compute type unless given. */
export function product(
  numerics: Numerics,
  lhs: Value,
  rhs: Value,
  options: Omit<DotOptions, "precision"> = {},
): Value {
  const { compute, precision } = numerics;
  return dot(convert(lhs, compute), convert(rhs, compute), { result: compute, ...options, precision });
}
