import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { LaunchEvent, Warning } from "../../suites/suite.js";
import { encodeJob, MARKER, MESSAGE_FD, type WorkerJob } from "../worker/protocol.js";
import type { BoundedLog } from "./bounded-log.js";
import { MessageReader } from "./message-reader.js";
import { signalGroup, sweep } from "./process-sweep.js";

/** All that was seen of a worker process, from its start until nothing of it runs. */
export interface WorkerEnd<T> {
  /** Why the harness ended it; null where it ended by itself. */
  stopped: "timeout" | "interrupted" | "violation" | null;
  exitCode: number | null;
  signal: string | null;
  /** A right `done` message came before the harness ended it. */
  complete: boolean;
  outcome: T | null;
  error: { message: string; hint: string | null; kind: string } | null;
  /** What it said that is no message. */
  violation: string | null;
  warnings: Warning[];
  /** Processes that survived SIGKILL. */
  stuck: number[];
  lastText: string;
}

export interface WorkerOptions<T> {
  workerPath: string;
  timeoutSeconds: number;
  graceSeconds: number;
  signal: AbortSignal;
  onStart?: (pid: number) => void;
  onEvent: (event: LaunchEvent) => void;
  /** Checks what the worker says came out; throws for anything else. */
  parseOutcome: (value: unknown) => T;
  env: NodeJS.ProcessEnv;
}

/** How long a worker may take to end after its `done`, and a killed one to disappear. */
const LINGER_SECONDS = 2;

export async function runWorkerProcess<T>(
  job: WorkerJob,
  log: BoundedLog,
  options: WorkerOptions<T>,
): Promise<WorkerEnd<T>> {
  const marker = randomUUID();
  const { execa } = await import("execa");
  const child = execa(process.execPath, [options.workerPath], {
    detached: true,
    buffer: false,
    reject: false,
    stdio: ["pipe", "pipe", "pipe", "pipe"],
    // CUDA counts devices by speed unless told otherwise; nvidia-smi, and so our records, by PCI bus.
    env: { ...options.env, [MARKER]: marker, CUDA_DEVICE_ORDER: "PCI_BUS_ID" },
    extendEnv: false,
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error((await child).message ?? "no process");
  options.onStart?.(pid);

  const end: WorkerEnd<T> = {
    stopped: null,
    exitCode: null,
    signal: null,
    complete: false,
    outcome: null,
    error: null,
    violation: null,
    warnings: [],
    stuck: [],
    lastText: "",
  };
  let settle: () => void = () => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const stop = (why: NonNullable<WorkerEnd<T>["stopped"]>): void => {
    if (end.stopped !== null || end.complete) return;
    end.stopped = why;
    settle();
  };
  const reader = new MessageReader({
    onEvent: options.onEvent,
    onOutcome: (outcome) => {
      end.outcome = options.parseOutcome(outcome);
    },
    onError: (error) => {
      end.error = error;
    },
    onDone: () => {
      if (end.stopped === null) end.complete = true;
      settle();
    },
    onViolation: (what) => {
      end.violation = what;
      stop("violation");
    },
  });

  // The last one is the message channel; a stream error on any of them is the end of that stream, no more.
  const messages = child.stdio[MESSAGE_FD] as unknown as Readable;
  const outputs = [child.stdout as Readable, child.stderr as Readable, messages];
  for (const stream of [...outputs, child.stdin as Writable]) stream.on("error", () => undefined);
  for (const stream of outputs.slice(0, 2)) stream.on("data", (chunk: Buffer) => log.write(chunk));
  messages.on("data", (chunk: Buffer) => reader.push(chunk));
  const closed = Promise.all(outputs.map((stream) => (stream.closed ? null : once(stream, "close"))));
  const exited = once(child, "exit").then(([code, signal]: (number | string | null)[]) => {
    end.exitCode = code as number | null;
    end.signal = signal as string | null;
  });
  void child.catch(() => undefined);
  (child.stdin as Writable).write(encodeJob(job));

  const onAbort = (): void => stop("interrupted");
  options.signal.addEventListener("abort", onAbort);
  if (options.signal.aborted) onAbort();
  const deadline = setTimeout(() => stop("timeout"), Math.min(options.timeoutSeconds * 1000, 2 ** 31 - 1));
  try {
    await Promise.race([exited, settled]);
    if (end.complete) await within(exited, LINGER_SECONDS);
    else if (end.stopped !== null) {
      signalGroup(pid, "SIGTERM");
      await within(exited, options.graceSeconds);
    }
    if (end.exitCode === null && end.signal === null && end.complete) {
      end.warnings.push({
        code: "worker.lingered",
        message: "the worker did not end by itself after its final message",
      });
    }
    signalGroup(pid, "SIGKILL");
    const swept = await sweep(marker);
    const gone = await within(exited, LINGER_SECONDS);
    end.stuck = gone ? swept : [...new Set([pid, ...swept])];
    await within(closed, 1);
  } finally {
    clearTimeout(deadline);
    options.signal.removeEventListener("abort", onAbort);
    for (const stream of [...outputs, child.stdin as Writable]) stream.destroy();
    child.unref();
  }
  if (end.complete && end.signal !== null && !end.warnings.length) {
    end.warnings.push({
      code: "worker.crashed-at-exit",
      message: `the worker ended by ${end.signal} after its final message`,
    });
  }
  end.lastText = log.lastText();
  return end;
}

/** Waits for a promise, but not longer than `seconds`; says whether it was settled. */
async function within(promise: Promise<unknown>, seconds: number): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(seconds * 1000, false, { signal: timer.signal }).catch(() => false);
  const settled = await Promise.race([promise.then(() => true), late]);
  timer.abort();
  return settled;
}
