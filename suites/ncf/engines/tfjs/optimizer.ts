import type { Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import type { WorkloadOptions } from "../../workload.js";
import { adamStepSize } from "../oracle/adam.js";
import type { Tf } from "./backends.js";
import type { Tensors } from "./network.js";

/** Parameters and Adam's moments on the device. */
export interface DeviceState {
  parameters: Tensors;
  m: Tensors;
  v: Tensors;
  /** Updates done so far. */
  step: number;
}

/**
 * One dense Adam update in TensorFlow's form (see oracle/adam.ts), for rows without a gradient too. Replaces the tensors of
 * `state` and disposes the old ones. Called inside `tf.tidy`.
 *
 * @param touched with lazy Adam, for each table the mask [rows, 1] of rows in the batch; others keep their values.
 */
export function adamStep(
  tf: Tf,
  state: DeviceState,
  gradients: Tensors,
  options: WorkloadOptions,
  touched: Map<string, Tensor2D> | null,
): void {
  const size = adamStepSize(options, ++state.step);
  const { beta1, beta2, eps } = options;
  for (const [name, parameter] of state.parameters) {
    const gradient = gradients.get(name)!;
    const m = state.m.get(name)!;
    const v = state.v.get(name)!;
    const nextM = tf.add(tf.mul(m, beta1), tf.mul(gradient, 1 - beta1));
    const nextV = tf.add(tf.mul(v, beta2), tf.mul(tf.square(gradient), 1 - beta2));
    const next = tf.sub(parameter, tf.div(tf.mul(nextM, size), tf.add(tf.sqrt(nextV), eps)));
    const mask = touched?.get(name);
    const pick = (fresh: Tensor, old: Tensor): Tensor1D | Tensor2D =>
      tf.keep(mask ? tf.where(mask, fresh, old) : fresh) as Tensor1D | Tensor2D;
    state.parameters.set(name, pick(next, parameter));
    state.m.set(name, pick(nextM, m));
    state.v.set(name, pick(nextV, v));
    tf.dispose([parameter, m, v]);
  }
}
