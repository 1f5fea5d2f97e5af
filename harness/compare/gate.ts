import { ExitCode } from "../../errors/exit-code.js";
import type { CellComparison, Comparison, Confirmation, MetricComparison, ReasonCode, Verdict } from "./types.js";
import { verdicts } from "./types.js";

const WORK_DIFFERS: readonly ReasonCode[] = [
  "protocol-mismatch",
  "protocol-mixed",
  "protocol-missing",
  "backend-mismatch",
];

type GateInput = Pick<Comparison, "refused" | "cells"> & { confirmation?: Confirmation | null };

/**
 * The exit code of a comparison. What is certain and bad comes first: a regression or a missed quality target (1) stands
 * whatever else is missing; then what could not be compared by right (4), what was not measured (5), and what is still
 * open (3). 0 only when every cell of the baseline was measured in full and none of this holds. A confirming run is held
 * to the same: a flagged cell that it did not measure as planned passes nothing.
 */
export function gate({ refused, cells, confirmation = null }: GateInput): { exitCode: ExitCode; exitReason: string } {
  if (refused !== null) return { exitCode: ExitCode.Refused, exitReason: `refused: ${refused.message}` };
  const flagged = confirmation?.cells ?? [];
  const there = "in the confirming run";
  const slower = cells.filter((cell) => cell.verdict === "slower");
  if (slower.length > 0) {
    const confirmed = confirmation === null ? "" : `, confirmed by the run ${confirmation.run.run}`;
    return { exitCode: ExitCode.Regression, exitReason: `${count(slower)} slower${confirmed}` };
  }
  const missed = cells.filter(({ gated }) => missedTarget(gated));
  if (missed.length > 0) {
    return { exitCode: ExitCode.Regression, exitReason: `${count(missed)} missed the quality target` };
  }
  const missedAgain = flagged.filter(({ again }) => again !== null && missedTarget(again));
  if (missedAgain.length > 0) {
    return { exitCode: ExitCode.Regression, exitReason: `${count(missedAgain)} missed the quality target ${there}` };
  }
  const different = cells.filter((cell) => WORK_DIFFERS.includes(cell.reason.code));
  if (different.length > 0) {
    return { exitCode: ExitCode.Refused, exitReason: `${count(different)} did other work than in the baseline` };
  }
  if (confirmation !== null && flagged.length > 0 && confirmation.refused !== null) {
    return { exitCode: ExitCode.Refused, exitReason: `the confirming run is refused: ${confirmation.refused.message}` };
  }
  const otherwise = flagged.filter(({ state }) => state === "not comparable");
  if (otherwise.length > 0) {
    return { exitCode: ExitCode.Refused, exitReason: `${count(otherwise)} did other work ${there}` };
  }
  if (cells.length === 0) return { exitCode: ExitCode.Incomplete, exitReason: "the baseline has no cell to compare" };
  const incomplete = cells.filter(({ gated }) => isIncomplete(gated));
  if (incomplete.length > 0) {
    return { exitCode: ExitCode.Incomplete, exitReason: `${count(incomplete)} not measured as planned` };
  }
  const lacking = flagged.filter(({ again }) => again === null || isIncomplete(again));
  if (lacking.length > 0) {
    return { exitCode: ExitCode.Incomplete, exitReason: `${count(lacking)} not measured as planned ${there}` };
  }
  const open = cells.filter((cell) => cell.verdict === "inconclusive");
  if (open.length > 0) {
    const unconfirmed = open.filter((cell) => cell.reason.code === "not-confirmed");
    const slow =
      unconfirmed.length === 0 ? "" : `${count(unconfirmed)} slower, but not in the run that was to confirm it`;
    const rest = open.filter((cell) => cell.reason.code !== "not-confirmed");
    const still = rest.length === 0 ? "" : `${count(rest)} still open`;
    return { exitCode: ExitCode.Inconclusive, exitReason: [slow, still].filter((text) => text !== "").join("; ") };
  }
  if (cells.every((cell) => cell.reason.code === "cross-machine")) {
    return { exitCode: ExitCode.Ok, exitReason: "different machines: ratios for information, no verdict" };
  }
  return { exitCode: ExitCode.Ok, exitReason: "everything was measured and nothing is slower" };
}

/**
 * Whether a cell keeps the run from passing: missing, without a valid launch on a side, or with fewer valid launches in the
 * newer run than were planned, since launches that hang or crash are not a random sample of all. A baseline short of
 * launches only costs power.
 */
export function isIncomplete({ base, next }: Pick<MetricComparison, "base" | "next">): boolean {
  return next.planned === 0 || base.valid === 0 || next.valid < next.planned;
}

export function countVerdicts(cells: readonly CellComparison[]): Record<Verdict, number> {
  return Object.fromEntries(
    verdicts.map((verdict) => [verdict, cells.filter((cell) => cell.verdict === verdict).length]),
  ) as Record<Verdict, number>;
}

function missedTarget({ next }: Pick<MetricComparison, "next">): boolean {
  return next.excluded.some((launch) => launch.code === "quality-missed");
}

function count(cells: readonly { key: string }[]): string {
  return cells.length === 1 ? `1 cell (${cells[0]!.key})` : `${cells.length} cells`;
}
