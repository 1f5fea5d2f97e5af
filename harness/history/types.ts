import type { Cell } from "../../suites/cell.js";
import type { MetricInfo, Warning } from "../../suites/suite.js";
import type { EnvironmentOf } from "../compare/environment.js";
import type { EnvironmentDifference } from "../compare/types.js";
import type { Weather } from "../compare/weather.js";

export const HISTORY_SCHEMA = "ncf-bench.history/1.0";

/** One frozen program that was timed beside a run's launches. */
export interface StoredSentinel {
  /** Equal for readings that may be compared: of the program and all that executes it. */
  identity: string;
  name: string;
  /** Median over the readings of the logarithm of a pass's seconds. */
  level: number;
  within: Weather["within"];
  /** Keys of the cells that it stands for. */
  cells: string[];
}

/** A stored run as history needs it. */
export interface StoredRun {
  run: string;
  dir: string;
  matrix: string;
  createdAt: string;
  /** Fingerprints of the machines that the launches came from, joined by commas: one, unless it was resumed elsewhere. */
  machine: string;
  environment: EnvironmentOf["manifest"];
  sentinels: StoredSentinel[];
  /** Lines of its records that could not be read. */
  damaged: number;
}

/** One metric of one planned cell of one stored run. */
export interface StoredCell {
  run: StoredRun;
  cell: Cell;
  key: string;
  planned: number;
  /** Launches that gave a figure. */
  valid: number;
  /** Median of the figures, in the metric's unit; null where none is valid. */
  median: number | null;
  /** Standard deviation of the figures' logarithms within the run; null below two. */
  spread: number | null;
  /** Why the other launches gave no figure, with the most frequent reason first, e.g. `2 failed`; null when all did. */
  excluded: string | null;
  /** Hash of the launches' protocol; null where none ran or one does not say. Several are joined by commas. */
  protocol: string | null;
  /** `engine.backend`; null where none ran. */
  backend: string | null;
  /** The engines of the launches as they described themselves, each description once. */
  engines: EnvironmentOf["records"];
}

/** Stored runs as they come from the index, in no particular order of the cells; runs by their begin. */
export interface HistoryData {
  runs: StoredRun[];
  cells: StoredCell[];
}

/** A run's place in a series. */
export interface Point {
  run: string;
  createdAt: string;
  median: number;
  spread: number | null;
  valid: number;
  planned: number;
  /** What moved the machine in this run by its sentinel; null: nothing, or none was timed. Left out of the search for changes. */
  weather: string | null;
}

/** A run that planned the cell and has no figure of it. */
export interface Gap {
  run: string;
  createdAt: string;
  reason: string;
}

export interface ChangePoint {
  /** First run at the new level, and the last one before it that has a figure. */
  run: string;
  createdAt: string;
  before: string;
  /** Index of `run` in the series' points. */
  index: number;
  verdict: "faster" | "slower";
  /** Ratio of the new level to the old one (geometric means), with the 95 % interval of Welch's test. */
  ratio: number;
  low: number;
  high: number;
  /** Of Welch's test between the runs of the two levels. */
  p: number;
  runsBefore: number;
  runsAfter: number;
  /** What changed around the program between the two runs. */
  changes: EnvironmentDifference[];
  /**
   * Where nothing changed at the point itself: what changed within three runs of it, since a small change may be
   * placed a run or two off.
   */
  nearby: { run: string; changes: EnvironmentDifference[] }[];
  /** Runs between the two that planned the cell and have no figure of it, or whose sentinel moved. */
  between: number;
  /** The sentinel's speed after over before (1.05: the machine became 5 % faster); null: not timed on both sides. */
  sentinel: number | null;
  /** Whether the sentinel moved as far, in the same direction: the machine changed, and the software need not have. */
  machineMoved: boolean;
}

/** How much of a change is noise, from the runs since the last change. Shares: 0.01 is 1 %. */
export interface NoiseFloor {
  runs: number;
  /** Robust standard deviation of the logarithms of the runs' medians (Qn); null below three runs. */
  between: number | null;
  /** Median of the standard deviations within the runs; null where no run has two launches. */
  within: number | null;
  /** Smallest change that `laterRuns` more runs would show four times in five; null below three runs. */
  smallestChange: number | null;
  laterRuns: number;
}

/** The runs of one cell that may be held against each other: one machine, backend and protocol. */
export interface Series {
  /** Stable, for links: of machine, cell, backend and protocol. */
  id: string;
  key: string;
  cell: Cell;
  metric: string;
  unit: string;
  better: MetricInfo["better"];
  machine: string;
  backend: string;
  protocol: string;
  points: Point[];
  gaps: Gap[];
  changes: ChangePoint[];
  noise: NoiseFloor;
  /** What made this another series than the one of the same machine and cell before it; null for the first. */
  brokenFrom: { run: string; reason: string } | null;
}

/** A cell that was planned and of which no stored run has a figure. */
export interface Unmeasured {
  key: string;
  machine: string;
  runs: number;
  /** Of the newest run. */
  reason: string;
}

export interface History {
  schema: typeof HISTORY_SCHEMA;
  /** Stored runs that were read. */
  runs: number;
  margin: number;
  since: string | null;
  /** Sorted by cell as the runs planned them, then machine, then begin. */
  series: Series[];
  unmeasured: Unmeasured[];
  warnings: Warning[];
}
