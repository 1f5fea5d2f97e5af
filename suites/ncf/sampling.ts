import type { NcfDataset } from "./dataset.js";
import { boundedInt, type Key, Purpose, streamKey } from "./random/counter.js";
import { IndexPermutation } from "./random/permutation.js";
import { UserItems } from "./user-items.js";
import type { WorkloadOptions } from "./workload.js";

/**
 * The training samples of an epoch, batch by batch (specification, section 3): P positives repeated n + 1 times, the first
 * P rows labelled 1, the others keeping their user and getting a new random item each epoch; then one permutation over
 * all rows. Everything is a function of (seed, epoch, position), so no epoch is ever materialised.
 */
export class EpochSampler {
  /** Samples of one epoch: P (n + 1). */
  readonly items: number;
  /** Batches of one epoch, the short last one included. */
  readonly steps: number;
  private readonly dataset: NcfDataset;
  private readonly batch: number;
  private readonly seed: number;
  private readonly known: UserItems | null;
  private epoch = -1;
  private order: IndexPermutation;
  private negatives: Key;
  private drawn = 0;
  private collided = 0;

  constructor(
    dataset: NcfDataset,
    options: Pick<WorkloadOptions, "negativeSamples" | "negTrick">,
    batch: number,
    seed: number,
  ) {
    this.dataset = dataset;
    this.batch = batch;
    this.seed = seed;
    this.items = dataset.trainItems.length * (options.negativeSamples + 1);
    this.steps = Math.ceil(this.items / batch);
    this.known = options.negTrick ? null : new UserItems(dataset);
    this.order = new IndexPermutation({ k0: 0, k1: 0 }, 1);
    this.negatives = { k0: 0, k1: 0 };
  }

  /** Chooses the epoch that `fill` draws from. */
  begin(epoch: number): void {
    this.epoch = epoch;
    this.order = new IndexPermutation(streamKey(this.seed, Purpose.Shuffle, epoch), this.items);
    this.negatives = streamKey(this.seed, Purpose.TrainNegatives, epoch, 0);
  }

  /**
   * Writes one batch into the first entries of the buffers, which hold at least `batch` entries each.
   *
   * @returns the number of samples: `batch`, or less for the last step.
   */
  fill(step: number, users: Int32Array, items: Int32Array, labels: Float32Array): number {
    const { trainUsers, trainItems, items: itemCount } = this.dataset;
    const positives = trainItems.length;
    const start = step * this.batch;
    const count = Math.min(this.batch, this.items - start);
    for (let i = 0; i < count; i++) {
      const row = this.order.at(start + i);
      if (row < positives) {
        users[i] = trainUsers[row]!;
        items[i] = trainItems[row]!;
        labels[i] = 1;
        continue;
      }
      const user = trainUsers[row % positives]!;
      users[i] = user;
      items[i] =
        this.known === null ? boundedInt(this.negatives, row, itemCount) : this.verifiedNegative(this.known, user, row);
      labels[i] = 0;
    }
    return count;
  }

  /** Share of negatives whose first draw met a training item; null under the shortcut or before any draw. */
  collisionRate(): number | null {
    return this.drawn === 0 ? null : this.collided / this.drawn;
  }

  private verifiedNegative(known: UserItems, user: number, row: number): number {
    let item = boundedInt(this.negatives, row, this.dataset.items);
    this.drawn++;
    if (known.has(user, item)) this.collided++;
    for (let attempt = 1; known.has(user, item); attempt++) {
      item = boundedInt(streamKey(this.seed, Purpose.TrainNegatives, this.epoch, attempt), row, this.dataset.items);
    }
    return item;
  }
}

/**
 * Share of uniformly drawn negatives that hit one of their own user's training items: what the shortcut mislabels, exact
 * and weighted as training draws users (by their number of positives).
 */
export function shortcutCollisionRate(dataset: NcfDataset): number {
  let hits = 0;
  for (let user = 0; user < dataset.users; user++) {
    const own = dataset.trainOffsets[user + 1]! - dataset.trainOffsets[user]!;
    hits += own * own;
  }
  return hits / dataset.trainItems.length / dataset.items;
}
