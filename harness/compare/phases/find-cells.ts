import { UserError } from "../../../errors/user-error.js";
import type { PlannedCell } from "../../run/manifest.js";

/** Keys shown where a word fits none. */
const MOST_SHOWN = 10;

/**
 * Keys of the cells that every word fits: `axis=value` (several values by commas), a whole key, or a part of one. Throws
 * `UserError` where there is none.
 */
export function findCells(cells: readonly PlannedCell[], words: readonly string[]): Set<string> {
  const found = cells.filter((planned) => words.every((word) => fits(planned, word))).map(({ key }) => key);
  if (found.length > 0) return new Set(found);
  const keys = cells.slice(0, MOST_SHOWN).map(({ key }) => key);
  const rest = cells.length > keys.length ? `, and ${cells.length - keys.length} more` : "";
  throw new UserError({
    code: "compare.cell-unknown",
    what: `the baseline has no cell ${words.join(" ")}`,
    where: "--cell",
    hint: `its cells are ${keys.join(", ")}${rest}`,
  });
}

function fits({ cell, key }: PlannedCell, word: string): boolean {
  if (word === key) return true;
  const at = word.indexOf("=");
  const axis = word.slice(0, at) as keyof typeof cell;
  if (at > 0 && cell[axis] !== undefined)
    return word
      .slice(at + 1)
      .split(",")
      .includes(String(cell[axis]));
  return key.includes(word);
}
