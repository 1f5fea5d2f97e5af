import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { firstLine } from "../machine/nvidia-smi.js";
import { processSeconds } from "./proc.js";

/** A line longer than this is not what we asked for. */
const MOST_LINE = 4096;
/** As much as is kept of what it says before it fails. */
const MOST_KEPT = 4096;

/** A command that writes lines until it is stopped. That it cannot start, or ends, is told and never thrown. */
export class LineProcess {
  /** What it wrote first that was not taken as a line: where it ended by itself, the reason is in there. */
  said = "";
  /** CPU seconds it had used when it was last looked at. */
  cpuSeconds = 0;
  private readonly child;
  private readonly exited: Promise<unknown>;
  private ended = false;

  /**
   * @param onLine takes a line of stdout, or returns false for one that it cannot read.
   * @param onEnd told once, and not after `stop`.
   */
  constructor(
    command: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    onLine: (line: string) => boolean,
    onEnd: (reason: string) => void,
  ) {
    // Its own group, so that Ctrl-C in a terminal reaches it through us.
    this.child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], detached: true, env });
    this.exited = once(this.child, "close").catch(() => undefined);
    const end = (reason: string) => {
      if (this.ended) return;
      this.ended = true;
      const said = firstLine(this.said);
      onEnd(said === "" ? reason : `${reason}: ${said}`);
    };
    let rest = "";
    this.child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop()!.slice(0, MOST_LINE);
      for (const line of lines) {
        if (!this.ended && !onLine(line.slice(0, MOST_LINE))) this.keep(`${line}\n`);
      }
    });
    this.child.stderr.setEncoding("utf8").on("data", (text: string) => this.keep(text));
    this.child.once("error", (error: NodeJS.ErrnoException) =>
      end(
        error.code === "ENOENT" ? `${command} is not installed` : `${command} could not be started: ${error.message}`,
      ),
    );
    this.child.once("close", (status, signal) => {
      this.keep(rest);
      end(signal === null ? `${command} exited with ${status}` : `${command} was ended by ${signal}`);
    });
  }

  /** Kills it; waits a second at most, for one that sleeps in a driver cannot be killed. */
  async stop(): Promise<void> {
    this.ended = true;
    const { pid } = this.child;
    if (pid === undefined) return;
    this.cpuSeconds = processSeconds(pid) ?? this.cpuSeconds;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // It ended by itself.
    }
    const timer = new AbortController();
    await Promise.race([this.exited, sleep(1000, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
    this.child.stdout.destroy();
    this.child.stderr.destroy();
    this.child.unref();
  }

  private keep(text: string): void {
    if (this.said.length < MOST_KEPT) this.said += text.slice(0, MOST_KEPT - this.said.length);
  }
}
