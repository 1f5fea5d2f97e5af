import { bits32, type Key, Purpose, streamKey } from "./random/counter.js";

/** The stream of one hidden layer's dropout in one training step; `layer` counts hidden layers from 0. */
export function dropoutKey(seed: number, epoch: number, step: number, layer: number): Key {
  return streamKey(seed, Purpose.Dropout, epoch, step, layer);
}

/**
 * Whether an element survives. `element` is row * width + column in the global batch. At rate 0.5 one random bit decides,
 * so that 32 elements share a word; at other rates a word each.
 */
export function keeps(key: Key, element: number, rate: number): boolean {
  if (rate === 0.5) return ((bits32(key, element >>> 5) >>> (element & 31)) & 1) === 1;
  return bits32(key, element) >= Math.floor(rate * 0x1_0000_0000);
}

/** Writes the mask of `count` elements: 1 / (1 - rate) where kept (inverted scaling), else 0. */
export function fillDropoutMask(key: Key, rate: number, count: number, out: Float32Array | Float64Array): void {
  const scale = 1 / (1 - rate);
  if (rate === 0.5) {
    for (let start = 0; start < count; start += 32) {
      const word = bits32(key, start >>> 5);
      const end = Math.min(32, count - start);
      for (let bit = 0; bit < end; bit++) out[start + bit] = ((word >>> bit) & 1) * scale;
    }
    return;
  }
  for (let element = 0; element < count; element++) out[element] = keeps(key, element, rate) ? scale : 0;
}
