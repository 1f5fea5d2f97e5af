import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../../storage/package-root.js";
import { type ReadRuns, readRuns } from "./read-runs.js";
import type { ReadThreadData } from "./read-thread.js";

/** Runs that are handed to a thread at a time: so few that all end together, so many that handing costs nothing. */
const BATCH = 8;
/** Of fewer runs, threads take longer to start than they save. */
const FEW = 48;

export interface RunReader {
  /** Reads runs, in their order, and tells how many are read. The same whatever the number of threads. */
  read(folders: readonly string[], onProgress: (done: number) => void): Promise<ReadRuns>;
  close(): Promise<void>;
}

/** What reads so many runs of a folder, over all CPUs where there are many. Rejects with the signal's reason once it comes. */
export function runReader(root: string, count: number, signal: AbortSignal): RunReader {
  const threads = count < FEW ? 1 : availableParallelism();
  const lanes = threads < 2 ? [laneHere(root)] : Array.from({ length: threads }, () => laneInThread(root, signal));
  return {
    async read(folders, onProgress) {
      const left = batches(folders);
      const answers: ReadRuns[] = [];
      let done = 0;
      const drain = async ({ read }: Lane): Promise<void> => {
        for (let batch = left.pop(); batch !== undefined; batch = left.pop()) {
          signal.throwIfAborted();
          answers[batch.index] = await read(batch.folders);
          done += batch.folders.length;
          onProgress(done);
        }
      };
      await Promise.all(lanes.map(drain));
      return joined(answers);
    },
    async close() {
      await Promise.all(lanes.map(({ close }) => close()));
    },
  };
}

interface Lane {
  read(folders: string[]): Promise<ReadRuns>;
  close(): Promise<unknown>;
}

function laneHere(root: string): Lane {
  return { read: (folders) => readRuns(root, folders), close: async () => undefined };
}

function laneInThread(root: string, signal: AbortSignal): Lane {
  const file = join(packageRoot(), "dist/harness/history/index/read-thread.js");
  const thread = new Worker(file, { workerData: { root } satisfies ReadThreadData });
  return {
    async read(folders) {
      thread.postMessage(folders);
      const [answer] = (await once(thread, "message", { signal })) as [ReadRuns];
      return answer;
    },
    close: () => thread.terminate(),
  };
}

/** The last first, to be taken from the end. */
function batches(folders: readonly string[]): { index: number; folders: string[] }[] {
  return Array.from({ length: Math.ceil(folders.length / BATCH) }, (_, index) => ({
    index,
    folders: folders.slice(index * BATCH, (index + 1) * BATCH),
  })).reverse();
}

function joined(answers: readonly ReadRuns[]): ReadRuns {
  return {
    digests: answers.flatMap(({ digests }) => digests),
    problems: answers.flatMap(({ problems }) => problems),
    texts: new Map(answers.flatMap(({ texts }) => [...texts])),
  };
}
