import { fillDropoutMask } from "../../dropout.js";
import type { ModelState } from "../../engine.js";
import type { Key } from "../../random/counter.js";
import type { ModelShape } from "../../workload.js";

/** Gradients by parameter name, in the parameters' own layout. */
export type Gradients = Map<string, Float64Array>;

/** Dropout of one training step: the rate and one stream for each hidden layer. */
export interface Dropout {
  rate: number;
  keys: readonly Key[];
}

/** What the backward pass needs of the forward pass of one batch. */
export interface Activations {
  users: Int32Array;
  items: Int32Array;
  count: number;
  /** Input of each dense layer; the first is the concatenated table rows [count x L0]. */
  inputs: Float64Array[];
  /** Derivative of each hidden output by its pre-activation: 0, 1, or the dropout scale. */
  gates: Float64Array[];
  /** Output of the last hidden layer [count x Ln]. */
  last: Float64Array;
  logits: Float64Array;
}

/**
 * NeuMF in float64 plain loops: the truth that engines are held to (specification, section 5). Rows of the user and item
 * tables hold the GMF part in columns 0..F-1, the MLP part behind it.
 */
export class Network {
  readonly shape: ModelShape;
  readonly parameters: Map<string, Float64Array>;

  constructor(shape: ModelShape, parameters: ModelState["parameters"]) {
    this.shape = shape;
    this.parameters = new Map([...parameters].map(([name, tensor]) => [name, Float64Array.from(tensor.data)]));
  }

  /** Width of a table row: F + L0 / 2. */
  get tableWidth(): number {
    return this.shape.factors + this.half;
  }

  private get half(): number {
    return this.shape.layers[0]! / 2;
  }

  private of(name: string): Float64Array {
    return this.parameters.get(name)!;
  }

  /** Logits of the first `count` pairs; with `dropout` null, as in evaluation. */
  forward(users: Int32Array, items: Int32Array, count: number, dropout: Dropout | null): Activations {
    const { factors, layers } = this.shape;
    const inputs: Float64Array[] = [this.concatenatedRows(users, items, count)];
    const gates: Float64Array[] = [];
    for (let layer = 1; layer < layers.length; layer++) {
      const width = layers[layer]!;
      const output = affine(
        inputs[layer - 1]!,
        this.of(`dense_${layer}/kernel`),
        this.of(`dense_${layer}/bias`),
        count,
      );
      const gate = new Float64Array(count * width).fill(1);
      if (dropout) fillDropoutMask(dropout.keys[layer - 1]!, dropout.rate, count * width, gate);
      for (let i = 0; i < output.length; i++) {
        if (output[i]! <= 0) gate[i] = 0;
        output[i]! *= gate[i]!;
      }
      gates.push(gate);
      inputs.push(output);
    }
    const last = inputs.pop()!;
    const logits = new Float64Array(count);
    const kernel = this.of("output/kernel");
    const bias = this.of("output/bias")[0]!;
    const userTable = this.of("user_table");
    const itemTable = this.of("item_table");
    const lastWidth = layers.at(-1)!;
    for (let b = 0; b < count; b++) {
      const user = users[b]! * this.tableWidth;
      const item = items[b]! * this.tableWidth;
      let sum = bias;
      for (let f = 0; f < factors; f++) sum += userTable[user + f]! * itemTable[item + f]! * kernel[f]!;
      for (let j = 0; j < lastWidth; j++) sum += last[b * lastWidth + j]! * kernel[factors + j]!;
      logits[b] = sum;
    }
    return { users, items, count, inputs, gates, last, logits };
  }

  /** Gradients of the loss by every parameter, given the loss's derivative by each logit. */
  backward(activations: Activations, dLogits: Float64Array): Gradients {
    const { users, items, count, inputs, gates, last } = activations;
    const { factors, layers } = this.shape;
    const gradients: Gradients = new Map();
    for (const [name, values] of this.parameters) gradients.set(name, new Float64Array(values.length));
    const kernel = this.of("output/kernel");
    const dKernel = gradients.get("output/kernel")!;
    const dBias = gradients.get("output/bias")!;
    const userTable = this.of("user_table");
    const itemTable = this.of("item_table");
    const dUser = gradients.get("user_table")!;
    const dItem = gradients.get("item_table")!;
    const lastWidth = layers.at(-1)!;

    let dOutput = new Float64Array(count * lastWidth);
    for (let b = 0; b < count; b++) {
      const user = users[b]! * this.tableWidth;
      const item = items[b]! * this.tableWidth;
      const dLogit = dLogits[b]!;
      dBias[0]! += dLogit;
      for (let f = 0; f < factors; f++) {
        const u = userTable[user + f]!;
        const v = itemTable[item + f]!;
        dKernel[f]! += dLogit * u * v;
        dUser[user + f]! += dLogit * kernel[f]! * v;
        dItem[item + f]! += dLogit * kernel[f]! * u;
      }
      for (let j = 0; j < lastWidth; j++) {
        dKernel[factors + j]! += dLogit * last[b * lastWidth + j]!;
        dOutput[b * lastWidth + j] = dLogit * kernel[factors + j]!;
      }
    }

    for (let layer = layers.length - 1; layer >= 1; layer--) {
      const gate = gates[layer - 1]!;
      for (let i = 0; i < dOutput.length; i++) dOutput[i]! *= gate[i]!;
      dOutput = affineBackward(
        inputs[layer - 1]!,
        this.of(`dense_${layer}/kernel`),
        dOutput,
        gradients.get(`dense_${layer}/kernel`)!,
        gradients.get(`dense_${layer}/bias`)!,
        count,
      );
    }

    const { half } = this;
    for (let b = 0; b < count; b++) {
      const user = users[b]! * this.tableWidth + factors;
      const item = items[b]! * this.tableWidth + factors;
      for (let j = 0; j < half; j++) {
        dUser[user + j]! += dOutput[b * 2 * half + j]!;
        dItem[item + j]! += dOutput[b * 2 * half + half + j]!;
      }
    }
    return gradients;
  }

  private concatenatedRows(users: Int32Array, items: Int32Array, count: number): Float64Array {
    const { factors } = this.shape;
    const { half, tableWidth } = this;
    const userTable = this.of("user_table");
    const itemTable = this.of("item_table");
    const rows = new Float64Array(count * 2 * half);
    for (let b = 0; b < count; b++) {
      const user = users[b]! * tableWidth + factors;
      const item = items[b]! * tableWidth + factors;
      for (let j = 0; j < half; j++) {
        rows[b * 2 * half + j] = userTable[user + j]!;
        rows[b * 2 * half + half + j] = itemTable[item + j]!;
      }
    }
    return rows;
  }
}

/** x [count x in] * kernel [in x out] + bias [out]. */
function affine(x: Float64Array, kernel: Float64Array, bias: Float64Array, count: number): Float64Array {
  const outWidth = bias.length;
  const inWidth = kernel.length / outWidth;
  const y = new Float64Array(count * outWidth);
  for (let b = 0; b < count; b++) {
    const row = b * outWidth;
    y.set(bias, row);
    for (let i = 0; i < inWidth; i++) {
      const value = x[b * inWidth + i]!;
      if (value === 0) continue;
      const from = i * outWidth;
      for (let o = 0; o < outWidth; o++) y[row + o]! += value * kernel[from + o]!;
    }
  }
  return y;
}

/** Adds the kernel's and bias's gradients to `dKernel` and `dBias`; returns the input's. */
function affineBackward(
  x: Float64Array,
  kernel: Float64Array,
  dY: Float64Array,
  dKernel: Float64Array,
  dBias: Float64Array,
  count: number,
): Float64Array<ArrayBuffer> {
  const outWidth = dBias.length;
  const inWidth = kernel.length / outWidth;
  const dX = new Float64Array(count * inWidth);
  for (let b = 0; b < count; b++) {
    const row = b * outWidth;
    for (let o = 0; o < outWidth; o++) dBias[o]! += dY[row + o]!;
    for (let i = 0; i < inWidth; i++) {
      const value = x[b * inWidth + i]!;
      const from = i * outWidth;
      let sum = 0;
      for (let o = 0; o < outWidth; o++) {
        const d = dY[row + o]!;
        sum += d * kernel[from + o]!;
        dKernel[from + o]! += value * d;
      }
      dX[b * inWidth + i] = sum;
    }
  }
  return dX;
}
