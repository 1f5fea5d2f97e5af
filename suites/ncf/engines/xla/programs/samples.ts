import type { Value } from "../../../../../xla/stablehlo/ir.js";
import { constant, iota } from "../../../../../xla/stablehlo/ops/constant.js";
import { sortByKey, whileLoop } from "../../../../../xla/stablehlo/ops/control.js";
import {
  add,
  and,
  compare,
  convert,
  multiply,
  remainder,
  select,
  shiftRight,
} from "../../../../../xla/stablehlo/ops/elementwise.js";
import { gatherRows } from "../../../../../xla/stablehlo/ops/gather.js";
import { reduce } from "../../../../../xla/stablehlo/ops/reduce.js";
import { dynamicSlice, padEnd, reshape, slice } from "../../../../../xla/stablehlo/ops/shape.js";
import { tensor } from "../../../../../xla/stablehlo/type.js";
import { Purpose } from "../../../random/counter.js";
import { boundedInt, type DeviceKey, deviceStreamKey, permuted, spread } from "./random.js";

/** Sizes of an epoch's samples (specification, section 3). */
export interface SampleSizes {
  users: number;
  items: number;
  positives: number;
  negativeSamples: number;
  /** Samples of a global batch; the last one may be short. */
  batch: number;
  replicas: number;
  /** Draw negatives again while the user has the item in training. */
  exactNegatives: boolean;
}

/** Words of a user's row in the bitmap of training items. */
export function bitmapWords(items: number): number {
  return Math.ceil(items / 32);
}

export function epochItems({ positives, negativeSamples }: SampleSizes): number {
  return positives * (negativeSamples + 1);
}

export function epochSteps(sizes: SampleSizes): number {
  return Math.ceil(epochItems(sizes) / sizes.batch);
}

/** Samples of a global batch that one replica trains on; the last replica's may be short. */
export function localBatch({ batch, replicas }: SampleSizes): number {
  return Math.ceil(batch / replicas);
}

/** What an epoch draws from, all on the device. */
export interface EpochInputs {
  trainUsers: Value;
  trainItems: Value;
  /** u32 [6]. */
  roundKeys: Value;
  /** u32 [2]: the negatives' key of attempt 0. */
  negativeKey: Value;
  /** u32 [4]: seed low and high word, epoch low and high word. */
  coordinates: Value;
  /** u32 [users x words], training items of each user as bits; only with exact negatives. */
  bitmap: Value | null;
}

/** An epoch's shuffle, and its negatives where they are verified. */
export interface EpochOrder {
  /** u32 [padded]: the row at each position. */
  rows: Value;
  /** u32 [T - P]: the item of each negative row; null where a hash gives it at once. */
  negatives: Value | null;
  /** u32 scalars. */
  negativeKey: DeviceKey;
}

/** Computed once an epoch: a permutation needs no sort, and verified negatives are drawn for all rows together. */
export function epochOrder(inputs: EpochInputs, sizes: SampleSizes): EpochOrder {
  const { module } = inputs.roundKeys;
  const total = epochItems(sizes);
  const roundKeys = Array.from({ length: inputs.roundKeys.type.dims[0]! }, (_, i) => word(inputs.roundKeys, i));
  const rows = permuted(iota(module, tensor("u32", total)), roundKeys, total);
  const padded = epochSteps(sizes) * sizes.batch + localBatch(sizes);
  const zero = constant(module, tensor("u32"), 0);
  const negativeKey = { k0: word(inputs.negativeKey, 0), k1: word(inputs.negativeKey, 1) };
  return {
    rows: padEnd(rows, zero, 0, padded - total),
    negatives: sizes.exactNegatives && sizes.negativeSamples > 0 ? verifiedNegatives(inputs, negativeKey, sizes) : null,
    negativeKey,
  };
}

export interface Batch {
  users: Value;
  items: Value;
  /** f32 [local]. */
  labels: Value;
  /** f32 [local], 0 for padding; null where no batch of the epoch is padded. */
  weight: Value | null;
  /** Samples of the global batch, f32 scalar. */
  count: Value;
  /** u32 [local]: row in the global batch, which decides a sample's dropout. */
  rows: Value;
  usersSorted: boolean;
  itemOrder: { items: Value; samples: Value } | null;
}

/**
 * This replica's part of the batch of a step.
 *
 * @param step u32 scalar.
 * @param replica u32 scalar; null for one replica.
 * @param sort order the samples by user, and find the order of their items: the batch's gradient is a sum, so only its
 * rounding changes.
 */
export function batchOf(
  inputs: EpochInputs,
  order: EpochOrder,
  step: Value,
  replica: Value | null,
  sizes: SampleSizes,
  sort: { users: boolean; items: boolean },
): Batch {
  const { module } = step;
  const { positives, batch } = sizes;
  const total = epochItems(sizes);
  const local = localBatch(sizes);
  const offset = replica ? multiply(replica, local) : constant(module, tensor("u32"), 0);
  const start = add(multiply(step, batch), offset);
  let inBatch = add(iota(module, tensor("u32", local)), spread(offset, iota(module, tensor("u32", local))));
  let rows = dynamicSlice(order.rows, [start], [local]);
  let base = remainder(rows, positives);
  // Rows ascend by user within the positives and within each of their repetitions.
  if (sort.users) [base, rows, inBatch] = sortByKey([base, rows, inBatch]) as [Value, Value, Value];
  const source = convert(base, "i32");
  const positive = compare(rows, "LT", positives);
  const negative = order.negatives
    ? gatherRows(order.negatives, convert(select(positive, 0, rowsAbove(rows, positives)), "i32"))
    : boundedInt(order.negativeKey, rows, sizes.items);
  const items = select(positive, gatherRows(inputs.trainItems, source), convert(negative, "i32"));
  const left = remaining(step, batch, total);
  const padded = total % batch !== 0 || batch % sizes.replicas !== 0;
  return {
    users: gatherRows(inputs.trainUsers, source),
    items,
    labels: convert(positive, "f32"),
    weight: padded ? convert(compare(inBatch, "LT", spread(left, inBatch)), "f32") : null,
    count: convert(left, "f32"),
    rows: inBatch,
    usersSorted: sort.users,
    itemOrder: sort.items ? orderOf(items) : null,
  };
}

function orderOf(items: Value): { items: Value; samples: Value } {
  const [sorted, samples] = sortByKey([items, iota(items.module, items.type)]);
  return { items: sorted!, samples: samples! };
}

function rowsAbove(rows: Value, positives: number): Value {
  return add(rows, 2 ** 32 - positives);
}

/** Samples in the global batch of a step: min(batch, total - step * batch), u32 scalar. */
function remaining(step: Value, batch: number, total: number): Value {
  const { module } = step;
  const whole = constant(module, tensor("u32"), batch);
  const last = compare(step, "EQ", Math.ceil(total / batch) - 1);
  return select(last, constant(module, tensor("u32"), total - (Math.ceil(total / batch) - 1) * batch), whole);
}

/** Items of all negative rows, each drawn again under the next attempt's key while its user has it in training. */
function verifiedNegatives(inputs: EpochInputs, first: DeviceKey, sizes: SampleSizes): Value {
  const { module } = inputs.coordinates;
  const count = sizes.positives * sizes.negativeSamples;
  const rows = add(iota(module, tensor("u32", count)), sizes.positives);
  const users = gatherRows(inputs.trainUsers, convert(remainder(rows, sizes.positives), "i32"));
  const wordBase = multiply(users, bitmapWords(sizes.items));
  const known = (items: Value): Value => {
    const index = add(wordBase, convert(shiftRight(items, 5), "i32"));
    const bits = gatherRows(inputs.bitmap!, index);
    return compare(and(shiftRight(bits, and(items, 31)), 1), "NE", 0);
  };
  const drawn = boundedInt(first, rows, sizes.items);
  const zero = constant(module, tensor("u32"), 0);
  const purpose = constant(module, tensor("u32"), Purpose.TrainNegatives);
  const seed = [word(inputs.coordinates, 0), word(inputs.coordinates, 1)] as const;
  const epoch = [word(inputs.coordinates, 2), word(inputs.coordinates, 3)] as const;
  const [items] = whileLoop(
    [drawn, known(drawn), constant(module, tensor("u32"), 1)],
    ([, pending]) => reduce(pending!, "or", [0]),
    ([current, pending, attempt]) => {
      const key = deviceStreamKey(module, [seed, [purpose, zero], epoch, [attempt!, zero]]);
      const next = select(pending!, boundedInt(key, rows, sizes.items), current!);
      return [next, known(next), add(attempt!, 1)];
    },
  );
  return items!;
}

/** Element i of a u32 vector as a scalar. */
export function word(vector: Value, index: number): Value {
  return reshape(slice(vector, 0, index, index + 1));
}
