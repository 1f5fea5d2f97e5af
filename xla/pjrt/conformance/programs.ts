import type { ElementType } from "../../element-type.js";
import { Module } from "../../stablehlo/ir.js";
import { allReduce } from "../../stablehlo/ops/collective.js";
import { barrier } from "../../stablehlo/ops/control.js";
import { dot } from "../../stablehlo/ops/dot.js";
import { add, multiply } from "../../stablehlo/ops/elementwise.js";
import { broadcast, reshape } from "../../stablehlo/ops/shape.js";
import { printModule } from "../../stablehlo/print.js";
import { tensor } from "../../stablehlo/type.js";

const F4 = tensor("f32", 4);

/** `x + y` of four floats. */
export const addProgram = printModule(new Module("add").main([{ type: F4 }, { type: F4 }], ([x, y]) => [add(x!, y!)]));

/** Three results of different type and rank: x + y, x * y as 2 x 2, and an integer times three. */
export const threeResultsProgram = printModule(
  new Module("three_results").main([{ type: F4 }, { type: F4 }, { type: tensor("i32") }], ([x, y, n]) => [
    add(x!, y!),
    reshape(multiply(x!, y!), 2, 2),
    multiply(n!, 3),
  ]),
);

/** A training step's shape: a donated state that takes a step on, and a loss beside it. */
export function donatedStepProgram(size: number): string {
  const type = tensor("f32", size);
  return printModule(
    new Module("donated_step").main([{ type, donatedTo: 0 }, { type }], ([state, step]) => [
      add(state!, step!),
      multiply(step!, step!),
    ]),
  );
}

/** Gives back what it gets. */
export function identityProgram(type: ElementType, dims: readonly number[]): string {
  return printModule(new Module("identity").main([{ type: { element: type, dims } }], ([x]) => barrier([x!])));
}

export const MATMUL_SIZE = 64;

/** `x . x` of a square matrix: its operations and bytes are known. */
export function matmulProgram(size = MATMUL_SIZE): string {
  const type = tensor("f32", size, size);
  return printModule(new Module("matmul").main([{ type }], ([x]) => [dot(x!, x!, { precision: "highest" })]));
}

/** A result of 64 TiB. */
export const hugeProgram = printModule(
  new Module("huge").main([{ type: tensor("f32") }], ([x]) => [broadcast(x!, [2 ** 44])]),
);

/** Sum over devices, in place. */
export function allReduceProgram(replicas: number): string {
  return printModule(new Module("sum_of_all", replicas).main([{ type: F4, donatedTo: 0 }], ([x]) => [allReduce(x!)]));
}
