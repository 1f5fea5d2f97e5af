import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../errors/user-error.js";
import { preprocess, type Split } from "./preprocess.js";
import type { Ratings } from "./ratings.js";
import { type SlowSplit, slowPreprocess } from "./testing/slow-reference.js";

type Row = readonly [user: number, item: number, time: number];

function ratingsOf(rows: readonly Row[], withTimes = true): Ratings {
  return {
    rows: rows.length,
    users: Int32Array.from(rows, (row) => row[0]),
    items: Int32Array.from(rows, (row) => row[1]),
    times: withTimes ? Float64Array.from(rows, (row) => row[2]) : null,
  };
}

/** A split in the slow reference's words. */
function plain(split: Split): SlowSplit {
  const { counts, trainUsers, trainItems, testItems } = split;
  return {
    users: counts.users,
    items: counts.items,
    train: Array.from(trainUsers, (user, row): [number, number] => [user, trainItems[row]!]),
    test: [...testItems],
    duplicatePairs: counts.duplicatePairs,
    usersWithTiedLast: counts.usersWithTiedLast,
    usersDroppedBelowMin: counts.usersDroppedBelowMin,
    usersDroppedSingleItem: counts.usersDroppedSingleItem,
  };
}

describe("preprocess", () => {
  it.each<{ rule: string; rows: Row[]; min: number; train: [number, number][]; test: number[] }>([
    {
      rule: "numbers users and items by first appearance and holds out the latest",
      rows: [
        [70, 9, 3],
        [5, 4, 1],
        [70, 4, 1],
        [5, 8, 2],
      ],
      min: 2,
      train: [
        [0, 1],
        [1, 1],
      ],
      test: [0, 2],
    },
    {
      rule: "breaks a tie of the last timestamp by the row number",
      rows: [
        [1, 10, 5],
        [1, 11, 5],
        [1, 12, 5],
      ],
      min: 1,
      train: [
        [0, 0],
        [0, 1],
      ],
      test: [2],
    },
    {
      rule: "keeps the earliest of equal pairs, so a re-rating is not the test item",
      rows: [
        [1, 10, 1],
        [1, 11, 2],
        [1, 10, 3],
      ],
      min: 3,
      train: [[0, 0]],
      test: [1],
    },
    {
      rule: "finds the earliest of equal pairs wherever it stands in the file",
      rows: [
        [1, 10, 9],
        [1, 11, 2],
        [1, 10, 1],
      ],
      min: 1,
      train: [[0, 0]],
      test: [1],
    },
    {
      rule: "counts rows, not distinct items, against the minimum",
      rows: [
        [1, 10, 1],
        [1, 10, 1],
        [1, 11, 2],
        [2, 10, 1],
        [2, 11, 2],
      ],
      min: 3,
      train: [[0, 0]],
      test: [1],
    },
    {
      rule: "drops a user with one distinct item, and its items with it",
      rows: [
        [1, 99, 1],
        [1, 99, 2],
        [2, 10, 1],
        [2, 11, 2],
      ],
      min: 2,
      train: [[0, 0]],
      test: [1],
    },
    {
      rule: "orders the training set by item inside each user",
      rows: [
        [1, 3, 1],
        [2, 1, 1],
        [2, 3, 2],
        [2, 2, 0],
        [1, 2, 9],
        [2, 7, 5],
      ],
      min: 2,
      train: [
        [0, 0],
        [1, 0],
        [1, 1],
        [1, 2],
      ],
      test: [2, 3],
    },
  ])("$rule", ({ rows, min, train, test }) => {
    const split = plain(preprocess(ratingsOf(rows), min, "t"));
    expect(split.train).toEqual(train);
    expect(split.test).toEqual(test);
  });

  it("takes the row number as time where there is no timestamp", () => {
    const rows: Row[] = [
      [1, 10, 9],
      [1, 11, 5],
      [1, 12, 1],
      [1, 10, 0],
    ];
    const split = plain(preprocess(ratingsOf(rows, false), 1, "t"));
    expect(split).toMatchObject({ test: [2], usersWithTiedLast: 0, duplicatePairs: 1 });
  });

  it("does not read beyond `rows`, and leaves its input alone", () => {
    const full = ratingsOf([
      [1, 10, 1],
      [1, 11, 2],
      [7, 12, 3],
      [7, 13, 4],
    ]);
    const copy = { users: full.users.slice(), items: full.items.slice(), times: full.times!.slice() };
    expect(preprocess({ ...full, rows: 2 }, 1, "t").counts).toMatchObject({ users: 1, items: 2, trainRows: 1 });
    expect({ users: full.users, items: full.items, times: full.times }).toEqual(copy);
  });

  it("gives offsets that delimit each user's training rows", () => {
    const split = preprocess(
      ratingsOf([
        [1, 1, 1],
        [1, 2, 2],
        [1, 3, 3],
        [2, 1, 1],
        [2, 2, 2],
      ]),
      1,
      "t",
    );
    expect([...split.trainOffsets]).toEqual([0, 2, 3]);
  });

  const row = (ids: fc.Arbitrary<number>) =>
    fc.tuple(fc.integer({ min: 0, max: 9 }), ids, fc.integer({ min: -2, max: 6 }));

  it.each([
    { ids: "small ids", items: fc.integer({ min: 0, max: 12 }) },
    { ids: "ids up to 2^31 - 1", items: fc.constantFrom(0, 1, 5, 2 ** 30, 2 ** 31 - 2, 2 ** 31 - 1) },
  ])("equals the slow reference on random rows with ties and repeats, $ids", ({ items }) => {
    let splits = 0;
    fc.assert(
      fc.property(
        fc.array(row(items), { maxLength: 80, size: "max" }),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        (rows, min, withTimes) => {
          const ratings = ratingsOf(rows, withTimes);
          const slow = slowPreprocess(ratings, min);
          if (slow.users === 0) {
            expect(() => preprocess(ratings, min, "t")).toThrow(UserError);
          } else {
            expect(plain(preprocess(ratings, min, "t"))).toEqual(slow);
            splits++;
          }
        },
      ),
      { seed: 20, numRuns: 500 },
    );
    expect(splits).toBeGreaterThan(200);
  });

  it.each<{ rows: Row[]; says: string; hint: string }>([
    {
      rows: [
        [1, 1, 1],
        [1, 2, 2],
      ],
      says: "all 1 users have fewer than 20 ratings",
      hint: "--min-ratings",
    },
    { rows: Array<Row>(25).fill([1, 1, 1]), says: "1 of 1 users have a single item", hint: "--min-ratings" },
  ])("says why no user is left: $says", ({ rows, says, hint }) => {
    const error = catchError(() => preprocess(ratingsOf(rows), 20, "some.csv"));
    expect(error).toMatchObject({ code: "data.no-users", where: "some.csv" });
    expect(error.what).toContain(says);
    expect(error.hint).toContain(hint);
  });
});

function catchError(run: () => unknown): UserError {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
