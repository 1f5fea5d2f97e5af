import { sha256Hex } from "../../storage/canonical-json.js";

export type Side = "a" | "b";
export const sides: readonly Side[] = ["a", "b"];

/** One launch of an A/B experiment: which variant, which cell (by index), which pair. */
export type Step = [side: Side, cell: number, pair: number];

/** Pairs of launches that one block of A B B A holds. */
export const PAIRS_OF_BLOCK = 2;

/**
 * The launches in order. Each block measures every cell by four launches in a row, A B B A or B A A B as the seed says:
 * two pairs of neighbours whose means lie at the same moment, so that a drift that is linear over them cancels. The cells of
 * a block are shuffled by the seed. Source: the balanced crossover of D. R. Cox, "Planning of Experiments", 1958, chapter 13.
 *
 * @param cells indices of the cells to measure, with the keys by which they are shuffled.
 */
export function blockedOrder(cells: readonly { index: number; key: string }[], blocks: number, seed: number): Step[] {
  const steps: Step[] = [];
  for (let block = 0; block < blocks; block++) {
    const shuffled = cells
      .map(({ index, key }) => ({ index, at: sha256Hex(`${seed}/${block}/${key}`) }))
      .sort((x, y) => (x.at < y.at ? -1 : 1));
    for (const { index, at } of shuffled) {
      const [first, second]: [Side, Side] = Number.parseInt(at.at(-1)!, 16) % 2 === 0 ? ["a", "b"] : ["b", "a"];
      const pair = block * PAIRS_OF_BLOCK;
      steps.push([first, index, pair], [second, index, pair], [second, index, pair + 1], [first, index, pair + 1]);
    }
  }
  return steps;
}
