import { POWER } from "../compare/evidence.js";
import { normalQuantile } from "../stats/normal.js";
import { median } from "../stats/quantile.js";
import { qn } from "../stats/robust-scale.js";
import { studentQuantile } from "../stats/student.js";
import { ACCEPT_P, LEVEL } from "./detect.js";
import type { NoiseFloor, Point } from "./types.js";

/** Runs after a change that `smallestChange` supposes: a week's nights. */
const LATER_RUNS = 5;
/** Qn takes the square of the length; the newest runs say best how noisy it is now. */
const NEWEST = 500;
/** Fewest runs whose spread says anything. */
const LEAST_RUNS = 3;

/**
 * The noise of the runs at the current level.
 *
 * @param points since the last change, without those whose sentinel moved.
 * @param margin of logarithms, as in `findSteps`.
 */
export function noiseFloor(points: readonly Point[], margin: number): NoiseFloor {
  const newest = points.slice(-NEWEST);
  const spreads = newest.flatMap(({ spread }) => (spread === null ? [] : [spread]));
  const between = newest.length < LEAST_RUNS ? null : qn(newest.map((point) => Math.log(point.median)));
  return {
    runs: points.length,
    between,
    within: spreads.length === 0 ? null : median(spreads),
    smallestChange: between === null ? null : Math.expm1(smallestShift(points.length, between, margin)),
    laterRuns: LATER_RUNS,
  };
}

/**
 * Shift that Welch's test would find below `ACCEPT_P`, and whose interval would lie beyond the margin, with probability
 * `POWER`: normal-theory size with Student's quantiles, at n - 1 degrees of freedom of the smaller side.
 */
function smallestShift(runs: number, sd: number, margin: number): number {
  const error = sd * Math.sqrt(1 / runs + 1 / LATER_RUNS);
  const degrees = Math.min(runs, LATER_RUNS) - 1;
  const reach = (alpha: number) => studentQuantile(1 - alpha / 2, degrees) + normalQuantile(POWER);
  return Math.max(reach(ACCEPT_P) * error, margin + reach(1 - LEVEL) * error);
}
