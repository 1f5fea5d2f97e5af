import type { NcfDataset } from "../dataset.js";
import { buildEvaluationSet } from "../evalset.js";
import type { SampledNegatives } from "./cache/write.js";

/** The negatives that evaluation would sample for this seed (specification, section 4), for storing beside the columns. */
export function sampleNegatives(dataset: NcfDataset, perUser: number, seed: number): SampledNegatives {
  const { items: candidates, perUser: width } = buildEvaluationSet(dataset, perUser, seed);
  const count = width - 1;
  const items = new Int32Array(dataset.users * count);
  for (let user = 0; user < dataset.users; user++) {
    items.set(candidates.subarray(user * width, user * width + count), user * count);
  }
  return { seed, perUser: count, items };
}
