import type { Command } from "commander";
import type { ExitCode } from "../../errors/exit-code.js";
import type { Io } from "./io.js";

/** What a command's file exports: it adds itself to the program, and `run` gives the action its exit code's way out. */
export type Register = (program: Command, context: CommandContext) => void;

export interface CommandContext {
  io: Io;
  /** Wraps an action: what it resolves to becomes the exit code of `main`. */
  action<A extends unknown[]>(handler: (...args: A) => Promise<ExitCode>): (...args: A) => Promise<void>;
}
