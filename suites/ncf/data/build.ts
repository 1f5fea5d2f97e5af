import type { DatasetManifest, DatasetSource, NcfDataset } from "../dataset.js";
import { datasetHash } from "./identity.js";
import { assertNamedCounts } from "./named.js";
import { DEFAULT_MIN_RATINGS, preprocess, RULE_VERSION, type Split } from "./preprocess.js";
import type { Ratings } from "./ratings.js";
import { generateRatings } from "./synthetic/generate.js";
import {
  canonicalSpec,
  fewestRatings,
  GENERATOR_VERSION,
  parseSyntheticSpec,
  type SyntheticSpec,
} from "./synthetic/spec.js";

export interface BuildOptions {
  name: string;
  source: DatasetSource;
  synthetic?: boolean;
  /** Users with fewer rows are dropped; 20 unless said otherwise. */
  minRatings?: number;
}

/**
 * Preprocesses ratings into a data set, in memory.
 *
 * @throws UserError `data.no-users` when the filter leaves no user, `data.counts` when a file goes by a published data set's
 * name and has not its counts.
 */
export function buildDataset(ratings: Ratings, options: BuildOptions): NcfDataset {
  const minRatings = options.minRatings ?? DEFAULT_MIN_RATINGS;
  const where = options.source.kind === "file" ? options.source.path : options.name;
  const split = preprocess(ratings, minRatings, where);
  if (options.source.kind === "file") assertNamedCounts(options.name, split, where);
  return assemble(split, { ...options, synthetic: options.synthetic ?? false, minRatings }, null);
}

/** Completes a split to a data set: warnings, manifest, hash. */
export function assemble(
  split: Split,
  about: { name: string; source: DatasetSource; synthetic: boolean; minRatings: number },
  evalNegatives: NcfDataset["evalNegatives"],
): NcfDataset {
  const { counts, itemsRead: _, ...columns } = split;
  const data = { users: counts.users, items: counts.items, ...columns, evalNegatives };
  const manifest: DatasetManifest = {
    ruleVersion: RULE_VERSION,
    name: about.name,
    synthetic: about.synthetic,
    hash: datasetHash(data),
    source: about.source,
    minRatings: about.minRatings,
    counts,
    warnings: warningsOf(counts),
  };
  return { manifest, ...data };
}

/**
 * Synthetic ratings, preprocessed, in memory: what `synthetic:…` names.
 *
 * @param spec a size by name (`ml-100k`, `ml-1m`, `ml-20m`), `users=..,items=..,ratings=..[,seed=..]`, or an object.
 * @param seed overrides the specification's own.
 */
export function synthesize(spec: string | Omit<SyntheticSpec, "seed">, seed?: number): NcfDataset {
  const parsed = typeof spec === "string" ? parseSyntheticSpec(spec) : { ...spec, seed: 0 };
  const complete: SyntheticSpec = seed === undefined ? parsed : { ...parsed, seed };
  return buildSynthetic(complete, Math.min(DEFAULT_MIN_RATINGS, fewestRatings(complete)));
}

/** The data set of a complete specification under a given filter. */
export function buildSynthetic(spec: SyntheticSpec, minRatings: number): NcfDataset {
  const text = canonicalSpec(spec);
  return buildDataset(generateRatings(spec), {
    name: text,
    synthetic: true,
    minRatings,
    source: { kind: "synthetic", spec: text, seed: spec.seed, generatorVersion: GENERATOR_VERSION },
  });
}

function warningsOf(counts: Split["counts"]): DatasetManifest["warnings"] {
  const warnings: DatasetManifest["warnings"] = [];
  if (counts.usersDroppedSingleItem > 0) {
    warnings.push({
      code: "data.single-item-users",
      message: `${counts.usersDroppedSingleItem} users had a single distinct item and were dropped`,
    });
  }
  if (counts.usersWithTiedLast > 0) {
    const share = ((100 * counts.usersWithTiedLast) / counts.users).toFixed(1);
    warnings.push({
      code: "data.tied-last",
      message:
        `the last timestamp of ${counts.usersWithTiedLast} users (${share} %) is shared by several items; ` +
        "the row order decides their test item, which the reference leaves open",
    });
  }
  return warnings;
}
