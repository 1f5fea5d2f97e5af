import { criticalRank } from "../stats/hodges-lehmann.js";
import { wilsonInterval } from "../stats/wilson.js";
import { addTallies, NO_MARGIN, NOTHING, type Row, type Tally } from "./experiment.js";
import { type NoiseModel, noiseModel } from "./noise-models.js";

/** Intervals by which bounds are judged: so wide that of dozens of bounds none breaks, or holds, by luck. */
export const JUDGED_AT = 0.999;

/** The smallest cell of the design: what is promised of it holds of more launches. */
const PROMISED = { cv: 0.01, launches: 7, slowdown: 0.05 };

export type BoundName =
  | "false-alarms"
  | "false-alarms-without-margin"
  | "false-alarms-beside-a-slowdown"
  | "coverage"
  | "power"
  | "wrong-same"
  | "wrong-direction"
  | "answers";

/** A promise of the gate, held against what was measured. */
export interface Bound {
  name: BoundName;
  /** Of which rows, for people. */
  of: string;
  count: number;
  trials: number;
  rate: number;
  /** Wilson interval of the rate at `JUDGED_AT`. */
  low: number;
  high: number;
  /** The rate has to lie from here to there. */
  atLeast: number;
  atMost: number;
  /**
   * `held`: the interval lies within. `broken`: all of it lies outside. `open`: too few trials to say. `not refuted`: it
   * straddles the bound, as it must where the exact rate lies so close below it that no number of trials could show it.
   */
  state: "held" | "not refuted" | "broken" | "open";
}

/** What the design promises, of all rows that it speaks of. */
export function boundsOf(rows: readonly Row[], gate: { alpha: number; level: number; margin: number }): Bound[] {
  const own = rows.filter((row) => row.margin !== NO_MARGIN);
  const simulated = own.filter((row) => row.source === "simulated" && model(row).kind !== "biased");
  const promised = simulated.filter(
    (row) => row.noise === "normal" && row.cv === PROMISED.cv && row.launches! >= PROMISED.launches,
  );
  const miss = (1 - gate.level) / 2;
  const several = new Set(rows.map(({ cv }) => cv)).size > 1;
  const label = (row: Row) => describe(row, several);
  const large = simulated.filter((row) => row.slowdown > gate.margin * (1 + 1e-9));
  const planted = simulated.filter((row) => row.slowdown > 0);
  return [
    ...[...simulated, ...own.filter((row) => row.source !== "simulated")]
      .filter((row) => row.slowdown === 0)
      .map((row) => bound("false-alarms", label(row), row.tally.changes, row.tally.trials, { atMost: gate.alpha })),
    ...rows.filter(isExact).map((row) => {
      const one = bound("false-alarms-without-margin", label(row), row.tally.changes, row.tally.trials, {
        atMost: gate.alpha,
      });
      // Of 7 + 7 launches and 12 cells the exact rate is 4.8 %.
      return one.state === "open" && one.trials > 0 ? { ...one, state: "not refuted" as const } : one;
    }),
    ...pooled(
      planted.filter((row) => row.cells > 1),
      (row) => row.noise,
    ).map(([noise, tally]) =>
      bound("false-alarms-beside-a-slowdown", noise, tally.changes, tally.trials, { atMost: gate.alpha }),
    ),
    ...coverage(rows, gate.level),
    ...promised
      .filter((row) => row.slowdown === PROMISED.slowdown && row.margin === gate.margin && gate.margin <= 0.02)
      .map((row) => bound("power", label(row), row.tally.found, row.tally.trials, { atLeast: 0.95 })),
    ...pooled(large, () => "all").map(([, { missedAsSame, trials }]) =>
      bound("wrong-same", "slowdowns beyond the margin", missedAsSame, trials, { atMost: miss }),
    ),
    ...pooled(planted, () => "all").map(([, { wrongDirection, trials }]) =>
      bound("wrong-direction", "all slowdowns", wrongDirection, trials, { atMost: miss }),
    ),
    ...promised
      .filter((row) => row.slowdown === 0 && gate.margin >= 0.02)
      .map((row) => bound("answers", label(row), row.tally.same, row.tally.cells, { atLeast: 0.5 })),
  ];
}

/**
 * Coverage within one percent of what the exact distribution attains, which for few launches is more than the level. Ties and
 * a drift that all runs share widen the interval: there it only has to cover enough.
 */
function coverage(rows: readonly Row[], level: number): Bound[] {
  const tested = rows.filter((row) => row.source === "simulated" && row.slowdown === 0 && isShiftFree(model(row)));
  return pooled(tested, (row) => `${row.noise}, ${row.launches} launches`).map(([name, tally, row]) => {
    const attained = attainedLevel(row.launches!, level);
    const { kind, step } = model(row);
    const exact = kind === "independent" && step === undefined;
    const limits = { atLeast: attained - 0.01, ...(exact ? { atMost: Math.min(1, attained + 0.01) } : {}) };
    return bound("coverage", name, tally.covered, tally.cells, limits);
  });
}

/** Coverage of the interval with so many launches a side, for figures without ties. */
export function attainedLevel(launches: number, level: number): number {
  return 1 - 2 * criticalRank(launches, launches, 1 - level).tail;
}

function bound(
  name: BoundName,
  of: string,
  count: number,
  trials: number,
  { atLeast = 0, atMost = 1 }: { atLeast?: number; atMost?: number },
): Bound {
  const { low, high } = wilsonInterval(count, trials, JUDGED_AT);
  const held = trials > 0 && low >= atLeast && high <= atMost;
  const broken = trials > 0 && (high < atLeast || low > atMost);
  const state = held ? "held" : broken ? "broken" : "open";
  return { name, of, count, trials, rate: count / trials, low, high, atLeast, atMost, state };
}

function isExact(row: Row): boolean {
  return row.source === "simulated" && row.margin === NO_MARGIN && row.slowdown === 0 && isShiftFree(model(row));
}

/** Whether the rank test's error rate and the interval's coverage are promised at all. */
function isShiftFree({ kind }: NoiseModel): boolean {
  return kind === "independent" || kind === "drifting";
}

function model(row: Row): NoiseModel {
  return noiseModel(row.noise);
}

/** Tallies added up by a key, in the order of its first row, which comes along. */
function pooled(rows: readonly Row[], key: (row: Row) => string): [string, Tally, Row][] {
  const groups = new Map<string, [string, Tally, Row]>();
  for (const row of rows) {
    const name = key(row);
    const [, tally, first] = groups.get(name) ?? [name, NOTHING, row];
    groups.set(name, [name, addTallies(tally, row.tally), first]);
  }
  return [...groups.values()];
}

function describe({ source, noise, cv, launches, cells }: Row, several: boolean): string {
  const size = `${launches === null ? "half of its launches" : `${launches} launches`}, ${cells} ${cells === 1 ? "cell" : "cells"}`;
  const spread = several ? `, ${Number((100 * cv!).toFixed(1))} % noise` : "";
  return `${source === "simulated" ? noise : source}, ${size}${spread}`;
}
