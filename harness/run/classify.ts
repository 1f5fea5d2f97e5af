import type { Failure } from "../record/schema.js";
import type { WorkerEnd } from "./worker-process.js";

const CRASH_SIGNALS = new Set(["SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP", "SIGSYS"]);
const HEAP_EXHAUSTED = /JavaScript heap out of memory|Array buffer allocation failed/;

/** What went wrong, most telling cause first; null where the launch is good. */
export function classifyFailure(
  end: WorkerEnd<unknown>,
  context: { timeoutSeconds: number; logPath: string | null; oom: boolean },
): Failure | null {
  const log = context.logPath === null ? null : `see ${context.logPath}`;
  const fail = (kind: string, message: string, hint: string | null = log): Failure => ({ kind, message, hint });

  if (end.stopped === "interrupted") {
    return fail("interrupted", "stopped before it was finished", "resume the run to measure it");
  }
  // What was completely said before the deadline or the crash at exit stands: the digest proves it.
  if (end.complete && end.outcome !== null && end.error === null) return null;
  if (end.stopped === "timeout") {
    const stuck = end.stuck.length > 0 ? `; processes ${end.stuck.join(", ")} could not be killed` : "";
    return fail(
      "timeout",
      `did not end within ${context.timeoutSeconds} s${stuck}`,
      `raise --timeout, or ${log ?? "look for what hangs"}`,
    );
  }
  if (end.stopped === "violation") return fail("error", `the worker broke its protocol: ${end.violation}`);
  if (end.error !== null) return fail(end.error.kind, end.error.message, end.error.hint ?? log);
  if (context.oom) {
    return fail(
      "oom",
      "killed by the kernel for lack of memory",
      "use a smaller batch or data set, or give it more memory",
    );
  }
  if (HEAP_EXHAUSTED.test(end.lastText)) {
    return fail(
      "oom",
      "JavaScript's heap is exhausted",
      "raise it with NODE_OPTIONS=--max-old-space-size=…, or use a smaller data set",
    );
  }
  if (end.signal !== null) {
    return CRASH_SIGNALS.has(end.signal)
      ? fail("crash", `crashed with ${end.signal}`)
      : fail("killed", `killed by ${end.signal}, not by ncf-bench`);
  }
  if (end.exitCode !== 0) return fail("error", `ended with exit code ${end.exitCode} without a word`);
  return fail("incomplete", "ended with exit code 0, but without its final record");
}
