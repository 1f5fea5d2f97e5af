import { type ShiftInterval, shiftInterval } from "../stats/hodges-lehmann.js";
import { mannWhitney } from "../stats/mann-whitney.js";
import { launchesToDecide, smallestDetectableShift } from "../stats/power.js";
import { pooledDeviation } from "../stats/quantile.js";
import type { CompareOptions, Effect, LaunchesNeeded, SideSummary } from "./types.js";

/** Chance with which the smallest detectable change is found, and with which the launches asked for decide. */
export const POWER = 0.8;

/** More launches than this are not asked for: the change then sits so near the margin that another margin is the answer. */
export const MOST_LAUNCHES = 1000;

/** Effect and raw p of one metric of one cell, from the launches' logarithms. */
export interface Evidence {
  effect: Effect;
  p: number;
  /** Standard deviation of the logarithms within the sides; NaN with one launch a side. */
  noise: number;
}

/** Times are compared as log ratios, so that +10 % and -9.1 % are the same distance. Null when a side has no launch. */
export function gatherEvidence(base: SideSummary, next: SideSummary, level: number): Evidence | null {
  if (base.valid === 0 || next.valid === 0) return null;
  const [x, y] = [base.values.map(Math.log), next.values.map(Math.log)];
  return {
    effect: effectOf(shiftInterval(x, y, level), level),
    p: mannWhitney(x, y).p,
    noise: pooledDeviation([x, y]),
  };
}

/** A shift of logarithms as a ratio. */
export function effectOf({ estimate, low, high }: ShiftInterval, level: number): Effect {
  const bound = (value: number) => (Number.isFinite(value) ? Math.exp(value) : null);
  return { ratio: Math.exp(estimate), low: bound(low), high: bound(high), level };
}

/** Smallest relative change that n1 + n2 launches find at the noise seen; null when no change of any size, or no noise is known. */
export function smallestDetectableChange(
  n1: number,
  n2: number,
  noise: number,
  family: number,
  { alpha, level, margin }: CompareOptions,
): number | null {
  if (Number.isNaN(noise)) return null;
  const design = { n1, n2, alpha: alpha / family, level, margin: Math.log1p(margin) };
  const shift = smallestDetectableShift(design, noise, POWER);
  return Number.isFinite(shift) ? Math.expm1(shift) : null;
}

/**
 * Launches that would decide an open verdict if the change and the noise are what they seem: of the newer run alone where
 * that is possible without more than twice the launches, else of both sides.
 */
export function neededLaunches(
  base: SideSummary,
  next: SideSummary,
  evidence: Evidence,
  family: number,
  { alpha, level, margin }: CompareOptions,
): LaunchesNeeded | null {
  const want = {
    shift: Math.log(evidence.effect.ratio),
    sd: Number.isNaN(evidence.noise) ? 0 : evidence.noise,
    power: POWER,
    alpha: alpha / family,
    level,
    margin: Math.log1p(margin),
  };
  const alone = launchesToDecide(want, { fixed: base.valid, atLeast: next.valid + 1, limit: MOST_LAUNCHES });
  const both = launchesToDecide(want, { atLeast: Math.max(base.valid, next.valid) + 1, limit: MOST_LAUNCHES });
  if (alone !== null && (both === null || alone <= 2 * both)) return { next: alone, base: null };
  return both === null ? null : { next: both, base: both };
}
