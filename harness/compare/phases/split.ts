import { bootstrapInterval } from "../../stats/bootstrap.js";
import { mean } from "../../stats/quantile.js";
import { welch } from "../../stats/welch.js";
import type { LaunchTime } from "./launch-time.js";
import type { Part, Split, Unsplit } from "./types.js";

/** Phases in the order of the work; others that an engine may have follow by name. */
const PHASES: Record<Split["round"], readonly string[]> = {
  epoch: ["sampling", "feed", "compute", "readBack", "host"],
  batch: ["feed", "compute", "readBack", "copies"],
};

/** From so many launches a side on the bootstrap covers what it claims, whatever their distribution. */
const LEAST_TO_RESAMPLE = 10;
const ROUNDING = 1e-12;
const RESAMPLES = 2000;
const SEED = 1;

export interface SplitSide {
  times: readonly LaunchTime[];
  /** Phases that the side's engine cannot time apart, by the phase that holds them. */
  within: Readonly<Record<string, string>>;
}

/**
 * Splits the change between two sides into phases. Means are compared, because the means of parts sum to the mean of the
 * whole and medians do not. Only phases that every launch of both sides timed stand for themselves; all other time is `rest`,
 * so that nothing is counted twice or lost. Each side needs a launch. The intervals of the parts hold together at `level`
 * (Bonferroni).
 */
export function splitChange(base: SplitSide, next: SplitSide, level: number, round: Split["round"]): Split {
  const { names, holders, unsplit } = commonPhases(base, next, PHASES[round]);
  const sides = [base, next].map(({ times }) => times.map((time) => partsOf(time, names, holders)));
  const evaluated = sides.every((side) => side.every(({ evaluation }) => evaluation !== null));
  const method = Math.min(base.times.length, next.times.length) >= LEAST_TO_RESAMPLE ? "bootstrap" : "welch";
  const interval = method === "welch" ? welchInterval : resampledInterval;
  const members = names.length + 1 + (evaluated ? 1 : 0);

  const scale = mean(base.times.map(({ region }) => region));
  const wholeOf = ({ region, evaluation }: Parts) => region + (evaluated ? evaluation! : 0);
  const part = (name: string, secondsOf: (parts: Parts) => number, of: number, own: number): Part => {
    const [x, y] = sides.map((side) => side.map(secondsOf)) as [number[], number[]];
    const [before, after] = [mean(x), mean(y)];
    const bounds = interval(x, y, own);
    return {
      name,
      base: before,
      next: after,
      change: after - before,
      interval: bounds,
      share: of === 0 ? null : (after - before) / of,
      moved:
        bounds !== null &&
        (bounds.low > 0 || bounds.high < 0) &&
        // Less is what adding up loses.
        Math.abs(after - before) > ROUNDING * (Math.abs(before) + Math.abs(after) + scale),
    };
  };
  const whole = part("whole", wholeOf, 0, level);
  const together = 1 - (1 - level) / members;
  const of = whole.change;
  return {
    round,
    launches: { base: base.times.length, next: next.times.length },
    parts: [
      ...names.map((name) => part(name, ({ phases }) => phases.get(name)!, of, together)),
      part("rest", ({ rest }) => rest, of, together),
      ...(evaluated ? [part("evaluation", ({ evaluation }) => evaluation!, of, together)] : []),
    ],
    epoch: evaluated ? part("epoch", ({ region }) => region, of, level) : null,
    whole: { ...whole, share: of === 0 ? null : 1 },
    unsplit,
    intervals: { level, method },
  };
}

interface Parts {
  phases: ReadonlyMap<string, number>;
  rest: number;
  region: number;
  evaluation: number | null;
}

/** Seconds of the named phases, each with those that it holds; what is left of the region is `rest`. */
function partsOf(time: LaunchTime, names: readonly string[], holders: ReadonlyMap<string, string>): Parts {
  const phases = new Map(names.map((name) => [name, time.phases.get(name)!]));
  for (const [held, holder] of holders) phases.set(holder, phases.get(holder)! + (time.phases.get(held) ?? 0));
  const rest = [...phases.values()].reduce((left, seconds) => left - seconds, time.region);
  return { phases, rest, region: time.region, evaluation: time.evaluation };
}

/** Phases that both sides can be compared by; of the others which phase holds their time, and what to say of them. */
function commonPhases(
  base: SplitSide,
  next: SplitSide,
  known: readonly string[],
): { names: string[]; holders: Map<string, string>; unsplit: Unsplit[] } {
  const timed = [base, next].map(
    ({ times }) =>
      new Set([...times[0]!.phases.keys()].filter((name) => times.every(({ phases }) => phases.has(name)))),
  );
  const [a, b] = timed as [Set<string>, Set<string>];
  const others = [...new Set([...a, ...b])].filter((name) => !known.includes(name)).sort();
  const names: string[] = [];
  const holders = new Map<string, string>();
  const unsplit: Unsplit[] = [];
  for (const phase of [...known, ...others]) {
    if (a.has(phase) && b.has(phase)) {
      names.push(phase);
      continue;
    }
    const holder = [base, next].map(({ within }) => within[phase]).find((name) => name !== undefined);
    const held = holder !== undefined && a.has(holder) && b.has(holder);
    if (held) holders.set(phase, holder);
    const only = a.has(phase) ? "base" : b.has(phase) ? "next" : null;
    unsplit.push({ phase, only, heldBy: held ? holder : "rest" });
  }
  return { names, holders, unsplit };
}

type Bounds = Part["interval"];

function welchInterval(x: readonly number[], y: readonly number[], level: number): Bounds {
  const { low, high } = welch(x, y, level);
  return Number.isFinite(low) ? { low, high } : null;
}

function resampledInterval(x: readonly number[], y: readonly number[], level: number): Bounds {
  const difference = ([a, b]: readonly (readonly number[])[]) => mean(b!) - mean(a!);
  const { low, high } = bootstrapInterval([x, y], difference, {
    method: "bca",
    level,
    resamples: RESAMPLES,
    seed: SEED,
  });
  return { low, high };
}
