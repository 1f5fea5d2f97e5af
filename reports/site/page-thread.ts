import { parentPort, workerData } from "node:worker_threads";
import { loadReferences } from "../../reference/load.js";
import { type RunJob, writeRunPages } from "./run-pages.js";
import type { RunVerdict } from "./run-verdict.js";

export interface PageThreadData {
  /** Folder of the site. */
  out: string;
  /** Folder whose own reference tables are applied besides the published ones. */
  cwd: string;
}

/** What a thread answers to each job, in order. */
export type PageAnswer = { kind: "written"; verdict: RunVerdict } | { kind: "failed"; message: string };

const { out, cwd } = workerData as PageThreadData;
const references = loadReferences(cwd);

parentPort!.on("message", async (job: RunJob) => {
  try {
    const verdict = await writeRunPages(job, out, await references);
    parentPort!.postMessage({ kind: "written", verdict } satisfies PageAnswer);
  } catch (error) {
    parentPort!.postMessage({ kind: "failed", message: (error as Error).message } satisfies PageAnswer);
  }
});
