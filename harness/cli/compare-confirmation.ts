import type { CellConfirmation, Confirmation } from "../compare/types.js";
import { formatSignificant } from "../console/format.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import { changeText, countText, intervalText } from "./compare-figures.js";

/** What the confirming run says of each cell that was found slower. */
export function confirmationText({ run, refused, cells }: Confirmation, width: { width?: number }): string {
  if (cells.length === 0) return `Nothing was found slower, so the run ${visible(run.run)} has nothing to confirm.\n`;
  if (refused !== null) return `${visible(`The run ${run.run} confirms nothing: ${refused.message}`)}\n`;
  const right = { align: "right" as const };
  const columns = [
    { title: "cell that was slower" },
    { title: "in the run that is to confirm" },
    { title: "change", ...right },
    { title: "again", ...right },
    { title: "95 % interval", ...right },
    { title: "p adj.", ...right },
    { title: "n", ...right },
  ];
  return renderTable(columns, cells.map(confirmationRow), width);
}

function confirmationRow({ key, state, first, again }: CellConfirmation): string[] {
  const p = again?.adjustedP ?? null;
  return [
    key,
    state,
    changeText(first),
    changeText(again?.effect ?? null),
    intervalText(again?.effect ?? null),
    p === null ? "-" : formatSignificant(p, 2),
    again === null ? "-" : countText(again),
  ];
}
