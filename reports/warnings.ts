import { recordsByCell } from "../harness/compare/launches.js";
import type { RunData } from "../harness/compare/run-data.js";
import type { Comparison } from "../harness/compare/types.js";
import type { Warning } from "../suites/suite.js";
import type { CellReport } from "./cells.js";
import { isObject } from "./facts.js";
import { cleanLine, cleanText } from "./text.js";

/** One warning, said once, with where it was raised. */
export interface WarningReport {
  code: string;
  message: string;
  /** Launches that raised it; 0 where it is about the run, the machine or the comparison. */
  launches: number;
  /** Labels of the cells that raised it, or `machine`, `comparison`, `records`. */
  where: string[];
}

/** Every warning of launches, machine, record file and comparison; equal ones together, in the order of first appearance. */
export function warningReports(
  run: RunData,
  cells: readonly CellReport[],
  comparison: Comparison | null,
): WarningReport[] {
  const found = new Map<string, WarningReport>();
  const add = ({ code, message }: Warning, where: string, launches: number) => {
    const key = JSON.stringify([code, message]);
    const known = found.get(key) ?? { code: cleanLine(code), message: cleanText(message), launches: 0, where: [] };
    known.launches += launches;
    if (!known.where.includes(where)) known.where.push(where);
    found.set(key, known);
  };
  for (const warning of machineWarnings(run.manifest.machine)) add(warning, "machine", 0);
  for (const { line, message } of run.damage ?? []) {
    add({ code: "record-damaged", message: `line ${line} of the records: ${message}` }, "records", 0);
  }
  const { cells: records, strangers } = recordsByCell(run);
  if (strangers > 0) {
    const message = `${strangers} record${strangers === 1 ? "" : "s"} of other runs or unplanned launches left out`;
    add({ code: "record-foreign", message }, "records", 0);
  }
  run.manifest.cells.forEach(({ key }, i) => {
    for (const record of records.get(key)?.values() ?? []) {
      for (const warning of record.warnings) add(warning, cells[i]!.label, 1);
    }
  });
  const labels = new Map(run.manifest.cells.map(({ key }, i) => [key, cells[i]!.label]));
  for (const warning of comparison?.warnings ?? []) add(warning, "comparison", 0);
  for (const { key, warnings } of comparison?.cells ?? []) {
    for (const warning of warnings) add(warning, labels.get(key) ?? cleanLine(key), 0);
  }
  return [...found.values()];
}

function machineWarnings({ warnings }: RunData["manifest"]["machine"]): Warning[] {
  if (!Array.isArray(warnings)) return [];
  return warnings.filter(
    (warning): warning is Warning =>
      isObject(warning) && typeof warning.code === "string" && typeof warning.message === "string",
  );
}
