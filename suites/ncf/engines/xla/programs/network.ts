import type { Value } from "../../../../../xla/stablehlo/ir.js";
import { constant } from "../../../../../xla/stablehlo/ops/constant.js";
import {
  abs,
  add,
  compare,
  convert,
  divide,
  exp,
  log1p,
  logistic,
  maximum,
  multiply,
  negate,
  select,
  subtract,
} from "../../../../../xla/stablehlo/ops/elementwise.js";
import { gatherRows } from "../../../../../xla/stablehlo/ops/gather.js";
import { sum } from "../../../../../xla/stablehlo/ops/reduce.js";
import { broadcast, reshape } from "../../../../../xla/stablehlo/ops/shape.js";
import type { Formulation } from "../../../../cell.js";
import { type Numerics, product } from "../numerics.js";
import { packBits, unpackBits } from "./bits.js";
import {
  addBias,
  type FirstLayer,
  firstLayer,
  type RowIds,
  scatterGradient,
  scatterItems,
  type Weights,
} from "./first-layer.js";
import { spread } from "./random.js";

export interface NetworkOptions {
  /** Hidden layers. */
  depth: number;
  formulation: Formulation;
  numerics: Numerics;
  /** Give the backward pass a hidden layer's open units as bits, so that it does not read the output again. */
  packMasks: boolean;
}

/** Dropout of one step: which units of hidden layer `layer` (from 0) survive, pred [n, width]. */
export interface Dropout {
  rate: number;
  mask(layer: number, width: number): Value;
}

/** What the backward pass needs of the forward pass. */
export interface Activations {
  logits: Value;
  first: FirstLayer;
  /** Outputs of the hidden layers after ReLU and dropout, in the compute type. A unit is open where its output is > 0. */
  hidden: Value[];
  /** By hidden layer, its open units as bits, u32 [n, width / 32]; absent or null where the output itself tells. */
  open: (Value | null)[];
  userRows: Value;
  itemRows: Value;
  product: Value;
}

/** Logits f32 [n] of pairs (specification, section 5). */
export function forward(weights: Weights, ids: RowIds, dropout: Dropout | null, options: NetworkOptions): Activations {
  const { numerics, depth, formulation, packMasks } = options;
  const first = firstLayer(formulation, weights, ids, numerics);
  const hidden: Value[] = [];
  for (let layer = 0; layer < depth; layer++) {
    const before =
      layer === 0
        ? first.output
        : addBias(
            convert(product(numerics, hidden[layer - 1]!, weights.get(`dense_${layer + 1}/kernel`)!), "f32"),
            weights.get(`dense_${layer + 1}/bias`)!,
          );
    hidden.push(convert(activate(before, layer, dropout), numerics.compute));
  }
  // Of the last layer, one product's output is read again anyway.
  const open = packMasks ? hidden.slice(0, -1).map((output) => packedMask(output)) : [];
  const { compute } = numerics;
  const userRows = convert(gatherRows(weights.get("user_gmf")!, ids.users, { sorted: ids.usersSorted }), compute);
  const itemRows = convert(gatherRows(weights.get("item_gmf")!, ids.items), compute);
  const joint = multiply(userRows, itemRows);
  const weighted = (x: Value, kernel: Value) =>
    sum(multiply(convert(x, "f32"), broadcast(kernel, x.type.dims, [1])), [1]);
  const both = add(
    weighted(joint, weights.get("output/gmf")!),
    weighted(hidden[depth - 1]!, weights.get("output/mlp")!),
  );
  const logits = add(both, spread(reshape(weights.get("output/bias")!), both));
  return { logits, first, hidden, open, userRows, itemRows, product: joint };
}

function packedMask(output: Value): Value | null {
  return output.type.dims[1]! % 32 === 0 ? packBits(compare(output, "GT", 0)) : null;
}

function activate(before: Value, layer: number, dropout: Dropout | null): Value {
  if (!dropout) return maximum(before, 0);
  const kept = dropout.mask(layer, before.type.dims[1]!);
  return select(kept, multiply(maximum(before, 0), 1 / (1 - dropout.rate)), 0);
}

/**
 * Gradients of all weights, float32, from the loss's derivative by each logit, f32 [n]. `rate` is that of the forward
 * pass, 0 without dropout.
 */
export function backward(
  weights: Weights,
  ids: RowIds,
  activations: Activations,
  dLogits: Value,
  rate: number,
  options: NetworkOptions,
): Map<string, Value> {
  const { numerics, depth } = options;
  const { hidden, userRows, itemRows, first } = activations;
  const gradients = new Map<string, Value>();
  const rows = (x: Value) => broadcast(dLogits, x.type.dims, [0]);
  const overSamples = (x: Value) => sum(multiply(convert(x, "f32"), rows(x)), [0]);
  gradients.set("output/gmf", overSamples(activations.product));
  gradients.set("output/mlp", overSamples(hidden[depth - 1]!));
  gradients.set("output/bias", reshape(sum(dLogits), 1));

  const perRow = multiply(rows(userRows), broadcast(weights.get("output/gmf")!, userRows.type.dims, [1]));
  const times = (other: Value) => multiply(perRow, convert(other, "f32"));
  gradients.set("user_gmf", scatterGradient(weights.get("user_gmf")!, ids.users, times(itemRows), ids.usersSorted));
  gradients.set("item_gmf", scatterItems(weights.get("item_gmf")!, ids, times(userRows)));

  const last = hidden[depth - 1]!;
  let dHidden = multiply(rows(last), broadcast(weights.get("output/mlp")!, last.type.dims, [1]));
  for (let layer = depth - 1; layer >= 0; layer--) {
    const packed = activations.open[layer];
    const open = packed ? unpackBits(packed) : compare(hidden[layer]!, "GT", 0);
    const dBefore = convert(select(open, multiply(convert(dHidden, "f32"), 1 / (1 - rate)), 0), numerics.compute);
    if (layer === 0) {
      for (const [name, gradient] of first.backward(dBefore)) gradients.set(name, gradient);
      break;
    }
    const name = `dense_${layer + 1}`;
    const kernelGradient = product(numerics, hidden[layer - 1]!, dBefore, { contract: [0, 0], result: "f32" });
    gradients.set(`${name}/kernel`, kernelGradient);
    gradients.set(`${name}/bias`, sum(convert(dBefore, "f32"), [0]));
    dHidden = product(numerics, dBefore, weights.get(`${name}/kernel`)!, { contract: [1, 1] });
  }
  return gradients;
}

/**
 * Sigmoid cross entropy in its stable form (specification, section 6): the sum over samples, f32 scalar, and the
 * derivative of the mean by each logit, times `scale`.
 *
 * @param weight f32 [n], 0 for padding; null where every sample counts.
 * @param count samples of the global batch, f32 scalar.
 * @param scale loss scale, f32 scalar; null for 1.
 */
export function crossEntropy(
  logits: Value,
  labels: Value,
  weight: Value | null,
  count: Value,
  scale: Value | null,
): { lossSum: Value; dLogits: Value } {
  const { module } = logits;
  const each = add(subtract(maximum(logits, 0), multiply(logits, labels)), log1p(exp(negate(abs(logits)))));
  const one = constant(module, { element: "f32", dims: [] }, 1);
  const factor = spread(divide(scale ?? one, count), logits);
  const error = multiply(subtract(logistic(logits), labels), factor);
  return weight === null
    ? { lossSum: sum(each), dLogits: error }
    : { lossSum: sum(multiply(each, weight)), dLogits: multiply(error, weight) };
}
