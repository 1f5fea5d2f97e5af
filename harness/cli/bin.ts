#!/usr/bin/env node
import { ExitCode } from "../../errors/exit-code.js";
import type { Io } from "./io.js";
import { main } from "./main.js";

const abort = new AbortController();
let stopped: ExitCode | undefined;
for (const [name, code] of [
  ["SIGINT", ExitCode.Interrupted],
  ["SIGTERM", ExitCode.Terminated],
] as const) {
  process.on(name, () => {
    if (stopped !== undefined) process.exit(code);
    stopped = code;
    abort.abort(name);
  });
}

// A closed pipe (`ncf-bench list | head`) is the reader's wish, not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 5));

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  interactive: process.stderr.isTTY === true && !process.env.CI && process.env.TERM !== "dumb",
  color: { out: takesColor(process.stdout), err: takesColor(process.stderr) },
  // A terminal that does not know its size says 0.
  columns: (process.stdout.isTTY === true && process.stdout.columns) || undefined,
  env: process.env,
  cwd: process.cwd(),
  signal: abort.signal,
};

function takesColor(stream: NodeJS.WriteStream): boolean {
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== "0";
  if (process.env.NO_COLOR) return false;
  return stream.isTTY === true && process.env.TERM !== "dumb";
}

const code = await main(process.argv.slice(2), io);
process.exitCode = stopped ?? code;
