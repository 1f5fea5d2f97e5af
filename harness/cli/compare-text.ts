import { acceptedLine } from "../compare/accepted-line.js";
import { causeLines } from "../compare/causes/text.js";
import type { CellComparison, Comparison, MetricComparison, RunReference, Verdict } from "../compare/types.js";
import { verdicts } from "../compare/types.js";
import { formatPercent, formatSi, formatSignificant } from "../console/format.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import { confirmationText } from "./compare-confirmation.js";
import { changeText, countText, intervalText, mediansText } from "./compare-figures.js";
import { type Io, paint } from "./io.js";

const COLORS: Record<Verdict, Parameters<typeof paint>[1]> = {
  slower: "red",
  faster: "green",
  same: "green",
  inconclusive: "yellow",
  "not comparable": "magenta",
};

/** Prints a comparison for people: the environment's difference first, then verdicts, then what to do. */
export function printComparison(comparison: Comparison, io: Io, options: { all: boolean }): void {
  const width = io.columns === undefined ? {} : { width: io.columns };
  const { base, next, confirmation } = comparison;
  io.out(
    renderTable(
      [{ title: "" }, { title: "run" }, { title: "matrix" }, { title: "begun" }, { title: "valid launches" }],
      [
        ["baseline", ...runRow(base)],
        ["newer", ...runRow(next)],
        ...(confirmation === null ? [] : [["to confirm", ...runRow(confirmation.run)]]),
      ],
      width,
    ),
  );
  io.out(acceptedText(base));
  const differs = environmentText(comparison.environment, ["baseline", "newer"], width);
  io.out(`\n${differs}${sentinelText(comparison)}\n`);
  if (comparison.refused === null) {
    io.out(`${verdictTable(comparison.cells, io, { title: "n", text: countText })}\n`);
    if (confirmation !== null) io.out(`${confirmationText(confirmation, width)}\n`);
    io.out(othersText(comparison, options.all, width));
    const notes = notesOf(comparison);
    if (notes.length > 0) io.out(`${notes.join("\n")}\n\n`);
  }
  const warnings = [...comparison.warnings, ...(confirmation?.warnings ?? [])];
  printOutcome({ ...comparison, warnings }, io);
}

/** Warnings on stderr, then the counts, the exit code with its reason, and the command to run next. */
export function printOutcome(
  outcome: Pick<Comparison, "cells" | "warnings" | "counts" | "exitCode" | "exitReason" | "nextCommand">,
  io: Io,
): void {
  for (const { key, warnings } of outcome.cells) {
    for (const warning of warnings) io.err(`warning: ${visible(`${key}: ${warning.message}`)}\n`);
  }
  for (const warning of outcome.warnings) io.err(`warning: ${visible(warning.message)}\n`);
  const counted = verdicts.filter((verdict) => outcome.counts[verdict] > 0);
  const summary = counted.map((verdict) => `${outcome.counts[verdict]} ${verdict}`).join(", ");
  io.out(`${summary || "no cells"}: ${visible(outcome.exitReason)} (exit ${outcome.exitCode})\n`);
  if (outcome.nextCommand !== null) io.out(`Next: ${visible(outcome.nextCommand)}\n`);
}

/** One line for each cell that is not `same`, and for what is not in the table. */
function notesOf({ cells, added, skipped }: Comparison): string[] {
  const open = cells.filter(({ verdict }) => verdict !== "same");
  return [
    ...open.map((cell) => `${visible(`${cell.key}: ${cell.reason.message}`)}${needText(cell)}${causesText(cell)}`),
    ...added.map(({ key, metric, next }) => {
      const value = next.median === null ? "not measured" : formatSi(next.median);
      return visible(`${key}: only in the newer run, ${metric} ${value}, not gated`);
    }),
    ...(skipped.length > 0 ? [`cells that do not have this metric: ${skipped.length}`] : []),
  ];
}

/** What differs and may be why, a line each below the reason. */
export function causesText({ causes }: CellComparison): string {
  return causes === null
    ? ""
    : causeLines(causes)
        .map((line) => `\n  ${visible(line)}`)
        .join("");
}

function runRow(run: RunReference): string[] {
  const name = run.label === run.run ? run.run : `${run.label} = ${run.run}`;
  return [name, run.matrix, run.createdAt, `${run.launchesValid} of ${run.launchesPlanned}`];
}

/** Who made the baseline what it is, and why; empty where nothing was accepted. */
function acceptedText({ label, accepted }: RunReference): string {
  return accepted === undefined ? "" : `${visible(`${label} was accepted ${acceptedLine(accepted)}`)}\n`;
}

/** What differs around the program, under the names of the two sides. */
export function environmentText(
  environment: Comparison["environment"],
  [base, next]: readonly [string, string],
  width: { width?: number },
): string {
  if (environment.length === 0) return "Environment: no difference\n";
  const rows = environment.map((one) => [one.field, one.base, one.next, one.class]);
  const columns = [{ title: "environment" }, { title: base }, { title: next }, { title: "kind" }];
  return renderTable(columns, rows, width);
}

/** What the frozen programs say of the machine between the runs. */
function sentinelText({ sentinels }: Comparison): string {
  return sentinels
    .map((move) => {
      const change = `${changeText(move)} of time (${intervalText(move)})`;
      return `Sentinel ${visible(move.sentinel)}: ${change}, ${move.moved ? "the machine moved" : "the machine is as it was"}\n`;
    })
    .join("");
}

/** A row a cell: its verdict and the figures that it rests on. */
export function verdictTable(
  cells: readonly CellComparison[],
  io: Io,
  count: { title: string; text: (metric: MetricComparison) => string },
): string {
  const right = { align: "right" as const };
  const columns = [
    { title: "cell" },
    {
      title: "verdict",
      style: (text: string, row: number) => paint(io.color.out, COLORS[cells[row]!.verdict], text),
    },
    { title: "change", ...right },
    { title: "95 % interval", ...right },
    { title: "p adj.", ...right },
    { title: count.title, ...right },
    { title: "medians", ...right },
    { title: "sees", ...right },
    { title: "reason" },
  ];
  const rows = cells.map(({ key, verdict, gated, reason }) => [
    key,
    verdict,
    changeText(gated.effect),
    intervalText(gated.effect),
    gated.adjustedP === null ? "-" : formatSignificant(gated.adjustedP, 2),
    count.text(gated),
    mediansText(gated),
    gated.mde === null ? "-" : formatPercent(gated.mde),
    reason.code,
  ]);
  return renderTable(columns, rows, io.columns === undefined ? {} : { width: io.columns });
}

/** Metrics that no gate rests on: the ones that moved, or all of them. */
function othersText({ cells }: Comparison, all: boolean, width: { width?: number }): string {
  const others = cells.flatMap((cell) => cell.others.map((metric) => ({ cell, metric })));
  const shown = all
    ? others
    : others.filter(({ metric }) => metric.verdict === "slower" || metric.verdict === "faster");
  const rest = others.length - shown.length;
  const hidden = rest === 0 ? "" : `Other metrics that did not move or are open: ${rest} (--all shows them)\n`;
  if (shown.length === 0) return hidden === "" ? "" : `${hidden}\n`;
  return `Other metrics, which decide no exit code:\n${othersTable(shown, width)}${hidden}\n`;
}

function othersTable(
  others: readonly { cell: CellComparison; metric: MetricComparison }[],
  width: { width?: number },
): string {
  const right = { align: "right" as const };
  const columns = [
    { title: "cell" },
    { title: "metric" },
    { title: "change", ...right },
    { title: "95 % interval", ...right },
    { title: "n", ...right },
    { title: "medians", ...right },
    { title: "reads as" },
  ];
  const rows = others.map(({ cell, metric }) => [
    cell.key,
    metric.metric,
    changeText(metric.effect),
    intervalText(metric.effect),
    countText(metric),
    mediansText(metric),
    metric.verdict,
  ]);
  return renderTable(columns, rows, width);
}

/** How many launches would settle an open verdict, at the noise seen. */
function needText({ verdict, gated, reason }: CellComparison): string {
  if (verdict !== "inconclusive" || ["not-confirmed", "disturbed"].includes(reason.code)) return "";
  if (reason.code === "machine-moved") return "; measure again when it is as it was";
  const need = gated.launchesNeeded;
  if (need === null) return "; no reasonable number of launches decides it: the change sits at the margin";
  return need.base === null
    ? `; ${need.next} launches of the newer run would decide it`
    : `; ${need.next} launches of both runs would decide it`;
}
