import { acceptedLine } from "../harness/compare/accepted-line.js";
import type { Comparison, Verdict } from "../harness/compare/types.js";
import { verdicts } from "../harness/compare/types.js";
import type { CellReport } from "./cells.js";
import { cleanLine } from "./text.js";
import { verdictSymbol } from "./verdict.js";

/** What the page says first. `tone` picks the mark and colour; the text alone says everything. */
export interface SummaryReport {
  tone: "good" | "bad" | "open";
  headline: string;
  /** Why, as the comparison says it. */
  reason: string | null;
  /** E.g. `4 of 5 cells measured, 19 of 25 launches valid`. */
  coverage: string;
  /** Launches without a figure by what happened, the most frequent first. */
  lost: { kind: string; count: number }[];
  /** Verdicts that occurred; null without a comparison. */
  verdicts: { verdict: Verdict; symbol: string; count: number }[] | null;
  baseline: string | null;
  /** Who accepted the baseline, when, in place of what and why; null where nobody did under its name. */
  accepted: string | null;
  nextCommand: string | null;
  cells: number;
  cellsMeasured: number;
  launchesPlanned: number;
  launchesValid: number;
}

export function summaryReport(cells: readonly CellReport[], comparison: Comparison | null): SummaryReport {
  const measured = cells.filter(({ valid }) => valid > 0).length;
  const planned = sum(cells.map((cell) => cell.planned));
  const valid = sum(cells.map((cell) => cell.valid));
  const coverage = {
    coverage: `${comparison === null ? "" : `${measured} of ${count(cells.length, "cell")} measured, `}${valid} of ${count(planned, "launch", "launches")} valid`,
    lost: lostLaunches(cells),
    cells: cells.length,
    cellsMeasured: measured,
    launchesPlanned: planned,
    launchesValid: valid,
  };
  if (comparison === null) {
    const complete = valid === planned && planned > 0;
    return {
      tone: complete ? "good" : measured === 0 ? "bad" : "open",
      headline: headlineOf(cells, measured),
      reason: null,
      verdicts: null,
      baseline: null,
      accepted: null,
      nextCommand: null,
      ...coverage,
    };
  }
  const occurred = verdicts.filter((verdict) => comparison.counts[verdict] > 0);
  return {
    tone: comparison.exitCode === 0 ? "good" : comparison.exitCode === 1 ? "bad" : "open",
    headline: comparison.refused === null ? verdictText(comparison, occurred) : "Not compared",
    reason: cleanLine(comparison.refused?.message ?? comparison.exitReason),
    verdicts: occurred.map((verdict) => ({
      verdict,
      symbol: verdictSymbol(verdict),
      count: comparison.counts[verdict],
    })),
    baseline: cleanLine(comparison.base.label),
    accepted: comparison.base.accepted === undefined ? null : cleanLine(acceptedLine(comparison.base.accepted)),
    nextCommand: comparison.nextCommand === null ? null : cleanLine(comparison.nextCommand),
    ...coverage,
  };
}

function headlineOf(cells: readonly CellReport[], measured: number): string {
  if (measured === 0) return "Nothing was measured";
  const whole = cells.filter(({ state }) => state === "measured").length;
  return whole === cells.length
    ? `All ${count(cells.length, "cell")} measured`
    : `${measured} of ${count(cells.length, "cell")} measured`;
}

function verdictText(comparison: Comparison, occurred: readonly Verdict[]): string {
  if (occurred.length === 0) return "No cell to compare";
  const text = occurred.map((verdict) => `${comparison.counts[verdict]} ${verdict}`).join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lostLaunches(cells: readonly CellReport[]): SummaryReport["lost"] {
  const kinds = new Map<string, number>();
  for (const { kind, launches } of cells.flatMap((cell) => cell.problems)) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + launches.length);
  }
  return [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, count]) => ({ kind, count }));
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
