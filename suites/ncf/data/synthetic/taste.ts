import { bits32, boundedInt, type Key } from "../../random/counter.js";
import { AliasTable } from "./alias.js";

const GENRES = 12;

/** How strongly an item belongs to its own, its second and every other genre. */
const ITEM_AFFINITY = { first: 1, second: 0.3, other: 0.01 };

/** How often a user picks from the first, the second and any genre. */
const USER_SHARE = { first: 0.68, second: 0.24 };

/**
 * Latent taste: P(item | user) = sum over genres of share(user, genre) x popularity(item) x affinity(item, genre), a
 * non-negative factorisation of rank 12. It is what a recommender can learn beyond popularity.
 */
export class Taste {
  private readonly items: number;
  /** [genre][item]: popularity x affinity, normalised to 1 in each genre. */
  private readonly weights: Float64Array[];
  private readonly tables: AliasTable[];
  /** Any genre, by its share of all popularity. */
  private readonly anyGenre: AliasTable;
  private readonly genreShares: Float64Array;
  private readonly userKey: Key;

  /** @param popularity weight of each item. */
  constructor(popularity: Float64Array, itemKey: Key, userKey: Key) {
    const items = popularity.length;
    this.items = items;
    this.userKey = userKey;
    this.weights = Array.from({ length: GENRES }, () => new Float64Array(items));
    for (let item = 0; item < items; item++) {
      const first = boundedInt(itemKey, 2 * item, GENRES);
      const second = boundedInt(itemKey, 2 * item + 1, GENRES);
      for (let genre = 0; genre < GENRES; genre++) {
        let affinity = ITEM_AFFINITY.other;
        if (genre === first) affinity += ITEM_AFFINITY.first;
        if (genre === second) affinity += ITEM_AFFINITY.second;
        this.weights[genre]![item] = popularity[item]! * affinity;
      }
    }
    this.genreShares = Float64Array.from(this.weights, (weights) => weights.reduce((sum, weight) => sum + weight, 0));
    const total = this.genreShares.reduce((sum, share) => sum + share, 0);
    for (let genre = 0; genre < GENRES; genre++) {
      const mass = this.genreShares[genre]!;
      const weights = this.weights[genre]!;
      for (let item = 0; item < items; item++) weights[item]! /= mass;
      this.genreShares[genre] = mass / total;
    }
    this.tables = this.weights.map((weights) => new AliasTable(weights));
    this.anyGenre = new AliasTable(this.genreShares);
  }

  /** The first and second genre of a user. */
  genresOf(user: number): [first: number, second: number] {
    return [this.genre(4 * user), this.genre(4 * user + 2)];
  }

  private genre(index: number): number {
    return this.anyGenre.draw(bits32(this.userKey, index), bits32(this.userKey, index + 1));
  }

  /** One item for a user with these genres, from indices 5 x attempt to 5 x attempt + 4 of the user's stream. */
  draw(first: number, second: number, stream: Key, attempt: number): number {
    const index = 5 * attempt;
    const which = bits32(stream, index) / 0x1_0000_0000;
    let genre: number;
    if (which < USER_SHARE.first) genre = first;
    else if (which < USER_SHARE.first + USER_SHARE.second) genre = second;
    else genre = this.anyGenre.draw(bits32(stream, index + 3), bits32(stream, index + 4));
    return this.tables[genre]!.draw(bits32(stream, index + 1), bits32(stream, index + 2));
  }

  /** P(item | user) of every item, into `out`. */
  probabilities(first: number, second: number, out: Float64Array): void {
    const any = 1 - USER_SHARE.first - USER_SHARE.second;
    out.fill(0);
    for (let genre = 0; genre < GENRES; genre++) {
      let share = any * this.genreShares[genre]!;
      if (genre === first) share += USER_SHARE.first;
      if (genre === second) share += USER_SHARE.second;
      const weights = this.weights[genre]!;
      for (let item = 0; item < this.items; item++) out[item]! += share * weights[item]!;
    }
  }
}
