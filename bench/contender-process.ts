import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/**
 * A contender as a process that stays open and works on request, so that contenders can take turns: its first line on
 * stdout is JSON about itself, then each line on stdin, a task's name, is answered by one line of JSON.
 */
export class Contender {
  readonly name: string;
  readonly about: unknown;
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;
  private readonly lines: AsyncIterator<string>;

  private constructor(
    name: string,
    about: unknown,
    child: ChildProcessByStdio<Writable, Readable, null>,
    lines: AsyncIterator<string>,
  ) {
    this.name = name;
    this.about = about;
    this.child = child;
    this.lines = lines;
  }

  /** Resolves when the contender is warm. What it writes to stderr goes to ours. */
  static async start(name: string, [program, ...args]: string[]): Promise<Contender> {
    const child = spawn(program!, args, { stdio: ["pipe", "pipe", "inherit"] });
    const failed = new Promise<never>((_, reject) => child.on("error", reject));
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return new Contender(name, await Promise.race([answer(name, lines), failed]), child, lines);
  }

  async ask<T>(task: string): Promise<T> {
    this.child.stdin.write(`${task}\n`);
    return (await answer(this.name, this.lines)) as T;
  }

  stop(): void {
    this.child.kill();
  }
}

async function answer(name: string, lines: AsyncIterator<string>): Promise<unknown> {
  const { done, value } = await lines.next();
  if (done) throw new Error(`${name} ended without an answer; its stderr says why`);
  return JSON.parse(value);
}
