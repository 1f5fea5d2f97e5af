import { stat } from "node:fs/promises";
import { UserError } from "../../../errors/user-error.js";
import type { NcfDataset } from "../dataset.js";
import { assemble, buildDataset } from "./build.js";
import type { Stamp } from "./cache/manifest.js";
import { DATASET_NAME, datasetName, looksSynthetic, namedDataset, ncfSplitName } from "./named.js";
import { DEFAULT_MIN_RATINGS } from "./preprocess.js";
import type { RatingsFormat } from "./read/layout.js";
import { readNcfSplit } from "./read/ncf-split.js";
import { readRatings } from "./read/read-ratings.js";

export type DataFormat = RatingsFormat | "ncf";

export interface PrepareOptions {
  format?: RatingsFormat | undefined;
  minRatings?: number | undefined;
  /** Instead of the name that the file's content or path says. */
  name?: string | undefined;
  onProgress?: ((message: string) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface Prepared {
  dataset: NcfDataset;
  /** Taken before reading, so that a change in between is noticed the next time. */
  stamp: Stamp | null;
}

/**
 * Reads and preprocesses a ratings file.
 *
 * @throws UserError `data.published-name` where generated ratings are to go by a published data set's name.
 */
export async function prepareRatingsFile(path: string, options: PrepareOptions): Promise<Prepared> {
  if (looksSynthetic(path)) refusePublishedName(options.name, path, "its name says that these ratings are generated");
  const stamp = await stampOf(path);
  const file = await readRatings(path, options);
  options.onProgress?.(`splitting ${file.ratings.rows} ratings`);
  const dataset = buildDataset(file.ratings, {
    name: options.name ?? datasetName(path, file.sha256),
    synthetic: looksSynthetic(path),
    minRatings: options.minRatings ?? DEFAULT_MIN_RATINGS,
    source: { kind: "file", format: file.layout.format, path, bytes: file.bytes, sha256: file.sha256 },
  });
  return { dataset, stamp };
}

/**
 * Reads the NCF authors' split, whose rows and negatives are taken as they are.
 *
 * @throws UserError `data.published-name` where it is to go by a published data set's name.
 */
export async function prepareNcfSplit(folder: string, stem: string, options: PrepareOptions): Promise<Prepared> {
  refusePublishedName(options.name, folder, "a split has rows and evaluation negatives of its own");
  const stamp = await ncfStamp(folder, stem);
  const read = await readNcfSplit(folder, stem, { ...options, format: undefined });
  const dataset = assemble(
    read.split,
    {
      name: options.name ?? ncfSplitName(stem),
      synthetic: looksSynthetic(stem),
      minRatings: 0,
      source: { kind: "file", format: "ncf", path: folder, bytes: read.bytes, sha256: read.sha256 },
    },
    read.evalNegatives,
  );
  return { dataset, stamp };
}

/** Published figures are held against what goes by a published name. */
function refusePublishedName(name: string | undefined, where: string, why: string): void {
  if (name === undefined || namedDataset(name) === undefined) return;
  throw new UserError({
    code: "data.published-name",
    where,
    what: `${why}, so it cannot be called ${name}`,
    hint: "leave out --name, or give one that is no published data set's",
  });
}

/** What tells a changed file from the one that was prepared. Null where it cannot be asked. */
export async function stampOf(path: string): Promise<Stamp | null> {
  const found = await stat(path).catch(() => null);
  return found === null ? null : { bytes: found.size, mtimeMs: found.mtimeMs, ctimeMs: found.ctimeMs };
}

/** The stamp of the three files of a split: sizes together, the latest times. */
export async function ncfStamp(folder: string, stem: string): Promise<Stamp | null> {
  const stamps = await Promise.all(
    ["train.rating", "test.rating", "test.negative"].map((suffix) => stampOf(`${folder}/${stem}.${suffix}`)),
  );
  return stamps.reduce((sum, stamp) =>
    sum === null || stamp === null
      ? null
      : {
          bytes: sum.bytes + stamp.bytes,
          mtimeMs: Math.max(sum.mtimeMs, stamp.mtimeMs),
          ctimeMs: Math.max(sum.ctimeMs, stamp.ctimeMs),
        },
  );
}

/** Refuses names that could not be part of a cell's key, or that claim to be generated ratings. */
export function checkName(name: string): string {
  if (DATASET_NAME.test(name) && !name.startsWith("synthetic:")) return name;
  throw new UserError({
    code: "data.name",
    where: `--name ${JSON.stringify(name)}`,
    what: "not a name for a data set",
    hint: "use letters, digits, '.', '_', ':' and '-', at most 128, not beginning with 'synthetic:'",
  });
}
