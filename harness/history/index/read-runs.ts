import { join } from "node:path";
import { UserError } from "../../../errors/user-error.js";
import { resolveRun } from "../../run/run-dir.js";
import { digestRun, type RunDigest } from "./digest.js";
import { Facts } from "./facts.js";

/** Figures are in the metrics; what they were made of is most of a record's length. */
const READING = { samples: false };

/** What was read of some runs of one folder, by the names of their folders. */
export interface ReadRuns {
  digests: [folder: string, digest: RunDigest][];
  /** Why the others could not be read. */
  problems: [folder: string, what: string][];
  /** JSON of what the digests name by its hash. */
  texts: ReadonlyMap<string, string>;
}

/** Reads runs that lie in a folder. */
export async function readRuns(root: string, folders: readonly string[]): Promise<ReadRuns> {
  const facts = new Facts();
  const read: ReadRuns = { digests: [], problems: [], texts: facts.texts };
  for (const folder of folders) {
    try {
      read.digests.push([folder, await readRun(join(root, folder), facts)]);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      read.problems.push([folder, error.what]);
    }
  }
  return read;
}

/** Throws `UserError` for what is no run. */
export async function readRun(dir: string, facts: Facts): Promise<RunDigest> {
  return digestRun(await resolveRun(dir, dir, READING), facts);
}
