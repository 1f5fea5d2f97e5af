import { bits32, type Key, openUniform } from "../../random/counter.js";
import type { SyntheticSpec } from "./spec.js";
import { fewestRatings } from "./spec.js";

/** Standard deviation of log(ratings - 20) over users: 1.5 in ml-100k, about 1.4 in ml-20m. */
const USER_LOG_SD = 1.4;

/** Zipf-Mandelbrot head: weight of popularity rank r is (r + offset)^-exponent, before the tail's decay. */
const HEAD_OFFSET = 20;
const HEAD_EXPONENT = 0.6;

/** The heaviest MovieLens users rate some two fifths of the items (ml-100k 0.44, ml-20m 0.35). */
const HEAVIEST_USER_SHARE = 0.4;

/** Where each user's ratings begin, [users + 1]: lognormal above the minimum, with exactly `spec.ratings` in all. */
export function userOffsets(spec: SyntheticSpec, key: Key): Int32Array {
  const { users, items, ratings } = spec;
  const least = fewestRatings(spec);
  const room =
    Math.min(items, Math.max(Math.ceil(HEAVIEST_USER_SHARE * items), 2 * Math.ceil(ratings / users))) - least;
  const weights = new Float64Array(users);
  for (let user = 0; user < users; user++) weights[user] = Math.exp(USER_LOG_SD * normal(key, user));

  const wanted = ratings - least * users;
  const given = (scale: number) => {
    let sum = 0;
    for (let user = 0; user < users; user++) sum += Math.min(room, Math.floor(scale * weights[user]!));
    return sum;
  };
  let low = 0;
  let high = 1;
  while (given(high) < wanted) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (given(middle) <= wanted) low = middle;
    else high = middle;
  }
  let rest = wanted - given(low);
  const offsets = new Int32Array(users + 1);
  for (let user = 0; user < users; user++) {
    offsets[user + 1] = least + Math.min(room, Math.floor(low * weights[user]!));
  }
  while (rest > 0) {
    for (let user = 1; user <= users && rest > 0; user++) {
      if (offsets[user]! - least < room) {
        offsets[user]!++;
        rest--;
      }
    }
  }
  for (let user = 0; user < users; user++) offsets[user + 1]! += offsets[user]!;
  return offsets;
}

/**
 * Popularity of the items by rank, [items]: a Zipf-Mandelbrot head with an exponential tail, whose decay is chosen so that
 * the least popular item expects half a rating: the long tail of MovieLens at any size.
 */
export function popularityByRank(items: number, ratings: number): Float64Array {
  const weights = new Float64Array(items);
  const fill = (decay: number): number => {
    let sum = 0;
    for (let rank = 0; rank < items; rank++) {
      weights[rank] = (rank + 1 + HEAD_OFFSET) ** -HEAD_EXPONENT * Math.exp((-decay * rank) / items);
      sum += weights[rank]!;
    }
    return (ratings * weights[items - 1]!) / sum;
  };
  let low = 0;
  let high = 40;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (fill(middle) > 0.5) low = middle;
    else high = middle;
  }
  fill(low);
  return weights;
}

/** Standard normal number at an index of a stream (Box-Muller, cosine half). */
export function normal(key: Key, index: number): number {
  const radius = Math.sqrt(-2 * Math.log(openUniform(key, 2 * index)));
  return radius * Math.cos(2 * Math.PI * openUniform(key, 2 * index + 1));
}

/** Shuffles the first `length` entries (Fisher-Yates), by bits at `length - 1`, …, 1 of the stream. */
export function shuffle(values: Int32Array, length: number, key: Key): void {
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor((bits32(key, i) * (i + 1)) / 0x1_0000_0000);
    const value = values[i]!;
    values[i] = values[j]!;
    values[j] = value;
  }
}
