export interface AdamOptions {
  learningRate: number;
  beta1: number;
  beta2: number;
  eps: number;
}

/**
 * Step size of Adam in TensorFlow's form: lr sqrt(1 - beta2^t) / (1 - beta1^t), where eps is added to the uncorrected
 * sqrt(v) (Kingma & Ba 2015, section 2, the "epsilon hat" remark). `step` counts from 1.
 */
export function adamStepSize(options: AdamOptions, step: number): number {
  return (options.learningRate * Math.sqrt(1 - options.beta2 ** step)) / (1 - options.beta1 ** step);
}

/**
 * One update of `count` values from `start` on, in place. Dense Adam calls it for every value of a table, also those
 * without a gradient: their moments decay and they move (specification, section 6).
 */
export function adamUpdate(
  values: Float64Array,
  gradient: Float64Array,
  m: Float64Array,
  v: Float64Array,
  stepSize: number,
  { beta1, beta2, eps }: AdamOptions,
  start = 0,
  count = values.length,
): void {
  for (let i = start; i < start + count; i++) {
    const g = gradient[i]!;
    const mi = beta1 * m[i]! + (1 - beta1) * g;
    const vi = beta2 * v[i]! + (1 - beta2) * g * g;
    m[i] = mi;
    v[i] = vi;
    values[i]! -= (stepSize * mi) / (Math.sqrt(vi) + eps);
  }
}
