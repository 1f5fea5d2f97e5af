import { leastAttainableP } from "../stats/mann-whitney.js";
import { canDecide } from "../stats/power.js";
import { compareOptions } from "./options.js";
import type { CompareOptions } from "./types.js";

/** What a plan can be told before anything is measured: whether any outcome at all could be called slower or faster. */
export interface DesignAdvice {
  decidable: boolean;
  /** Least two-sided p of one cell, before and after Holm over the cells. */
  leastP: number;
  leastAdjustedP: number;
  /** Launches of each side with which every cell can be decided; null where the present ones do. */
  launchesNeeded: number | null;
  /** One sentence; null where the design can decide. */
  message: string | null;
}

/**
 * Whether `cells` cells with so many launches a side can be decided under Holm: 5 + 5 launches give no p below 2 / 252, so a
 * family of twelve never finds anything, while 7 + 7 do. `baseLaunches` is the baseline's number where one is known.
 */
export function designAdvice(
  design: { cells: number; launches: number; baseLaunches?: number },
  given: Partial<CompareOptions> = {},
): DesignAdvice {
  const { alpha, level } = compareOptions(given);
  const family = Math.max(1, design.cells);
  const n1 = design.baseLaunches ?? design.launches;
  const able = (a: number, b: number) => canDecide({ n1: a, n2: b, alpha: alpha / family, level });
  const leastP = leastAttainableP(n1, design.launches);
  const leastAdjustedP = Math.min(1, leastP * family);
  if (able(n1, design.launches))
    return { decidable: true, leastP, leastAdjustedP, launchesNeeded: null, message: null };
  let needed = 1;
  while (!able(needed, needed)) needed++;
  const message =
    `${n1} + ${design.launches} launches can decide nothing for ${family} cells: the least adjusted p is ` +
    `${Number(leastAdjustedP.toPrecision(2))}, not below ${alpha}; ${needed} launches a side can`;
  return { decidable: false, leastP, leastAdjustedP, launchesNeeded: needed, message };
}
