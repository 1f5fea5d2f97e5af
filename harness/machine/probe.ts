import { spawn } from "node:child_process";

/** What a short command said, or why there is nothing to read. A failure is a value: probing never throws. */
export type ProbeResult =
  | { ok: true; stdout: string }
  /** `output` is what it had said by then, on stdout and then on stderr. */
  | { ok: false; code: "absent" | "timeout" | "busy" | "exit" | "too-much-output"; reason: string; output: string };

export interface ProbeOptions {
  /** Wall time after which the process group is killed. */
  timeoutSeconds?: number;
  maxBytes?: number;
  env?: NodeJS.ProcessEnv;
}

/** The last answer of each command, so that the next probe of it waits its turn. */
const turns = new Map<string, Promise<unknown>>();
/** Commands of which a process is alive. */
const alive = new Set<string>();

/**
 * Runs a command in a process group of its own for at most 5 s and reads its stdout. A command that cannot even be killed
 * (nvidia-smi in uninterruptible sleep on a lost GPU) is left behind and is not started again while it is there: at most
 * one process of a command is ever alive.
 */
export function probe(command: string, args: readonly string[], options: ProbeOptions = {}): Promise<ProbeResult> {
  const turn = (turns.get(command) ?? Promise.resolve()).then(() => run(command, args, options));
  turns.set(command, turn);
  return turn;
}

function run(command: string, args: readonly string[], options: ProbeOptions): Promise<ProbeResult> {
  const { timeoutSeconds = 5, maxBytes = 1 << 20, env = process.env } = options;
  if (alive.has(command)) {
    const reason = `an earlier ${command} has not ended yet`;
    return Promise.resolve({ ok: false, code: "busy", reason, output: "" });
  }
  alive.add(command);
  return new Promise((resolve) => {
    const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    let bytes = 0;
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], detached: true, env });
    const finish = (result: ProbeResult) => {
      clearTimeout(timer);
      child.stdout.destroy();
      child.stderr.destroy();
      child.unref();
      resolve(result);
    };
    const output = () => Buffer.concat([...chunks.stdout, ...chunks.stderr]).toString("utf8");
    const kill = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // It ended in the meantime.
      }
    };
    const timer = setTimeout(() => {
      kill();
      const reason = `${command} did not answer within ${timeoutSeconds} s`;
      finish({ ok: false, code: "timeout", reason, output: output() });
    }, timeoutSeconds * 1000);
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= maxBytes) return void chunks[stream].push(chunk);
        kill();
        const reason = `${command} wrote more than ${maxBytes} bytes`;
        finish({ ok: false, code: "too-much-output", reason, output: "" });
      });
    }
    child.once("error", (error: NodeJS.ErrnoException) => {
      alive.delete(command);
      const absent = error.code === "ENOENT" || error.code === "EACCES" || error.code === "ENOTDIR";
      const reason = absent ? `${command} is not installed` : `${command} could not be started: ${error.message}`;
      finish({ ok: false, code: "absent", reason, output: "" });
    });
    child.once("exit", () => alive.delete(command));
    child.once("close", (status, signal) => {
      if (status === 0) return finish({ ok: true, stdout: Buffer.concat(chunks.stdout).toString("utf8") });
      const reason = signal === null ? `${command} exited with ${status}` : `${command} was ended by ${signal}`;
      finish({ ok: false, code: "exit", reason, output: output() });
    });
  });
}
