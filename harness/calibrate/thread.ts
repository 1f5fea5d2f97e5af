import { parentPort, workerData } from "node:worker_threads";
import { suiteMetrics } from "../../suites/metrics.js";
import type { RunData } from "../compare/run-data.js";
import { type Chunk, chunkRunner } from "./chunk.js";
import type { Tally } from "./experiment.js";
import { realGate } from "./gate.js";

export interface ThreadData {
  alpha: number;
  stored: RunData | null;
}

/** What a thread answers to each chunk, in order. */
export type Answer = Tally;

const { alpha, stored } = workerData as ThreadData;
const run = chunkRunner(realGate, { alpha, stored, metricsOf: suiteMetrics });
parentPort!.on("message", (chunk: Chunk) => parentPort!.postMessage(run(chunk) satisfies Answer));
