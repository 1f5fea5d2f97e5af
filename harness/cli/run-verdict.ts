import { basename, dirname, join } from "node:path";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { suiteMetrics } from "../../suites/metrics.js";
import { type CompareRunsOptions, compareRuns } from "../compare/compare.js";
import { cellsToConfirm, confirmComparison } from "../compare/confirm.js";
import { restrictRun } from "../compare/restrict.js";
import type { Comparison } from "../compare/types.js";
import type { Against, RunManifest } from "../run/manifest.js";
import { createRunDir, type Run, resolveRun, writeManifest } from "../run/run-dir.js";
import { findRunOrBaseline } from "./run-arguments.js";

const LAUNCHES_ONLY = { samples: false };

/** Id of the run that confirms a run, and with it the folder's: beside the run's own, so that a resumed run finds it. */
export function confirmationOf(run: string): string {
  return `${run}-confirm`;
}

export function confirmationFolder(dir: string): string {
  return join(dirname(dir), confirmationOf(basename(dir)));
}

/** The baseline that a run was planned from. Throws `UserError`, exit code 4, where its name means another run by now. */
export async function baselineOf({ baseline, run }: Against, cwd: string): Promise<Run> {
  const found = await findRunOrBaseline(baseline, cwd, LAUNCHES_ONLY);
  if (found.manifest.run === run) return found;
  throw new UserError({
    code: "run.baseline-changed",
    what: `${baseline} is now the run ${found.manifest.run}; this run was planned against ${run}`,
    where: "--resume",
    hint: "begin a new run against the new baseline",
    exitCode: ExitCode.Refused,
  });
}

/**
 * Compares a measured run with its baseline, and has what is slower measured again where the run is to be confirmed.
 *
 * @param measureAgain makes the missing launches of the confirming run; true where it was stopped.
 */
export async function verdictOn(
  dir: string,
  against: Against,
  cwd: string,
  measureAgain: (run: Run) => Promise<boolean>,
): Promise<{ comparison: Comparison; interrupted: boolean }> {
  const base = await baselineOf(against, cwd);
  const run = await resolveRun(dir, cwd, LAUNCHES_ONLY);
  const { margin, alpha, confirmation, cells } = against;
  const options: CompareRunsOptions = { margin, alpha, metricsOf: suiteMetrics };
  const label = (next: Run) => ({ base: against.baseline, next: next.manifest.run });
  const first = compareRuns(base, run, { ...options, labels: label(run), ...(cells === null ? {} : { cells }) });
  const flagged = cellsToConfirm(first);
  if (confirmation === null || flagged.length === 0) return { comparison: first, interrupted: false };
  const folder = confirmationFolder(run.dir);
  if (await measureAgain(await confirmingRun(run, folder, flagged, cwd)))
    return { comparison: first, interrupted: true };
  const again = await resolveRun(folder, cwd, LAUNCHES_ONLY);
  const second = compareRuns(base, again, { ...options, labels: label(again), cells: flagged });
  return { comparison: confirmComparison(first, second), interrupted: false };
}

/** The confirming run as far as it was measured, or a new one of the flagged cells alone. */
async function confirmingRun(run: Run, folder: string, flagged: readonly string[], cwd: string): Promise<Run> {
  const begun = await resolveRun(folder, cwd).catch((error: unknown) => {
    if (error instanceof UserError && error.code === "run.unknown") return null;
    throw error;
  });
  if (begun !== null) {
    if (begun.manifest.confirms === run.manifest.run) return begun;
    throw new UserError({
      code: "run.exists",
      what: `another run lies where ${run.manifest.run} is to be confirmed`,
      where: folder,
      hint: "move it away, then go on: ncf-bench run --resume",
    });
  }
  const { against: _, ...planned } = restrictRun(run, new Set(flagged)).manifest;
  const id = confirmationOf(run.manifest.run);
  const manifest: RunManifest = {
    ...planned,
    run: id,
    createdAt: new Date().toISOString(),
    confirms: run.manifest.run,
  };
  const dir = await createRunDir(id, cwd, folder);
  await writeManifest(dir, manifest);
  return { dir, manifest, records: [], damage: [] };
}
