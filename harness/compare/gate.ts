import { ExitCode } from "../../errors/exit-code.js";
import type { AddedCell, CellComparison, Comparison, ReasonCode, Verdict } from "./types.js";
import { verdicts } from "./types.js";

const WORK_DIFFERS: readonly ReasonCode[] = [
  "protocol-mismatch",
  "protocol-mixed",
  "protocol-missing",
  "backend-mismatch",
];

type GateInput = Pick<Comparison, "refused" | "cells">;

/**
 * The exit code of a comparison. What is certain and bad comes first: a regression or a missed quality target (1) stands
 * whatever else is missing; then what could not be compared by right (4), what was not measured (5), and what is still
 * open (3). 0 only when every cell of the baseline was measured in full and none of this holds.
 */
export function gate({ refused, cells }: GateInput): { exitCode: ExitCode; exitReason: string } {
  if (refused !== null) return { exitCode: ExitCode.Refused, exitReason: `refused: ${refused.message}` };
  const slower = cells.filter((cell) => cell.verdict === "slower");
  const missed = cells.filter((cell) => cell.gated.next.excluded.some((launch) => launch.code === "quality-missed"));
  const different = cells.filter((cell) => WORK_DIFFERS.includes(cell.reason.code));
  const incomplete = cells.filter(isIncomplete);
  const open = cells.filter((cell) => cell.verdict === "inconclusive");
  if (slower.length > 0) return { exitCode: ExitCode.Regression, exitReason: `${count(slower)} slower` };
  if (missed.length > 0) {
    return { exitCode: ExitCode.Regression, exitReason: `${count(missed)} missed the quality target` };
  }
  if (different.length > 0) {
    return { exitCode: ExitCode.Refused, exitReason: `${count(different)} did other work than in the baseline` };
  }
  if (cells.length === 0) return { exitCode: ExitCode.Incomplete, exitReason: "the baseline has no cell to compare" };
  if (incomplete.length > 0) {
    return { exitCode: ExitCode.Incomplete, exitReason: `${count(incomplete)} not measured as planned` };
  }
  if (open.length > 0) return { exitCode: ExitCode.Inconclusive, exitReason: `${count(open)} still open` };
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
export function isIncomplete(cell: CellComparison): boolean {
  const { base, next } = cell.gated;
  return next.planned === 0 || base.valid === 0 || next.valid < next.planned;
}

export function countVerdicts(cells: readonly CellComparison[]): Record<Verdict, number> {
  return Object.fromEntries(
    verdicts.map((verdict) => [verdict, cells.filter((cell) => cell.verdict === verdict).length]),
  ) as Record<Verdict, number>;
}

function count(cells: readonly (CellComparison | AddedCell)[]): string {
  return cells.length === 1 ? `1 cell (${cells[0]!.key})` : `${cells.length} cells`;
}
