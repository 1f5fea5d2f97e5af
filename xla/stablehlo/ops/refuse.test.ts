import { expect, it } from "vitest";
import type { Value } from "../ir.js";
import { type program, refusal } from "../test-support.js";
import { type TensorType, tensor } from "../type.js";
import { allGather, allReduce, reduceScatter } from "./collective.js";
import { constant, iota } from "./constant.js";
import { sortByKey, whileLoop } from "./control.js";
import { type CustomCall, customCall } from "./custom-call.js";
import { dot } from "./dot.js";
import {
  abs,
  add,
  and,
  bitcast,
  compare,
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
import { reduce } from "./reduce.js";
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
const pred = (...dims: number[]): TensorType => tensor("pred", ...dims);

const arithmetic = { add, subtract, multiply, divide, remainder, maximum, minimum };

type Case = [message: string, types: TensorType[], build: Parameters<typeof program>[1], replicas?: number];

const call = (rest: Partial<CustomCall>) => (x: Value, y: Value) =>
  customCall(x.module, { target: "t", operands: [x, y], results: [f32(2), f32(2)], ...rest });

const cases: Case[] = [
  // Element by element.
  ...Object.entries({ ...arithmetic, compare: (a: Value, b: Value) => compare(a, "LT", b) }).flatMap(
    ([op, of]): Case[] => {
      return [
        [`${op}: operands differ in type (tensor<4xf32>, tensor<5xf32>)`, [f32(4), f32(5)], of],
        [`${op}: operands differ in type (tensor<4xf32>, tensor<f32>)`, [f32(4), f32()], of],
        [`${op}: operands differ in type (tensor<4xf32>, tensor<4xi32>)`, [f32(4), i32(4)], of],
      ];
    },
  ),
  ...Object.entries({ subtract, divide, remainder }).map(
    ([op, of]): Case => [`${op}: is for number operands (tensor<2xi1>)`, [pred(2)], (x) => of(x, x)],
  ),
  ...Object.entries({ and, or, xor }).map(
    ([op, of]): Case => [`${op}: is for integer or predicate operands (tensor<2xf32>)`, [f32(2)], (x) => of(x, x)],
  ),
  ["and: operands differ in type (tensor<2xi32>, tensor<3xi32>)", [i32(2), i32(3)], and],
  ...([tensor("bf16", 2), pred(2)] as const).flatMap((type): Case[] => {
    const name = type.element === "pred" ? "i1" : "bf16";
    return [
      [`shift_left: is for integer operands (tensor<2x${name}>)`, [type], (x) => shiftLeft(x, x)],
      [`shift_right_logical: is for integer operands (tensor<2x${name}>)`, [type], (x) => shiftRight(x, x)],
    ];
  }),
  ...Object.entries({ exponential: exp, log, log_plus_one: log1p, sqrt, logistic, is_finite: finite }).map(
    ([op, of]): Case => [`${op}: is for floating-point operands (tensor<3xi32>)`, [i32(3)], of],
  ),
  ["negate: is for number operands (tensor<i1>)", [pred()], negate],
  ["abs: is for signed number operands (tensor<ui32>)", [tensor("u32")], abs],
  ["not: is for integer or predicate operands (tensor<f32>)", [f32()], not],
  ["bitcast_convert: u16 is not of the operand's width (tensor<2xf32>)", [f32(2)], (x) => bitcast(x, "u16")],
  ["bitcast_convert: u8 is not of the operand's width (tensor<i1>)", [pred()], (x) => bitcast(x, "u8")],
  ["select: operands differ in type (tensor<2xf32>, tensor<3xf32>)", [pred(2), f32(2), f32(3)], select],
  [
    "select: the predicate does not fit the values (tensor<3xi1>, tensor<2xf32>)",
    [pred(3), f32(2)],
    (p, x) => select(p, x, 0),
  ],
  ["select: the predicate does not fit the values (tensor<2xf32>, tensor<2xf32>)", [f32(2)], (x) => select(x, x, 0)],
  ["select: one operand at least must be a value", [pred()], (p) => select(p, 1, 0)],
  // Constants.
  ["constant: 0.5 is not an integer (tensor<i32>)", [i32()], (x) => add(x, 0.5)],
  ["constant: -1 is outside 0 to 4294967295 (tensor<ui32>)", [tensor("u32")], (x) => add(x, -1)],
  ["constant: 2147483648 is outside -2147483648 to 2147483647 (tensor<i32>)", [i32()], (x) => add(x, 2 ** 31)],
  ["constant: Infinity is not an integer (tensor<i32>)", [i32()], (x) => add(x, Infinity)],
  ["constant: 18014398509481984 is not an integer (tensor<ui64>)", [tensor("u64")], (x) => add(x, 2 ** 54)],
  ["constant: 65520 is beyond 65504 (tensor<f16>)", [tensor("f16")], (x) => add(x, 65520)],
  ["constant: 1e+39 is beyond 3.4028234663852886e+38 (tensor<f32>)", [f32()], (x) => add(x, 1e39)],
  ["constant: 3 values for 4 elements (tensor<2x2xf32>)", [f32()], (x) => constant(x.module, f32(2, 2), [1, 2, 3])],
  ["iota: no axis 1 (tensor<4xf32>)", [f32()], (x) => iota(x.module, f32(4), 1)],
  ["iota: no axis 0 (tensor<f32>)", [f32()], (x) => iota(x.module, f32())],
  ["iota: predicates do not count (tensor<4xi1>)", [f32()], (x) => iota(x.module, pred(4))],
  // Shapes.
  ...(
    [
      [[2, 4], [0]],
      [
        [3, 3],
        [0, 1],
      ],
      [[3, 3], []],
      [[3], [1]],
    ] as const
  ).map(
    ([dims, axes]): Case => [
      `broadcast_in_dim: axes [${axes}] do not place the operand (tensor<3xf32>, tensor<${dims.join("x")}xf32>)`,
      [f32(3)],
      (x) => broadcast(x, dims, axes),
    ],
  ),
  [
    "broadcast_in_dim: axes [0,0] do not place the operand (tensor<3x3xf32>, tensor<3x3xf32>)",
    [f32(3, 3)],
    (x) => broadcast(x, [3, 3], [0, 0]),
  ],
  ["reshape: element counts differ (tensor<2x3xf32>, tensor<5xf32>)", [f32(2, 3)], (x) => reshape(x, 5)],
  ...([[0], [0, 0], [1, 2], [0, 1, 2]] as const).map(
    (order): Case => [
      `transpose: [${order}] is no permutation of 2 axes (tensor<2x3xf32>)`,
      [f32(2, 3)],
      (x) => transpose(x, order),
    ],
  ),
  ...(
    [
      [2, 0, 1],
      [-1, 0, 1],
      [0, -1, 1],
      [0, 0, 3],
      [0, 2, 1],
      [0, 0.5, 2],
    ] as const
  ).map(
    ([axis, start, limit]): Case => [
      `slice: [${start}, ${limit}) of axis ${axis} is outside (tensor<2x3xf32>)`,
      [f32(2, 3)],
      (x) => slice(x, axis, start, limit),
    ],
  ),
  [
    "dynamic_slice: the window does not fit (tensor<2x3xf32>, tensor<1x4xf32>)",
    [f32(2, 3), i32()],
    (x, i) => dynamicSlice(x, [i, i], [1, 4]),
  ],
  [
    "dynamic_slice: the window does not fit (tensor<2x3xf32>, tensor<1xf32>)",
    [f32(2, 3), i32()],
    (x, i) => dynamicSlice(x, [i, i], [1]),
  ],
  [
    "dynamic_slice: needs one scalar integer of one type for each axis (tensor<2x3xf32>, tensor<i32>)",
    [f32(2, 3), i32()],
    (x, i) => dynamicSlice(x, [i], [1, 1]),
  ],
  [
    "dynamic_slice: needs one scalar integer of one type for each axis (tensor<2xf32>, tensor<f32>)",
    [f32(2), f32()],
    (x, i) => dynamicSlice(x, [i], [1]),
  ],
  [
    "dynamic_update_slice: the update does not fit (tensor<2x3xf32>, tensor<1x4xf32>)",
    [f32(2, 3), f32(1, 4), i32()],
    (x, y, i) => dynamicUpdateSlice(x, y, [i, i]),
  ],
  [
    "dynamic_update_slice: the update does not fit (tensor<2xf32>, tensor<2xi32>)",
    [f32(2), i32(2), i32()],
    (x, y, i) => dynamicUpdateSlice(x, y, [i]),
  ],
  [
    "dynamic_update_slice: needs one scalar integer of one type for each axis (tensor<2xf32>, tensor<1xi32>)",
    [f32(2), i32(1)],
    (x, i) => dynamicUpdateSlice(x, x, [i]),
  ],
  [
    "concatenate: operands do not join along axis 0 (tensor<2x3xf32>, tensor<2x4xf32>)",
    [f32(2, 3), f32(2, 4)],
    (x, y) => concatenate([x, y], 0),
  ],
  [
    "concatenate: operands do not join along axis 0 (tensor<2xf32>, tensor<2xi32>)",
    [f32(2), i32(2)],
    (x, y) => concatenate([x, y], 0),
  ],
  [
    "concatenate: operands do not join along axis -1 (tensor<2xf32>, tensor<2xf32>)",
    [f32(2)],
    (x) => concatenate([x, x], -1),
  ],
  ["concatenate: needs an operand", [], () => concatenate([], 0)],
  [
    "pad: needs a scalar of the operand's element type (tensor<2xf32>, tensor<i32>)",
    [f32(2), i32()],
    (x, v) => padEnd(x, v, 0, 1),
  ],
  ["pad: cannot append 1 along axis 1 (tensor<2xf32>, tensor<f32>)", [f32(2), f32()], (x, v) => padEnd(x, v, 1, 1)],
  ["pad: cannot append -1 along axis 0 (tensor<2xf32>, tensor<f32>)", [f32(2), f32()], (x, v) => padEnd(x, v, 0, -1)],
  // Products.
  [
    "dot_general: axes [1] and [0] cannot be contracted (tensor<4x5xf32>, tensor<6x5xf32>)",
    [f32(4, 5), f32(6, 5)],
    (a, b) => dot(a, b),
  ],
  [
    "dot_general: axes [-1] and [0] cannot be contracted (tensor<f32>, tensor<f32>)",
    [f32(), f32()],
    (a, b) => dot(a, b),
  ],
  [
    "dot_general: axes [0,1] and [0] cannot be contracted (tensor<4x5xf32>, tensor<4x5xf32>)",
    [f32(4, 5)],
    (a) => dot(a, a, { contract: [[0, 1], 0] }),
  ],
  [
    "dot_general: axes [0] and [0] cannot be batched (tensor<2x4xf32>, tensor<3x4xf32>)",
    [f32(2, 4), f32(3, 4)],
    (a, b) => dot(a, b, { contract: [1, 1], batch: [0, 0] }),
  ],
  [
    "dot_general: axes [1,1] of operand 0 are named twice (tensor<2x2xf32>, tensor<2x2xf32>)",
    [f32(2, 2)],
    (a) => dot(a, a, { contract: [1, 1], batch: [1, 0] }),
  ],
  [
    "dot_general: element types differ (tensor<2xf32>, tensor<2xbf16>)",
    [f32(2), tensor("bf16", 2)],
    (a, b) => dot(a, b),
  ],
  [
    "dot_general: operands cannot be summed up as i32 (tensor<2xf32>, tensor<2xf32>)",
    [f32(2)],
    (a) => dot(a, a, { result: "i32" }),
  ],
  [
    "dot_general: operands cannot be summed up as i8 (tensor<2xi32>, tensor<2xi32>)",
    [i32(2)],
    (a) => dot(a, a, { result: "i8" }),
  ],
  ["dot_general: operands cannot be summed up as pred (tensor<2xi1>, tensor<2xi1>)", [pred(2)], (a) => dot(a, a)],
  [
    "dot_general: precision tf32 is for float32 operands (tensor<2xbf16>)",
    [tensor("bf16", 2)],
    (a) => dot(a, a, { precision: "tf32" }),
  ],
  // Rows.
  [
    "gather: indices are a vector of integers (tensor<10x4xf32>, tensor<6xf32>)",
    [f32(10, 4), f32(6)],
    (t, i) => gatherRows(t, i),
  ],
  [
    "gather: indices are a vector of integers (tensor<10x4xf32>, tensor<6x1xi32>)",
    [f32(10, 4), i32(6, 1)],
    (t, i) => gatherRows(t, i),
  ],
  ["gather: the table has no rows (tensor<f32>, tensor<6xi32>)", [f32(), i32(6)], (t, i) => gatherRows(t, i)],
  ["gather: the table has no rows (tensor<0x4xf32>, tensor<6xi32>)", [f32(0, 4), i32(6)], (t, i) => gatherRows(t, i)],
  [
    "scatter: the updates are not a row for each index (tensor<5x4xf32>, tensor<6x4xf32>)",
    [f32(10, 4), i32(6), f32(5, 4)],
    (t, i, u) => scatterAddRows(t, i, u),
  ],
  [
    "scatter: the updates are not a row for each index (tensor<6x4xbf16>, tensor<6x4xf32>)",
    [f32(10, 4), i32(6), tensor("bf16", 6, 4)],
    (t, i, u) => scatterAddRows(t, i, u),
  ],
  [
    "scatter: indices are a vector of integers (tensor<10xf32>, tensor<6xi1>)",
    [f32(10), pred(6), f32(6)],
    (t, i, u) => scatterAddRows(t, i, u),
  ],
  // Reductions.
  ...([[2], [-1], [0, 0]] as const).map(
    (axes): Case => [
      `reduce: [${axes}] are no axes, each once, of the operand (tensor<2x3xf32>)`,
      [f32(2, 3)],
      (x) => reduce(x, "add", axes),
    ],
  ),
  ["reduce: and is for integers and predicates (tensor<2xf32>)", [f32(2)], (x) => reduce(x, "and", [0])],
  ["reduce: add is for numbers (tensor<2xi1>)", [pred(2)], (x) => reduce(x, "add", [0])],
  // Control.
  [
    "while: the condition is not a scalar predicate (tensor<i32>)",
    [i32()],
    (i) =>
      whileLoop(
        [i],
        ([x]) => x!,
        (x) => x,
      ),
  ],
  [
    "while: carried value 0 changes its type (tensor<f32>, tensor<1xf32>)",
    [f32(), pred()],
    (x, p) =>
      whileLoop(
        [x],
        () => p,
        ([y]) => [reshape(y!, 1)],
      ),
  ],
  [
    "while: the body returns 0 of 1 carried values",
    [f32(), pred()],
    (x, p) =>
      whileLoop(
        [x],
        () => p,
        () => [],
      ),
  ],
  [
    "while: carries nothing",
    [pred()],
    (p) =>
      whileLoop(
        [],
        () => p,
        () => [],
      ),
  ],
  ["sort: nothing to sort", [], () => sortByKey([])],
  ["sort: the key is no integer (tensor<4xf32>)", [f32(4)], (x) => sortByKey([x])],
  [
    "sort: operands are vectors of one length (tensor<4xi32>, tensor<5xf32>)",
    [i32(4), f32(5)],
    (k, x) => sortByKey([k, x]),
  ],
  ["sort: operands are vectors of one length (tensor<2x2xi32>)", [i32(2, 2)], (k) => sortByKey([k])],
  // Collectives.
  ["all_reduce: maximum is for numbers (tensor<2xi1>)", [pred(2)], (x) => allReduce(x, "maximum"), 2],
  ["all_reduce: or is for integers and predicates (tensor<2xf32>)", [f32(2)], (x) => allReduce(x, "or"), 2],
  ["reduce_scatter: axis 0 does not divide into 2 parts (tensor<3xf32>)", [f32(3)], (x) => reduceScatter(x), 2],
  ["reduce_scatter: axis 0 does not divide into 2 parts (tensor<f32>)", [f32()], (x) => reduceScatter(x), 2],
  ["all_gather: a scalar has no axis to join (tensor<f32>)", [f32()], (x) => allGather(x), 2],
  // Custom calls.
  ["custom_call: has no target", [f32(2), f32(2)], call({ target: "" })],
  [
    "custom_call: t: result 0 cannot lie in operand 1 (tensor<2xf32>, tensor<3xf32>)",
    [f32(2), f32(3)],
    call({ aliases: [[0, 1]] }),
  ],
  ["custom_call: t: result 2 cannot lie in operand 0 (tensor<2xf32>)", [f32(2), f32(2)], call({ aliases: [[2, 0]] })],
  [
    "custom_call: t: result 0 cannot lie in operand 0 and elsewhere too (tensor<2xf32>, tensor<2xf32>)",
    [f32(2), f32(2)],
    call({
      aliases: [
        [0, 0],
        [1, 0],
      ],
    }),
  ],
  [
    "custom_call: attribute x is 1.5, which is no i32 (tensor<i32>)",
    [f32(2), f32(2)],
    call({ config: [["x", { i32: 1.5 }]] }),
  ],
  [
    "custom_call: attribute x[1] is 256, which is no u8 (tensor<ui8>)",
    [f32(2), f32(2)],
    call({ config: [["x", [{ u8: 255 }, { u8: 256 }]]] }),
  ],
  ['custom_call: "a b" is no name of an attribute', [f32(2), f32(2)], call({ config: [["a b", true]] })],
];

it.each(cases)("%s", (message, types, build, replicas) => {
  expect(refusal(types, build, replicas)).toBe(message);
});
