import type { Mismatch } from "../../reference/match.js";
import type { AppliedReference, CheckResult } from "../../reference/types.js";
import { formatPercent, formatSeconds, formatSi, formatSignificant } from "../console/format.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import { type Io, paint } from "./io.js";

/** What each reason means, after the number of figures. */
const REASONS: Record<Mismatch, string> = {
  suite: "are of another workload",
  mode: "are of the other mode",
  device: "are for another GPU, or one that this machine does not have",
  gpus: "are for another number of GPUs",
  precision: "are for another precision",
  xla: "are for another compiler setting",
  dataset: "are for another data set",
  batch: "are for another batch size",
  model: "are for another model",
  emulated: "are for real GPUs; these cells ran on virtual CPU devices",
  formulation: "are for the reference's own operations (formulation layerwise)",
  scaling: "are for one global batch on all numbers of GPUs (strong scaling)",
  "eval-negatives": "are evaluated with another number of negatives",
  topk: "are hit rates at another K",
  algorithm: "are for another algorithm (negatives a positive, optimizer, start)",
  target: "are quality targets, or for another one",
  "not-measured": "would apply, but this run did not measure them",
  ratio: "are ratios of other figures",
  "sample-output": "are single lines of sample output",
  "not-measured-here": "count things that no launch gives",
  "other-definition": "are timed by another definition",
  "batch-not-stated": "do not state their batch size",
  "pre-trained": "are for a model that was trained before",
  "precision-not-offered": "are for a precision that is not offered here",
};

const COLORS = { passed: "green", missed: "red", suspicious: "yellow" } as const;

/** Prints a check for people: what applied, what the hardware bounds, and what did not apply and why. */
export function printCheck(result: CheckResult, io: Io): void {
  const applied = result.cells.flatMap((cell) => cell.applied.map((one) => ({ key: cell.key, one })));
  if (applied.length > 0) io.out(`${appliedTable(applied, io)}\n`);
  if (result.counts.context > 0)
    io.out("(in brackets): another implementation's speed, for context; it decides no exit code\n");
  for (const { one } of applied) io.out(`${visible(`${one.figure.id}: ${one.differences.join("; ")}`)}\n`);
  if (applied.length > 0) io.out("\n");
  for (const { key: name, roofline, qualityMissed, planned, valid } of result.cells) {
    const key = visible(name);
    if (roofline !== null && roofline.share !== null) {
      const share = `${formatPercent(roofline.share)} of what ${visible(roofline.device)} can do at most (${formatSi(roofline.bound, "items/s")})`;
      io.out(`${key}: ${share}\n`);
      for (const { launch, throughput } of roofline.invalid) {
        io.out(
          `${key}: launch ${launch} is invalid: ${formatSi(throughput, "items/s")} is more than the hardware can do\n`,
        );
      }
    }
    for (const { launch, message } of qualityMissed) io.out(`${key}: launch ${launch}: ${visible(message)}\n`);
    if (valid < planned) io.out(`${key}: ${valid} of ${planned} launches count\n`);
  }
  const { counts } = result;
  io.out(`${counts.figures} figures: ${counts.applied} applied, ${counts.notApplicable} not applicable\n`);
  const reasons = Object.entries(counts.reasons).sort(([, a], [, b]) => b - a) as [Mismatch, number][];
  for (const [reason, count] of reasons) io.out(`  ${String(count).padStart(4)} ${REASONS[reason]}\n`);
  io.out(`\n${visible(result.exitReason)} (exit ${result.exitCode})\n`);
}

function appliedTable(applied: readonly { key: string; one: AppliedReference }[], io: Io): string {
  const right = { align: "right" as const };
  const columns = [
    { title: "cell" },
    { title: "quantity" },
    { title: "published", ...right },
    { title: "measured", ...right },
    { title: "ratio", ...right },
    { title: "band", ...right },
    { title: "n", ...right },
    {
      title: "verdict",
      style: (text: string, row: number) => paint(io.color.out, COLORS[applied[row]!.one.verdict], text),
    },
    { title: "figure" },
  ];
  const rows = applied.map(({ key, one }) => [
    key,
    one.figure.measures!.quantity,
    figureText(one.figure.value, one.unit),
    one.measured === null ? "none" : figureText(one.measured, one.unit),
    one.ratio === null ? "" : formatSignificant(one.ratio),
    `${figureText(one.band.low, one.unit)} … ${figureText(one.band.high, one.unit)}`,
    `${one.valid}/${one.planned}`,
    one.gated ? one.verdict : `(${one.verdict})`,
    one.figure.id,
  ]);
  return renderTable(columns, rows, io.columns === undefined ? {} : { width: io.columns });
}

function figureText(value: number, unit: string): string {
  if (unit === "s") return formatSeconds(value);
  return unit === "" ? formatSignificant(value, 4) : formatSi(value, unit);
}
