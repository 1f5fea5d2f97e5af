import { createRequire } from "node:module";
import type { Scalar, Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import type { Tf } from "../../../suites/ncf/engines/tfjs/backends.js";
import { type Batch, type Tensors, TfjsNetwork } from "../../../suites/ncf/engines/tfjs/network.js";
import type { ModelShape } from "../../../suites/ncf/workload.js";

const require = createRequire(import.meta.url);

/**
 * NeuMF as one first writes it in TensorFlow.js: a forward pass, and the library's own gradients of it. Only gathering keeps
 * a gradient of ours, since wasm has no kernel for the library's.
 */
export class PlainGradients extends TfjsNetwork {
  private readonly library: Tf;
  private readonly widths: ModelShape;

  constructor(tf: Tf, shape: ModelShape) {
    super(tf, shape, { transposeFirst: false, exactSign: false });
    // For its side effect alone: the core's package brings its gradients to Node only inside this one.
    require("@tensorflow/tfjs-layers");
    this.library = tf;
    this.widths = shape;
  }

  override gradients(parameters: Tensors, batch: Batch): { loss: Tensor1D; gradients: Tensors } {
    const names = [...parameters.keys()];
    const loss = (...values: Tensor[]): Scalar =>
      this.loss(new Map(names.map((name, i) => [name, values[i] as Tensor2D])), batch);
    const { value, grads } = this.library.valueAndGrads(loss)([...parameters.values()]);
    return {
      loss: value as unknown as Tensor1D,
      gradients: new Map(names.map((name, i) => [name, grads[i] as Tensor1D | Tensor2D])),
    };
  }

  private loss(parameters: Map<string, Tensor2D>, batch: Batch): Scalar {
    const tf = this.library;
    const { factors, layers } = this.widths;
    const half = layers[0]! / 2;
    const of = (name: string): Tensor2D => parameters.get(name)!;
    const [userGmf, userMlp] = tf.split(this.gather(of("user_table"), batch.users), [factors, half], 1);
    const [itemGmf, itemMlp] = tf.split(this.gather(of("item_table"), batch.items), [factors, half], 1);
    let hidden = tf.concat([userMlp!, itemMlp!], 1) as Tensor2D;
    for (let layer = 1; layer < layers.length; layer++) {
      hidden = tf.relu(tf.add(tf.matMul(hidden, of(`dense_${layer}/kernel`)), of(`dense_${layer}/bias`)));
      const mask = batch.masks[layer - 1];
      if (mask) hidden = tf.mul(hidden, mask);
    }
    const joined = tf.concat([tf.mul(userGmf!, itemGmf!), hidden], 1) as Tensor2D;
    const logits = tf.add(tf.matMul(joined, of("output/kernel")), of("output/bias"));
    return tf.losses.sigmoidCrossEntropy(batch.labels, logits);
  }

  private gather(table: Tensor2D, ids: Tensor1D): Tensor2D {
    const tf = this.library;
    const gathered = tf.customGrad((rows) => ({
      value: tf.gather(rows as Tensor2D, ids),
      gradFunc: (dy: Tensor) => tf.scatterND(tf.expandDims(ids, 1), dy, table.shape),
    }));
    return gathered(table) as Tensor2D;
  }
}
