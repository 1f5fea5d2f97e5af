import { describe, expect, it } from "vitest";
import { mostDevices, noPlugin, PluginRunner, testPlugins } from "../../test-support.js";
import { Module, type Value } from "../ir.js";
import { printModule } from "../print.js";
import { matchText, program } from "../test-support.js";
import { type TensorType, tensor } from "../type.js";
import { allGather, allReduce, reduceScatter, replicaId } from "./collective.js";
import { constant, iota } from "./constant.js";
import { barrier, sortByKey, whileLoop } from "./control.js";
import { customCall } from "./custom-call.js";
import { dot } from "./dot.js";
import {
  abs,
  add,
  and,
  bitcast,
  compare,
  convert,
  divide,
  exp,
  finite,
  log,
  log1p,
  logistic,
  maximum,
  minimum,
  multiply,
  negate,
  not,
  or,
  remainder,
  select,
  shiftLeft,
  shiftRight,
  sqrt,
  subtract,
  xor,
} from "./elementwise.js";
import { gatherRows, scatterAddRows } from "./gather.js";
import { reduce, sum } from "./reduce.js";
import {
  broadcast,
  concatenate,
  dynamicSlice,
  dynamicUpdateSlice,
  padEnd,
  reshape,
  slice,
  transpose,
} from "./shape.js";

const f32 = (...dims: number[]): TensorType => tensor("f32", ...dims);
const i32 = (...dims: number[]): TensorType => tensor("i32", ...dims);
const u32 = (...dims: number[]): TensorType => tensor("u32", ...dims);
const pred = (...dims: number[]): TensorType => tensor("pred", ...dims);

interface Text {
  name: string;
  types: TensorType[];
  build: (...args: Value[]) => Value | readonly Value[];
  replicas?: number;
}

const texts: Text[] = [
  {
    name: "constant",
    types: [f32()],
    build: ({ module }) => [
      constant(module, f32(2, 2), [1, -0, 1e-45, 0.1]),
      constant(module, f32(3), [Infinity, -Infinity, Number.NaN]),
      constant(module, tensor("f16"), -Infinity),
      constant(module, tensor("bf16", 2), 3e38),
      constant(module, tensor("f64"), 1e300),
      constant(module, f32(2, 0), []),
      constant(module, tensor("u64"), 0xffff_ffff_ffff_ffffn),
      constant(module, i32(3), [-(2 ** 31), 0, 2 ** 31 - 1]),
      constant(module, pred(2), [true, false]),
      iota(module, u32(4)),
      iota(module, f32(2, 3), 1),
    ],
  },
  {
    name: "elementwise",
    types: [f32(4), f32(4), u32(4), pred(4), pred()],
    build: (a, b, u, p, one) => [
      ...[add, subtract, multiply, divide, remainder, maximum, minimum].map((op) => op(a, b)),
      ...[negate, abs, exp, log, log1p, sqrt, logistic, finite].map((op) => op(a)),
      ...[and, or, xor, shiftLeft, shiftRight].map((op) => op(u, 5)),
      ...[not(u), not(p), and(p, p)],
      ...(["EQ", "NE", "LT", "LE", "GT", "GE"] as const).map((direction) => compare(a, direction, b)),
      ...[select(p, a, 0), select(one, 1, b)],
      ...[convert(a, "bf16"), convert(p, "f32"), convert(u, "u64"), bitcast(a, "u32")],
    ],
  },
  {
    name: "shape",
    types: [f32(2, 3), f32(), i32()],
    build: (x, scalar, at) => [
      broadcast(scalar, [2]),
      broadcast(x, [4, 2, 3], [1, 2]),
      reshape(x, 3, 2),
      reshape(slice(reshape(x, 6), 0, 0, 1)),
      transpose(x, [1, 0]),
      slice(x, 1, 1, 3),
      dynamicSlice(x, [at, at], [1, 2]),
      dynamicUpdateSlice(x, slice(x, 0, 0, 1), [at, at]),
      concatenate([x, x, slice(x, 1, 0, 1)], 1),
      padEnd(x, scalar, 0, 5),
    ],
  },
  {
    name: "dot",
    types: [f32(4, 5), f32(5, 6), tensor("bf16", 7, 4, 5), tensor("bf16", 7, 5, 6)],
    build: (a, b, x, y) => [
      dot(a, b),
      dot(a, b, { precision: "highest" }),
      dot(a, b, { precision: "tf32" }),
      dot(a, a, { contract: [0, 0] }),
      dot(a, a, {
        contract: [
          [0, 1],
          [0, 1],
        ],
      }),
      dot(x, y, { contract: [2, 1], batch: [0, 0], result: "f32" }),
    ],
  },
  {
    name: "gather",
    types: [f32(10, 4), f32(10), i32(6), f32(6, 4), f32(6)],
    build: (table, vector, indices, rows, elements) => [
      gatherRows(table, indices),
      gatherRows(vector, indices, { sorted: true }),
      scatterAddRows(table, indices, rows),
      scatterAddRows(vector, indices, elements, { sorted: true, unique: true }),
    ],
  },
  {
    name: "reduce",
    types: [f32(2, 3), i32(4), u32(4), pred(2, 2)],
    build: (x, i, u, p) => [
      sum(x),
      sum(x, [0]),
      reduce(x, "maximum", [1]),
      reduce(x, "minimum", []),
      reduce(i, "maximum", [0]),
      reduce(i, "minimum", [0]),
      reduce(i, "and", [0]),
      reduce(u, "and", [0]),
      reduce(u, "maximum", [0]),
      reduce(p, "and", [0, 1]),
      reduce(p, "or", [1]),
    ],
  },
  {
    name: "control",
    types: [i32(), f32(4), u32(4)],
    build: (limit, x, keys) => [
      ...whileLoop(
        [constant(limit.module, i32(), 0), x],
        ([i]) => compare(i!, "LT", limit),
        ([i, y]) => [add(i!, 1), add(y!, x)],
      ),
      ...sortByKey([keys, x]),
      ...barrier([x, keys]),
    ],
  },
  {
    name: "collective",
    types: [f32(8, 2), pred()],
    replicas: 4,
    build: (x, p) => [replicaId(x.module), allReduce(x), allReduce(p, "and"), reduceScatter(x), allGather(x)],
  },
  {
    name: "custom-call",
    types: [f32(1024), f32(1024)],
    build: (sums, x) => [
      ...customCall(x.module, {
        target: "__gpu$xla.gpu.ptx",
        operands: [sums, x],
        results: [f32(1024), f32(1024)],
        aliases: [[0, 0]],
        config: [
          ["name", "add_into"],
          ["kernel_type", "ptx"],
          ["kernel_data", '.version 8.0\n.target sm_90a // "quoted" \\ é\n'],
          ...["x", "y", "z"].map((axis) => [`grid_${axis}`, { i32: 1 }] as const),
          ...["x", "y", "z"].map((axis) => [`block_${axis}`, { i32: axis === "x" ? 384 : 1 }] as const),
          ["shared_mem_bytes", { i32: 200_000 }],
        ],
      }),
      ...customCall(x.module, {
        target: "example",
        operands: [x],
        results: [f32(1024)],
        aliases: [[0, 0]],
        sideEffect: true,
        config: [
          ["scale", { f32: 0.5 }],
          ["seed", { u64: 0xffff_ffff_ffff_ffffn }],
          ["debug", false],
          ["list", [{ i64: 1 }, "two"]],
          ["nested", new Map([["least", { i8: -128 }]])],
        ],
      }),
    ],
  },
];

it.each(texts)("prints $name as reviewed", ({ name, types, build, replicas }) => {
  matchText(name, program(types, build, replicas));
});

describe.skipIf(noPlugin).each(testPlugins)("plugin %s", (plugin) => {
  const runner = new PluginRunner(plugin, 4);
  // What a custom call calls must be known to the plugin.
  const known = ({ name, replicas = 1 }: (typeof texts)[number]) =>
    name !== "custom-call" && replicas <= mostDevices(plugin);
  it.each(texts.filter(known))("compiles $name", async ({ types, build, replicas }) => {
    await runner.load(program(types, build, replicas));
  });
});

it("prints donated arguments, and programs of several replicas", () => {
  const module = new Module("donates", 2).main([{ type: f32(3), donatedTo: 1 }, { type: i32() }], ([x, i]) => [
    i!,
    add(x!, 1),
  ]);
  expect(printModule(module)).toBe(
    [
      "module @donates attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 2 : i32} {",
      "  func.func public @main(%0: tensor<3xf32> {tf.aliasing_output = 1 : i32}, %1: tensor<i32>) -> (tensor<i32>, tensor<3xf32>) {",
      '    %2 = "stablehlo.constant"() {value = dense<1.0> : tensor<3xf32>} : () -> tensor<3xf32>',
      '    %3 = "stablehlo.add"(%0, %2) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>',
      '    "func.return"(%1, %3) : (tensor<i32>, tensor<3xf32>) -> ()',
      "  }",
      "}",
      "",
    ].join("\n"),
  );
});

it("needs no communication on one replica", () => {
  const module = program([f32(8)], (x) => [allReduce(x), reduceScatter(x), allGather(x)]);
  expect(module.block.operations.map(({ name }) => name)).toEqual(["func.return"]);
});
