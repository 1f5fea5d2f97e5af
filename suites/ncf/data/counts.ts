import type { DatasetCounts } from "../../suite.js";
import { namedDataset } from "./named.js";
import { DEFAULT_MIN_RATINGS } from "./preprocess.js";
import { resolveDataset } from "./resolve.js";
import { fewestRatings, isSyntheticSpec, parseSyntheticSpec } from "./synthetic/spec.js";

/**
 * Counts of the prepared data set that `spec` names. Published and generated ones need not be there: all their users stay,
 * and one rating of each is held out. Others are prepared, as is whatever a higher `minRatings` takes users from.
 *
 * @throws UserError as `resolveDataset`.
 */
export async function datasetCounts(spec: string, minRatings?: number): Promise<DatasetCounts> {
  const synthetic = isSyntheticSpec(spec) ? parseSyntheticSpec(spec) : null;
  const known = synthetic ?? namedDataset(spec);
  // Every MovieLens user has 20 ratings or more.
  const fewest = synthetic ? fewestRatings(synthetic) : DEFAULT_MIN_RATINGS;
  const least = minRatings ?? Math.min(fewest, DEFAULT_MIN_RATINGS);
  if (known && least <= fewest) {
    return { users: known.users, items: known.items, trainRows: known.ratings - known.users };
  }
  const { users, items, trainRows } = await resolveDataset(spec, { minRatings });
  return { users, items, trainRows };
}
