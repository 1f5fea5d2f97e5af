import type { Value } from "../../../../../xla/stablehlo/ir.js";
import { iota } from "../../../../../xla/stablehlo/ops/constant.js";
import { and, compare, convert, shiftLeft, shiftRight } from "../../../../../xla/stablehlo/ops/elementwise.js";
import { sum } from "../../../../../xla/stablehlo/ops/reduce.js";
import { broadcast, reshape } from "../../../../../xla/stablehlo/ops/shape.js";

/** Flags pred [rows, width] as words u32 [rows, width / 32]; bit i of word w is column 32 w + i. */
export function packBits(flags: Value): Value {
  const [rows, width] = flags.type.dims as [number, number];
  const cube = { element: "u32" as const, dims: [rows, width / 32, 32] };
  const bits = reshape(convert(flags, "u32"), ...cube.dims);
  return sum(shiftLeft(bits, iota(flags.module, cube, 2)), [2]);
}

/** The inverse of `packBits`. */
export function unpackBits(words: Value): Value {
  const [rows, count] = words.type.dims as [number, number];
  const cube = { element: "u32" as const, dims: [rows, count, 32] };
  const bit = and(shiftRight(broadcast(words, cube.dims, [0, 1]), iota(words.module, cube, 2)), 1);
  return compare(reshape(bit, rows, count * 32), "NE", 0);
}
