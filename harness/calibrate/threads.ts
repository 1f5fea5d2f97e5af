import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../storage/package-root.js";
import type { Chunk } from "./chunk.js";
import { chunksOf } from "./chunk.js";
import { addTallies, type Experiment, NOTHING, type Row } from "./experiment.js";
import type { Answer, ThreadData } from "./thread.js";

export interface MeasureOptions extends ThreadData {
  seed: number;
  threads: number;
  signal: AbortSignal;
  /** Called after each chunk. */
  onProgress?: (done: number, of: number) => void;
}

/**
 * Does the experiments on the real gate over so many threads; rows in the experiments' order, the same for any number of
 * threads. Null when the signal came first; no thread is left then.
 */
export async function measure(experiments: readonly Experiment[], options: MeasureOptions): Promise<Row[] | null> {
  const { seed, signal, onProgress, alpha, stored } = options;
  const rows = experiments.map((experiment): Row => ({ ...experiment, tally: NOTHING }));
  const left = experiments.flatMap((experiment, row) => chunksOf(experiment, seed).map((chunk) => ({ row, chunk })));
  const total = left.length;
  let done = 0;
  left.reverse();
  const lane = async (): Promise<void> => {
    const thread = new Worker(join(packageRoot(), "dist/harness/calibrate/thread.js"), {
      workerData: { alpha, stored } satisfies ThreadData,
    });
    try {
      for (let job = left.pop(); job !== undefined && !signal.aborted; job = left.pop()) {
        const tally = await answer(thread, job.chunk, signal);
        rows[job.row]!.tally = addTallies(rows[job.row]!.tally, tally);
        onProgress?.(++done, total);
      }
    } catch (error) {
      left.length = 0;
      throw error;
    } finally {
      await thread.terminate();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(options.threads, total) }, lane));
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return signal.aborted ? null : rows;
}

async function answer(thread: Worker, chunk: Chunk, signal: AbortSignal): Promise<Answer> {
  thread.postMessage(chunk);
  const [tally] = (await once(thread, "message", { signal })) as [Answer];
  return tally;
}
