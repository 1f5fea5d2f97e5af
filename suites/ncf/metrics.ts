import { UserError } from "../../errors/user-error.js";

/** Sums over users; divide by their number for HR@K and NDCG@K. */
export interface RankingSums {
  hits: number;
  dcg: number;
}

/**
 * Ranks each row's last candidate (the positive) among the others (specification, section 4). Candidates marked as
 * duplicates do not count; a candidate with a score equal to the positive's ranks before it, as TensorFlow's top_k puts
 * the lower index first.
 *
 * @param scores logits [rows x perUser], row-major.
 * @param duplicate mask of the same layout, read from `offset` on.
 * @throws Error on a NaN score: a broken model must not get a hit rate.
 */
export function rankPositives(
  scores: Float32Array | Float64Array,
  rows: number,
  perUser: number,
  duplicate: Uint8Array,
  offset: number,
  topk: number,
): RankingSums {
  let hits = 0;
  let dcg = 0;
  for (let row = 0; row < rows; row++) {
    const start = row * perUser;
    const positive = scores[start + perUser - 1]!;
    let rank = 0;
    for (let j = 0; j < perUser; j++) {
      const score = scores[start + j]!;
      if (Number.isNaN(score)) throw new Error(`NaN score for candidate ${j} of evaluation row ${row}`);
      if (j < perUser - 1 && score >= positive && duplicate[offset + start + j] === 0) rank++;
    }
    if (rank < topk) {
      hits++;
      dcg += Math.LN2 / Math.log(rank + 2);
    }
  }
  return { hits, dcg };
}

/** @throws UserError when K is larger than the number of candidates, where every rank would be a hit. */
export function checkTopk(topk: number, candidates: number): void {
  if (topk <= candidates) return;
  throw new UserError({
    code: "workload.topk",
    what: `top-${topk} of ${candidates} candidates is always a hit`,
    where: "--topk",
    hint: `use at most ${candidates}, or more --valid-negative`,
  });
}
