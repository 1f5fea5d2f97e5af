/**
 * Sigmoid cross entropy of logit z and label y in its stable form, max(z, 0) - z y + ln(1 + exp(-|z|)), averaged over the
 * batch; and its derivative by each logit, (sigmoid(z) - y) / count (specification, section 6).
 */
export function crossEntropy(
  logits: Float64Array,
  labels: Float32Array,
  count: number,
): { loss: number; dLogits: Float64Array } {
  const dLogits = new Float64Array(count);
  let sum = 0;
  for (let b = 0; b < count; b++) {
    const z = logits[b]!;
    const y = labels[b]!;
    sum += Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)));
    dLogits[b] = (1 / (1 + Math.exp(-z)) - y) / count;
  }
  return { loss: sum / count, dLogits };
}
