import type { LaunchRecord } from "../../record/schema.js";
import { type CompareRunsOptions, compareRuns } from "../compare.js";
import { recordsByCell } from "../launches.js";
import type { RunData } from "../run-data.js";
import type { CellComparison, SideSummary } from "../types.js";
import { batchTime, epochTime, WITHIN_BATCH } from "./launch-time.js";
import { type SplitSide, splitChange } from "./split.js";
import { type CellExplanation, CHANGES_SCHEMA, type ChangeExplanation, type Split } from "./types.js";

export interface ExplainOptions extends CompareRunsOptions {
  /** Keys of the cells to explain; absent: all that are not the same. */
  keys?: ReadonlySet<string>;
}

/**
 * Where the change of a cell lies: its verdict, what differs between the runs, and the time of its launches by phase. Pure;
 * throws `UserError` as `compareRuns` does.
 */
export function explainRuns(base: RunData, next: RunData, { keys, ...options }: ExplainOptions): ChangeExplanation {
  const comparison = compareRuns(base, next, options);
  const chosen = comparison.cells.filter(({ key, verdict }) => (keys ? keys.has(key) : verdict !== "same"));
  const records = { base: recordsByCell(base).cells, next: recordsByCell(next).cells };
  return {
    schema: CHANGES_SCHEMA,
    base: comparison.base,
    next: comparison.next,
    cells: chosen.map((cell) => ({
      key: cell.key,
      verdict: cell.verdict,
      reason: cell.reason,
      metric: cell.gated.metric,
      effect: cell.gated.effect,
      causes: cell.causes,
      ...splitCell(cell, comparison.options.level, (side) => records[side].get(cell.key)),
    })),
    same: keys === undefined ? comparison.cells.length - chosen.length : 0,
  };
}

function splitCell(
  { cell, verdict, reason, gated }: CellComparison,
  level: number,
  recordsOf: (side: "base" | "next") => ReadonlyMap<number, LaunchRecord> | undefined,
): Pick<CellExplanation, "split" | "why" | "refused"> {
  if (verdict === "not comparable") {
    return { refused: gated.base.valid > 0 && gated.next.valid > 0, split: null, why: reason.message };
  }
  const round: Split["round"] = cell.mode === "infer" ? "batch" : "epoch";
  // `infer.fed.throughput`: the variant that the verdict is about.
  const variant = gated.metric.split(".")[1] ?? "";
  const timeOf = (record: LaunchRecord) => (round === "batch" ? batchTime(record, variant) : epochTime(record));
  const side = (name: "base" | "next"): SplitSide => {
    const counted = countedLaunches(gated[name], recordsOf(name));
    const within = round === "batch" ? WITHIN_BATCH : Object.assign({}, ...counted.map(({ engine }) => engine?.within));
    return { times: counted.flatMap((record) => timeOf(record) ?? []), within };
  };
  const [a, b] = [side("base"), side("next")];
  if (a.times.length === 0 || b.times.length === 0) {
    const which = a.times.length === 0 ? "baseline" : "newer run";
    return {
      refused: false,
      split: null,
      why: `the records of the ${which} hold no time of ${round === "epoch" ? "an epoch after the first" : "a batch"}`,
    };
  }
  return { refused: false, split: splitChange(a, b, level, round), why: null };
}

/** The launches that gave the verdict's figures. */
function countedLaunches(summary: SideSummary, records: ReadonlyMap<number, LaunchRecord> | undefined): LaunchRecord[] {
  const excluded = new Set(summary.excluded.map(({ launch }) => launch));
  return [...(records ?? [])].filter(([launch]) => !excluded.has(launch)).map(([, record]) => record);
}
