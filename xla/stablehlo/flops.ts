import type { Block } from "./ir.js";
import type { TensorType } from "./type.js";

/**
 * Floating-point operations of the matrix products of one pass through a block, the bodies of its loops once: two for each
 * multiply-add. Elementwise operations are not counted.
 */
export function matrixFlops(block: Block): number {
  let flops = 0;
  for (const { name, operands, regions, results } of block.operations) {
    for (const region of regions) flops += matrixFlops(region);
    if (name !== "stablehlo.dot_general") continue;
    // [M, K] x [K, N]: K is the root of MK * KN / MN, wherever the axes are.
    const [lhs, rhs, result] = [operands[0]!.type, operands[1]!.type, results[0]!.type].map(elements) as [
      number,
      number,
      number,
    ];
    flops += 2 * result * Math.round(Math.sqrt((lhs / result) * rhs));
  }
  return flops;
}

function elements({ dims }: TensorType): number {
  return dims.reduce((product, size) => product * size, 1);
}
