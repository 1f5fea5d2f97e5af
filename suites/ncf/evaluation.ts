import type { EvaluationSample } from "../suite.js";
import type { Clock } from "./clock.js";
import type { NcfSession } from "./engine.js";
import type { EvaluationSet } from "./evalset.js";
import { rankPositives } from "./metrics.js";

/**
 * One timed evaluation: every candidate of every user scored in batches of whole users, HR@K and NDCG@K over all users
 * (specification, sections 4 and 10).
 */
export async function evaluate(
  session: NcfSession,
  set: EvaluationSet,
  epoch: number,
  { topk, validUsersPerBatch, clock }: { topk: number; validUsersPerBatch: number; clock: Clock },
): Promise<EvaluationSample> {
  const users = set.items.length / set.perUser;
  const batchUsers = Math.min(validUsersPerBatch, users);
  const start = clock();
  if (session.rank) {
    const { hits, dcg } = await session.rank(set, topk);
    return { epoch, seconds: clock() - start, hr: hits / users, ndcg: dcg / users, pairs: set.items.length, users };
  }
  const rows = new Int32Array(batchUsers * set.perUser);
  const scores = new Float32Array(batchUsers * set.perUser);
  let hits = 0;
  let dcg = 0;
  for (let first = 0; first < users; first += batchUsers) {
    const count = Math.min(batchUsers, users - first);
    const pairs = count * set.perUser;
    for (let i = 0; i < count; i++) rows.fill(first + i, i * set.perUser, (i + 1) * set.perUser);
    const offset = first * set.perUser;
    await session.score(rows.subarray(0, pairs), set.items.subarray(offset, offset + pairs), scores.subarray(0, pairs));
    const sums = rankPositives(scores, count, set.perUser, set.duplicate, offset, topk);
    hits += sums.hits;
    dcg += sums.dcg;
  }
  return { epoch, seconds: clock() - start, hr: hits / users, ndcg: dcg / users, pairs: set.items.length, users };
}
