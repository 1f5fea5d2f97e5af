import type { ExitCode } from "../../errors/exit-code.js";
import type { Cell } from "../../suites/cell.js";
import type { EngineInfo, MetricInfo, Warning } from "../../suites/suite.js";
import type { Accepted } from "./accepted.js";
import type { Causes } from "./causes/types.js";

export const COMPARISON_SCHEMA = "ncf-bench.comparison/1.3";

/** What comparing said. `slower` means worse in the metric's own direction: less throughput, or more latency. */
export type Verdict = "faster" | "slower" | "same" | "inconclusive" | "not comparable";

export const verdicts: readonly Verdict[] = ["slower", "faster", "same", "inconclusive", "not comparable"];

/** Why a verdict stands where it does. Every verdict has exactly one. */
export type ReasonCode =
  // slower, faster
  | "beyond-margin"
  | "confirmed"
  // same
  | "within-margin"
  // inconclusive
  | "too-few-launches"
  | "family-too-large"
  | "interval-too-wide"
  | "not-significant"
  | "disturbed"
  | "not-confirmed"
  | "machine-moved"
  // not comparable
  | "cross-machine"
  | "machine-mismatch"
  | "protocol-mismatch"
  | "protocol-missing"
  | "protocol-mixed"
  | "backend-mismatch"
  | "cell-missing"
  | "base-not-measured"
  | "next-not-measured"
  | "quality-missed"
  | "metric-missing";

export interface Reason {
  code: ReasonCode;
  /** One sentence for a person, with the figures that decided. */
  message: string;
}

/** Why a planned launch gives no figure. */
export type ExclusionCode =
  | "not-recorded"
  | "failed"
  | "unsupported"
  | "quality-missed"
  | "metric-missing"
  | "bad-value";

export interface ExcludedLaunch {
  launch: number;
  code: ExclusionCode;
  message: string;
}

/** One side of a comparison of one metric of one cell. */
export interface SideSummary {
  /** Launches that the run's plan holds for this cell; 0 when the run lacks the cell. */
  planned: number;
  /** Launches that gave a figure: the sample size. */
  valid: number;
  /** The figures in launch order, in the metric's unit; and which launch each is of. */
  values: number[];
  launches: number[];
  median: number | null;
  /** Standard deviation of the figures' logarithms: nearly the coefficient of variation. Null below two launches. */
  noise: number | null;
  excluded: ExcludedLaunch[];
  /** Launches that gave a figure while the machine held them back, or may have: they count, and are told. */
  disturbed: DisturbedLaunch[];
}

export interface DisturbedLaunch {
  launch: number;
  /** What its record warns of, e.g. `throttled.gpu`. */
  codes: string[];
}

/** Next over base: the Hodges-Lehmann estimate of the ratio with its interval; 1.05 is 5 % more of the metric. */
export interface Effect {
  ratio: number;
  /** Bounds of the interval; null: unbounded, because so few launches allow none at this level. */
  low: number | null;
  high: number | null;
  /** Confidence level that was asked for, e.g. 0.95. */
  level: number;
}

/** Launches that would decide an open verdict, at the noise seen. */
export interface LaunchesNeeded {
  /** Launches of each cell of the newer run. */
  next: number;
  /** Launches that the baseline needs too; null when the ones it has are enough. */
  base: number | null;
}

export interface MetricComparison {
  metric: string;
  unit: string;
  better: MetricInfo["better"];
  /** Whether the exit code depends on it: true for the cell's primary metric (or the one asked for). */
  gated: boolean;
  verdict: Verdict;
  reason: Reason;
  base: SideSummary;
  next: SideSummary;
  /** Null when a side has no valid launch. */
  effect: Effect | null;
  /** Two-sided Mann-Whitney p of the logarithms. */
  p: number | null;
  /** Holm over the family (the gated metrics of all cells; the others form a family of their own). */
  adjustedP: number | null;
  /** Benjamini-Hochberg over the same family. */
  discoveryP: number | null;
  /** Relative change that counts, e.g. 0.02. */
  margin: number;
  /** Smallest relative change that this design shows four times in five at the noise seen; null: none of any size, or unknown. */
  mde: number | null;
  /** Only where the verdict is `inconclusive`; null also when no number of launches within reason decides. */
  launchesNeeded: LaunchesNeeded | null;
}

/** Values that must repeat under one seed (loss, HR, bytes), compared launch by launch with equal seeds. */
export interface ExactCheck {
  metric: string;
  /** Pairs of launches with the same seed that both have the metric. */
  pairs: number;
  equal: number;
  firstDifference: { seed: number; base: number; next: number } | null;
}

export interface CellComparison {
  key: string;
  cell: Cell;
  /** The gated metric's verdict and reason. */
  verdict: Verdict;
  reason: Reason;
  gated: MetricComparison;
  /** Other metrics (latencies and the like): shown, never gated. */
  others: MetricComparison[];
  exact: ExactCheck[];
  engine: { base: EngineInfo | null; next: EngineInfo | null };
  /** What differs beside the figures and may be why; null where the verdict is `same`. */
  causes: Causes | null;
  warnings: Warning[];
}

/** A cell that only the newer run has: shown, not gated. */
export interface AddedCell {
  key: string;
  cell: Cell;
  metric: string;
  unit: string;
  next: SideSummary;
}

/** How far a frozen program moved between the runs: what moved it is the machine. */
export interface SentinelMove {
  /** Program, engine and backend. */
  sentinel: string;
  /** Seconds of a pass, next over base: 1.05 is 5 % slower. Null bounds: unbounded, because a side timed it once. */
  ratio: number;
  low: number | null;
  high: number | null;
  level: number;
  readings: { base: number; next: number };
  /** Median seconds of a pass. */
  seconds: { base: number; next: number };
  /** Whether the whole interval lies on one side of no change. */
  moved: boolean;
  /** Keys of the cells that it stands for. */
  cells: string[];
}

/** `identity` refuses the comparison; the others are stated. */
export type EnvironmentClass = "identity" | "soft" | "software" | "engine";

export interface EnvironmentDifference {
  class: EnvironmentClass;
  /** Dotted path, e.g. `cpu.model`; for engines also the engine, e.g. `tfjs.version`. */
  field: string;
  /** As text; `(missing)` where the side does not have the field. */
  base: string;
  next: string;
}

export interface RunReference {
  run: string;
  /** As it was asked for: a baseline's name, a path, `latest`. */
  label: string;
  matrix: string;
  createdAt: string;
  machine: string;
  cells: number;
  launchesPlanned: number;
  /** Launches that gave a figure of their cell's gated metric. */
  launchesValid: number;
  /** Who made it the baseline and why, where it was accepted with a reason. */
  accepted?: Pick<Accepted, "at" | "by" | "because" | "replaces">;
}

export interface CompareOptions {
  /** Relative change that counts. */
  margin: number;
  /** Family-wise error rate of the gate. */
  alpha: number;
  /** Confidence level of the intervals. */
  level: number;
  /** Compare over different machines: ratios for information, no verdicts. */
  crossMachine: boolean;
  /** Gate on this metric instead of each cell's primary one. */
  metric: string | null;
}

/** What the confirming run says of a cell that was found slower; `refuted`: there it is the same or faster. */
export type ConfirmationState = "confirmed" | "refuted" | "open" | "not measured" | "not comparable";

export interface CellConfirmation {
  key: string;
  state: ConfirmationState;
  /** One sentence for a person, with the figures that decided. */
  message: string;
  /** The change in the run that is to be confirmed. */
  first: Effect;
  /** The confirming run against the same baseline, p adjusted over the flagged cells alone; null where it lacks the cell. */
  again: MetricComparison | null;
}

/** A later run of fresh launches that was asked whether what was found slower is slower there, too. */
export interface Confirmation {
  run: RunReference;
  /** Not null: that run is from another machine and confirms nothing. */
  refused: Reason | null;
  /** Every cell that was found slower, in order; empty where nothing was. */
  cells: CellConfirmation[];
  warnings: Warning[];
}

export interface Comparison {
  schema: typeof COMPARISON_SCHEMA;
  base: RunReference;
  next: RunReference;
  options: CompareOptions;
  /** What differs around the program, before any figure. */
  environment: EnvironmentDifference[];
  /** Sentinels that both runs timed; empty where one has none or the engines differ. */
  sentinels: SentinelMove[];
  /** Not null: refused as a whole; every cell is then `not comparable` and has no effect. */
  refused: Reason | null;
  /** Every cell of the baseline, in its order; cells that the newer run lacks have the reason `cell-missing`. */
  cells: CellComparison[];
  added: AddedCell[];
  /** Keys of cells that lack the metric that was asked for. */
  skipped: string[];
  warnings: Warning[];
  /** Null where no confirming run was given. A cell that it does not confirm is `inconclusive`, `not-confirmed`. */
  confirmation: Confirmation | null;
  counts: Record<Verdict, number>;
  /** What to do next where the answer is open or nothing was measured; null when there is nothing to do. */
  nextCommand: string | null;
  exitCode: ExitCode;
  /** Why that exit code, in one sentence. */
  exitReason: string;
}
