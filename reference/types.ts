import type { ExitCode } from "../errors/exit-code.js";
import type { Band, BandVerdict } from "./band.js";
import type { Mismatch } from "./match.js";
import type { Figure } from "./schema.js";

export const CHECK_SCHEMA = "ncf-bench.check/1.0";

/** A published figure that a cell was held against. */
export interface AppliedReference {
  figure: Figure;
  /** Title of the source. */
  source: string;
  verdict: BandVerdict;
  /** False: context from another implementation; it decides no exit code. A user's own figure always decides. */
  gated: boolean;
  /** Null: a time to a target that no launch reached. */
  measured: number | null;
  unit: string;
  better: "higher" | "lower";
  band: Band;
  /** measured / published */
  ratio: number | null;
  /** Launches that the measured value rests on, of those planned. */
  valid: number;
  planned: number;
  /** What differs although the figure applies; the framework always is one. */
  differences: string[];
}

/** Throughput of each launch against what the hardware can do at all. */
export interface RooflineCheck {
  device: string;
  /** Items per second. */
  bound: number;
  /** Best launch over the bound. */
  share: number | null;
  /** Launches above the bound: their timer is broken or work was left out, so they count nowhere. */
  invalid: { launch: number; throughput: number }[];
}

export interface CellCheck {
  key: string;
  planned: number;
  valid: number;
  /** Null where no peak is known: a CPU, an unknown GPU, an unknown model. */
  roofline: RooflineCheck | null;
  applied: AppliedReference[];
  notApplicable: Partial<Record<Mismatch, number>>;
  /** Launches that missed a quality target that was set. */
  qualityMissed: { launch: number; message: string }[];
}

export interface CheckResult {
  schema: typeof CHECK_SCHEMA;
  run: string;
  cells: CellCheck[];
  counts: {
    figures: number;
    /** Figures that were held against at least one cell. */
    applied: number;
    /** Of the ones that gate; a figure may count in several cells. */
    passed: number;
    missed: number;
    suspicious: number;
    /** Applied for context only. */
    context: number;
    /** Launches above the roofline. */
    invalidLaunches: number;
    notApplicable: number;
    /** Why, for each figure by the cell that came nearest to it. */
    reasons: Partial<Record<Mismatch, number>>;
  };
  exitCode: ExitCode;
  exitReason: string;
}
