import type { Value } from "../../../../../xla/stablehlo/ir.js";
import { constant } from "../../../../../xla/stablehlo/ops/constant.js";
import { barrier } from "../../../../../xla/stablehlo/ops/control.js";
import { add, convert } from "../../../../../xla/stablehlo/ops/elementwise.js";
import { gatherRows, scatterAddRows } from "../../../../../xla/stablehlo/ops/gather.js";
import { sum } from "../../../../../xla/stablehlo/ops/reduce.js";
import { broadcast, concatenate, slice } from "../../../../../xla/stablehlo/ops/shape.js";
import type { Formulation } from "../../../../cell.js";
import { type Numerics, product } from "../numerics.js";

export type Weights = ReadonlyMap<string, Value>;

/** Table rows of a batch: i32 [n] each. */
export interface RowIds {
  users: Value;
  items: Value;
  /** Users ascend within the batch, so that their gradients can be summed run by run. */
  usersSorted: boolean;
  /** The order in which items ascend: sorted items and the samples they come from. Null leaves their sums to atomics. */
  itemOrder: { items: Value; samples: Value } | null;
}

/** The first dense layer and the table rows below it: the one place where the formulations differ. */
export interface FirstLayer {
  /** Pre-activation [n, L1], float32, bias included. */
  output: Value;
  /** Gradients of both MLP tables and of the layer, from the pre-activation's [n, L1] in the compute type. */
  backward(dOutput: Value): Map<string, Value>;
}

export function firstLayer(formulation: Formulation, weights: Weights, ids: RowIds, numerics: Numerics): FirstLayer {
  return formulation === "factored" ? factored(weights, ids, numerics) : layerwise(weights, ids, numerics);
}

/** As the reference computes it: gathered rows joined to [n, L0], then one product with the kernel. */
function layerwise(weights: Weights, ids: RowIds, numerics: Numerics): FirstLayer {
  const { userTable, itemTable, kernel, bias } = parts(weights);
  const half = userTable.type.dims[1]!;
  // Written once and read twice: without the barrier the rows are gathered again for the kernel's gradient.
  const [joined] = barrier([
    concatenate(
      [
        convert(gatherRows(userTable, ids.users, { sorted: ids.usersSorted }), numerics.compute),
        convert(gatherRows(itemTable, ids.items), numerics.compute),
      ],
      1,
    ),
  ]) as [Value];
  const output = addBias(convert(product(numerics, joined, kernel), "f32"), bias);
  return {
    output,
    backward(dOutput) {
      const dJoined = product(numerics, dOutput, kernel, { contract: [1, 1] });
      const rows = (start: number) => convert(slice(dJoined, 1, start, start + half), "f32");
      return new Map([
        ["user_mlp", scatterGradient(userTable, ids.users, rows(0), ids.usersSorted)],
        ["item_mlp", scatterItems(itemTable, ids, rows(half))],
        ["dense_1/kernel", product(numerics, joined, dOutput, { contract: [0, 0], result: "f32" })],
        ["dense_1/bias", sum(convert(dOutput, "f32"), [0])],
      ]);
    },
  };
}

/**
 * The same function with the product taken once for each table row and gathered: concat(u, v) W = u Wu + v Wv. Fewer
 * operations wherever a batch meets rows more than once. In scoring the products are given.
 */
function factored(weights: Weights, ids: RowIds, numerics: Numerics): FirstLayer {
  const users = weights.get("user_products");
  const items = weights.get("item_products");
  const products = users && items ? { users, items } : tableProducts(weights, numerics);
  const output = add(
    convert(gatherRows(products.users, ids.users, { sorted: ids.usersSorted }), "f32"),
    convert(gatherRows(products.items, ids.items), "f32"),
  );
  return {
    output,
    backward(dOutput) {
      const { userTable, itemTable, kernel } = parts(weights);
      const half = userTable.type.dims[1]!;
      const userKernel = slice(kernel, 0, 0, half);
      const itemKernel = slice(kernel, 0, half, 2 * half);
      const dRows = convert(dOutput, "f32");
      const dUsers = scatterGradient(products.users, ids.users, dRows, ids.usersSorted);
      const dItems = scatterItems(products.items, ids, dRows);
      const back = (d: Value, part: Value) => product(numerics, d, part, { contract: [1, 1], result: "f32" });
      const forKernel = (table: Value, d: Value) => product(numerics, table, d, { contract: [0, 0], result: "f32" });
      return new Map([
        ["user_mlp", back(dUsers, userKernel)],
        ["item_mlp", back(dItems, itemKernel)],
        ["dense_1/kernel", concatenate([forKernel(userTable, dUsers), forKernel(itemTable, dItems)], 0)],
        ["dense_1/bias", sum(dItems, [0])],
      ]);
    },
  };
}

/** First-layer products of all table rows, the bias in the items' part: [users, L1] and [items, L1]. */
export function tableProducts(weights: Weights, numerics: Numerics): { users: Value; items: Value } {
  const { userTable, itemTable, kernel, bias } = parts(weights);
  const half = userTable.type.dims[1]!;
  // Two addends are rounded here where the layerwise form rounds one sum: fp16's mantissa is 8 times finer than bf16's.
  const finer: Numerics = numerics.compute === "bf16" ? { ...numerics, compute: "f16" } : numerics;
  const stored = finer.compute;
  const rows = (table: Value, start: number) =>
    product(finer, convert(table, numerics.compute), convert(slice(kernel, 0, start, start + half), numerics.compute));
  return {
    users: rows(userTable, 0),
    items: convert(addBias(convert(rows(itemTable, half), "f32"), bias), stored),
  };
}

function parts(weights: Weights) {
  return {
    userTable: weights.get("user_mlp")!,
    itemTable: weights.get("item_mlp")!,
    kernel: weights.get("dense_1/kernel")!,
    bias: weights.get("dense_1/bias")!,
  };
}

/** Sums of gradient rows by table row, float32 of the table's shape. */
export function scatterGradient(table: Value, ids: Value, rows: Value, sorted: boolean): Value {
  const zeros = constant(table.module, { element: "f32", dims: table.type.dims }, 0);
  return scatterAddRows(zeros, ids, rows, { sorted });
}

/** As `scatterGradient` for the items of a batch, run by run where their order is known. */
export function scatterItems(table: Value, { items, itemOrder }: RowIds, rows: Value): Value {
  if (!itemOrder) return scatterGradient(table, items, rows, false);
  return scatterGradient(table, itemOrder.items, gatherRows(rows, itemOrder.samples), true);
}

export function addBias(x: Value, bias: Value): Value {
  return add(x, broadcast(bias, x.type.dims, [1]));
}
