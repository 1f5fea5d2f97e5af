import type { NcfDataset } from "./dataset.js";
import { boundedInt, Purpose, streamKey } from "./random/counter.js";
import { UserItems } from "./user-items.js";

/** What evaluation ranks: for each user some negatives and, last, the held-out positive (specification, section 4). */
export interface EvaluationSet {
  /** Candidates of each user, the positive included. */
  readonly perUser: number;
  /** Candidate items [users x perUser], row-major. */
  readonly items: Int32Array;
  /** 1 where an equal item stands later in the same row: such a candidate does not count. */
  readonly duplicate: Uint8Array;
  /** Where the negatives come from. */
  readonly source: "sampled" | "dataset";
}

/**
 * Builds the evaluation set. Negatives are uniform with replacement, drawn again while the user has them in training; the
 * held-out item itself may be drawn. A data set's own negatives are taken as they are.
 *
 * @param negatives sampled negatives per user; ignored where the data set brings its own.
 */
export function buildEvaluationSet(dataset: NcfDataset, negatives: number, seed: number): EvaluationSet {
  const own = dataset.evalNegatives;
  const count = own?.perUser ?? negatives;
  const perUser = count + 1;
  const items = new Int32Array(dataset.users * perUser);
  const known = own ? null : new UserItems(dataset);
  const first = streamKey(seed, Purpose.EvalNegatives, 0);
  for (let user = 0; user < dataset.users; user++) {
    const row = user * perUser;
    for (let j = 0; j < count; j++) {
      const index = user * count + j;
      let item = own ? own.items[index]! : boundedInt(first, index, dataset.items);
      for (let attempt = 1; known?.has(user, item); attempt++) {
        item = boundedInt(streamKey(seed, Purpose.EvalNegatives, attempt), index, dataset.items);
      }
      items[row + j] = item;
    }
    items[row + count] = dataset.testItems[user]!;
  }
  const duplicate = duplicateMask(items, dataset.items, perUser);
  return { perUser, items, duplicate, source: own ? "dataset" : "sampled" };
}

/** Marks all but the last of equal items in each row, so that the positive is never marked and a negative equal to it is. */
export function duplicateMask(candidates: Int32Array, items: number, perUser: number): Uint8Array {
  const mask = new Uint8Array(candidates.length);
  const seenInRow = new Int32Array(items).fill(-1);
  for (let row = 0; row * perUser < candidates.length; row++) {
    for (let position = (row + 1) * perUser - 1; position >= row * perUser; position--) {
      const item = candidates[position]!;
      if (seenInRow[item] === row) mask[position] = 1;
      seenInRow[item] = row;
    }
  }
  return mask;
}
