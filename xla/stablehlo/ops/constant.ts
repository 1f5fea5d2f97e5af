import { isFloat } from "../../element-type.js";
import type { Module, Value } from "../ir.js";
import { elementCount, StablehloError, type TensorType, typeText } from "../type.js";

/** A tensor of one repeated value, or of listed values in row-major order. */
export function constant(
  module: Module,
  type: TensorType,
  value: number | bigint | boolean | readonly number[],
): Value {
  if (Array.isArray(value) && value.length !== elementCount(type)) {
    throw new StablehloError("constant", `${value.length} values for ${elementCount(type)} elements`, [type]);
  }
  const text = Array.isArray(value)
    ? nested(
        value.map((one) => literal(type, one)),
        type.dims,
      )
    : literal(type, value as number | bigint | boolean);
  return module.emit({
    name: "stablehlo.constant",
    attributes: [["value", `dense<${text}> : ${typeText(type)}`]],
    results: [type],
  })[0]!;
}

/** 0, 1, 2, … along `axis`. */
export function iota(module: Module, type: TensorType, axis = 0): Value {
  if (axis >= type.dims.length) throw new StablehloError("iota", `no axis ${axis}`, [type]);
  return module.emit({
    name: "stablehlo.iota",
    attributes: [["iota_dimension", `${axis} : i64`]],
    results: [type],
  })[0]!;
}

function literal(type: TensorType, value: number | bigint | boolean): string {
  const { element } = type;
  if (element === "pred") return value ? "true" : "false";
  if (!isFloat(element)) {
    if (typeof value === "number" && !Number.isInteger(value)) {
      throw new StablehloError("constant", `${value} is not an integer`, [type]);
    }
    return String(value);
  }
  const number = Number(value);
  if (!Number.isFinite(number)) return nonFinite(element, number);
  const exact = element === "f64" ? number : Math.fround(number);
  const text = String(exact);
  if (Object.is(exact, -0)) return "-0.0";
  return /[.]/.test(text) ? text : text.replace(/^(-?\d+)(e.*)?$/, "$1.0$2");
}

/** Bit patterns of +inf, -inf and NaN. */
function nonFinite(element: TensorType["element"], value: number): string {
  const patterns: Partial<Record<TensorType["element"], readonly [string, string, string]>> = {
    f16: ["0x7C00", "0xFC00", "0x7E00"],
    bf16: ["0x7F80", "0xFF80", "0x7FC0"],
    f32: ["0x7F800000", "0xFF800000", "0x7FC00000"],
    f64: ["0x7FF0000000000000", "0xFFF0000000000000", "0x7FF8000000000000"],
  };
  return patterns[element]![Number.isNaN(value) ? 2 : value > 0 ? 0 : 1];
}

function nested(values: readonly string[], dims: readonly number[]): string {
  if (dims.length === 0) return values[0]!;
  const [rows, ...rest] = dims as [number, ...number[]];
  const size = values.length / Math.max(rows, 1);
  const parts = Array.from({ length: rows }, (_, row) => nested(values.slice(row * size, (row + 1) * size), rest));
  return `[${parts.join(", ")}]`;
}
