import { compareRuns } from "../../harness/compare/compare.js";
import type { RunData } from "../../harness/compare/run-data.js";
import { HOSTILE, mapText } from "../test-support-hostile.js";
import { metricsOf, sampleRun } from "../test-support-run.js";
import { type ExportInput, exportInput } from "./input.js";

/** A run with all that goes wrong in practice: one cell that cannot be honoured, one crashed launch. */
export const measuredInput = (): ExportInput => exportInput(sampleRun(), metricsOf);

/** The same against a baseline: a slower cell, a faster one, one the same. */
export function comparedInput(): ExportInput {
  const base = sampleRun({ run: "20261120t020000z-aaaa", seed: 99, launches: 7 });
  const run = sampleRun({ slowdown: { 0: 0.91, 2: 1.06 }, seed: 3, launches: 7 });
  const comparison = compareRuns(base, run, { metricsOf, labels: { base: "main", next: "latest" } });
  return exportInput(run, metricsOf, comparison);
}

/** Fields whose words are ours, so that code can choose by them. */
const OURS = new Set([
  ...["schema", "suite", "mode", "engine", "backend", "precision", "xla", "formulation", "scaling", "status"],
  ...["createdAt", "startedAt", "endedAt", "variant"],
]);

/** The run with a hostile text behind every text from outside: data sets, keys, failures, machine, versions. */
export function hostileInput(text: string): ExportInput {
  return exportInput(hostileRun(text), metricsOf);
}

function hostileRun(text: string): RunData {
  const { manifest, records } = sampleRun();
  return mapText({ manifest, records }, OURS, (own) => `${text}${own}`);
}

export { HOSTILE };
