import { UserError } from "../../../../errors/user-error.js";
import { MAX_ID } from "../ratings.js";

/** Part of a synthetic data set's identity: raised whenever the same specification would give other ratings. */
export const GENERATOR_VERSION = 1;

export interface SyntheticSpec {
  /** Exact numbers of distinct users, distinct items and distinct (user, item) pairs. */
  users: number;
  items: number;
  ratings: number;
  seed: number;
}

/** Sizes of the real data sets (specification, section 1). */
const SIZES: Record<string, Omit<SyntheticSpec, "seed">> = {
  "ml-100k": { users: 943, items: 1682, ratings: 100_000 },
  "ml-1m": { users: 6040, items: 3706, ratings: 1_000_209 },
  "ml-20m": { users: 138_493, items: 26_744, ratings: 20_000_263 },
};

export const syntheticSizes: readonly string[] = Object.keys(SIZES);

const PREFIX = "synthetic:";

export function isSyntheticSpec(spec: string): boolean {
  return spec.startsWith(PREFIX);
}

/**
 * Parses `[synthetic:]NAME[,seed=S]` or `[synthetic:]users=U,items=I,ratings=R[,seed=S]`; the seed is 0 unless given.
 *
 * @throws UserError `data.synthetic-spec`.
 */
export function parseSyntheticSpec(text: string): SyntheticSpec {
  const body = isSyntheticSpec(text) ? text.slice(PREFIX.length) : text;
  const values = new Map<string, number>();
  let size: Omit<SyntheticSpec, "seed"> | undefined;
  for (const part of body.split(",").map((word) => word.trim())) {
    const match = /^(users|items|ratings|seed)=(\d{1,15})$/.exec(part);
    if (match) {
      if (values.has(match[1]!)) throw badSpec(text, `'${match[1]}' is given twice`);
      values.set(match[1]!, Number(match[2]));
    } else if (size === undefined && Object.hasOwn(SIZES, part)) size = SIZES[part]!;
    else throw badSpec(text, `'${part}' is neither a size (${syntheticSizes.join(", ")}) nor KEY=NUMBER`);
  }
  const seed = values.get("seed") ?? 0;
  values.delete("seed");
  if (size !== undefined) {
    if (values.size > 0) throw badSpec(text, "a named size takes only 'seed'");
    return { ...size, seed };
  }
  const [users, items, ratings] = ["users", "items", "ratings"].map((key) => values.get(key));
  if (users === undefined || items === undefined || ratings === undefined) {
    throw badSpec(text, "users, items and ratings are all needed");
  }
  return checkSpec({ users, items, ratings, seed }, text);
}

/** Refuses sizes that no set of distinct pairs can have. */
export function checkSpec(spec: SyntheticSpec, text = canonicalSpec(spec)): SyntheticSpec {
  const { users, items, ratings } = spec;
  if (users < 1 || items < 2) throw badSpec(text, "at least 1 user and 2 items are needed");
  if (users > MAX_ID || items > MAX_ID || ratings > MAX_ID) throw badSpec(text, `sizes end at ${MAX_ID}`);
  if (ratings < 2 * users) throw badSpec(text, `each user needs two ratings: at least ${2 * users}`);
  if (ratings < items) throw badSpec(text, `each item needs a rating: at least ${items}`);
  if (ratings > users * items)
    throw badSpec(text, `${users} users have at most ${users * items} pairs with ${items} items`);
  return spec;
}

/** The one spelling of a specification, e.g. `synthetic:ml-100k` or `synthetic:users=50,items=90,ratings=1000,seed=3`. */
export function canonicalSpec(spec: SyntheticSpec): string {
  const { users, items, ratings, seed } = spec;
  const named = Object.entries(SIZES).find(
    ([, size]) => size.users === users && size.items === items && size.ratings === ratings,
  );
  const size = named ? named[0] : `users=${users},items=${items},ratings=${ratings}`;
  return PREFIX + size + (seed === 0 ? "" : `,seed=${seed}`);
}

/** The fewest ratings that any user gets: MovieLens' 20, or half of an even share where that is not enough for all. */
export function fewestRatings({ users, items, ratings }: Omit<SyntheticSpec, "seed">): number {
  const share = Math.floor(ratings / users);
  return Math.min(items, share >= 20 ? 20 : Math.max(2, Math.floor(share / 2)));
}

function badSpec(text: string, why: string): UserError {
  return new UserError({
    code: "data.synthetic-spec",
    where: `data set '${text}'`,
    what: why,
    hint: "use e.g. synthetic:ml-100k, synthetic:ml-1m,seed=7 or synthetic:users=1000,items=500,ratings=50000,seed=1",
  });
}
