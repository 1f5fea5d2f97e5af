import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../storage/package-root.js";
import type { PageAnswer, PageThreadData } from "./page-thread.js";
import type { RunJob } from "./run-pages.js";
import type { RunVerdict } from "./run-verdict.js";

export interface PageThreadOptions extends PageThreadData {
  threads: number;
  signal: AbortSignal;
  onProgress?: (done: number, of: number) => void;
}

/** Below this many pages, starting threads takes longer than they save. */
const FEW = 8;

/**
 * Writes the pages of all runs over so many threads; verdicts by slug. A run whose pages cannot be made is told by its
 * message and left out: one damaged run is no reason for no site.
 */
export async function writeAllRunPages(
  jobs: readonly RunJob[],
  { threads, signal, onProgress, ...data }: PageThreadOptions,
): Promise<{ verdicts: Map<string, RunVerdict>; problems: Map<string, string> }> {
  const left = [...jobs];
  const verdicts = new Map<string, RunVerdict>();
  const problems = new Map<string, string>();
  let done = 0;
  // From both ends: each thread goes on with a run that it has just read as the base of the last, or will.
  const lane = async (lane: number): Promise<void> => {
    const next = () => (lane % 2 === 0 ? left.shift() : left.pop());
    const thread = new Worker(join(packageRoot(), "dist/reports/site/page-thread.js"), {
      workerData: data,
      // A page's strings are megabytes: with less room, V8 copies them about instead of leaving them to be dropped.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    try {
      for (let job = next(); job !== undefined; job = next()) {
        signal.throwIfAborted();
        thread.postMessage(job);
        const [answer] = (await once(thread, "message", { signal })) as [PageAnswer];
        if (answer.kind === "written") verdicts.set(job.slug, answer.verdict);
        else problems.set(job.slug, answer.message);
        onProgress?.(++done, jobs.length);
      }
    } finally {
      await thread.terminate();
    }
  };
  const lanes = jobs.length < FEW ? 1 : threads;
  await Promise.all(Array.from({ length: Math.min(lanes, jobs.length) }, (_, index) => lane(index)));
  return { verdicts, problems };
}
