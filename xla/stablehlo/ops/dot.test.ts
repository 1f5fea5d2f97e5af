import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noPlugin, PluginRunner, rounded, testPlugins } from "../../test-support.js";
import { flat, positions, program, range, whole } from "../test-support.js";
import { elementCount, type TensorType, tensor } from "../type.js";
import { type AxisPairs, type DotOptions, dot } from "./dot.js";

const f32 = (...dims: number[]): TensorType => tensor("f32", ...dims);

/** Sum over contracted axes, by plain loops. */
function plainDot(a: number[], aDims: number[], b: number[], bDims: number[], contract: AxisPairs, batch: AxisPairs) {
  const [ca, cb] = contract.map((axes) => [axes].flat());
  const [ba, bb] = batch.map((axes) => [axes].flat());
  const free = (dims: number[], ...named: number[][]) => range(dims.length).filter((i) => !named.flat().includes(i));
  const [fa, fb] = [free(aDims, ca!, ba!), free(bDims, cb!, bb!)];
  const sizes = (dims: number[], axes: number[]) => axes.map((axis) => dims[axis]!);
  const place = (dims: number[], parts: [number[], number[]][]) => {
    const at = dims.map(() => 0);
    for (const [axes, index] of parts)
      axes.forEach((axis, i) => {
        at[axis] = index[i]!;
      });
    return flat(dims, at);
  };
  return positions(sizes(aDims, ba!)).flatMap((n) =>
    positions(sizes(aDims, fa)).flatMap((i) =>
      positions(sizes(bDims, fb)).map((j) =>
        positions(sizes(aDims, ca!)).reduce(
          (sum, k) =>
            sum +
            a[
              place(aDims, [
                [ba!, n],
                [fa, i],
                [ca!, k],
              ])
            ]! *
              b[
                place(bDims, [
                  [bb!, n],
                  [fb, j],
                  [cb!, k],
                ])
              ]!,
          0,
        ),
      ),
    ),
  );
}

const dots: {
  name: string;
  dims: [number[], number[]];
  options: DotOptions;
  element?: "f32" | "bf16" | "f16" | "i32";
}[] = [
  {
    name: "matrix and matrix",
    dims: [
      [4, 5],
      [5, 6],
    ],
    options: {},
  },
  {
    name: "true float32",
    dims: [
      [4, 5],
      [5, 6],
    ],
    options: { precision: "highest" },
  },
  {
    name: "TensorFloat-32 where there is hardware for it",
    dims: [
      [4, 5],
      [5, 6],
    ],
    options: { precision: "tf32" },
  },
  {
    name: "both transposed",
    dims: [
      [5, 4],
      [6, 5],
    ],
    options: { contract: [0, 1] },
  },
  { name: "vector and matrix", dims: [[5], [5, 6]], options: {} },
  { name: "two vectors", dims: [[5], [5]], options: {} },
  { name: "outer product", dims: [[3], [4]], options: { contract: [[], []] } },
  {
    name: "two contracted axes, crossed",
    dims: [
      [2, 3, 4],
      [4, 2, 5],
    ],
    options: {
      contract: [
        [2, 0],
        [0, 1],
      ],
    },
  },
  {
    name: "a batch",
    dims: [
      [3, 4, 5],
      [3, 5, 2],
    ],
    options: { contract: [2, 1], batch: [0, 0] },
  },
  {
    name: "a batch on inner axes",
    dims: [
      [4, 3, 5],
      [5, 2, 3],
    ],
    options: { contract: [2, 0], batch: [1, 2] },
  },
  {
    name: "bfloat16 into float32",
    dims: [
      [4, 5],
      [5, 6],
    ],
    options: { result: "f32" },
    element: "bf16",
  },
  {
    name: "float16 into float32",
    dims: [
      [4, 5],
      [5, 6],
    ],
    options: { result: "f32" },
    element: "f16",
  },
  {
    name: "bfloat16",
    dims: [
      [4, 5],
      [5, 6],
    ],
    options: {},
    element: "bf16",
  },
  {
    name: "whole numbers",
    dims: [
      [4, 5],
      [5, 6],
    ],
    options: {},
    element: "i32",
  },
];

describe.skipIf(noPlugin).each(testPlugins)("plugin %s", (plugin) => {
  const runner = new PluginRunner(plugin);

  it.each(dots)("multiplies: $name", async ({ dims: [left, right], options, element = "f32" }) => {
    const { contract = [left.length - 1, 0], batch = [[], []] } = options;
    const run = await runner.load(
      program([tensor(element, ...left), tensor(element, ...right)], (a, b) => dot(a, b, options)),
    );
    await fc.assert(
      fc.asyncProperty(whole(elementCount(f32(...left))), whole(elementCount(f32(...right))), async (a, b) => {
        const wanted = plainDot(a, left, b, right, contract, batch).map((x) => rounded(options.result ?? element, x));
        expect((await run([[a, b]]))[0]![0]!.map((x) => Number(x) + 0)).toEqual(wanted.map((x) => x + 0));
      }),
      { seed: 5, numRuns: 8 },
    );
  });
});
