import { againstRuns } from "../compare/weather.js";
import type { StoredRun, StoredSentinel } from "./types.js";

/** Runs on each side, with the same sentinel on the same machine, that a run is held against. */
const NEIGHBOURS = 15;

/** The machine's weather in stored runs. */
export interface RunsWeather {
  /** What moved the machine while this run measured the cell; null: nothing, or no sentinel stood for the cell. */
  of(run: StoredRun, key: string): string | null;
  /** Level of the cell's sentinel (logarithm of a pass's seconds) and what it is of; null where none was timed. */
  level(run: StoredRun, key: string): { identity: string; level: number } | null;
}

/**
 * Judges each run's sentinels: by how far they moved within it, and against the runs before and after. A machine that changed
 * for good agrees with the runs after it, and one that is never steady with all, so that only what passes is weather.
 *
 * @param runs by their begin.
 * @param margin relative change that counts.
 */
export function weatherOfRuns(runs: readonly StoredRun[], margin: number): RunsWeather {
  const series = new Map<string, { run: StoredRun; sentinel: StoredSentinel }[]>();
  for (const run of runs) {
    for (const sentinel of run.sentinels) {
      const name = `${run.machine} ${sentinel.identity}`;
      const known = series.get(name);
      if (known === undefined) series.set(name, [{ run, sentinel }]);
      else known.push({ run, sentinel });
    }
  }
  const moved = new Map<StoredSentinel, string>();
  for (const readings of series.values()) {
    const levels = readings.map(({ sentinel }) => sentinel.level);
    const withins = readings.map(({ sentinel }) => Math.log(sentinel.within.ratio));
    for (const [i, { sentinel }] of readings.entries()) {
      const around = <T>(all: readonly T[]): [before: T[], after: T[]] => [
        all.slice(Math.max(0, i - NEIGHBOURS), i),
        all.slice(i + 1, i + 1 + NEIGHBOURS),
      ];
      const message = unsteady(sentinel, around(withins).flat(), margin) ?? apart(sentinel, around(levels), margin);
      if (message !== null) moved.set(sentinel, message);
    }
  }
  const sentinelOf = (run: StoredRun, key: string) => run.sentinels.find(({ cells }) => cells.includes(key));
  return {
    of: (run, key) => {
      const sentinel = sentinelOf(run, key);
      return (sentinel && moved.get(sentinel)) ?? null;
    },
    level: (run, key) => {
      const sentinel = sentinelOf(run, key);
      return sentinel === undefined ? null : { identity: sentinel.identity, level: sentinel.level };
    },
  };
}

/** A sentinel that moved within its run, and more than it does in other runs where these are enough to tell. */
function unsteady({ name, within }: StoredSentinel, others: readonly number[], margin: number): string | null {
  const usual = againstRuns(Math.log(within.ratio), others, margin);
  if (!within.moved || (usual !== null && !(usual.moved && usual.ratio > 1))) return null;
  return `${name} was ${percent(within.ratio)} apart within the run`;
}

/** A sentinel that ran at another speed than in the runs before as well as in those after, as far as these are enough. */
function apart({ name, level }: StoredSentinel, sides: readonly number[][], margin: number): string | null {
  const judged = sides.flatMap((levels) => againstRuns(level, levels, margin) ?? []);
  const ratio = judged[0]?.ratio ?? 1;
  if (judged.length === 0 || judged.some((one) => !one.moved || one.ratio > 1 !== ratio > 1)) return null;
  return `${name} took ${percent(Math.max(ratio, 1 / ratio))} ${ratio > 1 ? "longer" : "less"} than in the runs around`;
}

function percent(ratio: number): string {
  return `${((ratio - 1) * 100).toFixed(1)} %`;
}
