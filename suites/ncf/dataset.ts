/** A prepared data set: what the specification's preprocessing (section 2) leaves of a ratings file. */
export interface NcfDataset {
  readonly manifest: DatasetManifest;
  readonly users: number;
  readonly items: number;
  /** Training positives, ordered by (user, item). Both have `trainRows` entries. */
  readonly trainUsers: Int32Array;
  readonly trainItems: Int32Array;
  /** Row where each user's training items begin, `users + 1` entries. */
  readonly trainOffsets: Int32Array;
  /** The held-out item of each user, indexed by user. */
  readonly testItems: Int32Array;
  /** The data set's own evaluation negatives [users x n], row-major; null: they are sampled. */
  readonly evalNegatives: { readonly perUser: number; readonly items: Int32Array } | null;
}

export interface DatasetManifest {
  /** Version of the preprocessing rules; a cache of another version is rebuilt. */
  ruleVersion: number;
  /** `ml-20m`, `ml-100k`, `synthetic:ml-100k`, or the file's stem. */
  name: string;
  /** True where ratings were generated; shown wherever the name is shown. */
  synthetic: boolean;
  /** sha256 over counts and columns: the identity that comparisons hold on to. */
  hash: string;
  source: DatasetSource;
  minRatings: number;
  counts: DatasetCounts;
  warnings: { code: string; message: string }[];
}

export type DatasetSource =
  | { kind: "file"; format: string; path: string; bytes: number; sha256: string }
  | { kind: "synthetic"; spec: string; seed: number; generatorVersion: number };

export interface DatasetCounts {
  rowsRead: number;
  usersRead: number;
  usersDroppedBelowMin: number;
  usersDroppedSingleItem: number;
  duplicatePairs: number;
  /** Users whose last timestamp is shared by several rows: their test item depends on the tie rule. */
  usersWithTiedLast: number;
  users: number;
  items: number;
  trainRows: number;
}
