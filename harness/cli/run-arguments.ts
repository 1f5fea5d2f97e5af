import { acceptanceOf, readAccepted } from "../compare/accepted.js";
import { isBaseline, readBaseline } from "../compare/baseline.js";
import type { RunData } from "../compare/run-data.js";
import { type Run, resolveRun } from "../run/run-dir.js";

/**
 * A run by a baseline's name, a run's id, a path, or `latest`; a baseline's name goes first, and brings what was accepted under
 * it. Throws `UserError`.
 *
 * @param reading what of the records is read; see `readRecords`.
 */
export async function findRunOrBaseline(
  label: string,
  cwd: string,
  reading?: { samples?: boolean },
): Promise<Run & Pick<RunData, "acceptance">> {
  if (!(await isBaseline(label, cwd))) return resolveRun(label, cwd, reading);
  const { baseline, run } = await readBaseline(label, cwd, reading);
  const acceptance = acceptanceOf(baseline, await readAccepted(cwd));
  return acceptance === null ? run : { ...run, acceptance };
}
