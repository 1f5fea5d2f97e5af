import { UserError } from "../../errors/user-error.js";
import { POWER } from "../compare/evidence.js";
import { compareOptions } from "../compare/options.js";
import type { CompareOptions } from "../compare/types.js";
import { canDecidePaired, smallestDetectablePairedShift } from "../stats/paired-power.js";
import { PAIRS_OF_BLOCK } from "./order.js";

/** Noise of a pair's difference that the plan reckons with before it knows better. */
export const ASSUMED_NOISE = 0.01;

/** Blocks where nobody says how many and fewer could not decide more cells: one or two stray pairs then lose nothing. */
const USUAL_BLOCKS = 5;

/** Blocks of an experiment over so many cells where nobody says how many. */
export function defaultBlocks(cells: number, given: Partial<CompareOptions>): number {
  return Math.max(USUAL_BLOCKS, leastBlocks(cells, given));
}

/**
 * Refuses a design that no outcome could decide, e.g. four pairs of one cell: the least p of n pairs is 2^(1 - n). Returns
 * the smallest relative change that it finds four times in five where paired launches differ by 1 %.
 */
export function checkDesign(cells: number, blocks: number, given: Partial<CompareOptions>): number {
  const least = leastBlocks(cells, given);
  if (blocks < least) {
    throw new UserError({
      code: "ab.undecidable",
      what: `${blocks * PAIRS_OF_BLOCK} pairs can decide nothing for ${cells} cell${cells === 1 ? "" : "s"}, whatever they say`,
      where: `--blocks ${blocks}`,
      hint: `use --blocks ${least}, or fewer cells`,
    });
  }
  const { alpha, level, margin } = compareOptions(given);
  const design = { pairs: blocks * PAIRS_OF_BLOCK, alpha: alpha / Math.max(1, cells), level };
  return Math.expm1(smallestDetectablePairedShift({ ...design, margin: Math.log1p(margin) }, ASSUMED_NOISE, POWER));
}

function leastBlocks(cells: number, given: Partial<CompareOptions>): number {
  const { alpha, level } = compareOptions(given);
  const each = alpha / Math.max(1, cells);
  let blocks = 1;
  while (!canDecidePaired({ pairs: blocks * PAIRS_OF_BLOCK, alpha: each, level })) blocks++;
  return blocks;
}
