/** A margin of nearly nothing: what is left is the test with Holm's correction, whose error rate alpha bounds. */
export const NO_MARGIN = 1e-9;

/** Two runs compared many times over, with a known truth. */
export interface Experiment {
  /** `simulated`: drawn from a noise model; `resampled`: drawn with replacement from a stored run's launches; `split`: those halved. */
  source: "simulated" | "resampled" | "split";
  /** The noise model's name; for a stored run its id. */
  noise: string;
  /** Standard deviation of the simulated launches' logarithms, about their coefficient of variation; null for a stored run. */
  cv: number | null;
  /** Launches a side of every cell; null: half of what the stored run has. */
  launches: number | null;
  /** Cells in the family. */
  cells: number;
  /** By how much one cell of the newer run takes longer, e.g. 0.05; 0: nothing changed. */
  slowdown: number;
  /** Margin of the gate. */
  margin: number;
  trials: number;
}

/** What came out, as counts that add up. A cell is unchanged unless it was slowed down on purpose. */
export interface Tally {
  trials: number;
  /** Trials in which an unchanged cell was called slower, or in which nothing had changed and the exit code was 1. */
  alarms: number;
  /** `alarms` that stood after a second run, too. */
  confirmedAlarms: number;
  /** Trials in which an unchanged cell was called slower or faster. */
  changes: number;
  /** Unchanged cells, by what they were called. */
  cells: number;
  same: number;
  inconclusive: number;
  /** Unchanged cells whose interval holds the truth. */
  covered: number;
  /** Trials in which the cell that was slowed down was called slower and the exit code was 1; and after a second run. */
  found: number;
  confirmedFound: number;
  /** Trials in which the cell that was slowed down was called `same`, or faster. */
  missedAsSame: number;
  wrongDirection: number;
}

export const NOTHING: Tally = {
  trials: 0,
  alarms: 0,
  confirmedAlarms: 0,
  changes: 0,
  cells: 0,
  same: 0,
  inconclusive: 0,
  covered: 0,
  found: 0,
  confirmedFound: 0,
  missedAsSame: 0,
  wrongDirection: 0,
};

export function addTallies(a: Tally, b: Tally): Tally {
  const names = Object.keys(NOTHING) as (keyof Tally)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as Tally;
}

/** An experiment and what came out of it. */
export interface Row extends Experiment {
  tally: Tally;
}
