import { integerRange, isFloat } from "../element-type.js";
import { StablehloError, tensor } from "./type.js";

/** A list of integers as an attribute: axes, sizes, indices. */
export function integers(values: readonly number[]): string {
  return values.length > 0 ? `array<i64: ${values.join(", ")}>` : "array<i64>";
}

/** A string attribute: every byte that is not printable ASCII is escaped in hexadecimal, as MLIR's lexer reads it. */
export function text(value: string): string {
  let escaped = "";
  for (const byte of new TextEncoder().encode(value)) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
    escaped += plain ? String.fromCharCode(byte) : `\\${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return `"${escaped}"`;
}

/** A finite number as MLIR's lexer reads floats: always with a point. */
export function decimal(value: number): string {
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return text.includes(".") ? text : text.replace(/^(-?\d+)(e.*)?$/, "$1.0$2");
}

type NumberType = "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "f32" | "f64";

/** A typed entry of a dictionary: `{ i32: 4 }`, text, a truth value, a list of them or a dictionary. */
export type TypedAttribute =
  | string
  | boolean
  | { readonly [T in NumberType]: { readonly [K in T]: number | bigint } }[NumberType]
  | readonly TypedAttribute[]
  | ReadonlyMap<string, TypedAttribute>;

/**
 * MLIR text of a typed attribute.
 *
 * @throws StablehloError for a number that its type cannot hold.
 */
export function attributeText(op: string, name: string, value: TypedAttribute): string {
  if (typeof value === "string") return text(value);
  if (typeof value === "boolean") return String(value);
  if (value instanceof Map) return dictionary(op, value);
  if (Array.isArray(value)) {
    return `[${value.map((one: TypedAttribute, i) => attributeText(op, `${name}[${i}]`, one)).join(", ")}]`;
  }
  const [[type, number]] = Object.entries(value) as [[NumberType, number | bigint]];
  return `${numberText(op, name, type, number)} : ${type.replace("u", "ui")}`;
}

/** `{a = 1 : i32, b = "text"}`, in the order of the entries. */
export function dictionary(op: string, entries: ReadonlyMap<string, TypedAttribute>): string {
  const parts = [...entries].map(([name, value]) => {
    if (!/^[A-Za-z_][\w$.]*$/.test(name)) throw new StablehloError(op, `"${name}" is no name of an attribute`);
    return `${name} = ${attributeText(op, name, value)}`;
  });
  return `{${parts.join(", ")}}`;
}

function numberText(op: string, name: string, type: NumberType, value: number | bigint): string {
  const refuse = () => new StablehloError(op, `attribute ${name} is ${value}, which is no ${type}`, [tensor(type)]);
  if (isFloat(type)) {
    if (!Number.isFinite(Number(value))) throw refuse();
    return decimal(Number(value));
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw refuse();
  const [least, greatest] = integerRange(type);
  if (BigInt(value) < least || BigInt(value) > greatest) throw refuse();
  return String(value);
}
