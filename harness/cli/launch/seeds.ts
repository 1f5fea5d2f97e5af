import { UserError } from "../../../errors/user-error.js";

/** Most seeds of one command: beyond it, `1..100000` is a slip of the finger. */
const MOST = 1000;

/** `1..5`, `3`, `1,2,7` or a mixture, in order and without repetitions. Throws `UserError`. */
export function parseSeeds(text: string): number[] {
  const seeds = new Set<number>();
  for (const part of text.split(",")) {
    const match = /^\s*(\d{1,15})(?:\.\.(\d{1,15}))?\s*$/.exec(part);
    const first = Number(match?.[1]);
    const last = match?.[2] === undefined ? first : Number(match[2]);
    if (match === null || last < first) throw invalid(text, `'${part}' is no seed and no range such as 1..5`);
    if (last - first >= MOST || seeds.size + last - first >= MOST) throw invalid(text, `more than ${MOST} seeds`);
    for (let seed = first; seed <= last; seed++) seeds.add(seed);
  }
  return [...seeds];
}

function invalid(text: string, what: string): UserError {
  return new UserError({ code: "seeds.invalid", what, where: `--seeds ${text}`, hint: "for instance --seeds 1..5" });
}
