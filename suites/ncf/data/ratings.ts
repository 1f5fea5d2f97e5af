/**
 * Ratings as columns, in file order. The arrays may be longer than `rows` (they grow while a file is read); entries from
 * `rows` on are meaningless. Rating values are not kept: any rating is a positive (specification, section 2).
 */
export interface Ratings {
  readonly rows: number;
  /** Ids as the file has them, 0 to 2^31 - 1. */
  readonly users: Int32Array;
  readonly items: Int32Array;
  /** Seconds since the epoch; null where the file has no timestamp, so that the row number is the time. */
  readonly times: Float64Array | null;
}

/** The largest user or item id that a file may have. */
export const MAX_ID = 2 ** 31 - 1;
