import { UserError } from "../../errors/user-error.js";
import type { Warning } from "../../suites/suite.js";
import { type CompareRunsOptions, compareRuns } from "./compare.js";
import { countVerdicts, gate } from "./gate.js";
import type { RunData } from "./run-data.js";
import type {
  CellComparison,
  CellConfirmation,
  Comparison,
  Confirmation,
  ConfirmationState,
  MetricComparison,
} from "./types.js";

export interface ConfirmRunsOptions extends Omit<CompareRunsOptions, "cells" | "labels"> {
  labels?: { base: string; next: string; confirm: string };
}

/**
 * `compareRuns` of `next` with `base`, where what is found slower must be slower in `again`, too: a later run of fresh
 * launches of at least those cells on the same machine. Pure. Throws `UserError` as `compareRuns` and `confirmComparison` do.
 */
export function compareConfirmed(
  base: RunData,
  next: RunData,
  again: RunData,
  { labels, ...options }: ConfirmRunsOptions,
): Comparison {
  const first = compareRuns(base, next, { ...options, ...(labels && { labels }) });
  const second = compareRuns(base, again, {
    ...options,
    ...(labels && { labels: { base: labels.base, next: labels.confirm } }),
    cells: cellsToConfirm(first),
  });
  return confirmComparison(first, second);
}

/** Keys of the cells that a confirming run has to measure: those found slower, in the baseline's order. */
export function cellsToConfirm({ cells }: Comparison): string[] {
  return cells.filter(({ verdict }) => verdict === "slower").map(({ key }) => key);
}

/**
 * `first`, in which a cell stays `slower` only if `again` says slower of it, too; any other answer makes it `inconclusive`
 * with the reason `not-confirmed`. Launches of one run share its bias (heat, what else ran, memory layout), so that more of
 * them confirm nothing; a second run errs anew. A false alarm then needs both to err: alpha over the family in the first,
 * and alpha over the flagged cells alone in the second.
 *
 * @param again the later run against the same baseline with the same options, over just `cellsToConfirm(first)` (the option
 *   `cells` of `compareRuns`). A flagged cell that it lacks, or launches of it that failed there, keep the exit code from 0.
 * @throws UserError where `again` is no fresh, later run, or is of another baseline or other options.
 */
export function confirmComparison(first: Comparison, again: Comparison): Comparison {
  const flagged = cellsToConfirm(first);
  requireConfirming(first, again, flagged);
  const measured = new Map(again.cells.map((cell) => [cell.key, cell]));
  const confirmations = first.cells
    .filter(({ verdict }) => verdict === "slower")
    .map((cell) => cellConfirmation(cell, measured.get(cell.key), again));
  const byKey = new Map(confirmations.map((one) => [one.key, one]));
  const cells = first.cells.map((cell) => {
    const one = byKey.get(cell.key);
    return one === undefined ? cell : afterConfirmation(cell, one);
  });
  const confirmation: Confirmation = {
    run: again.next,
    refused: again.refused,
    cells: confirmations,
    warnings: [...again.warnings, ...cellWarnings(again), ...movedOn(first, again)],
  };
  // Asked until it says yes, chance alone would confirm: a run that says no is not asked again.
  const settled = confirmations.every(({ state }) => state === "confirmed" || state === "refuted");
  return {
    ...first,
    cells,
    confirmation,
    counts: countVerdicts(cells),
    nextCommand: settled && confirmations.length > 0 ? null : first.nextCommand,
    ...gate({ refused: first.refused, cells, confirmation }),
  };
}

function cellConfirmation(
  cell: CellComparison,
  found: CellComparison | undefined,
  { next, refused }: Comparison,
): CellConfirmation {
  const again = found?.gated ?? null;
  const state = stateOf(again);
  const reason = again?.reason.message ?? "it does not have the metric";
  const message = refused === null ? `${STATES[state]} by the run ${next.run}: ${reason}` : refused.message;
  return { key: cell.key, state, message, first: cell.gated.effect!, again };
}

const STATES: Record<ConfirmationState, string> = {
  confirmed: "confirmed",
  refuted: "refuted",
  open: "neither confirmed nor refuted",
  "not measured": "not measured",
  "not comparable": "measured as something else",
};

const NOT_MEASURED: readonly string[] = [
  "cell-missing",
  "base-not-measured",
  "next-not-measured",
  "quality-missed",
  "metric-missing",
];

function stateOf(again: MetricComparison | null): ConfirmationState {
  if (again === null) return "not measured";
  if (again.verdict === "slower") return "confirmed";
  if (again.verdict === "inconclusive") return "open";
  if (again.verdict !== "not comparable") return "refuted";
  return NOT_MEASURED.includes(again.reason.code) ? "not measured" : "not comparable";
}

function afterConfirmation(cell: CellComparison, { state, message }: CellConfirmation): CellComparison {
  const found = cell.reason.message;
  const rung =
    state === "confirmed"
      ? { verdict: "slower" as const, reason: { code: "confirmed" as const, message: `${found}; ${message}` } }
      : {
          verdict: "inconclusive" as const,
          reason: { code: "not-confirmed" as const, message: `${found}; ${message}` },
        };
  return { ...cell, ...rung, gated: { ...cell.gated, ...rung } };
}

function cellWarnings({ cells }: Comparison): Warning[] {
  return cells.flatMap(({ key, warnings }) =>
    warnings.map(({ code, message }) => ({ code, message: `${key}: ${message}` })),
  );
}

/** What changed around the program between the two runs: they then measured two things, and agreement says less. */
function movedOn(first: Comparison, again: Comparison): Warning[] {
  const side = ({ environment }: Comparison) => new Map(environment.map((one) => [`${one.class} ${one.field}`, one]));
  const [before, after] = [side(first), side(again)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
    const [a, b] = [before.get(name), after.get(name)];
    // A field without a difference is as in the baseline, which both comparisons share.
    const [was, is] = [a?.next ?? b!.base, b?.next ?? a!.base];
    if (was === is || (a ?? b)!.class === "identity") return [];
    const message = `${(a ?? b)!.field} was ${was} in the run and is ${is} in the one that is to confirm it`;
    return [{ code: "confirm.environment", message }];
  });
}

function requireConfirming(first: Comparison, again: Comparison, flagged: readonly string[]): void {
  const where = again.next.label;
  const refuse = (code: string, what: string, hint: string) => {
    throw new UserError({ code: `confirm.${code}`, what, where, hint });
  };
  const fresh = "measure the flagged cells again: ncf-bench run, and confirm with that run";
  if (again.base.run !== first.base.run) {
    refuse("other-baseline", `is held against ${again.base.run}, not against ${first.base.run}`, "use one baseline");
  }
  if (again.next.run === first.next.run) {
    refuse("same-run", `a run cannot confirm itself: launches of one run share its bias`, fresh);
  }
  if (!(Date.parse(again.next.createdAt) > Date.parse(first.next.createdAt))) {
    const times = `it begun ${again.next.createdAt}, and ${first.next.run} ${first.next.createdAt}`;
    refuse("not-later", `is not later than the run that it is to confirm: ${times}`, fresh);
  }
  if (JSON.stringify(again.options) !== JSON.stringify(first.options)) {
    refuse("other-options", "was compared with another margin, alpha, level or metric", "use the same for both");
  }
  if (first.options.crossMachine) {
    refuse("cross-machine", "between machines there are no verdicts to confirm", "leave out --cross-machine");
  }
  const seen = [...again.cells.map(({ key }) => key), ...again.skipped];
  if (seen.length !== flagged.length || seen.some((key) => !flagged.includes(key))) {
    throw new Error("the confirming comparison must hold just the cells that were found slower");
  }
}
