import type { Module, Value } from "../../../../../xla/stablehlo/ir.js";
import { constant } from "../../../../../xla/stablehlo/ops/constant.js";
import { whileLoop } from "../../../../../xla/stablehlo/ops/control.js";
import {
  add,
  and,
  compare,
  convert,
  multiply,
  or,
  select,
  shiftLeft,
  shiftRight,
  xor,
} from "../../../../../xla/stablehlo/ops/elementwise.js";
import { reduce } from "../../../../../xla/stablehlo/ops/reduce.js";
import { broadcast } from "../../../../../xla/stablehlo/ops/shape.js";
import { feistelSplit } from "../../../random/permutation.js";

/** A stream's key on the device: two `u32` scalars. */
export interface DeviceKey {
  k0: Value;
  k1: Value;
}

/** The device's `mix32`; `x` is u32 of any shape. Bit for bit that of `random/counter.ts`. */
export function mix32(x: Value): Value {
  let h = xor(x, shiftRight(x, 16));
  h = multiply(h, 0x21f0aaad);
  h = xor(h, shiftRight(h, 15));
  h = multiply(h, 0x735a2d97);
  return xor(h, shiftRight(h, 15));
}

/** 32 uniform bits at each index of a stream; `index` is u32 of any shape. */
export function bits32(key: DeviceKey, index: Value): Value {
  return mix32(add(mix32(xor(index, spread(key.k0, index))), spread(key.k1, index)));
}

/** Uniform integers in [0, bound) as u32: the high word of a 32 x 32-bit product. */
export function boundedInt(key: DeviceKey, index: Value, bound: number): Value {
  const product = multiply(convert(bits32(key, index), "u64"), bound);
  return convert(shiftRight(product, 32), "u32");
}

/** `streamKey` on the device, for coordinates known only there; each word is a u32 scalar below 2^32. */
export function deviceStreamKey(module: Module, words: readonly (readonly [low: Value, high: Value])[]): DeviceKey {
  const scalar = (value: number) => constant(module, { element: "u32", dims: [] }, value);
  let k0 = scalar(0x9e3779b9);
  let k1 = scalar(0x85ebca6b);
  for (const [low, high] of words) {
    k0 = mix32(xor(k0, low));
    k1 = mix32(add(add(k1, k0), high));
    k0 = add(k0, multiply(k1, 0x9e3779b1));
  }
  return { k0: mix32(xor(k0, k1)), k1: mix32(add(k1, 0x27d4eb2f)) };
}

/**
 * Rows at the given positions of an epoch's shuffle (`IndexPermutation`), u32 [n]. All positions walk their cycles
 * together until the last one is inside; positions at or beyond `size` are left as they are.
 *
 * @param roundKeys u32 scalars, one a Feistel round.
 */
export function permuted(positions: Value, roundKeys: readonly Value[], size: number): Value {
  const { lowBits, lowMask, highMask } = feistelSplit(size);
  const feistel = (value: Value): Value => {
    let low = and(value, lowMask);
    let high = shiftRight(value, lowBits);
    for (let round = 0; round < roundKeys.length; round += 2) {
      high = and(xor(high, mix32(xor(low, spread(roundKeys[round]!, low)))), highMask);
      low = and(xor(low, mix32(xor(high, spread(roundKeys[round + 1]!, high)))), lowMask);
    }
    return or(shiftLeft(high, lowBits), low);
  };
  const inside = compare(positions, "LT", size);
  const first = select(inside, feistel(positions), positions);
  const outside = (value: Value): Value => and(compare(value, "GE", size), inside);
  const [walked] = whileLoop(
    [first],
    ([value]) => reduce(outside(value!), "or", [0]),
    ([value]) => [select(outside(value!), feistel(value!), value!)],
  );
  return walked!;
}

/** A scalar repeated to the shape of `like`. */
export function spread(scalar: Value, like: Value): Value {
  return broadcast(scalar, like.type.dims);
}
