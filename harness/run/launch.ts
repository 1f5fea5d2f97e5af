import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { packageRoot } from "../../storage/package-root.js";
import type { LaunchEvent, LaunchJob, LaunchOutcome, SentinelJob, Warning } from "../../suites/suite.js";
import { parseOutcome } from "../record/outcome.js";
import type { Failure, Telemetry } from "../record/schema.js";
import { LaunchWatch } from "../telemetry/watch.js";
import { BoundedLog } from "./bounded-log.js";
import { classifyFailure } from "./classify.js";
import { oomKills } from "./oom.js";
import { runWorkerProcess } from "./worker-process.js";

/** How a launch ended: exactly one of `outcome` and `failure` is set. */
export type LaunchConclusion = WorkerConclusion<LaunchOutcome>;

export interface WorkerConclusion<T> {
  outcome: T | null;
  failure: Failure | null;
  telemetry: Telemetry;
  /** Wall-clock labels. */
  startedAt: string;
  endedAt: string;
  /** Monotonic, from spawning the worker to its end. */
  durationSeconds: number;
  warnings: Warning[];
}

export interface LaunchOptions {
  timeoutSeconds: number;
  /** Gets stdout and stderr, the first and last 64 KiB; null: they are dropped. */
  logPath: string | null;
  onEvent?: (event: LaunchEvent) => void;
  /** Aborting it ends the launch as `interrupted`. */
  signal: AbortSignal;
  /** Between SIGTERM and SIGKILL; 3 unless said otherwise. */
  graceSeconds?: number;
  /** The worker's environment; ours unless said otherwise. */
  env?: NodeJS.ProcessEnv;
  /** Whether machine and GPUs are sampled through the launch; they are unless said otherwise. */
  sampling?: boolean;
  /** The built worker; only tests have others. */
  workerPath?: string;
}

/** The file that a worker process runs: built output, because Node does not run our sources. */
export function workerMain(): string {
  return join(packageRoot(), "dist/harness/worker/main.js");
}

/**
 * Runs one launch in a fresh process with its own process group and waits until nothing of it runs any more. Whatever
 * the worker does (crashes, hangs, floods, lies) comes back as a conclusion; it ends at the latest `timeoutSeconds`
 * plus 7 seconds after the start.
 */
export function launchWorker(job: LaunchJob, options: LaunchOptions): Promise<LaunchConclusion> {
  return watchedWorker(job, parseOutcome, options);
}

/** As `launchWorker`, for whatever job: `parse` checks what the worker says came out, and throws for anything else. */
export async function watchedWorker<T>(
  job: LaunchJob | SentinelJob,
  parse: (value: unknown) => T,
  options: LaunchOptions,
): Promise<WorkerConclusion<T>> {
  const startedAt = new Date().toISOString();
  const start = performance.now();
  const env = options.env ?? process.env;
  const watch = new LaunchWatch(job, env, options.sampling ?? true);
  const oomBefore = oomKills();
  let outcome: T | null = null;
  let failure: Failure | null;
  const warnings: Warning[] = [];
  try {
    const log = new BoundedLog(options.logPath);
    const end = await runWorkerProcess(job, log, {
      workerPath: options.workerPath ?? workerMain(),
      timeoutSeconds: options.timeoutSeconds,
      graceSeconds: options.graceSeconds ?? 3,
      signal: options.signal,
      onStart: (pid) => watch.workerStarted(pid),
      onEvent: (event) => {
        watch.event(event);
        options.onEvent?.(event);
      },
      parseOutcome: parse,
      env,
    });
    log.close();
    const oom = oomBefore !== null && (oomKills() ?? 0) > oomBefore;
    failure = classifyFailure(end, { timeoutSeconds: options.timeoutSeconds, logPath: options.logPath, oom });
    if (failure === null) {
      outcome = end.outcome;
      warnings.push(...end.warnings);
    }
  } catch (error) {
    failure = { kind: "error", message: `the worker could not be started: ${(error as Error).message}`, hint: null };
  }
  const endedAt = new Date().toISOString();
  const durationSeconds = (performance.now() - start) / 1000;
  const seen = await watch.end(durationSeconds);
  warnings.push(...seen.warnings);
  return { outcome, failure, telemetry: seen.telemetry, startedAt, endedAt, durationSeconds, warnings };
}
