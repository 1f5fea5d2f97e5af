import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
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
  const lanes =
    threads < 2 ? [laneHere(root, signal)] : Array.from({ length: threads }, () => laneInThread(root, signal));
  return {
    async read(folders, onProgress) {
      let done = 0;
      // All at once: threads go on reading while this one is busy with what they read before.
      const reads = batches(folders).map(async (batch, i) => {
        const read = await lanes[i % lanes.length]!.read(batch);
        done += batch.length;
        onProgress(done);
        return read;
      });
      return joined(await Promise.all(reads));
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

/** One batch after the other, so that an interruption is heard between two. */
function laneHere(root: string, signal: AbortSignal): Lane {
  let last: Promise<unknown> = Promise.resolve();
  return {
    read(folders) {
      const read = async () => {
        await last;
        await setImmediate();
        signal.throwIfAborted();
        return readRuns(root, folders);
      };
      const reading = read();
      last = reading;
      return reading;
    },
    close: async () => undefined,
  };
}

function laneInThread(root: string, signal: AbortSignal): Lane {
  const file = join(packageRoot(), "dist/harness/history/index/read-thread.js");
  const thread = new Worker(file, { workerData: { root } satisfies ReadThreadData });
  const waiting: { resolve: (read: ReadRuns) => void; reject: (reason: unknown) => void }[] = [];
  const failAll = (reason: unknown) => {
    for (const { reject } of waiting.splice(0)) reject(reason);
  };
  // It answers in the order in which it was asked.
  thread.on("message", (read: ReadRuns) => waiting.shift()?.resolve(read));
  thread.on("error", failAll);
  const onAbort = () => failAll(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  return {
    read(folders) {
      if (signal.aborted) return Promise.reject(signal.reason);
      thread.postMessage(folders);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    close() {
      signal.removeEventListener("abort", onAbort);
      return thread.terminate();
    },
  };
}

function batches(folders: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(folders.length / BATCH) }, (_, i) => folders.slice(i * BATCH, (i + 1) * BATCH));
}

function joined(answers: readonly ReadRuns[]): ReadRuns {
  return {
    digests: answers.flatMap(({ digests }) => digests),
    problems: answers.flatMap(({ problems }) => problems),
    texts: new Map(answers.flatMap(({ texts }) => [...texts])),
  };
}
