import type { SentinelReading } from "../../suites/suite.js";
import { type SentinelRecord, sentinelIdentity } from "../record/sentinel.js";
import { shiftInterval } from "../stats/hodges-lehmann.js";
import { median } from "../stats/quantile.js";
import { qn } from "../stats/robust-scale.js";
import { DEFAULTS } from "./options.js";
import type { RunData } from "./run-data.js";

/** How one sentinel of a run did: a frozen program, so that what moves it is the machine. */
export interface Weather {
  /** Program, engine and backend, e.g. `sentinel-cpu-1 on xla.cpu`. */
  sentinel: string;
  /** Times that it was timed, each in a process of its own. */
  readings: number;
  /** Median over the readings: seconds of a pass. */
  seconds: number;
  /** Slowest reading over the fastest one of the run, with the interval of that ratio. */
  within: { ratio: number; low: number; high: number; moved: boolean };
  /** This run over the median of the reference runs; null where fewer than three have this sentinel. */
  against: {
    runs: number;
    ratio: number /** Ratio from which on it has moved, either way. */;
    limit: number;
    moved: boolean;
  } | null;
  moved: boolean;
}

/** Fewer runs than this give no spread to hold a run against. */
const LEAST_REFERENCE_RUNS = 3;
/** Robust standard deviations of the reference runs that a run may lie away from them. */
const REACH = 3;

/**
 * The machine's weather in a run: whether its sentinels moved by more than `margin` within it, or lie apart from those of
 * reference runs of the same machine by more than `margin` and three robust standard deviations. Only equal programs on
 * equal engines count. Empty where the run has no sentinel that succeeded.
 */
export function weatherOf(
  run: Pick<RunData, "sentinels">,
  reference: readonly Pick<RunData, "sentinels">[] = [],
  margin: number = DEFAULTS.margin,
): Weather[] {
  const others = reference.map((one) => readingsByIdentity(one));
  return [...readingsByIdentity(run)].map(([identity, { readings }]) => {
    const within = withinRun(readings, margin);
    const levels = others.flatMap((one) => {
      const same = one.get(identity);
      return same === undefined ? [] : [median(logSeconds(same.readings))];
    });
    const against = againstRuns(median(logSeconds(readings)), levels, margin);
    return {
      sentinel: sentinelName(readings[0]!),
      readings: readings.length,
      seconds: passSeconds(readings),
      within,
      against,
      moved: within.moved || against?.moved === true,
    };
  });
}

/** Successful readings of one sentinel, and the cells that it stood for. */
export interface SentinelSeries {
  readings: SentinelReading[];
  cells: Set<string>;
}

/** By all that must be equal for readings to be compared. */
export function readingsByIdentity({ sentinels = [] }: Pick<RunData, "sentinels">): Map<string, SentinelSeries> {
  const found = new Map<string, SentinelSeries>();
  for (const { reading, standsFor } of sentinels as readonly SentinelRecord[]) {
    if (reading === null) continue;
    const identity = sentinelIdentity(reading as SentinelReading);
    const series = found.get(identity) ?? { readings: [], cells: new Set() };
    series.readings.push(reading as SentinelReading);
    for (const key of standsFor) series.cells.add(key);
    found.set(identity, series);
  }
  return found;
}

/** Logarithm of each reading's median seconds a pass: repetitions of one process are no replicates. */
export function logSeconds(readings: readonly SentinelReading[]): number[] {
  return readings.map(({ seconds }) => Math.log(median(seconds)));
}

export function passSeconds(readings: readonly SentinelReading[]): number {
  return median(readings.map(({ seconds }) => median(seconds)));
}

export function sentinelName({ program, engine }: SentinelReading): string {
  return `${program} on ${engine.name}.${engine.backend}`;
}

function withinRun(readings: readonly SentinelReading[], margin: number): Weather["within"] {
  const sorted = [...readings].sort((a, b) => median(a.seconds) - median(b.seconds));
  const [fastest, slowest] = [sorted[0]!, sorted.at(-1)!].map(({ seconds }) => seconds.map(Math.log));
  const { estimate, low, high } = shiftInterval(fastest!, slowest!, DEFAULTS.level);
  const [ratio, from, to] = [estimate, low, high].map(Math.exp) as [number, number, number];
  return { ratio, low: from, high: to, moved: from > 1 + margin };
}

/** A level held against those of other runs; null where they are too few. All of logarithms of seconds. */
export function againstRuns(level: number, levels: readonly number[], margin: number): Weather["against"] {
  if (levels.length < LEAST_REFERENCE_RUNS) return null;
  const shift = level - median(levels);
  const limit = Math.max(Math.log1p(margin), REACH * qn(levels));
  return {
    runs: levels.length,
    ratio: Math.exp(shift),
    limit: Math.exp(limit),
    moved: Math.abs(shift) > limit,
  };
}
