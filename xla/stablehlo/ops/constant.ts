import { greatestFinite, integerRange, isFloat } from "../../element-type.js";
import { decimal } from "../attribute.js";
import type { Module, Value } from "../ir.js";
import { elementCount, StablehloError, type TensorType, typeText } from "../type.js";

/** One element. Integers beyond 2^53 are given as bigint. */
export type Literal = number | bigint | boolean;

/**
 * A tensor of one repeated value, or of listed values in row-major order. Floats are rounded to the element type.
 *
 * @throws StablehloError for a value that the element type cannot hold.
 */
export function constant(module: Module, type: TensorType, value: Literal | readonly Literal[]): Value {
  return module.emit({
    name: "stablehlo.constant",
    attributes: [["value", `dense<${dense(type, value)}> : ${typeText(type)}`]],
    results: [type],
  })[0]!;
}

/** 0, 1, 2, … along `axis`. */
export function iota(module: Module, type: TensorType, axis = 0): Value {
  if (type.element === "pred") throw new StablehloError("iota", "predicates do not count", [type]);
  if (type.dims[axis] === undefined) throw new StablehloError("iota", `no axis ${axis}`, [type]);
  return module.emit({
    name: "stablehlo.iota",
    attributes: [["iota_dimension", `${axis} : i64`]],
    results: [type],
  })[0]!;
}

function dense(type: TensorType, value: Literal | readonly Literal[]): string {
  if (typeof value !== "object") return literal(type, value);
  const count = elementCount(type);
  if (value.length !== count) {
    throw new StablehloError("constant", `${value.length} values for ${count} elements`, [type]);
  }
  if (count === 0) return "";
  return nested(
    value.map((one) => literal(type, one)),
    type.dims,
  );
}

function literal(type: TensorType, value: Literal): string {
  const { element } = type;
  if (element === "pred") return value ? "true" : "false";
  return isFloat(element) ? float(type, element, Number(value)) : integer(type, value);
}

function integer(type: TensorType, value: Literal): string {
  const exact = typeof value === "number" ? Number.isSafeInteger(value) : typeof value === "bigint";
  if (!exact) throw new StablehloError("constant", `${value} is not an integer`, [type]);
  const [least, greatest] = integerRange(type.element);
  if (BigInt(value) < least || BigInt(value) > greatest) {
    throw new StablehloError("constant", `${value} is outside ${least} to ${greatest}`, [type]);
  }
  return String(value);
}

function float(type: TensorType, element: keyof typeof patterns, value: number): string {
  if (!Number.isFinite(value)) return patterns[element][Number.isNaN(value) ? 2 : value > 0 ? 0 : 1];
  if (Math.abs(value) > greatestFinite(element)) {
    throw new StablehloError("constant", `${value} is beyond ${greatestFinite(element)}`, [type]);
  }
  return decimal(element === "f64" ? value : Math.fround(value));
}

/** Bit patterns of +inf, -inf and NaN. */
const patterns = {
  f16: ["0x7C00", "0xFC00", "0x7E00"],
  bf16: ["0x7F80", "0xFF80", "0x7FC0"],
  f32: ["0x7F800000", "0xFF800000", "0x7FC00000"],
  f64: ["0x7FF0000000000000", "0xFFF0000000000000", "0x7FF8000000000000"],
} as const;

function nested(values: readonly string[], dims: readonly number[]): string {
  if (dims.length === 0) return values[0]!;
  const [rows, ...rest] = dims as [number, ...number[]];
  const size = values.length / rows;
  const parts = Array.from({ length: rows }, (_, row) => nested(values.slice(row * size, (row + 1) * size), rest));
  return `[${parts.join(", ")}]`;
}
