import type { Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import type { ModelShape } from "../../workload.js";
import type { BackendTraits, Tf } from "./backends.js";

/** Parameters, moments or gradients by canonical name; tables and kernels are 2-D, biases 1-D. */
export type Tensors = Map<string, Tensor1D | Tensor2D>;

/** One uploaded batch: ids [B], labels [B, 1], and for each hidden layer its dropout mask [B, width] or null. */
export interface Batch {
  users: Tensor1D;
  items: Tensor1D;
  labels: Tensor2D;
  masks: (Tensor2D | null)[];
}

interface Forward {
  userGmf: Tensor2D;
  itemGmf: Tensor2D;
  gmf: Tensor2D;
  /** Input of each dense layer, then the last hidden output. */
  layers: Tensor2D[];
  logits: Tensor2D;
}

/**
 * NeuMF's forward and backward pass in TensorFlow.js operations, the gradients written out: the library's own take slow
 * paths (no UnsortedSegmentSum on wasm, transposed products, padded slices). Called inside `tf.tidy`.
 */
export class TfjsNetwork {
  private readonly tf: Tf;
  private readonly shape: ModelShape;
  private readonly traits: BackendTraits;

  constructor(tf: Tf, shape: ModelShape, traits: BackendTraits) {
    this.tf = tf;
    this.shape = shape;
    this.traits = traits;
  }

  /** Logits [B, 1]. */
  logits(parameters: Tensors, users: Tensor1D, items: Tensor1D): Tensor2D {
    return this.forward(parameters, users, items, []).logits;
  }

  /** Mean loss of the batch (a scalar) and the gradients of all parameters. */
  gradients(parameters: Tensors, batch: Batch, dropoutScale: number): { loss: Tensor1D; gradients: Tensors } {
    const { tf } = this;
    const { factors, layers } = this.shape;
    const forward = this.forward(parameters, batch.users, batch.items, batch.masks);
    const count = batch.users.shape[0];
    const { loss, dLogits } = this.crossEntropy(forward.logits, batch.labels, count);
    const gradients: Tensors = new Map();

    const kernel = parameters.get("output/kernel") as Tensor2D;
    const rows = tf.reshape(kernel, [1, factors + layers.at(-1)!]) as Tensor2D;
    const last = forward.layers.at(-1)!;
    const dKernel = tf.concat([this.productTN(forward.gmf, dLogits), this.productTN(last, dLogits)], 0) as Tensor2D;
    const dBias = tf.sum(dLogits, 0) as Tensor1D;

    const dGmf = tf.mul(dLogits, tf.slice(rows, [0, 0], [1, factors])) as Tensor2D;
    // Inverted dropout's scale goes into the small factor of each product, not over the whole batch.
    const scaled = (weights: Tensor2D, layer: number): Tensor2D =>
      batch.masks[layer - 1] ? (tf.mul(weights, dropoutScale) as Tensor2D) : weights;
    const top = layers.length - 1;
    let dOutput = tf.mul(dLogits, scaled(tf.slice(rows, [0, factors], [1, layers[top]!]), top)) as Tensor2D;
    for (let layer = top; layer >= 1; layer--) {
      // The stored output is positive exactly where the unit was active and kept, else zero.
      const gate = this.traits.exactSign ? tf.sign(forward.layers[layer]!) : tf.step(forward.layers[layer]!);
      const dPre = tf.mul(dOutput, gate) as Tensor2D;
      gradients.set(`dense_${layer}/kernel`, this.productTN(forward.layers[layer - 1]!, dPre));
      gradients.set(`dense_${layer}/bias`, tf.sum(dPre, 0) as Tensor1D);
      dOutput = this.productNT(dPre, scaled(parameters.get(`dense_${layer}/kernel`) as Tensor2D, layer - 1));
    }

    const half = layers[0]! / 2;
    const dUser = tf.concat([tf.mul(dGmf, forward.itemGmf), tf.slice(dOutput, [0, 0], [count, half])], 1);
    const dItem = tf.concat([tf.mul(dGmf, forward.userGmf), tf.slice(dOutput, [0, half], [count, half])], 1);
    gradients.set("user_table", this.scatter(batch.users, dUser as Tensor2D, parameters.get("user_table")!));
    gradients.set("item_table", this.scatter(batch.items, dItem as Tensor2D, parameters.get("item_table")!));
    gradients.set("output/kernel", dKernel);
    gradients.set("output/bias", dBias);
    return { loss, gradients };
  }

  private forward(parameters: Tensors, users: Tensor1D, items: Tensor1D, masks: Batch["masks"]): Forward {
    const { tf } = this;
    const { factors, layers: widths } = this.shape;
    const count = users.shape[0];
    const half = widths[0]! / 2;
    const user = tf.gather(parameters.get("user_table") as Tensor2D, users);
    const item = tf.gather(parameters.get("item_table") as Tensor2D, items);
    const userGmf = tf.slice(user, [0, 0], [count, factors]);
    const itemGmf = tf.slice(item, [0, 0], [count, factors]);
    const gmf = tf.mul(userGmf, itemGmf) as Tensor2D;
    const layers: Tensor2D[] = [
      tf.concat([tf.slice(user, [0, factors], [count, half]), tf.slice(item, [0, factors], [count, half])], 1),
    ];
    for (let layer = 1; layer < widths.length; layer++) {
      const output = tf.fused.matMul({
        a: layers[layer - 1]!,
        b: parameters.get(`dense_${layer}/kernel`) as Tensor2D,
        bias: parameters.get(`dense_${layer}/bias`)!,
        activation: "relu",
      }) as Tensor2D;
      const mask = masks[layer - 1];
      layers.push(mask ? (tf.mul(output, mask) as Tensor2D) : output);
    }
    const kernel = parameters.get("output/kernel") as Tensor2D;
    const gmfKernel = tf.slice(kernel, [0, 0], [factors, 1]);
    const mlpKernel = tf.slice(kernel, [factors, 0], [widths.at(-1)!, 1]);
    const products = tf.add(tf.matMul(gmf, gmfKernel), tf.matMul(layers.at(-1)!, mlpKernel));
    return { userGmf, itemGmf, gmf, layers, logits: tf.add(products, parameters.get("output/bias")!) as Tensor2D };
  }

  /** Mean of max(z, 0) - z y + log1p(exp(-|z|)), and its derivative by each logit. */
  private crossEntropy(logits: Tensor2D, labels: Tensor2D, count: number): { loss: Tensor1D; dLogits: Tensor2D } {
    const { tf } = this;
    const terms = tf.add(tf.sub(tf.relu(logits), tf.mul(logits, labels)), tf.log1p(tf.exp(tf.neg(tf.abs(logits)))));
    const dLogits = tf.mul(tf.sub(tf.sigmoid(logits), labels), 1 / count) as Tensor2D;
    return { loss: tf.mean(terms) as Tensor1D, dLogits };
  }

  /** Sums rows of `values` into a zero table at `ids`: the gradient of gathering. */
  private scatter(ids: Tensor1D, values: Tensor2D, like: Tensor1D | Tensor2D): Tensor2D {
    return this.tf.scatterND(this.tf.expandDims(ids, 1), values, like.shape as [number, number]) as Tensor2D;
  }

  /** a^T b. */
  private productTN(a: Tensor2D, b: Tensor2D): Tensor2D {
    return this.traits.transposeFirst ? this.tf.matMul(this.tf.transpose(a), b) : this.tf.matMul(a, b, true, false);
  }

  /** a b^T. */
  private productNT(a: Tensor2D, b: Tensor2D): Tensor2D {
    return this.traits.transposeFirst ? this.tf.matMul(a, this.tf.transpose(b)) : this.tf.matMul(a, b, false, true);
  }
}
