import { sha256Hex } from "../../storage/canonical-json.js";

/**
 * The order of launches: blocks of one launch of every cell, each block shuffled by the seed, so that a machine that
 * drifts (warms up, gets busy) does so for all cells alike. Pairs [cell index, launch index]. A cell with fewer launches
 * is missing in the last blocks.
 */
export function interleave(cells: readonly { key: string; launches: number }[], seed: number): [number, number][] {
  const blocks = Math.max(0, ...cells.map((cell) => cell.launches));
  const order: [number, number][] = [];
  for (let launch = 0; launch < blocks; launch++) {
    const block = cells
      .map((cell, index) => ({ index, in: launch < cell.launches, at: sha256Hex(`${seed}/${launch}/${cell.key}`) }))
      .filter((entry) => entry.in)
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    order.push(...block.map(({ index }): [number, number] => [index, launch]));
  }
  return order;
}

/** The seed of a launch: the same for launch i of every cell, so that cells are compared on equal samples. */
export function launchSeed(base: number, launch: number): number {
  return base + launch;
}
