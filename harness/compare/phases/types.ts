import type { Causes } from "../causes/types.js";
import type { Effect, Reason, RunReference, Verdict } from "../types.js";

export const CHANGES_SCHEMA = "ncf-bench.changes/1.0";

/** One part of a cell's time: seconds a round of work, mean over launches. */
export interface Part {
  /** A phase's name, `rest`, `epoch`, `evaluation` or `whole`. */
  name: string;
  base: number;
  next: number;
  /** next - base, in seconds. */
  change: number;
  /** Bounds of the change; null where launches are too few for any. */
  interval: { low: number; high: number } | null;
  /** Of the whole's change; null where that is 0. */
  share: number | null;
  /** Whether the interval leaves 0 out. */
  moved: boolean;
}

/** A phase that stands for itself in no row, and where its time is. */
export interface Unsplit {
  phase: string;
  /** Which side alone timed it; null: neither. */
  only: "base" | "next" | null;
  /** The part that holds its time: a phase, or `rest`. */
  heldBy: string;
}

/** The time of one round of a cell's work, in parts that sum to the whole. */
export interface Split {
  /** What a round is: an epoch after the first with its evaluation, or a batch of inference. */
  round: "epoch" | "batch";
  launches: { base: number; next: number };
  /** Phases that both sides measured, in the order of the work; then `rest`, what no phase holds; then `evaluation`, if any. */
  parts: Part[];
  /** Without evaluation; null where there is none. */
  epoch: Part | null;
  whole: Part;
  unsplit: Unsplit[];
  intervals: {
    /** Of the whole alone, and of all parts together. */
    level: number;
    /** `welch`: Student's t with Welch's degrees of freedom; `bootstrap`: resampled launches, BCa. */
    method: "welch" | "bootstrap";
  };
}

export interface CellExplanation {
  key: string;
  verdict: Verdict;
  reason: Reason;
  metric: string;
  effect: Effect | null;
  causes: Causes | null;
  /** The sides did not do the same work on the same machine, so that their times say nothing of each other. */
  refused: boolean;
  /** Null where there is nothing to split; `why` says what is missing. */
  split: Split | null;
  why: string | null;
}

export interface ChangeExplanation {
  schema: typeof CHANGES_SCHEMA;
  base: RunReference;
  next: RunReference;
  cells: CellExplanation[];
  /** Cells that were left out because they are the same. */
  same: number;
}
