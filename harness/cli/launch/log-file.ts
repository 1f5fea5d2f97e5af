import { closeSync, openSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "../../../errors/user-error.js";
import { type LogClock, logLine, startLogClock } from "./reference-log.js";

/** The file of `--log-path`: begun anew by each command, every line written at once so that a stop loses none. */
export class LogFile {
  private readonly fd: number | null;
  private readonly clock: LogClock;

  /** Without a path nothing is written. Throws `UserError` before anything is measured where the file cannot be. */
  constructor(path: string | undefined, cwd: string, clock: LogClock = startLogClock()) {
    this.clock = clock;
    try {
      this.fd = path === undefined ? null : openSync(resolve(cwd, path), "w", 0o644);
    } catch (error) {
      throw new UserError({
        code: "log.cannot-write",
        what: `cannot be written: ${(error as Error).message}`,
        where: `--log-path ${path}`,
        hint: "name a file in a folder that exists and that you may write to",
        cause: error,
      });
    }
  }

  write(step: "PARAMETER" | readonly number[], data: Record<string, unknown>): void {
    if (this.fd === null) return;
    let rest = Buffer.from(logLine(step, data, this.clock));
    while (rest.length > 0) rest = rest.subarray(writeSync(this.fd, rest));
  }

  close(): void {
    if (this.fd !== null) closeSync(this.fd);
  }
}
