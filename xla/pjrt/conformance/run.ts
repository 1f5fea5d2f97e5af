import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { conformanceChecks } from "./checks.js";
import { type CheckResult, type ConformanceMessage, FIRST_CHECKS, MESSAGE_FD } from "./protocol.js";

export interface ConformanceOptions {
  /** Time for one check; a plugin that takes longer is ended. */
  timeLimitSeconds?: number;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
  /** The checks to run beside loading and starting; all unless given. */
  names?: readonly string[];
  /** Told of each result as it comes. */
  onResult?: (result: CheckResult) => void;
  /** `worker.js`, as it was built. */
  workerPath: string;
}

export interface Conformance {
  conforms: boolean;
  checks: CheckResult[];
  /** Checks that were not run, for the plugin does not load or start. */
  notRun: number;
}

/** How the process that runs checks ended. */
interface WorkerEnd {
  /** The check that was running; null between checks. */
  running: string | null;
  problem: string | null;
}

/**
 * Holds a plugin to all checks, in a process of its own: a check over which it crashes or hangs has failed, and the others
 * are run in another process.
 *
 * @throws the signal's reason when aborted.
 */
export async function runConformance(file: string, options: ConformanceOptions): Promise<Conformance> {
  const results = new Map<string, CheckResult>();
  const record = (result: CheckResult) => {
    const known = results.get(result.name);
    // Later processes load and start the plugin again: only what goes wrong then is news.
    if (known && (known.status === "failed" || result.status !== "failed")) return;
    results.set(result.name, result);
    options.onResult?.(result);
  };
  const all = options.names ?? conformanceChecks.map(({ name }) => name);
  const left = () => all.filter((name) => !results.has(name));
  const broken = () => FIRST_CHECKS.some((name) => results.get(name)?.status === "failed");
  for (let again = true; again; ) {
    const { running, problem } = await runWorker(file, left(), options, record);
    options.signal?.throwIfAborted();
    if (running !== null) record({ name: running, status: "failed", message: problem ?? "the process ended" });
    else if (problem !== null) record({ name: "plugin.exit", status: "failed", message: problem });
    again = running !== null && left().length > 0 && !broken();
  }
  const checks = [...results.values()];
  return { conforms: checks.every(({ status }) => status !== "failed"), checks, notRun: left().length };
}

async function runWorker(
  file: string,
  names: readonly string[],
  options: ConformanceOptions,
  onResult: (result: CheckResult) => void,
): Promise<WorkerEnd> {
  const { timeLimitSeconds = 60, env = process.env, signal, workerPath } = options;
  const { execa } = await import("execa");
  const child = execa(process.execPath, [workerPath, file, ...names], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    reject: false,
    env,
    extendEnv: false,
    maxBuffer: 1 << 20,
    killSignal: "SIGKILL",
    ...(signal ? { cancelSignal: signal } : {}),
  });
  // The first thing that is waited for is the process itself.
  let running: string | null = FIRST_CHECKS[0];
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, timeLimitSeconds * 1000);
  for await (const line of createInterface({ input: child.stdio[MESSAGE_FD] as Readable })) {
    const message = JSON.parse(line) as ConformanceMessage;
    limit.refresh();
    running = "started" in message ? message.started : null;
    if ("ended" in message) onResult({ name: message.ended, status: message.status, message: message.message });
  }
  const { exitCode, signal: ended, stderr } = await child;
  clearTimeout(limit);
  if (late) return { running, problem: `no answer within ${timeLimitSeconds} s` };
  if (exitCode === 0) return { running, problem: null };
  const how = ended ? `was ended by ${ended}` : `ended with exit code ${exitCode}`;
  return { running, problem: `the process ${how}${lastWords(stderr)}` };
}

/** The line of what was written to stderr that names the cause. */
function lastWords(stderr: string): string {
  const line = stderr.split("\n").findLast((text) => /check failed|what\(\):|assertion|out of memory/i.test(text));
  return line ? `: ${line.trim().slice(0, 300)}` : "";
}
