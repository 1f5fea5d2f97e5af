import { writeSync } from "node:fs";
import { Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { processesWithVariable } from "../../storage/process-identity.js";
import { encodeMessage, HEARTBEAT_SECONDS, MARKER, MESSAGE_FD, type Message, MessageTally } from "./protocol.js";

/**
 * A thread of the worker process that owns both ends of the talk with the harness: it goes on while the main thread
 * computes for minutes without a break. It reads the job, writes messages and heartbeats, and ends the whole process
 * group when the harness is gone.
 */
export type FromMain = { say: Message } | { finish: true };
export type ToMain = { job: string } | { finished: true };

const main = parentPort!;
/** How many of the main thread's messages are written; the main thread waits on it. */
const written = workerData as Int32Array<SharedArrayBuffer>;
const tally = new MessageTally();
const harness = process.ppid;
let job = "";
let started = false;

function write(message: Message): void {
  const line = encodeMessage(message);
  if (message.type !== "done") tally.add(line);
  const bytes = Buffer.from(line);
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(MESSAGE_FD, bytes, done);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EAGAIN") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      else if (code !== "EINTR") harnessGone();
    }
  }
}

function harnessGone(): never {
  const marker = process.env[MARKER];
  for (const pid of marker ? processesWithVariable(MARKER, marker) : []) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Gone meanwhile.
    }
  }
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    process.kill(process.pid, "SIGKILL");
  }
  throw new Error("the harness is gone");
}

const lifeline = new Socket({ fd: 0, readable: true, writable: false });
lifeline.setEncoding("utf8");
lifeline.on("data", (chunk: string) => {
  if (started) return;
  job += chunk;
  const end = job.indexOf("\n");
  if (end < 0) return;
  started = true;
  main.postMessage({ job: job.slice(0, end) } satisfies ToMain);
});
lifeline.on("end", harnessGone);
lifeline.on("error", harnessGone);

setInterval(() => {
  // A pipe can be held open by a stranger who inherited its other end; the parent's pid cannot.
  if (process.ppid !== harness) harnessGone();
  write({ type: "heartbeat" });
}, HEARTBEAT_SECONDS * 1000);

main.on("message", (message: FromMain) => {
  if ("say" in message) {
    write(message.say);
    Atomics.add(written, 0, 1);
    Atomics.notify(written, 0);
    return;
  }
  write({ type: "done", count: tally.count, digest: tally.digest() });
  main.postMessage({ finished: true } satisfies ToMain);
});
