import type { NcfDataset } from "../../dataset.js";
import { dropoutKey } from "../../dropout.js";
import { Purpose, streamKey } from "../../random/counter.js";
import { feistelRoundKeys } from "../../random/permutation.js";
import type { WorkloadOptions } from "../../workload.js";
import { adamStepSize } from "../oracle/adam.js";
import { bitmapWords, epochSteps } from "./programs/samples.js";
import { type TrainSpec, usesDropout } from "./programs/train-program.js";

/** Small host arrays that name an epoch's random streams and its step sizes, by argument name. */
export function epochInputs(
  spec: TrainSpec,
  options: WorkloadOptions,
  { seed, epoch, updates }: { seed: number; epoch: number; updates: number },
): Map<string, Uint32Array | Float32Array> {
  const steps = epochSteps(spec.samples);
  const negatives = streamKey(seed, Purpose.TrainNegatives, epoch, 0);
  const words = (value: number) => [value >>> 0, Math.floor(value / 0x1_0000_0000) >>> 0];
  const inputs = new Map<string, Uint32Array | Float32Array>([
    ["roundKeys", feistelRoundKeys(streamKey(seed, Purpose.Shuffle, epoch))],
    ["negativeKey", Uint32Array.of(negatives.k0, negatives.k1)],
    ["coordinates", Uint32Array.of(...words(seed), ...words(epoch))],
    ["stepSizes", Float32Array.from({ length: steps }, (_, step) => adamStepSize(options, updates + step + 1))],
  ]);
  if (usesDropout(spec)) {
    const hidden = spec.sizes.shape.layers.length - 1;
    const keys = new Uint32Array(steps * hidden * 2);
    for (let step = 0; step < steps; step++) {
      for (let layer = 0; layer < hidden; layer++) {
        const { k0, k1 } = dropoutKey(seed, epoch, step, layer);
        keys.set([k0, k1], (step * hidden + layer) * 2);
      }
    }
    inputs.set("dropoutKeys", keys);
  }
  return inputs;
}

/** Training items of every user as bits: word `user * bitmapWords + (item >> 5)`, bit `item & 31`. */
export function trainBitmap({ users, items, trainUsers, trainItems }: NcfDataset): Uint32Array {
  const words = bitmapWords(items);
  const bits = new Uint32Array(users * words);
  for (let row = 0; row < trainItems.length; row++) {
    const item = trainItems[row]!;
    bits[trainUsers[row]! * words + (item >>> 5)]! |= 1 << (item & 31);
  }
  return bits;
}
