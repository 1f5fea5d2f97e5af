import { ExitCode } from "../../errors/exit-code.js";
import { compareRuns } from "../compare/compare.js";
import type { MetricsOf } from "../compare/primary-metric.js";
import type { RunData } from "../compare/run-data.js";
import type { Comparison } from "../compare/types.js";

export interface GateOptions {
  margin: number;
  alpha: number;
  metricsOf: MetricsOf;
}

/** The part of a comparison that is calibrated. */
export type Judgement = Pick<Comparison, "cells" | "exitCode">;

/** What is calibrated: what is called of two runs, and what stands of it after a third. */
export interface Gate {
  compare(base: RunData, next: RunData, options: GateOptions): Judgement;
  /** `first`, where what was slower in it must be slower in `again`, too. */
  confirm(first: Judgement, base: RunData, again: RunData, options: GateOptions): Judgement;
}

/** The gate of `ncf-bench compare`. */
export const realGate: Gate = {
  compare: compareRuns,
  confirm: (first, base, again, options) => {
    const flagged = new Set(first.cells.filter(({ verdict }) => verdict === "slower").map(({ key }) => key));
    const second = compareRuns(only(base, flagged), only(again, flagged), options);
    const stands = new Set(second.cells.filter(({ verdict }) => verdict === "slower").map(({ key }) => key));
    return {
      cells: first.cells.map((cell) =>
        flagged.has(cell.key) && !stands.has(cell.key) ? { ...cell, verdict: "inconclusive" } : cell,
      ),
      exitCode: stands.size > 0 ? ExitCode.Regression : ExitCode.Inconclusive,
    };
  },
};

function only(run: RunData, keys: ReadonlySet<string>): RunData {
  return {
    manifest: { ...run.manifest, cells: run.manifest.cells.filter(({ key }) => keys.has(key)) },
    records: run.records.filter(({ key }) => keys.has(key)),
  };
}
