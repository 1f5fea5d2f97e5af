import { bits32, boundedInt, type Key, openUniform, Purpose, streamKey } from "../../random/counter.js";
import { IndexPermutation } from "../../random/permutation.js";
import type { Ratings } from "../ratings.js";
import { popularityByRank, shuffle, userOffsets } from "./shape.js";
import { checkSpec, type SyntheticSpec } from "./spec.js";
import { Taste } from "./taste.js";

/** What the streams of one data set are for. The numbers are part of the format. */
const Stream = {
  UserSizes: 0,
  ItemRanks: 1,
  ItemGenres: 2,
  UserGenres: 3,
  FirstRatings: 4,
  Draws: 5,
  Rest: 6,
  Order: 7,
  Times: 8,
} as const;

/** 1996-01-01, and nineteen years in which users join, as in ml-20m. */
const EPOCH = 820_454_400;
const JOIN_SPAN = 599_616_000;

/**
 * Ratings with the statistics of MovieLens: lognormal users, long-tailed items, taste by genre, timestamps in sessions
 * with ties. Rows are ordered by (user, item) with ids from 1, as in ml-20m's ratings.csv. The numbers of users, items and
 * ratings are exact and no pair repeats. The same specification gives the same ratings everywhere.
 */
export function generateRatings(spec: SyntheticSpec): Ratings {
  const { users, items, ratings, seed } = checkSpec(spec);
  const key = (stream: number, ...rest: number[]) => streamKey(seed, Purpose.Synthetic, stream, ...rest);
  const offsets = userOffsets(spec, key(Stream.UserSizes));
  const taste = new Taste(itemPopularity(spec, key(Stream.ItemRanks)), key(Stream.ItemGenres), key(Stream.UserGenres));
  const reserved = firstRatings(offsets, items, key(Stream.FirstRatings));
  const rest = new RestSampler(taste, items);

  const columns = { users: new Int32Array(ratings), items: new Int32Array(ratings), times: new Float64Array(ratings) };
  const takenBy = new Int32Array(items).fill(-1);
  const timeOf = new Float64Array(items);
  for (let user = 0; user < users; user++) {
    const begin = offsets[user]!;
    const length = offsets[user + 1]! - begin;
    const chosen = columns.items.subarray(begin, begin + length);
    let count = 0;
    const take = (item: number) => {
      takenBy[item] = user;
      chosen[count++] = item;
    };
    for (let slot = reserved.starts[user]!; slot < reserved.starts[user + 1]!; slot++) take(reserved.items[slot]!);

    const [first, second] = taste.genresOf(user);
    const stream = key(Stream.Draws, user);
    // Drawing and rejecting is fastest until most of what a heavy user likes is taken.
    for (let attempt = 0; count < length && attempt < 8 * length + 64; attempt++) {
      const item = taste.draw(first, second, stream, attempt);
      if (takenBy[item] !== user) take(item);
    }
    if (count < length) {
      rest.sample(first, second, length - count, (item) => takenBy[item] === user, key(Stream.Rest, user), take);
    }

    shuffle(chosen, length, key(Stream.Order, user));
    giveTimes(chosen, timeOf, key(Stream.Times, user));
    chosen.sort();
    for (let i = 0; i < length; i++) {
      columns.times[begin + i] = timeOf[chosen[i]!]!;
      chosen[i]!++;
    }
    columns.users.fill(user + 1, begin, begin + length);
  }
  return { rows: ratings, ...columns };
}

/** Popularity by item id: the ranks are dealt to the ids at random. */
function itemPopularity({ items, ratings }: SyntheticSpec, key: Key): Float64Array {
  const byRank = popularityByRank(items, ratings);
  const rank = new IndexPermutation(key, items);
  return Float64Array.from({ length: items }, (_, item) => byRank[rank.at(item)]!);
}

/** One rating for each item, dealt to random slots of all ratings, so that no item is left out: items by user. */
function firstRatings(offsets: Int32Array, items: number, key: Key): { starts: Int32Array; items: Int32Array } {
  const users = offsets.length - 1;
  const slots = new IndexPermutation(key, offsets[users]!);
  const userOf = new Int32Array(items);
  const starts = new Int32Array(users + 1);
  for (let item = 0; item < items; item++) {
    const slot = slots.at(item);
    let low = 0;
    let high = users - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (offsets[middle]! <= slot) low = middle;
      else high = middle - 1;
    }
    userOf[item] = low;
    starts[low + 1]!++;
  }
  for (let user = 0; user < users; user++) starts[user + 1]! += starts[user]!;
  const next = starts.slice(0, users);
  const dealt = new Int32Array(items);
  for (let item = 0; item < items; item++) dealt[next[userOf[item]!]!++] = item;
  return { starts, items: dealt };
}

/** Weighted sampling without replacement by exponential keys (Efraimidis and Spirakis 2006), for heavy users. */
class RestSampler {
  private readonly taste: Taste;
  private readonly weights: Float64Array;
  private readonly keys: Float64Array;

  constructor(taste: Taste, items: number) {
    this.taste = taste;
    this.weights = new Float64Array(items);
    this.keys = new Float64Array(items);
  }

  sample(
    first: number,
    second: number,
    count: number,
    taken: (item: number) => boolean,
    stream: Key,
    take: (item: number) => void,
  ): void {
    const { keys, weights } = this;
    this.taste.probabilities(first, second, weights);
    for (let item = 0; item < keys.length; item++) {
      keys[item] = taken(item) ? Number.POSITIVE_INFINITY : -Math.log(openUniform(stream, item)) / weights[item]!;
    }
    const bound = keys.slice().sort()[count - 1]!;
    let left = count;
    for (let item = 0; item < keys.length && left > 0; item++) {
      if (keys[item]! <= bound) {
        take(item);
        left--;
      }
    }
  }
}

/** Gives the items increasing times in their order: bursts of seconds, with ties, and now and then a pause of weeks. */
function giveTimes(order: Int32Array, timeOf: Float64Array, stream: Key): void {
  let time = EPOCH + boundedInt(stream, 0, JOIN_SPAN);
  for (let i = 0; i < order.length; i++) {
    timeOf[order[i]!] = time;
    const kind = bits32(stream, 2 * i + 1) / 0x1_0000_0000;
    const span = kind < 0.85 ? 20 : kind < 0.995 ? 600 : 5_000_000;
    time += boundedInt(stream, 2 * i + 2, span);
  }
}
