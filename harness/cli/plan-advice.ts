import { type DesignAdvice, designAdvice } from "../compare/design.js";
import type { Plan } from "../plan/plan.js";
import { type Io, paint } from "./io.js";

/** Whether two runs of this plan could be told apart at all; null where nothing is launched. Unsupported cells do not count. */
export function planAdvice({ cells, unsupported }: Pick<Plan, "cells" | "unsupported">): DesignAdvice | null {
  const launched = cells.filter((_, index) => unsupported[index] === null);
  if (launched.length === 0) return null;
  const launches = Math.min(...launched.map((cell) => cell.launches));
  return designAdvice({ cells: launched.length, launches });
}

/** One line on stderr, before any time is spent, where no outcome of a comparison could be called slower or faster. */
export function tellAdvice(plan: Pick<Plan, "cells" | "unsupported">, io: Io): void {
  const advice = planAdvice(plan);
  if (advice === null || advice.message === null) return;
  const hint = `--launches ${advice.launchesNeeded}, or fewer cells`;
  io.err(`${paint(io.color.err, "yellow", "note:")} comparing two such runs: ${advice.message} (${hint})\n`);
}
