import type { Range } from "../record/schema.js";
import { median } from "../stats/quantile.js";

/** Least, median and greatest of what was told; null where nothing was. */
export function rangeOf(values: readonly (number | null)[]): Range | null {
  const told = values.filter((value) => value !== null);
  return told.length === 0 ? null : { least: Math.min(...told), median: median(told), most: Math.max(...told) };
}
