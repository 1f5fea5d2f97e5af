import type { ElementType } from "../element-type.js";
import { PjrtError } from "./error.js";

/** `PJRT_Buffer_Type` by element type. */
const NUMBERS: Record<ElementType, number> = {
  pred: 1,
  i8: 2,
  i16: 3,
  i32: 4,
  i64: 5,
  u8: 6,
  u16: 7,
  u32: 8,
  u64: 9,
  f16: 10,
  f32: 11,
  f64: 12,
  bf16: 13,
};

export function bufferType(type: ElementType): number {
  return NUMBERS[type];
}

export function elementTypeOf(bufferTypeNumber: number): ElementType {
  for (const [type, number] of Object.entries(NUMBERS)) if (number === bufferTypeNumber) return type as ElementType;
  throw new PjrtError("UNIMPLEMENTED", "buffer type", `element type number ${bufferTypeNumber} is not supported here`);
}
