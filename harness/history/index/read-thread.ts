import { parentPort, workerData } from "node:worker_threads";
import { readRuns } from "./read-runs.js";

export interface ReadThreadData {
  root: string;
}

const { root } = workerData as ReadThreadData;

/** Answers to each list of folders with what `readRuns` gives: one after the other, in the order in which they came. */
let last = Promise.resolve();
parentPort!.on("message", (folders: string[]) => {
  last = last.then(async () => parentPort!.postMessage(await readRuns(root, folders)));
});
