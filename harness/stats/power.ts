import { criticalRank } from "./hodges-lehmann.js";
import { EXACT_LIMIT, leastAttainableP } from "./mann-whitney.js";
import { normalQuantile } from "./normal.js";
import { studentQuantile } from "./student.js";

/** What a comparison of n1 with n2 launches has to pass for `slower` or `faster`. All shifts are of logarithms. */
export interface Design {
  n1: number;
  n2: number;
  /** Error rate of one test, after the correction for the family. */
  alpha: number;
  /** Confidence level of the interval. */
  level: number;
  /** The whole interval must lie beyond this shift. */
  margin: number;
}

/** Whether the design can give a verdict at all, whatever the data: see `leastAttainableP`. */
export function canDecide(design: Pick<Design, "n1" | "n2" | "alpha" | "level">): boolean {
  return (
    leastAttainableP(design.n1, design.n2) < design.alpha && criticalRank(design.n1, design.n2, 1 - design.level).k > 0
  );
}

/**
 * Smallest shift that the design finds with probability `power` when the logarithms have standard deviation `sd`; Infinity
 * when it can find none. Normal-theory size of the rank test with its efficiency 3 / pi against the mean, at the error rates
 * that the small exact distribution attains rather than the nominal ones, and with Student's quantiles: without these it
 * promises 65 % power as 80 % at 5 + 5.
 * Sources: G. E. Noether, "Sample Size Determination for Some Common Nonparametric Tests", JASA 82, 1987; Lehmann 1975,
 * section 2.4.
 */
export function smallestDetectableShift(design: Design, sd: number, power: number): number {
  if (!canDecide(design)) return Number.POSITIVE_INFINITY;
  const significant = detectable(design, design.alpha, sd, power);
  const clear = design.margin + detectable(design, 1 - design.level, sd, power);
  return Math.max(significant, clear);
}

/** Half-width that the interval must have room for, to end on one side of a bound with probability `power`. */
function intervalReach(design: Pick<Design, "n1" | "n2" | "level">, sd: number, power: number): number {
  return criticalRank(design.n1, design.n2, 1 - design.level).k === 0
    ? Number.POSITIVE_INFINITY
    : detectable(design, 1 - design.level, sd, power);
}

/** A true shift that is to be decided: found where it is beyond the margin, shown to be inside where it is not. */
export interface Aim {
  shift: number;
  sd: number;
  power: number;
  alpha: number;
  level: number;
  margin: number;
}

/** Whether n1 + n2 launches decide the shift with probability `power`. */
export function decides({ shift, sd, power, ...limits }: Aim, n1: number, n2: number): boolean {
  const design = { n1, n2, ...limits };
  const room = limits.margin - Math.abs(shift);
  return room < 0
    ? Math.abs(shift) >= smallestDetectableShift(design, sd, power)
    : // Both ends have to stay inside; half of the misses are allowed to each.
      room >= intervalReach(design, sd, (1 + power) / 2);
}

/**
 * Fewest launches a side (n2, and n1 with it unless `fixed` says that n1 stays) after which the shift is decided. Null beyond
 * `limit`: the shift is too near the margin, or the side that stays is too small.
 */
export function launchesToDecide(aim: Aim, options: { fixed?: number; atLeast: number; limit: number }): number | null {
  return fewest((n) => decides(aim, options.fixed ?? n, n), options.atLeast, options.limit);
}

/** The least number from `atLeast` to `limit` that decides; null when none does. */
export function fewest(decided: (n: number) => boolean, atLeast: number, limit: number): number | null {
  const first = Math.max(1, atLeast);
  // Attained error rates jump about while the distribution is exact, so that part is walked; beyond, it is monotone.
  for (let n = first; n <= Math.min(limit, EXACT_LIMIT); n++) if (decided(n)) return n;
  let below = Math.max(first - 1, EXACT_LIMIT);
  let enough = limit;
  if (enough <= below || !decided(enough)) return null;
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if (decided(middle)) enough = middle;
    else below = middle;
  }
  return enough;
}

function detectable(design: { n1: number; n2: number }, alpha: number, sd: number, power: number): number {
  return sd === 0 ? 0 : sd * standardReach(design.n1, design.n2, alpha, power);
}

/** By error rate, power and sizes; numbers for keys, since the search over designs asks for them more often than for all else. */
const reaches = new Map<number, Map<number, Map<number, number>>>();
const MOST_REACHES = 10_000;
let kept = 0;

/** `detectable` at a standard deviation of 1. Kept, since a search over designs asks for the same few hundred in every cell. */
function standardReach(n1: number, n2: number, alpha: number, power: number): number {
  if (kept >= MOST_REACHES) {
    reaches.clear();
    kept = 0;
  }
  const bySize = within(within(reaches, alpha), power);
  const sizes = n1 * 2 ** 26 + n2;
  const known = bySize.get(sizes);
  if (known !== undefined) return known;
  const { tail } = criticalRank(n1, n2, alpha);
  const standardError = Math.sqrt((Math.PI / 3) * (1 / n1 + 1 / n2));
  const reach = (normalQuantile(power) - studentQuantile(tail, n1 + n2 - 2)) * standardError;
  bySize.set(sizes, reach);
  kept++;
  return reach;
}

function within<V>(maps: Map<number, Map<number, V>>, key: number): Map<number, V> {
  let found = maps.get(key);
  if (found === undefined) {
    found = new Map();
    maps.set(key, found);
  }
  return found;
}
