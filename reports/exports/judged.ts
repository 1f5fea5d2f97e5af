import type { CellComparison, Comparison } from "../../harness/compare/types.js";
import type { Cell } from "../../suites/cell.js";
import { cleanLine } from "../text.js";
import { type ExportCell, type ExportInput, exclusionText } from "./input.js";

/** `incomplete`: some planned launches gave no figure. `undecided`: inconclusive, or not comparable by right. */
export type Outcome =
  | "passed"
  | "slower"
  | "quality-missed"
  | "not measured"
  | "incomplete"
  | "unsupported"
  | "undecided";

/** A cell as pass-or-fail formats need it: the comparison's verdict first, then what was measured. */
export interface Judged {
  key: string;
  cell: Cell;
  outcome: Outcome;
  /** Reason code, or kind of failure. */
  code: string;
  message: string;
  /** Null for a cell that the run's plan lacks and the baseline has. */
  measured: ExportCell | null;
}

/**
 * Every cell of the run in the plan's order, then those that the baseline has and the run lacks. As in the exit code: a
 * regression or a missed target stands whatever else is missing, and what is missing is never a pass.
 */
export function judgedCells({ cells, comparison }: ExportInput): Judged[] {
  const own = new Set(cells.map(({ compared }) => compared));
  const lacking = comparison?.cells.filter((cell) => cell.reason.code === "cell-missing" && !own.has(cell)) ?? [];
  return [
    ...cells.map((cell): Judged => {
      const { key } = cell;
      return {
        key,
        cell: cell.cell,
        measured: cell,
        ...outcomeOf(cell, comparison),
      };
    }),
    ...lacking.map(
      ({ key, cell, reason }): Judged => ({
        key: cleanLine(key),
        cell,
        outcome: "not measured",
        code: reason.code,
        message: cleanLine(reason.message),
        measured: null,
      }),
    ),
  ];
}

function outcomeOf(cell: ExportCell, comparison: Comparison | null): Pick<Judged, "outcome" | "code" | "message"> {
  const { side, launches, compared } = cell;
  const [first] = side.excluded;
  const said = compared === null ? null : { code: compared.reason.code, message: cleanLine(compared.reason.message) };
  if (said !== null && compared?.verdict === "slower") return { outcome: "slower", ...said };
  if (first !== undefined) {
    const kinds = new Set(side.excluded.map(({ code }) => code));
    if (kinds.has("quality-missed"))
      return { outcome: "quality-missed", code: "quality-missed", message: exclusionText(cell) };
    const code = cleanLine(launches[first.launch]?.record?.failure?.kind ?? first.code);
    const all = side.valid === 0;
    const outcome =
      all && kinds.size === 1 && kinds.has("unsupported") ? "unsupported" : all ? "not measured" : "incomplete";
    return { outcome, code, message: exclusionText(cell) };
  }
  if (side.planned === 0) return { outcome: "not measured", code: "not-recorded", message: "no launch was planned" };
  if (said === null || compared === null) {
    return comparison === null
      ? { outcome: "passed", code: "measured", message: `${side.valid} launches measured` }
      : { outcome: "passed", code: "added", message: "the baseline has no such cell" };
  }
  return { outcome: isPass(compared) ? "passed" : "undecided", ...said };
}

function isPass({ verdict }: CellComparison): boolean {
  return verdict === "same" || verdict === "faster";
}
