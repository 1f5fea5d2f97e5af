import { parentPort, workerData } from "node:worker_threads";
import { readRuns } from "./read-runs.js";

export interface ReadThreadData {
  root: string;
}

const { root } = workerData as ReadThreadData;

/** Answers to each list of folders, in order, with what `readRuns` gives. */
parentPort!.on("message", async (folders: string[]) => {
  parentPort!.postMessage(await readRuns(root, folders));
});
