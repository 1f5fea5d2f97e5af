import type { ElementType } from "../../element-type.js";
import { type Attribute, emitOne, type Value } from "../ir.js";
import { StablehloError, typeText } from "../type.js";

/**
 * How a float32 product is computed. `highest`: true float32. `tf32`: operands rounded to 10 bits of mantissa, float32
 * sums. `default`: the backend's choice, for operands that are already narrow.
 */
export type DotPrecision = "default" | "highest" | "tf32";

export interface DotOptions {
  /** Contracted axis of each side; the last of `lhs` with the first of `rhs` unless given. */
  contract?: readonly [lhs: number, rhs: number];
  /** Element type of the result, and of the sums where it is wider than the operands'. */
  result?: ElementType;
  precision?: DotPrecision;
}

/** Matrix product over one contracted axis; result axes are the remaining ones of `lhs`, then of `rhs`. */
export function dot(lhs: Value, rhs: Value, options: DotOptions = {}): Value {
  const [left, right] = options.contract ?? [lhs.type.dims.length - 1, 0];
  const types = [lhs.type, rhs.type];
  if (lhs.type.element !== rhs.type.element) throw new StablehloError("dot_general", "element types differ", types);
  const size = lhs.type.dims[left];
  if (size === undefined || size !== rhs.type.dims[right]) {
    throw new StablehloError("dot_general", `axes ${left} and ${right} cannot be contracted`, types);
  }
  const without = (value: Value, axis: number) => value.type.dims.filter((_, i) => i !== axis);
  return emitOne(lhs, {
    name: "stablehlo.dot_general",
    operands: [lhs, rhs],
    attributes: [
      [
        "dot_dimension_numbers",
        `#stablehlo.dot<lhs_contracting_dimensions = [${left}], rhs_contracting_dimensions = [${right}]>`,
      ],
      ...precisionAttributes(options.precision ?? "default", lhs),
    ],
    result: { element: options.result ?? lhs.type.element, dims: [...without(lhs, left), ...without(rhs, right)] },
  });
}

function precisionAttributes(precision: DotPrecision, lhs: Value): Attribute[] {
  if (precision === "default") return [];
  if (lhs.type.element !== "f32") {
    throw new StablehloError(
      "dot_general",
      `precision ${precision} is for float32 operands, not ${typeText(lhs.type)}`,
    );
  }
  if (precision === "highest") {
    const one = "#stablehlo<precision HIGHEST>";
    return [["precision_config", `[${one}, ${one}]`]];
  }
  return [
    [
      "algorithm",
      "#stablehlo.dot_algorithm<lhs_precision_type = tf32, rhs_precision_type = tf32, accumulation_type = f32, lhs_component_count = 1, rhs_component_count = 1, num_primitive_operations = 1, allow_imprecise_accumulation = false>",
    ],
  ];
}
