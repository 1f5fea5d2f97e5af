import { normalQuantile } from "./normal.js";
import { fewest } from "./power.js";
import { criticalSignedRank, leastAttainablePairedP } from "./signed-rank.js";
import { studentQuantile } from "./student.js";

/** What a paired comparison has to pass for `slower` or `faster`. All shifts are of logarithms. */
export interface PairedDesign {
  pairs: number;
  /** Error rate of one test, after the correction for the family. */
  alpha: number;
  /** Confidence level of the interval. */
  level: number;
  /** The whole interval must lie beyond this shift. */
  margin: number;
}

/** Whether the design can give a verdict at all, whatever the data. */
export function canDecidePaired({ pairs, alpha, level }: Omit<PairedDesign, "margin">): boolean {
  return leastAttainablePairedP(pairs) < alpha && criticalSignedRank(pairs, 1 - level).k > 0;
}

/**
 * Smallest shift that the design finds with probability `power` when the differences of the pairs (not the values) have
 * standard deviation `sd`; Infinity when it can find none.
 * Sources: as `smallestDetectableShift`, for one sample (Lehmann 1975, section 4.2). Where only the most extreme outcome is
 * rare enough, the probability is that of all differences falling on one side, and no approximation is needed.
 */
export function smallestDetectablePairedShift(design: PairedDesign, sd: number, power: number): number {
  if (!canDecidePaired(design)) return Number.POSITIVE_INFINITY;
  const significant = reach(design.pairs, design.alpha, sd, power);
  const clear = design.margin + reach(design.pairs, 1 - design.level, sd, power);
  return Math.max(significant, clear);
}

/**
 * Fewest pairs after which a true shift of `shift` is decided with probability `power`: found where it is beyond the margin,
 * shown to be inside where it is not. Null beyond `limit`.
 */
export function pairsToDecide(
  want: { shift: number; sd: number; power: number; alpha: number; level: number; margin: number },
  options: { atLeast: number; limit: number },
): number | null {
  const size = Math.abs(want.shift);
  return fewest(
    (pairs) =>
      size > want.margin
        ? size >= smallestDetectablePairedShift({ ...want, pairs }, want.sd, want.power)
        : // Both ends have to stay inside; half of the misses are allowed to each.
          want.margin - size >= reach(pairs, 1 - want.level, want.sd, (1 + want.power) / 2),
    options.atLeast,
    options.limit,
  );
}

/** How far the true shift must lie from a bound for the interval at error rate `alpha` to clear it. */
function reach(pairs: number, alpha: number, sd: number, power: number): number {
  const { k, tail } = criticalSignedRank(pairs, alpha);
  if (k === 0) return Number.POSITIVE_INFINITY;
  if (sd === 0) return 0;
  if (k === 1) return sd * normalQuantile(power ** (1 / pairs));
  const standardError = sd * Math.sqrt(Math.PI / 3 / pairs);
  return (normalQuantile(power) - studentQuantile(tail, pairs - 1)) * standardError;
}
