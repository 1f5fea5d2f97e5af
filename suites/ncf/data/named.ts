import { basename, dirname } from "node:path";
import { UserError } from "../../../errors/user-error.js";
import type { Split } from "./preprocess.js";

/** A published data set that we know by name, and the counts that a file must have to be called so. */
export interface NamedDataset {
  name: string;
  ratings: number;
  users: number;
  /** Items with at least one rating. */
  items: number;
  /** Folder inside the archive, where it is not the name. */
  folder: string;
  ratingsFile: string;
  /** sha256 of known copies of the ratings file. */
  sha256: string[];
  /** md5 of the archive where it never changes; the publisher's own .md5 file is asked otherwise. */
  zipMd5: string | null;
}

const MOVIELENS: NamedDataset[] = [
  {
    name: "ml-100k",
    ratings: 100_000,
    users: 943,
    items: 1682,
    folder: "ml-100k",
    ratingsFile: "u.data",
    sha256: ["06416e597f82b7342361e41163890c81036900f418ad91315590814211dca490"],
    zipMd5: "0e33842e24a9c977be4e0107933c0723",
  },
  {
    name: "ml-latest-small",
    ratings: 100_836,
    users: 610,
    items: 9724,
    folder: "ml-latest-small",
    ratingsFile: "ratings.csv",
    sha256: ["80da8b3393dae325bbba5a31f291a6ba55d8d4f4396de3c456f2c1635b1b70e8"],
    zipMd5: null,
  },
  {
    name: "ml-1m",
    ratings: 1_000_209,
    users: 6040,
    items: 3706,
    folder: "ml-1m",
    ratingsFile: "ratings.dat",
    sha256: [],
    zipMd5: "c4d9eecfca2ab87c1945afe126590906",
  },
  {
    name: "ml-10m",
    ratings: 10_000_054,
    users: 69_878,
    items: 10_677,
    folder: "ml-10M100K",
    ratingsFile: "ratings.dat",
    sha256: [],
    zipMd5: "ce571fd55effeba0271552578f2648bd",
  },
  {
    name: "ml-20m",
    ratings: 20_000_263,
    users: 138_493,
    items: 26_744,
    folder: "ml-20m",
    ratingsFile: "ratings.csv",
    sha256: [],
    zipMd5: "cd245b17a1ae2cc31bb14903e1204af3",
  },
];

export const namedDatasets: readonly string[] = MOVIELENS.map(({ name }) => name);

export function namedDataset(name: string): NamedDataset | undefined {
  return MOVIELENS.find((dataset) => dataset.name === name);
}

/** What a data set's name may be: it becomes part of a cell's key. */
export const DATASET_NAME = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

const UNTELLING = new Set(["ratings", "rating", "u", "data", "train"]);

/**
 * The name of the data set in a file: the published one that its content or its path says, else the file's stem, or the
 * folder's name where the stem says nothing (`ratings.csv`). Generated ratings have a published set's counts, so no path
 * makes them one.
 */
export function datasetName(file: string, sha256: string): string {
  const stem = basename(file).replace(/(\.(csv|dat|tsv|txt|data|inter|rating|ratings))?(\.gz)?$/i, "");
  const folder = basename(dirname(file));
  const known = MOVIELENS.find(
    (dataset) =>
      dataset.sha256.includes(sha256) ||
      (!looksSynthetic(file) && [dataset.name, dataset.folder].some((n) => n === folder || n === stem)),
  );
  if (known !== undefined) return known.name;
  const telling = UNTELLING.has(stem.toLowerCase()) && folder !== "" ? folder : stem;
  return (
    telling
      .replace(/[^A-Za-z0-9._-]+/g, "-")
      .replace(/^[^A-Za-z0-9]+/, "")
      .slice(0, 64) || "ratings"
  );
}

/** The name of the NCF authors' split whose files begin with `stem`. */
export function ncfSplitName(stem: string): string {
  return `${stem.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "")}-ncf`;
}

/** Generated files carry the word in their name (`data generate` insists), so that the label survives copying. */
export function looksSynthetic(file: string): boolean {
  return /synthetic/i.test(basename(file));
}

/**
 * Holds the counts of a file that goes by a published data set's name against what was published.
 *
 * @throws UserError `data.counts`.
 */
export function assertNamedCounts(
  name: string,
  { counts, itemsRead }: Pick<Split, "counts" | "itemsRead">,
  file: string,
): void {
  const published = namedDataset(name);
  if (published === undefined) return;
  const found = { ratings: counts.rowsRead, users: counts.usersRead, items: itemsRead };
  const wrong = (["ratings", "users", "items"] as const).filter((count) => found[count] !== published[count]);
  if (wrong.length === 0) return;
  throw new UserError({
    code: "data.counts",
    where: file,
    what: `this is not ${name}: ${wrong.map((count) => `${found[count]} ${count} instead of ${published[count]}`).join(", ")}`,
    hint: "get the complete file (ncf-bench data download), or give this one a name of its own with --name NAME",
  });
}
