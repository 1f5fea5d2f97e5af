import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { packageRoot } from "../../storage/package-root.js";
import { visible } from "../console/visible.js";
import type { CommandContext } from "./command.js";
import { calledAlone, commands } from "./commands.js";
import { addCommonOptions } from "./common-options.js";
import { configFor } from "./config/find.js";
import { type Io, paint } from "./io.js";
import { referenceArgv } from "./launch/argv.js";

/** The whole tool as a function: parses `argv` (without node and script), runs the command, returns the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = ExitCode.Ok;
  const own: Io = { ...io };
  const context: CommandContext = {
    io: own,
    action:
      (handler) =>
      async (...args) => {
        code = await handler(...args);
      },
  };
  try {
    const program = await buildProgram(context, calledAlone(argv));
    await program.parseAsync(referenceArgv(argv), { from: "user" });
    return code;
  } catch (error) {
    return reportError(error, io);
  }
}

/** The commander program with every command, or only one; also what the docs' tests read. */
export async function buildProgram(context: CommandContext, only: string | null = null): Promise<Command> {
  const { io } = context;
  const program = new Command("ncf-bench")
    .description("Measures how fast a machine trains and serves a recommender (NeuMF), and whether it got slower.")
    .version(packageVersion(), "-V, --version")
    .showSuggestionAfterError()
    .showHelpAfterError("(run with --help for usage)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: (text, write) => write(text.split("\n").map(visible).join("\n")),
      getOutHasColors: () => io.color.out,
      getErrHasColors: () => io.color.err,
    });
  for (const name of only === null ? Object.keys(commands) : [only]) (await commands[name]!())(program, context);
  addCommonOptions(program);
  program.hook("preAction", async (_, command) => {
    const file = configFor(command, io.env, io.cwd);
    if (file !== null) {
      const [{ readConfig }, { applyConfig }] = await Promise.all([
        import("./config/file.js"),
        import("./config/apply.js"),
      ]);
      // It is checked whole, so by the definitions of all commands.
      applyConfig(readConfig(file), only === null ? program : await buildProgram(context), command);
    }
    if (command.opts().quiet === true) silence(io);
  });
  return program;
}

/** Leaves errors, which do not go through a command's own streams. */
function silence(io: Io): void {
  io.err = () => undefined;
  io.interactive = false;
}

function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as { version: string }).version;
}

function reportError(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.Ok : ExitCode.Usage;
  if (error instanceof UserError) {
    io.err(`${paint(io.color.err, "red", "error:")} ${visible(error.message)}\n`);
    if (error.hint !== undefined) io.err(`  ${paint(io.color.err, "dim", "→")} ${visible(error.hint)}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(
    `${paint(io.color.err, "red", "internal error:")} ${text.split("\n").map(visible).join("\n")}\n  This is a defect of ncf-bench; please report it.\n`,
  );
  return ExitCode.Incomplete;
}
