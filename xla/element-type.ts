/** Element types by their short names, as StableHLO prints them but for the unsigned ones (`ui32` there, `u32` here) and `pred` (`i1`). */
export const elementTypes = [
  "pred",
  "i8",
  "i16",
  "i32",
  "i64",
  "u8",
  "u16",
  "u32",
  "u64",
  "f16",
  "bf16",
  "f32",
  "f64",
] as const;
export type ElementType = (typeof elementTypes)[number];
export type FloatType = ElementType & ("f16" | "bf16" | "f32" | "f64");

const bytes: Record<ElementType, number> = {
  pred: 1,
  i8: 1,
  i16: 2,
  i32: 4,
  i64: 8,
  u8: 1,
  u16: 2,
  u32: 4,
  u64: 8,
  f16: 2,
  bf16: 2,
  f32: 4,
  f64: 8,
};

/** Bytes of one element. */
export function elementBytes(type: ElementType): number {
  return bytes[type];
}

export function isFloat(type: ElementType): type is FloatType {
  return type === "f16" || type === "bf16" || type === "f32" || type === "f64";
}

/** Signed or unsigned, of any width; not `pred`. */
export function isInteger(type: ElementType): boolean {
  return type !== "pred" && !isFloat(type);
}

/** Least and greatest integer of a type; `pred` counts as 0 and 1. */
export function integerRange(type: ElementType): readonly [least: bigint, greatest: bigint] {
  if (isFloat(type)) throw new RangeError(`${type} is no integer type`);
  if (type === "pred") return [0n, 1n];
  const bits = BigInt(8 * elementBytes(type));
  return type.startsWith("u") ? [0n, (1n << bits) - 1n] : [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n];
}

/** Greatest finite number of a floating-point type. */
export function greatestFinite(type: FloatType): number {
  const greatest = {
    f16: 65504,
    bf16: (2 - 2 ** -7) * 2 ** 127,
    f32: (2 - 2 ** -23) * 2 ** 127,
    f64: Number.MAX_VALUE,
  };
  return greatest[type];
}
