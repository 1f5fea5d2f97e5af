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

export function isFloat(type: ElementType): boolean {
  return type === "f16" || type === "bf16" || type === "f32" || type === "f64";
}
