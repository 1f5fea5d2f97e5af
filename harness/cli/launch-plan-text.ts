import type { CellPlan } from "../compare/launch-plan.js";
import { formatPercent, formatSeconds } from "../console/format.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import type { PlannedAgainst } from "./baseline-options.js";

/** What a run against a baseline will be able to show, cell by cell, before it begins. */
export function launchPlanText({ base, label, launchPlan, unknown, missing, confirm }: PlannedAgainst, width?: number) {
  const { goal, cells, budgetSeconds, expectedSeconds } = launchPlan;
  const name = label === base.manifest.run ? label : `${label} = ${base.manifest.run}`;
  const right = { align: "right" as const };
  const columns = [
    { title: "cell" },
    { title: "baseline", ...right },
    { title: "noise", ...right },
    { title: "launches", ...right },
    { title: "sees", ...right },
    { title: "a launch", ...right },
    { title: "time", ...right },
    { title: "note" },
  ];
  const rows = cells.map((cell) => [
    cell.key,
    String(cell.baseLaunches),
    formatPercent(cell.noise),
    String(cell.launches),
    Number.isFinite(cell.mde) ? formatPercent(cell.mde) : "nothing",
    formatSeconds(cell.seconds),
    formatSeconds(cell.expectedSeconds),
    noteOf(cell),
  ]);
  const plain = rows.every((row) => row.at(-1) === "");
  const table = renderTable(
    plain ? columns.slice(0, -1) : columns,
    plain ? rows.map((row) => row.slice(0, -1)) : rows,
    width === undefined ? {} : { width },
  );
  const launches = cells.reduce((sum, cell) => sum + cell.launches, 0);
  const time = formatSeconds(expectedSeconds);
  const within = budgetSeconds === null ? "" : ` of ${formatSeconds(budgetSeconds)}`;
  const again = confirm ? "; what is slower is measured again in a second run" : "; not confirmed by a second run";
  const lines = [
    `Against ${visible(name)}: to find a change of ${formatPercent(goal.detect)} at margin ${formatPercent(goal.margin)}, alpha ${goal.alpha} over ${count(cells.length)}, with ${formatPercent(goal.power)} power`,
    "",
    table.trimEnd(),
    "",
    `${launches} launches, about ${time}${within}${again}`,
    ...(unknown.length === 0
      ? []
      : [`not in the baseline, so measured, not planned for and not gated: ${visible(unknown.join(", "))}`]),
    ...(missing.length === 0
      ? []
      : [`in the baseline and not to be measured here, which passes nothing: ${visible(missing.join(", "))}`]),
  ];
  return `${lines.join("\n")}\n`;
}

function noteOf({ limitedBy, baselineNeeded, showsSame }: CellPlan): string {
  const same = showsSame ? "" : "; cannot show that nothing changed";
  if (limitedBy === "budget") return `limited by the budget${same}`;
  if (limitedBy === null) return "";
  const better = baselineNeeded === null ? "" : `; ${baselineNeeded} launches of both would do`;
  return `limited by the launches${same}${better}`;
}

function count(cells: number): string {
  return cells === 1 ? "1 cell" : `${cells} cells`;
}
