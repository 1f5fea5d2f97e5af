import type { Ratings } from "../ratings.js";

interface Row {
  row: number;
  user: number;
  item: number;
  time: number;
}

/** What the slow way finds, as plain values. */
export interface SlowSplit {
  users: number;
  items: number;
  train: [user: number, item: number][];
  test: number[];
  duplicatePairs: number;
  usersWithTiedLast: number;
  usersDroppedBelowMin: number;
  usersDroppedSingleItem: number;
}

/**
 * The specification's section 2 word for word, with plain objects and one stable sort of all rows: independent of the
 * columns, counting sort and slots that it is held against.
 */
export function slowPreprocess(ratings: Ratings, minRatings: number): SlowSplit {
  let rows = Array.from(
    { length: ratings.rows },
    (_, row): Row => ({
      row,
      user: ratings.users[row]!,
      item: ratings.items[row]!,
      time: ratings.times === null ? row : ratings.times[row]!,
    }),
  );
  const byUser = groupByUser(rows);
  const tooFew = new Set([...byUser].filter(([, own]) => own.length < minRatings).map(([user]) => user));
  rows = rows.filter((row) => !tooFew.has(row.user));
  const itemsOf = groupByUser(rows);
  const single = new Set(
    [...itemsOf].filter(([, own]) => new Set(own.map((row) => row.item)).size < 2).map(([user]) => user),
  );
  rows = rows.filter((row) => !single.has(row.user));

  const userNumbers = new Map<number, number>();
  for (const { user } of rows) if (!userNumbers.has(user)) userNumbers.set(user, userNumbers.size);
  const itemNumbers = new Map<number, number>();
  for (const { item } of rows) if (!itemNumbers.has(item)) itemNumbers.set(item, itemNumbers.size);

  const sorted = rows.toSorted((a, b) => a.time - b.time || a.row - b.row);
  const seen = new Set<string>();
  const kept = sorted.filter(({ user, item }) => {
    const pair = `${user} ${item}`;
    if (seen.has(pair)) return false;
    seen.add(pair);
    return true;
  });

  const test: number[] = [];
  const last = new Set<number>();
  let usersWithTiedLast = 0;
  for (const [user, own] of groupByUser(kept)) {
    const final = own.at(-1)!;
    test[userNumbers.get(user)!] = itemNumbers.get(final.item)!;
    last.add(final.row);
    if (own.length > 1 && own.at(-2)!.time === final.time) usersWithTiedLast++;
  }
  const train = kept
    .filter(({ row }) => !last.has(row))
    .map(({ user, item }): [number, number] => [userNumbers.get(user)!, itemNumbers.get(item)!])
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    users: userNumbers.size,
    items: itemNumbers.size,
    train,
    test,
    duplicatePairs: rows.length - kept.length,
    usersWithTiedLast,
    usersDroppedBelowMin: tooFew.size,
    usersDroppedSingleItem: single.size,
  };
}

function groupByUser(rows: Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.user);
    if (group) group.push(row);
    else groups.set(row.user, [row]);
  }
  return groups;
}
