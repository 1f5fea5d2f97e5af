import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { UserError } from "../../errors/user-error.js";
import { LaunchFailure } from "../../suites/launch-failure.js";
import type { LaunchEvent, Suite } from "../../suites/suite.js";
import type { FromMain, ToMain } from "./channel.js";
import { decodeJob, type Message, PROTOCOL_VERSION, type WorkerJob } from "./protocol.js";

const WRITE_PATIENCE_MS = 5000;

/**
 * The whole life of a worker process: takes one job, runs it, says what came out, ends the process. SIGTERM and SIGINT
 * abort the launch's signal; the harness kills whoever does not listen.
 */
export async function serveLaunch(getSuite: (name: string) => Suite): Promise<never> {
  const written = new Int32Array(new SharedArrayBuffer(4));
  const channel = new Worker(new URL("./channel.js", import.meta.url), { workerData: written });
  let said = 0;
  const say = (message: Message): void => {
    channel.postMessage({ say: message } satisfies FromMain);
    said++;
    waitUntilWritten(written, said);
  };
  const abort = new AbortController();
  for (const name of ["SIGTERM", "SIGINT"] as const) process.on(name, () => abort.abort(name));
  channel.on("error", (error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(70);
  });

  const [first] = (await once(channel, "message")) as [Extract<ToMain, { job: string }>];
  say({ type: "hello", protocol: PROTOCOL_VERSION, pid: process.pid });
  try {
    const job = decodeJob(first.job);
    const emit = (event: LaunchEvent): void => say({ type: "event", event: { ...event } });
    const suite = getSuite(job.cell.suite);
    say({ type: "outcome", outcome: await outcomeOf(job, suite, emit, abort.signal) });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    say({
      type: "error",
      expected: error instanceof UserError,
      message: error instanceof Error ? error.message : String(error),
      hint: error instanceof UserError || error instanceof LaunchFailure ? (error.hint ?? null) : null,
      ...(error instanceof LaunchFailure ? { kind: error.kind } : {}),
    });
  }
  const finished = once(channel, "message");
  channel.postMessage({ finish: true } satisfies FromMain);
  await finished;
  // Engines may leave handles and threads behind; all that matters has been said.
  process.exit(0);
}

function outcomeOf(job: WorkerJob, suite: Suite, emit: (event: LaunchEvent) => void, signal: AbortSignal) {
  switch (job.task) {
    case "compile":
      return suite.compiler.compile(job);
    case "sentinel":
      return suite.sentinels.measure(job);
    default:
      return suite.runLaunch(job, emit, signal);
  }
}

/**
 * Waits until the channel has written so many messages: what a launch reported before it crashed must have left the process.
 * Gives up after seconds, so that a harness that reads nothing cannot hold a launch for ever.
 */
function waitUntilWritten(written: Int32Array, count: number): void {
  for (let seen = Atomics.load(written, 0); seen < count; seen = Atomics.load(written, 0)) {
    if (Atomics.wait(written, 0, seen, WRITE_PATIENCE_MS) === "timed-out") return;
  }
}
