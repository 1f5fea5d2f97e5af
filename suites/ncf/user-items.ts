import { UserError } from "../../errors/user-error.js";
import type { NcfDataset } from "./dataset.js";

/** Whether a user has an item in the training set, by binary search in the user's sorted items. */
export class UserItems {
  private readonly items: Int32Array;
  private readonly offsets: Int32Array;

  /** @throws UserError `data.no-negatives` when some user has every item, so that no negative exists. */
  constructor(dataset: NcfDataset) {
    this.items = dataset.trainItems;
    this.offsets = dataset.trainOffsets;
    for (let user = 0; user < dataset.users; user++) {
      if (this.offsets[user + 1]! - this.offsets[user]! >= dataset.items) {
        throw new UserError({
          code: "data.no-negatives",
          what: `user ${user} has all ${dataset.items} items in training, so no negative can be drawn`,
          where: dataset.manifest.name,
          hint: "use a data set with more items",
        });
      }
    }
  }

  has(user: number, item: number): boolean {
    let low = this.offsets[user]!;
    let high = this.offsets[user + 1]! - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const value = this.items[middle]!;
      if (value === item) return true;
      if (value < item) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }
}
