import type { Value } from "../../../../../xla/stablehlo/ir.js";
import { iota } from "../../../../../xla/stablehlo/ops/constant.js";
import { add, and, compare, multiply, shiftRight } from "../../../../../xla/stablehlo/ops/elementwise.js";
import { broadcast, reshape } from "../../../../../xla/stablehlo/ops/shape.js";
import { bits32, type DeviceKey } from "./random.js";

/**
 * Which units survive, pred [rows, width]; the rule of `dropout.ts`.
 *
 * @param rows u32 [n]: each sample's row in the global batch.
 */
export function dropoutMask(key: DeviceKey, rows: Value, width: number, rate: number): Value {
  const { module } = rows;
  const count = rows.type.dims[0]!;
  const matrix = { element: "u32" as const, dims: [count, width] };
  if (rate === 0.5 && width % 32 === 0) {
    // One word serves 32 neighbours of a row.
    const words = width / 32;
    const index = add(
      broadcast(multiply(rows, words), [count, words], [0]),
      iota(module, { element: "u32", dims: [count, words] }, 1),
    );
    const cube = [count, words, 32];
    const bit = shiftRight(
      broadcast(bits32(key, index), cube, [0, 1]),
      iota(module, { element: "u32", dims: cube }, 2),
    );
    return compare(reshape(and(bit, 1), count, width), "NE", 0);
  }
  const element = add(broadcast(multiply(rows, width), matrix.dims, [0]), iota(module, matrix, 1));
  if (rate === 0.5) {
    const word = bits32(key, shiftRight(element, 5));
    return compare(and(shiftRight(word, and(element, 31)), 1), "NE", 0);
  }
  return compare(bits32(key, element), "GE", Math.floor(rate * 0x1_0000_0000));
}
