import { ExitCode } from "../../errors/exit-code.js";
import type { Verdict } from "../compare/types.js";
import { wilsonInterval } from "../stats/wilson.js";
import { attainedLevel, type Bound, boundsOf } from "./bounds.js";
import type { Row } from "./experiment.js";

export const CALIBRATION_SCHEMA = "ncf-bench.calibration/1.0";

export interface GateSettings {
  margin: number;
  alpha: number;
  level: number;
}

/** A share with its 95 % Wilson interval; null: there was nothing to count in. */
export interface Rate {
  rate: number;
  low: number;
  high: number;
}

export interface RatedRow extends Row {
  /** Share of trials with an unchanged cell called slower or faster. */
  falseAlarms: Rate | null;
  /** Share of trials that would have exited with 1 for nothing, at once and after a confirming run. */
  exits: Rate | null;
  confirmedExits: Rate | null;
  /** Of unchanged cells, those whose interval holds the truth, and what its exact distribution attains without ties. */
  coverage: Rate | null;
  attained: number | null;
  /** Share of slowdowns that were found, at once and after a confirming run. */
  power: Rate | null;
  confirmedPower: Rate | null;
}

/** What is said of a stored run beside its rows. */
export interface StoredRun {
  run: string;
  /** Launches with a figure by cell. */
  launches: Record<string, number>;
  /** Cells with fewer than two, which were left out. */
  without: string[];
  /** The first half of its launches compared with its second half: a drift within the run. */
  halves: Record<string, Verdict>;
}

export interface Calibration {
  schema: typeof CALIBRATION_SCHEMA;
  /** The command that makes the same again, byte for byte. */
  command: string;
  seed: number;
  gate: GateSettings;
  stored: StoredRun | null;
  rows: RatedRow[];
  bounds: Bound[];
  exitCode: ExitCode;
  exitReason: string;
}

export function calibration(
  rows: readonly Row[],
  around: { command: string; seed: number; gate: GateSettings; stored: StoredRun | null },
): Calibration {
  const bounds = boundsOf(rows, around.gate);
  return {
    schema: CALIBRATION_SCHEMA,
    ...around,
    rows: rows.map((row) => rated(row, around.gate.level)),
    bounds,
    ...verdictOf(bounds),
  };
}

function verdictOf(bounds: readonly Bound[]): { exitCode: ExitCode; exitReason: string } {
  const count = (state: Bound["state"]) => bounds.filter((bound) => bound.state === state).length;
  const [broken, open] = [count("broken"), count("open")];
  if (broken > 0) {
    return { exitCode: ExitCode.Regression, exitReason: `${broken} of ${bounds.length} bounds are broken` };
  }
  if (bounds.length === 0) {
    return { exitCode: ExitCode.Inconclusive, exitReason: "the design promises nothing of these experiments" };
  }
  if (open > 0) {
    const exitReason = `${open} of ${bounds.length} bounds are open: more --trials would tell`;
    return { exitCode: ExitCode.Inconclusive, exitReason };
  }
  const unproven = count("not refuted");
  const rest = unproven === 0 ? "" : `, and ${unproven} not refuted`;
  const exitReason = `${bounds.length - unproven} of ${bounds.length} bounds are held${rest}`;
  return { exitCode: ExitCode.Ok, exitReason };
}

function rated(row: Row, level: number): RatedRow {
  const { tally } = row;
  const planted = row.slowdown > 0;
  const beside = !planted || row.cells > 1;
  return {
    ...row,
    falseAlarms: rate(tally.changes, beside ? tally.trials : 0),
    exits: rate(tally.alarms, beside ? tally.trials : 0),
    confirmedExits: rate(tally.confirmedAlarms, beside ? tally.trials : 0),
    coverage: rate(tally.covered, tally.cells),
    attained: row.source === "simulated" ? attainedLevel(row.launches!, level) : null,
    power: rate(tally.found, planted ? tally.trials : 0),
    confirmedPower: rate(tally.confirmedFound, planted ? tally.trials : 0),
  };
}

function rate(count: number, trials: number): Rate | null {
  if (trials === 0) return null;
  return { rate: count / trials, ...wilsonInterval(count, trials, 0.95) };
}
