import type { Value } from "../../../../../xla/stablehlo/ir.js";
import { add, divide, multiply, select, sqrt, subtract } from "../../../../../xla/stablehlo/ops/elementwise.js";
import { spread } from "./random.js";

export interface AdamConstants {
  beta1: number;
  beta2: number;
  eps: number;
}

export interface Moments {
  value: Value;
  m: Value;
  v: Value;
}

/**
 * One dense Adam update in TensorFlow's form (`oracle/adam.ts`), float32 throughout.
 *
 * @param stepSize f32 scalar, bias corrections included.
 * @param keep pred of the value's shape or a scalar: where false, nothing changes; null updates everything.
 */
export function adamUpdate(
  { value, m, v }: Moments,
  gradient: Value,
  stepSize: Value,
  { beta1, beta2, eps }: AdamConstants,
  keep: Value | null,
): Moments {
  const nextM = add(multiply(m, beta1), multiply(gradient, 1 - beta1));
  const nextV = add(multiply(v, beta2), multiply(multiply(gradient, gradient), 1 - beta2));
  const change = divide(multiply(nextM, spread(stepSize, nextM)), add(sqrt(nextV), eps));
  const next = subtract(value, change);
  if (keep === null) return { value: next, m: nextM, v: nextV };
  return { value: select(keep, next, value), m: select(keep, nextM, m), v: select(keep, nextV, v) };
}
