import { ExitCode } from "../../errors/exit-code.js";
import type { RunData } from "../compare/run-data.js";
import type { CellComparison, Comparison } from "../compare/types.js";
import { gaussian, uniform } from "../stats/random.js";
import { NOTHING, type Tally } from "./experiment.js";
import type { Gate, GateOptions } from "./gate.js";
import type { Draws } from "./noise-models.js";

/** One trial's runs. */
export interface Trial {
  base: RunData;
  next: RunData;
  /** A later run that shares its change with `next`, and no launch. */
  again: () => RunData;
  /** Key of the cell that was slowed down; null: nothing changed. */
  slowed: string | null;
}

/** Makes the runs of a trial. */
export type Source = (draws: Draws, trial: number) => Trial;

/** Compares `count` trials from number `from` on; the same seed gives the same tally. */
export function runTrials(
  source: Source,
  gate: Gate,
  options: GateOptions,
  { seed, from, count }: { seed: number; from: number; count: number },
): Tally {
  const next = uniform(seed);
  const draws = { uniform: next, normal: gaussian(next) };
  const tally = { ...NOTHING };
  for (let i = 0; i < count; i++) {
    const trial = source(draws, from + i);
    const first = gate.compare(trial.base, trial.next, options);
    judge(tally, first, trial.slowed);
    if (!first.cells.some(({ verdict }) => verdict === "slower")) continue;
    const { alarm, found } = outcome(gate.confirm(first, trial.base, trial.again(), options), trial.slowed);
    if (alarm) tally.confirmedAlarms++;
    if (found) tally.confirmedFound++;
  }
  return tally;
}

function judge(tally: Tally, comparison: Comparison, slowed: string | null): void {
  const { alarm, found } = outcome(comparison, slowed);
  tally.trials++;
  if (alarm) tally.alarms++;
  if (found) tally.found++;
  let changed = alarm;
  for (const cell of comparison.cells) {
    if (cell.key === slowed) {
      if (cell.verdict === "same") tally.missedAsSame++;
      if (cell.verdict === "faster") tally.wrongDirection++;
      continue;
    }
    tally.cells++;
    if (cell.verdict === "same") tally.same++;
    else if (cell.verdict === "inconclusive") tally.inconclusive++;
    else changed = true;
    if (holdsNoChange(cell)) tally.covered++;
  }
  if (changed) tally.changes++;
}

function outcome({ cells, exitCode }: Comparison, slowed: string | null): { alarm: boolean; found: boolean } {
  const slower = cells.filter(({ verdict }) => verdict === "slower");
  const regression = exitCode === ExitCode.Regression;
  return {
    alarm: slower.some(({ key }) => key !== slowed) || (slowed === null && regression),
    found: regression && slower.some(({ key }) => key === slowed),
  };
}

function holdsNoChange({ gated: { effect } }: CellComparison): boolean {
  return effect !== null && (effect.low ?? 0) <= 1 && 1 <= (effect.high ?? Number.POSITIVE_INFINITY);
}
