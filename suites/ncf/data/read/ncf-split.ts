import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { NcfDataset } from "../../dataset.js";
import type { Split } from "../preprocess.js";
import { MAX_ID, type Ratings } from "../ratings.js";
import { ByteSource } from "./byte-source.js";
import { inputError, shown } from "./errors.js";
import { type ReadOptions, readRatings } from "./read-ratings.js";

/** The split that the NCF paper's authors published: ids as they are there, with their own evaluation negatives. */
export interface NcfSplit {
  /** E.g. `ml-1m` for `ml-1m.train.rating`. */
  readonly stem: string;
  readonly split: Split;
  readonly evalNegatives: NonNullable<NcfDataset["evalNegatives"]>;
  readonly bytes: number;
  /** Over the sha256 of the three files. */
  readonly sha256: string;
}

const MAX_NEGATIVES = 100_000;
/** Ids are row numbers of the model's tables: a stray huge one would ask for gigabytes. */
const MAX_ITEMS = 2 ** 26;

const SUFFIXES = ["train.rating", "test.rating", "test.negative"] as const;

/** The stem of a folder's *.train.rating; null where it holds none. */
export async function findNcfSplit(folder: string): Promise<string | null> {
  const stems = (await readdir(folder)).filter((name) => name.endsWith(".train.rating")).sort();
  if (stems.length === 0) return null;
  if (stems.length > 1) {
    throw inputError(
      "data.ambiguous",
      folder,
      null,
      `several splits lie here: ${stems.join(", ")}`,
      "put the three files of one split into a folder of their own",
    );
  }
  return basename(stems[0]!, ".train.rating");
}

/**
 * Reads NAME.train.rating, NAME.test.rating (user, item, rating, time by tabs) and NAME.test.negative
 * (`(user,item)<tab>negative<tab>…`). Nothing is filtered or renumbered; repeated training pairs are dropped.
 *
 * @throws UserError with file and line.
 */
export async function readNcfSplit(folder: string, stem: string, options: ReadOptions): Promise<NcfSplit> {
  const [trainFile, testFile, negativeFile] = SUFFIXES.map((suffix) => join(folder, `${stem}.${suffix}`)) as [
    string,
    string,
    string,
  ];
  const train = await readRatings(trainFile, { ...options, format: "tab" });
  const test = await readRatings(testFile, { ...options, format: "tab" });
  const users =
    Math.max(largest(train.ratings.users, train.ratings.rows), largest(test.ratings.users, test.ratings.rows)) + 1;
  const testItems = testItemByUser(test.ratings, users, testFile);
  const negatives = await readNegatives(negativeFile, testItems, options.signal);
  const items =
    Math.max(largest(train.ratings.items, train.ratings.rows), largest(testItems), largest(negatives.items)) + 1;
  if (items > MAX_ITEMS) {
    throw inputError(
      "data.ncf-items",
      folder,
      null,
      `the largest item id is ${items - 1}; ids are taken as they are and must stay below ${MAX_ITEMS}`,
      "number the items from 0, or prepare the ratings themselves instead of a split",
    );
  }
  const columns = orderedPairs(train.ratings, users);
  const trainRows = columns.trainItems.length;
  return {
    stem,
    split: {
      counts: {
        rowsRead: train.ratings.rows + test.ratings.rows,
        usersRead: users,
        usersDroppedBelowMin: 0,
        usersDroppedSingleItem: 0,
        duplicatePairs: train.ratings.rows - trainRows,
        usersWithTiedLast: 0,
        users,
        items,
        trainRows,
      },
      itemsRead: items,
      ...columns,
      testItems,
    },
    evalNegatives: { perUser: negatives.perUser, items: negatives.items },
    bytes: train.bytes + test.bytes + negatives.bytes,
    sha256: createHash("sha256").update(train.sha256).update(test.sha256).update(negatives.sha256).digest("hex"),
  };
}

function largest(ids: Int32Array, rows = ids.length): number {
  let max = 0;
  for (let row = 0; row < rows; row++) if (ids[row]! > max) max = ids[row]!;
  return max;
}

function testItemByUser(test: Ratings, users: number, file: string): Int32Array {
  const hint = "every user from 0 to the largest id needs exactly one line in test.rating";
  // A stray huge id would otherwise ask for gigabytes before it is found out.
  if (users > test.rows) {
    throw inputError(
      "data.ncf-test",
      file,
      null,
      `${test.rows} test rows for ${users} users (largest id plus one)`,
      hint,
    );
  }
  const testItems = new Int32Array(users).fill(-1);
  for (let row = 0; row < test.rows; row++) {
    const user = test.users[row]!;
    if (testItems[user]! >= 0) throw inputError("data.ncf-test", file, row + 1, `user ${user} has two test rows`, hint);
    testItems[user] = test.items[row]!;
  }
  return testItems;
}

/** Training pairs ordered by (user, item), once each. */
function orderedPairs(train: Ratings, users: number): Pick<Split, "trainUsers" | "trainItems" | "trainOffsets"> {
  const starts = new Int32Array(users + 1);
  for (let row = 0; row < train.rows; row++) starts[train.users[row]! + 1]!++;
  for (let user = 0; user < users; user++) starts[user + 1]! += starts[user]!;
  const next = starts.slice(0, users);
  const items = new Int32Array(train.rows);
  for (let row = 0; row < train.rows; row++) items[next[train.users[row]!]!++] = train.items[row]!;
  const trainUsers = new Int32Array(train.rows);
  const trainOffsets = new Int32Array(users + 1);
  let end = 0;
  for (let user = 0; user < users; user++) {
    const begin = end;
    for (const item of items.subarray(starts[user]!, starts[user + 1]!).sort()) {
      if (end > begin && items[end - 1] === item) continue;
      items[end] = item;
      trainUsers[end++] = user;
    }
    trainOffsets[user + 1] = end;
  }
  return { trainUsers: trainUsers.slice(0, end), trainItems: items.slice(0, end), trainOffsets };
}

async function readNegatives(file: string, testItems: Int32Array, signal: AbortSignal | undefined) {
  const source = await ByteSource.open(file, signal);
  const users = testItems.length;
  const seen = new Uint8Array(users);
  let perUser = 0;
  let items = new Int32Array(0);
  let lineNumber = 0;
  for await (const line of lines(source)) {
    lineNumber++;
    if (line.trim() === "") continue;
    const fail = (what: string) =>
      inputError(
        "data.ncf-negative",
        file,
        lineNumber,
        what,
        "each line is (user,item), a tab, and the user's negatives by tabs",
      );
    const [pair, ...rest] = line.trim().split("\t");
    const match = /^\((\d{1,10}),\s*(\d{1,10})\)$/.exec(pair!);
    if (match === null) throw fail(`${shown(pair!)} is not (user,item)`);
    const [user, item] = [Number(match[1]), Number(match[2])];
    if (user >= users || testItems[user] !== item) throw fail(`(${user},${item}) is no row of test.rating`);
    if (seen[user] === 1) throw fail(`user ${user} is there twice`);
    seen[user] = 1;
    if (perUser === 0) {
      perUser = rest.length;
      if (perUser < 1 || perUser > MAX_NEGATIVES)
        throw fail(`${perUser} negatives; 1 to ${MAX_NEGATIVES} are possible`);
      items = new Int32Array(users * perUser);
    }
    if (rest.length !== perUser) throw fail(`${rest.length} negatives, the lines before have ${perUser}`);
    for (let i = 0; i < perUser; i++) {
      const id = /^\d{1,10}$/.test(rest[i]!) ? Number(rest[i]) : Number.NaN;
      if (!(id <= MAX_ID)) throw fail(`negative ${shown(rest[i]!)} is not a whole number from 0 to ${MAX_ID}`);
      items[user * perUser + i] = id;
    }
  }
  const missing = seen.indexOf(0);
  if (missing >= 0) {
    throw inputError(
      "data.ncf-negative",
      file,
      null,
      `user ${missing} has no line`,
      "copy or download the split again",
    );
  }
  return { perUser, items, bytes: source.bytes, sha256: source.sha256() };
}

async function* lines(source: ByteSource): AsyncGenerator<string> {
  const decoder = new TextDecoder("latin1");
  let rest = "";
  for await (const chunk of source.chunks()) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop()!;
    if (rest.length > 2 ** 24) {
      throw inputError(
        "data.not-text",
        source.file,
        null,
        "a line is longer than 16 MiB",
        "give the split's own files",
      );
    }
    yield* parts;
  }
  if (rest !== "") yield rest;
}
