import type { BisectOutcome } from "../../bisect/evaluate.js";
import { formatPercent } from "../../console/format.js";
import { renderTable } from "../../console/table.js";
import { visible } from "../../console/visible.js";
import { changeText, intervalText } from "../compare-figures.js";
import type { Io } from "../io.js";

/** Prints what a bisection found: a row a variant, then the answer. */
export function printBisection(outcome: BisectOutcome, io: Io): void {
  const right = { align: "right" as const };
  const rows = outcome.variants.map(({ label, pairs, planned, effect, probability }, variant) => [
    String(variant),
    label,
    variant === 0 ? "" : `${pairs}/${planned}`,
    variant === 0 ? "good end" : changeText(effect),
    variant === 0 ? "" : intervalText(effect),
    probability === null ? "" : formatPercent(probability),
  ]);
  const columns = [
    { title: "#", ...right },
    { title: "variant" },
    { title: "pairs", ...right },
    { title: "change", ...right },
    { title: "95 % interval", ...right },
    { title: "step here", ...right },
  ];
  io.out(`${renderTable(columns, rows, io.columns === undefined ? {} : { width: io.columns })}\n`);
  for (const { message } of outcome.warnings) io.err(`warning: ${visible(message)}\n`);
  if (outcome.status === "found") {
    const { from, to, probability } = outcome.answer!;
    const labels = outcome.variants.slice(from, to + 1).map(({ label }) => label);
    const change = formatPercent(outcome.ratio! - 1, { signed: true });
    io.out(
      `The step of ${change} came with ${visible(labels.join(" or "))} (probability ${probability.toFixed(3)}).\n`,
    );
  }
  io.out(`${outcome.probes} probes: ${outcome.exitReason} (exit ${outcome.exitCode})\n`);
}

/** One line a probe, while the search goes on. */
export function tellProbe(outcome: BisectOutcome, variant: number, probe: number, io: Io): void {
  const { label } = outcome.variants[variant]!;
  const last = outcome.variants.length - 1;
  const why =
    outcome.next === null || outcome.answer === null
      ? "the ends"
      : `likeliest so far ${outcome.answer.to} (${formatPercent(outcome.answer.probability)}); expected ${outcome.next.bits.toFixed(2)} bits`;
  io.err(`probe ${probe + 1}: variant ${variant} of ${last}, ${visible(`${label}: ${why}`)}\n`);
}
