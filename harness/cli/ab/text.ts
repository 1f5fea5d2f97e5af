import type { AbComparison } from "../../ab/analyse.js";
import { ASSUMED_NOISE } from "../../ab/design.js";
import type { Experiment } from "../../ab/experiment.js";
import { PAIRS_OF_BLOCK, type Side } from "../../ab/order.js";
import type { MetricComparison } from "../../compare/types.js";
import { formatPercent } from "../../console/format.js";
import { renderTable } from "../../console/table.js";
import { visible } from "../../console/visible.js";
import type { Plan } from "../../plan/plan.js";
import { causesText, environmentText, printOutcome, verdictTable } from "../compare-text.js";
import type { Io } from "../io.js";

/** Prints an experiment for people: what was compared, the environment's difference, the verdicts, and what to do. */
export function printAb(comparison: AbComparison, io: Io): void {
  io.out(`A  ${visible(comparison.a)}\nB  ${visible(comparison.b)}\n\n`);
  io.out(`${environmentText(comparison.environment, ["A", "B"], widthOf(io))}\n`);
  const text = ({ base }: MetricComparison) => `${base.valid}/${base.planned}`;
  io.out(`${verdictTable(comparison.cells, io, { title: "pairs", text })}\n`);
  const open = comparison.cells.filter(({ verdict }) => verdict !== "same");
  for (const cell of open) {
    // Where nothing else is known to differ, the variants themselves do.
    const causes = cell.causes?.differ.length ? causesText(cell) : "";
    io.out(`${visible(`${cell.key}: ${cell.reason.message}`)}${needText(cell)}${causes}\n`);
  }
  if (open.length > 0) io.out("\n");
  printOutcome(comparison, io);
}

/** Prints what an experiment would measure. `finds`: the smallest change that it would find, as a share. */
export function printAbPlan(experiment: Experiment, plans: Record<Side, Plan>, finds: number, io: Io): void {
  io.out(`A  ${visible(experiment.a.label)}\nB  ${visible(experiment.b.label)}\n\n`);
  const launched = new Set(experiment.order.map(([, cell]) => cell));
  const rows = plans.a.cells.map((cell, i) => {
    const [a, b] = [plans.a.unsupported[i], plans.b.unsupported[i]];
    const notes = [a ? `A: unsupported: ${a.reason}` : "", b ? `B: unsupported: ${b.reason}` : ""].filter(Boolean);
    return [
      String(i + 1),
      cell.key,
      launched.has(i) ? String(experiment.blocks * PAIRS_OF_BLOCK) : "0",
      notes.join("; "),
    ];
  });
  const right = { align: "right" as const };
  const columns = [{ title: "#", ...right }, { title: "cell" }, { title: "pairs", ...right }, { title: "note" }];
  io.out(`${renderTable(columns, rows, widthOf(io))}\n`);
  if (experiment.order.length === 0) {
    io.out("Nothing to launch: no cell can be measured by both.\n");
    return;
  }
  const order = experiment.order.map(([side, cell]) => `${side.toUpperCase()}${cell + 1}`);
  const shown = order.length <= 24 ? order.join(" ") : `${order.slice(0, 24).join(" ")} …`;
  io.out(`${order.length} launches in blocks of four, by seed ${experiment.seed}: ${shown}\n`);
  io.out(
    `Finds a change of ${formatPercent(finds)} or more four times in five, where paired launches differ by ${formatPercent(ASSUMED_NOISE)}.\n`,
  );
}

function needText({ verdict, gated }: AbComparison["cells"][number]): string {
  if (verdict !== "inconclusive") return "";
  const need = gated.launchesNeeded;
  return need === null
    ? "; no reasonable number of pairs decides it: the change sits at the margin"
    : `; ${need.next} pairs would decide it`;
}

function widthOf(io: Io): { width?: number } {
  return io.columns === undefined ? {} : { width: io.columns };
}
