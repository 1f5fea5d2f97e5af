import { isBaseline, readBaseline } from "../compare/baseline.js";
import { type Run, resolveRun } from "../run/run-dir.js";

/**
 * A run by a baseline's name, a run's id, a path, or `latest`; a baseline's name goes first. Throws `UserError`.
 *
 * @param reading what of the records is read; see `readRecords`.
 */
export async function findRunOrBaseline(label: string, cwd: string, reading?: { samples?: boolean }): Promise<Run> {
  return (await isBaseline(label, cwd))
    ? (await readBaseline(label, cwd, reading)).run
    : resolveRun(label, cwd, reading);
}
