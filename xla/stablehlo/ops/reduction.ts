import { integerRange, isFloat } from "../../element-type.js";
import type { Block, Value } from "../ir.js";
import { StablehloError, type TensorType } from "../type.js";
import type { Literal } from "./constant.js";

/** How two elements become one. All are associative and commutative, floating-point rounding aside. */
export type Reduction = "add" | "maximum" | "minimum" | "and" | "or";

/** The region that combines two scalars, for operations that fold many elements in any order. */
export function combiner(op: string, x: Value, reduction: Reduction): Block {
  const { element } = x.type;
  const bitwise = reduction === "and" || reduction === "or";
  if (bitwise ? isFloat(element) : element === "pred") {
    throw new StablehloError(op, `${reduction} is for ${bitwise ? "integers and predicates" : "numbers"}`, [x.type]);
  }
  const scalar: TensorType = { element, dims: [] };
  return x.module.region([scalar, scalar], (operands) =>
    x.module.emit({ name: `stablehlo.${reduction}`, operands, results: [scalar] }),
  );
}

/** The element that changes no other one: what folding nothing gives. */
export function neutral(reduction: Reduction, { element }: TensorType): Literal {
  if (reduction === "add") return 0;
  if (isFloat(element)) return reduction === "maximum" ? -Infinity : Infinity;
  const [least, greatest] = integerRange(element);
  switch (reduction) {
    case "maximum":
      return least;
    case "minimum":
      return greatest;
    case "or":
      return element === "pred" ? false : 0;
    case "and":
      return element === "pred" ? true : least === 0n ? greatest : -1;
  }
}
