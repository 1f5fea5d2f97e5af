import fc from "fast-check";
import { expect, it } from "vitest";
import { matrixFlops } from "./flops.js";
import { Module } from "./ir.js";
import { constant } from "./ops/constant.js";
import { whileLoop } from "./ops/control.js";
import { dot } from "./ops/dot.js";
import { add, compare } from "./ops/elementwise.js";
import { tensor } from "./type.js";

const size = fc.integer({ min: 1, max: 3000 });

it("is 2 M N K, whichever axes are contracted", () => {
  fc.assert(
    fc.property(size, size, size, fc.constantFrom(0, 1), fc.constantFrom(0, 1), (m, n, k, left, right) => {
      const lhs = left === 0 ? tensor("f32", k, m) : tensor("f32", m, k);
      const rhs = right === 0 ? tensor("f32", k, n) : tensor("f32", n, k);
      const module = new Module("m").main([{ type: lhs }, { type: rhs }], ([a, b]) => [
        dot(a!, b!, { contract: [left, right] }),
      ]);
      expect(matrixFlops(module.block)).toBe(2 * m * n * k);
    }),
    { seed: 5, numRuns: 200 },
  );
});

it("takes a loop's body once, and nothing but products", () => {
  const module = new Module("m").main([{ type: tensor("f32", 8, 8) }], ([a]) => {
    const [, out] = whileLoop(
      [constant(a!.module, tensor("i32"), 0), a!],
      ([i]) => compare(i!, "LT", 100),
      ([i, x]) => [add(i!, 1), add(dot(x!, x!), x!)],
    );
    return [dot(out!, a!)];
  });
  expect(matrixFlops(module.block)).toBe(2 * 2 * 8 ** 3);
});
