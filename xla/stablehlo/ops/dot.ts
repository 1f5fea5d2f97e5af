import { type ElementType, elementBytes, isFloat } from "../../element-type.js";
import { type Attribute, emitOne, type Value } from "../ir.js";
import { StablehloError, type TensorType } from "../type.js";

/**
 * How a float32 product is computed. `highest`: true float32. `tf32`: operands rounded to 10 bits of mantissa, float32
 * sums. `default`: the backend's choice, for operands that are already narrow.
 */
export type DotPrecision = "default" | "highest" | "tf32";

/** Axes of both sides that belong together, one or a list of equal length. */
export type AxisPairs = readonly [lhs: number | readonly number[], rhs: number | readonly number[]];

export interface DotOptions {
  /** Contracted axes; the last of `lhs` with the first of `rhs` unless given. */
  contract?: AxisPairs;
  /** Axes over which products are made side by side; none unless given. */
  batch?: AxisPairs;
  /** Element type of the result, and of the sums where it is wider than the operands'. */
  result?: ElementType;
  precision?: DotPrecision;
}

/** Product of tensors; result axes are the batch ones, the remaining ones of `lhs`, then of `rhs`. */
export function dot(lhs: Value, rhs: Value, options: DotOptions = {}): Value {
  const types = [lhs.type, rhs.type];
  const contract = pairs("contracted", options.contract ?? [lhs.type.dims.length - 1, 0], types);
  const batch = pairs("batched", options.batch ?? [[], []], types);
  types.forEach((_, side) => {
    const named = [...contract[side]!, ...batch[side]!];
    if (new Set(named).size < named.length) {
      throw new StablehloError("dot_general", `axes [${named}] of operand ${side} are named twice`, types);
    }
  });
  const element = resultElement(types, options.result);
  const free = (side: 0 | 1) =>
    types[side]!.dims.filter((_, axis) => !contract[side].includes(axis) && !batch[side].includes(axis));
  return emitOne(lhs, {
    name: "stablehlo.dot_general",
    operands: [lhs, rhs],
    attributes: [
      ["dot_dimension_numbers", dimensionNumbers(contract, batch)],
      ...precisionAttributes(options.precision ?? "default", lhs.type),
    ],
    result: { element, dims: [...batch[0].map((axis) => lhs.type.dims[axis]!), ...free(0), ...free(1)] },
  });
}

function pairs(what: string, [lhs, rhs]: AxisPairs, types: readonly TensorType[]): [number[], number[]] {
  const [left, right] = [[lhs].flat(), [rhs].flat()];
  const fit = left.every((axis, i) => {
    const size = types[0]!.dims[axis];
    return size !== undefined && size === types[1]!.dims[right[i]!];
  });
  if (!fit || left.length !== right.length) {
    throw new StablehloError("dot_general", `axes [${left}] and [${right}] cannot be ${what}`, types);
  }
  return [left, right];
}

function resultElement([lhs, rhs]: readonly TensorType[], wanted: ElementType = lhs!.element): ElementType {
  const { element } = lhs!;
  if (element !== rhs!.element) throw new StablehloError("dot_general", "element types differ", [lhs!, rhs!]);
  const possible = isFloat(element)
    ? isFloat(wanted)
    : element !== "pred" && !isFloat(wanted) && elementBytes(wanted) >= elementBytes(element);
  if (!possible || wanted === "pred") {
    throw new StablehloError("dot_general", `operands cannot be summed up as ${wanted}`, [lhs!, rhs!]);
  }
  return wanted;
}

function dimensionNumbers(contract: [number[], number[]], batch: [number[], number[]]): string {
  const batching = `lhs_batching_dimensions = [${batch[0].join(", ")}], rhs_batching_dimensions = [${batch[1].join(", ")}], `;
  return (
    `#stablehlo.dot<${batch[0].length > 0 ? batching : ""}` +
    `lhs_contracting_dimensions = [${contract[0].join(", ")}], rhs_contracting_dimensions = [${contract[1].join(", ")}]>`
  );
}

function precisionAttributes(precision: DotPrecision, type: TensorType): Attribute[] {
  if (precision === "default") return [];
  if (type.element !== "f32") {
    throw new StablehloError("dot_general", `precision ${precision} is for float32 operands`, [type]);
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
