// Runs (or resumes) the launches of a prepared run folder with the fixture worker, in a process that tests can kill.
import { executeRun } from "../../../dist/harness/run/execute.js";
import { resolveRun } from "../../../dist/harness/run/run-dir.js";

const [dir, workerPath] = process.argv.slice(2);
const { manifest } = await resolveRun(dir, "/");
const abort = new AbortController();
process.on("SIGINT", () => abort.abort());
const { interrupted } = await executeRun({
  dir,
  manifest,
  workerPath,
  suite: { name: "ncf", unsupported: () => null },
  machine: { fingerprint: "m", view: { gpus: [], logicalCpus: 2, memoryBytes: 1 } },
  software: { version: "0", commit: null, node: "v20" },
  retryFailed: false,
  warnings: [],
  signal: abort.signal,
  onProgress: (progress) => {
    if (progress.type === "start" || progress.type === "end") console.log(progress.type, progress.place.at);
  },
});
process.exit(interrupted ? 130 : 0);
