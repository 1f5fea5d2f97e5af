import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { HistorySources } from "../history/load.js";
import { MANIFEST_FILE, runsFolder } from "../run/run-dir.js";
import { findRunOrBaseline } from "./run-arguments.js";

/** Runs by id, folder or baseline's name, and folders of runs; those kept here where none is given. Throws `UserError`. */
export async function sourcesOf(given: readonly string[], cwd: string): Promise<HistorySources> {
  if (given.length === 0) return { folders: (await isFolder(runsFolder(cwd))) ? [runsFolder(cwd)] : [], runs: [] };
  const folders: string[] = [];
  const runs: string[] = [];
  for (const one of given) {
    const path = resolve(cwd, one);
    const isRun = await stat(join(path, MANIFEST_FILE)).then(
      () => true,
      () => false,
    );
    if (!isRun && (await isFolder(path))) folders.push(path);
    else runs.push((await findRunOrBaseline(one, cwd)).dir);
  }
  return { folders: [...new Set(folders)], runs: [...new Set(runs)] };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
