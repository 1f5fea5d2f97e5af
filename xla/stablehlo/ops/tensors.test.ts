import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostDevices, noPlugin, PluginRunner, testPlugins, type Values } from "../../test-support.js";
import type { Value } from "../ir.js";
import { flat, positions, program, range, whole } from "../test-support.js";
import { elementCount, type TensorType, tensor } from "../type.js";
import { allGather, allReduce, reduceScatter, replicaId } from "./collective.js";
import { constant, iota } from "./constant.js";
import { barrier, sortByKey, whileLoop } from "./control.js";
import { add, compare, convert, multiply } from "./elementwise.js";
import { gatherRows, scatterAddRows } from "./gather.js";
import { reduce } from "./reduce.js";
import type { Reduction } from "./reduction.js";
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

const indicesBelow = (rows: number, size: number) =>
  fc.array(fc.integer({ min: 0, max: rows - 1 }), { minLength: size, maxLength: size });

describe.skipIf(noPlugin).each(testPlugins)("plugin %s", (plugin) => {
  const runner = new PluginRunner(plugin, 4);

  it("moves elements as plain index arithmetic does", async () => {
    const dims = [2, 3, 4];
    const x = range(24);
    const at = (index: number[]) => x[flat(dims, index)]!;
    const [broadcasted, transposed, sliced, joined, padded, reshaped] = await runner.run(
      program([i32(...dims), i32()], (value, scalar) => [
        broadcast(value, [4, 2, 5, 3], [1, 3, 0]),
        transpose(value, [2, 0, 1]),
        slice(value, 1, 1, 3),
        concatenate([value, slice(value, 1, 0, 1)], 1),
        padEnd(value, scalar, 2, 2),
        reshape(value, 6, 4),
      ]),
      x,
      [-1],
    );
    expect(broadcasted).toEqual(positions([4, 2, 5, 3]).map(([d, a, , c]) => at([a!, c!, d!])));
    expect(transposed).toEqual(positions([4, 2, 3]).map(([c, a, b]) => at([a!, b!, c!])));
    expect(sliced).toEqual(positions([2, 2, 4]).map(([a, b, c]) => at([a!, b! + 1, c!])));
    expect(joined).toEqual(positions([2, 4, 4]).map(([a, b, c]) => at([a!, b! % 3, c!])));
    expect(padded).toEqual(positions([2, 3, 6]).map(([a, b, c]) => (c! < 4 ? at([a!, b!, c!]) : -1)));
    expect(reshaped).toEqual(x);
  });

  it("clamps windows at run-time places so that they fit", async () => {
    const run = await runner.load(
      program([i32(3, 5), i32(2, 2), i32(), i32()], (x, update, i, j) => [
        dynamicSlice(x, [i, j], [2, 2]),
        dynamicUpdateSlice(x, update, [i, j]),
      ]),
    );
    const x = range(15);
    const update = [100, 101, 102, 103];
    for (const [i, j] of positions([6, 8]).map(([a, b]) => [a! - 2, b! - 2] as const)) {
      const [top, left] = [Math.min(Math.max(i, 0), 1), Math.min(Math.max(j, 0), 3)];
      const [[taken, written]] = (await run([[x, update, [i], [j]]])) as [[Values, Values]];
      expect(taken).toEqual(positions([2, 2]).map(([a, b]) => x[flat([3, 5], [top + a!, left + b!])]));
      const wanted = [...x];
      for (const [a, b] of positions([2, 2])) wanted[flat([3, 5], [top + a!, left + b!])] = update[2 * a! + b!]!;
      expect(written).toEqual(wanted);
    }
  });

  it("takes rows, clamping indices, and adds rows where indices repeat", async () => {
    const [rows, width, n] = [7, 3, 12];
    const both = (sorted: boolean) =>
      runner.load(
        program([f32(rows, width), i32(n), f32(n, width), f32(rows)], (table, indices, updates, vector) => [
          gatherRows(table, indices, { sorted }),
          scatterAddRows(table, indices, updates, { sorted }),
          gatherRows(vector, indices, { sorted }),
          scatterAddRows(vector, indices, reshape(slice(updates, 1, 0, 1), n), { sorted }),
        ]),
      );
    const loaded = { false: await both(false), true: await both(true) };
    const inputs = [whole(rows * width), indicesBelow(rows, n), whole(n * width), whole(rows), fc.boolean()] as const;
    await fc.assert(
      fc.asyncProperty(...inputs, async (table, drawn, updates, vector, sorted) => {
        const indices = sorted ? [...drawn].sort((a, b) => a - b) : drawn;
        const [[taken, added, elements, sums]] = (await loaded[`${sorted}`]([[table, indices, updates, vector]])) as [
          [Values, Values, Values, Values],
        ];
        expect(taken).toEqual(indices.flatMap((row) => table.slice(row * width, (row + 1) * width)));
        const wanted = [...table];
        updates.forEach((value, i) => {
          wanted[indices[Math.floor(i / width)]! * width + (i % width)]! += value;
        });
        expect(added).toEqual(wanted);
        expect(elements).toEqual(indices.map((i) => vector[i]));
        const wantedSums = [...vector];
        indices.forEach((row, i) => {
          wantedSums[row]! += updates[i * width]!;
        });
        expect(sums).toEqual(wantedSums);
      }),
      { seed: 23, numRuns: 30 },
    );
    const outside = [-5, -1, 0, 6, 7, 100, ...range(6)];
    const table = range(rows * width);
    const [[taken]] = (await loaded.false([[table, outside, range(n * width), range(rows)]])) as [[Values]];
    expect(taken).toEqual(
      outside.flatMap((i) => {
        const row = Math.min(Math.max(i, 0), rows - 1);
        return table.slice(row * width, (row + 1) * width);
      }),
    );
  });

  it.each(
    (
      [
        ["add", "f32", (a, b) => a + b, 0],
        ["add", "i32", (a, b) => a + b, 0],
        ["maximum", "f32", Math.max, -Infinity],
        ["minimum", "f32", Math.min, Infinity],
        ["maximum", "i32", Math.max, -(2 ** 31)],
        ["minimum", "i32", Math.min, 2 ** 31 - 1],
        ["maximum", "u32", Math.max, 0],
        ["and", "i32", (a, b) => a & b, -1],
        ["and", "u32", (a, b) => (a & b) >>> 0, 2 ** 32 - 1],
        ["or", "u32", (a, b) => (a | b) >>> 0, 0],
        ["and", "pred", (a, b) => a & b, 1],
        ["or", "pred", (a, b) => a | b, 0],
      ] as [Reduction, "f32" | "i32" | "u32" | "pred", (a: number, b: number) => number, number][]
    ).map(([reduction, element, fold, empty]) => ({ reduction, element, fold, empty })),
  )("reduces by $reduction over $element", async ({ reduction, element, fold, empty }) => {
    const dims = [3, 4, 2];
    const run = await runner.load(
      program([tensor(element, ...dims), tensor(element, 0, 2)], (x, none) => [
        reduce(x, reduction, [0, 1, 2]),
        reduce(x, reduction, [1]),
        reduce(x, reduction, [0, 2]),
        reduce(none, reduction, [0]),
      ]),
    );
    const over = (x: number[], kept: number[]) => {
      const sizes = kept.map((axis) => dims[axis]!);
      const sums = Array<number>(elementCount(f32(...sizes))).fill(empty);
      positions(dims).forEach((at, i) => {
        const to = flat(
          sizes,
          kept.map((axis) => at[axis]!),
        );
        sums[to] = fold(sums[to]!, x[i]!);
      });
      return sums;
    };
    await fc.assert(
      fc.asyncProperty(whole(24), async (drawn) => {
        const x = drawn.map((value) =>
          element === "pred" ? Number(value > -6) : element === "u32" ? value + 8 : value,
        );
        const [results] = await run([[x, []]]);
        expect(results).toEqual([over(x, []), over(x, [0, 2]), over(x, [1]), [empty, empty]]);
      }),
      { seed: 29, numRuns: 10 },
    );
  });

  it("loops as often as the condition holds, and not at all", async () => {
    const run = await runner.load(
      program([i32(), f32(2)], (limit, step) =>
        whileLoop(
          [constant(limit.module, i32(), 0), constant(limit.module, f32(2), 0)],
          ([i]) => compare(i!, "LT", limit),
          ([i, sum]) => [add(i!, 1), add(sum!, multiply(step, broadcast(convert(i!, "f32"), [2])))],
        ),
      ),
    );
    for (const limit of [-3, 0, 1, 7]) {
      const total = range(Math.max(limit, 0)).reduce((sum, i) => sum + i, 0);
      expect(await run([[[limit], [2, -1]]])).toEqual([[[Math.max(limit, 0)], [2 * total, 0 - total]]]);
    }
  });

  it("sorts by a key, stable, and permutes the others alike", async () => {
    const n = 40;
    const run = await runner.load(
      program([i32(n), u32(n)], (keys, unsigned) => [
        ...sortByKey([keys, iota(keys.module, i32(n))]),
        ...sortByKey([unsigned, keys]),
        ...barrier([keys]),
      ]),
    );
    const unsigned = fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: n, maxLength: n });
    await fc.assert(
      fc.asyncProperty(whole(n), unsigned, async (keys, words) => {
        const order = range(n).sort((a, b) => keys[a]! - keys[b]! || a - b);
        const byWord = range(n).sort((a, b) => words[a]! - words[b]! || a - b);
        expect(await run([[keys, words]])).toEqual([
          [order.map((i) => keys[i]), order, byWord.map((i) => words[i]), byWord.map((i) => keys[i]), keys],
        ]);
      }),
      { seed: 31, numRuns: 20 },
    );
  });

  it.skipIf(mostDevices(plugin) < 4)("speaks over four devices", async () => {
    const replicas = 4;
    const run = await runner.load(
      program(
        [f32(8, 2), tensor("pred", 2)],
        (x: Value, p: Value) => [
          replicaId(x.module),
          allReduce(x),
          allReduce(x, "maximum"),
          allReduce(p, "and"),
          reduceScatter(x),
          allGather(x),
        ],
        replicas,
      ),
    );
    const lists = fc.array(whole(16), { minLength: replicas, maxLength: replicas });
    await fc.assert(
      fc.asyncProperty(lists, async (xs) => {
        const results = await run(xs.map((x, device) => [x, [1, Number(device !== 2)]]));
        const sums = range(16).map((i) => xs.reduce((sum, x) => sum + x[i]!, 0));
        const greatest = range(16).map((i) => Math.max(...xs.map((x) => x[i]!)));
        results.forEach((result, device) => {
          const part = sums.slice(4 * device, 4 * device + 4);
          expect(result).toEqual([[device], sums, greatest, [1, 0], part, xs.flat()]);
        });
      }),
      { seed: 37, numRuns: 10 },
    );
  });
});
