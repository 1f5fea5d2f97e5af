import { UserError } from "../../errors/user-error.js";
import type { CompareOptions } from "./types.js";

export const DEFAULTS: CompareOptions = { margin: 0.02, alpha: 0.05, level: 0.95, crossMachine: false, metric: null };

/** Fills in the defaults and checks the ranges. Throws `UserError`. */
export function compareOptions(given: Partial<CompareOptions>): CompareOptions {
  const options = { ...DEFAULTS, ...given };
  requireShare("margin", options.margin, "0.02 for 2 %");
  requireShare("alpha", options.alpha, "0.05");
  requireShare("level", options.level, "0.95");
  return options;
}

function requireShare(name: string, value: number, example: string): void {
  if (value > 0 && value < 1) return;
  throw new UserError({
    code: "compare.option-range",
    what: `${value} is not between 0 and 1`,
    where: `--${name}`,
    hint: `give a share, e.g. --${name} ${example}`,
  });
}
