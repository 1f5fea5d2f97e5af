import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { packageRoot } from "../../storage/package-root.js";
import { visible } from "../console/visible.js";
import { registerAb } from "./ab.js";
import { registerAccept } from "./accept.js";
import { registerBaseline } from "./baseline.js";
import { registerBisect } from "./bisect.js";
import { registerCalibrate } from "./calibrate.js";
import { registerCheck } from "./check.js";
import type { CommandContext, Register } from "./command.js";
import { addCommonOptions } from "./common-options.js";
import { registerCompare } from "./compare.js";
import { registerCompletion } from "./completion.js";
import { applyConfig } from "./config/apply.js";
import { registerConfig } from "./config.js";
import { registerData } from "./data.js";
import { registerDoctor } from "./doctor.js";
import { registerExplain } from "./explain.js";
import { registerExport } from "./export.js";
import { registerHistory } from "./history.js";
import { registerInfer } from "./infer.js";
import { type Io, paint } from "./io.js";
import { referenceArgv } from "./launch/argv.js";
import { registerList } from "./list.js";
import { registerMachine } from "./machine.js";
import { registerPlan } from "./plan.js";
import { registerReference } from "./reference.js";
import { registerReport } from "./report.js";
import { registerRun } from "./run.js";
import { registerSchema } from "./schema.js";
import { registerSetup } from "./setup.js";
import { registerSite } from "./site.js";
import { registerTest } from "./test.js";
import { registerTrain } from "./train.js";
import { registerVerify } from "./verify.js";

const commands: Register[] = [
  registerRun,
  registerPlan,
  registerList,
  registerData,
  registerCompare,
  registerAb,
  registerBisect,
  registerExplain,
  registerBaseline,
  registerAccept,
  registerHistory,
  registerCheck,
  registerCalibrate,
  registerReference,
  registerSchema,
  registerReport,
  registerSite,
  registerExport,
  registerVerify,
  registerMachine,
  registerDoctor,
  registerSetup,
  registerConfig,
  registerCompletion,
  registerTrain,
  registerTest,
  registerInfer,
];

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
    await buildProgram(context).parseAsync(referenceArgv(argv), { from: "user" });
    return code;
  } catch (error) {
    return reportError(error, io);
  }
}

/** The commander program with every command registered; also what shell completion and the docs' tests read. */
export function buildProgram(context: CommandContext): Command {
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
  for (const register of commands) register(program, context);
  addCommonOptions(program);
  program.hook("preAction", (_, command) => {
    applyConfig(program, command, io.env, io.cwd);
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
