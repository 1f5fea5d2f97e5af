import { z } from "zod";
import type { CompiledCell, CompileJob } from "../../suites/suite.js";
import type { Failure } from "../record/schema.js";
import { BoundedLog } from "./bounded-log.js";
import { classifyFailure } from "./classify.js";
import { workerMain } from "./launch.js";
import { oomKills } from "./oom.js";
import { runWorkerProcess } from "./worker-process.js";

/** XLA's last words before it aborts the process. */
const FATAL = /^F\d{4} [^\]]*\] (.*)$/m;

const Count = z.number().nonnegative();

const Compiled = z.strictObject({
  plugin: z.string(),
  compileSeconds: Count,
  samples: Count,
  kernels: Count,
  bytes: Count,
  flops: Count,
  collectives: z.array(z.strictObject({ kind: z.string(), count: Count, bytes: Count })),
  peakBytes: Count,
  programs: z.array(z.strictObject({ name: z.string(), peakBytes: Count, temporaryBytes: Count })),
});

export interface CompileOptions {
  timeoutSeconds: number;
  /** Aborting it ends the compilation as `interrupted`. */
  signal: AbortSignal;
  /** The worker's environment. */
  env: NodeJS.ProcessEnv;
  /** The built worker; only tests have others. */
  workerPath?: string;
}

/** Compiles one cell in a process of its own, for a compiler may crash. Never throws for what the compiler does. */
export async function compileInWorker(
  job: CompileJob,
  { timeoutSeconds, signal, env, workerPath = workerMain() }: CompileOptions,
): Promise<{ compiled: CompiledCell } | { failure: Failure }> {
  const oomBefore = oomKills();
  const log = new BoundedLog(null);
  const end = await runWorkerProcess<CompiledCell>(job, log, {
    workerPath,
    timeoutSeconds,
    graceSeconds: 1,
    signal,
    onEvent: () => undefined,
    parseOutcome: (value) => Compiled.parse(value),
    env,
  });
  const oom = oomBefore !== null && (oomKills() ?? 0) > oomBefore;
  const failure = classifyFailure(end, { timeoutSeconds, logPath: null, oom });
  if (!failure) return { compiled: end.outcome! };
  const fatal = FATAL.exec(end.lastText)?.[1];
  return { failure: fatal === undefined ? failure : { ...failure, message: `${failure.message}: ${fatal}` } };
}
