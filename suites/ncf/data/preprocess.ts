import { UserError } from "../../../errors/user-error.js";
import type { DatasetCounts } from "../dataset.js";
import { denseCodes } from "./dense-codes.js";
import type { Ratings } from "./ratings.js";

/** Version of the rules below. A cache that was made under another version is rebuilt. */
export const RULE_VERSION = 1;

/** The specification's default for the fewest rows that a user must have. */
export const DEFAULT_MIN_RATINGS = 20;

export interface Split {
  readonly counts: DatasetCounts;
  /** Distinct items of the file, before anything was dropped. */
  readonly itemsRead: number;
  /** [trainRows], ordered by (user, item). */
  readonly trainUsers: Int32Array;
  readonly trainItems: Int32Array;
  /** [users + 1] */
  readonly trainOffsets: Int32Array;
  /** [users] */
  readonly testItems: Int32Array;
}

/**
 * Leave-one-out split of raw ratings (specification, section 2):
 *
 * 1. users with fewer than `minRatings` rows are dropped, counted before duplicates are;
 * 2. of equal (user, item) pairs the earliest stays, by (timestamp, row): a stable rule where the reference's is not;
 * 3. users left with one item are dropped: they would have a test item and nothing to learn from;
 * 4. users, then items, are numbered by first appearance in what is left of the file;
 * 5. each user's last row by (timestamp, row) is the test item; the others, ordered by (user, item), are the training set.
 *
 * No row is ever sorted by time: rows are grouped by user with a counting sort, and one pass over a user's rows finds the
 * earliest row of each item and the last of those.
 *
 * @param where names the ratings in errors.
 * @throws UserError `data.no-users` when no user is left.
 */
export function preprocess(ratings: Ratings, minRatings: number, where: string): Split {
  const { rows } = ratings;
  const { codes: userOf, size: usersRead } = denseCodes(ratings.users, rows);
  const { codes: itemOf, size: itemsRead } = denseCodes(ratings.items, rows);
  const grouped = groupByUser(ratings, userOf, itemOf, usersRead, minRatings);
  const distinct = keepEarliest(grouped, itemsRead);

  const newUser = new Int32Array(usersRead).fill(-1);
  let users = 0;
  let trainRows = 0;
  let duplicatePairs = 0;
  let usersDroppedBelowMin = 0;
  let usersDroppedSingleItem = 0;
  for (let user = 0; user < usersRead; user++) {
    const length = grouped.starts[user + 1]! - grouped.starts[user]!;
    if (length === 0) usersDroppedBelowMin++;
    else if (distinct.lengths[user]! < 2) usersDroppedSingleItem++;
    else {
      newUser[user] = users++;
      trainRows += distinct.lengths[user]! - 1;
      duplicatePairs += length - distinct.lengths[user]!;
    }
  }
  if (users === 0) throw noUsersLeft(where, usersRead, usersDroppedSingleItem, minRatings);

  const newItem = new Int32Array(itemsRead).fill(-1);
  let items = 0;
  for (let row = 0; row < rows; row++) {
    if (newItem[itemOf[row]!]! < 0 && newUser[userOf[row]!]! >= 0) newItem[itemOf[row]!] = items++;
  }

  const trainUsers = new Int32Array(trainRows);
  const trainItems = new Int32Array(trainRows);
  const trainOffsets = new Int32Array(users + 1);
  const testItems = new Int32Array(users);
  let usersWithTiedLast = 0;
  let end = 0;
  for (let oldUser = 0; oldUser < usersRead; oldUser++) {
    const user = newUser[oldUser]!;
    if (user < 0) continue;
    const begin = end;
    const start = grouped.starts[oldUser]!;
    const test = distinct.lastSlots[oldUser]!;
    for (let slot = start; slot < start + distinct.lengths[oldUser]!; slot++) {
      if (slot !== test) trainItems[end++] = newItem[grouped.items[slot]!]!;
    }
    trainItems.subarray(begin, end).sort();
    trainUsers.fill(user, begin, end);
    trainOffsets[user + 1] = end;
    testItems[user] = newItem[grouped.items[test]!]!;
    usersWithTiedLast += distinct.tiedLast[oldUser]!;
  }
  return {
    counts: {
      rowsRead: rows,
      usersRead,
      usersDroppedBelowMin,
      usersDroppedSingleItem,
      duplicatePairs,
      usersWithTiedLast,
      users,
      items,
      trainRows,
    },
    itemsRead,
    trainUsers,
    trainItems,
    trainOffsets,
    testItems,
  };
}

interface Grouped {
  /** Where each user's rows begin, [users + 1]; a user below the minimum has none. */
  readonly starts: Int32Array;
  /** Items and times of the kept rows, in file order inside each user. */
  readonly items: Int32Array;
  readonly times: Float64Array;
}

function groupByUser(
  ratings: Ratings,
  userOf: Int32Array,
  itemOf: Int32Array,
  users: number,
  minRatings: number,
): Grouped {
  const { rows, times } = ratings;
  const rowsPerUser = new Int32Array(users);
  for (let row = 0; row < rows; row++) rowsPerUser[userOf[row]!]!++;
  const starts = new Int32Array(users + 1);
  for (let user = 0; user < users; user++) {
    const kept = rowsPerUser[user]! >= minRatings ? rowsPerUser[user]! : 0;
    starts[user + 1] = starts[user]! + kept;
  }
  const next = starts.slice(0, users);
  const groupedItems = new Int32Array(starts[users]!);
  const groupedTimes = new Float64Array(starts[users]!);
  for (let row = 0; row < rows; row++) {
    const user = userOf[row]!;
    if (rowsPerUser[user]! < minRatings) continue;
    const slot = next[user]!++;
    groupedItems[slot] = itemOf[row]!;
    groupedTimes[slot] = times === null ? row : times[row]!;
  }
  return { starts, items: groupedItems, times: groupedTimes };
}

interface Distinct {
  /** Number of distinct items of each user; they move to the front of the user's slots. */
  readonly lengths: Int32Array;
  /** Slot of each user's last distinct item by (time, row). */
  readonly lastSlots: Int32Array;
  /** 1 where several distinct items share the last time. */
  readonly tiedLast: Uint8Array;
}

/** Drops repeated items of each user in place, keeping the earliest row, and finds the last of the rows that stay. */
function keepEarliest({ starts, items, times }: Grouped, itemsRead: number): Distinct {
  const users = starts.length - 1;
  const lengths = new Int32Array(users);
  const lastSlots = new Int32Array(users);
  const tiedLast = new Uint8Array(users);
  const seenBy = new Int32Array(itemsRead).fill(-1);
  const slotOf = new Int32Array(itemsRead);
  let longest = 0;
  for (let user = 0; user < users; user++) longest = Math.max(longest, starts[user + 1]! - starts[user]!);
  const rowOf = new Int32Array(longest);

  for (let user = 0; user < users; user++) {
    const start = starts[user]!;
    let end = start;
    for (let row = start; row < starts[user + 1]!; row++) {
      const item = items[row]!;
      const time = times[row]!;
      if (seenBy[item] !== user) {
        seenBy[item] = user;
        slotOf[item] = end;
        items[end] = item;
        times[end] = time;
        rowOf[end - start] = row;
        end++;
      } else if (time < times[slotOf[item]!]!) {
        times[slotOf[item]!] = time;
        rowOf[slotOf[item]! - start] = row;
      }
    }
    lengths[user] = end - start;
    let last = start;
    for (let slot = start + 1; slot < end; slot++) {
      if (times[slot]! > times[last]!) {
        last = slot;
        tiedLast[user] = 0;
      } else if (times[slot] === times[last]) {
        tiedLast[user] = 1;
        if (rowOf[slot - start]! > rowOf[last - start]!) last = slot;
      }
    }
    lastSlots[user] = last;
  }
  return { lengths, lastSlots, tiedLast };
}

function noUsersLeft(where: string, usersRead: number, singleItem: number, minRatings: number): UserError {
  const reason =
    singleItem > 0
      ? `${singleItem} of ${usersRead} users have a single item, the others fewer than ${minRatings} ratings`
      : `all ${usersRead} users have fewer than ${minRatings} ratings`;
  return new UserError({
    code: "data.no-users",
    where,
    what: `no user is left: ${reason}`,
    hint:
      minRatings > 2
        ? "lower the bound with --min-ratings N, or use a file with more ratings per user"
        : "use a file in which users have rated at least two different items",
  });
}
