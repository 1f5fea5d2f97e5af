import { rm } from "node:fs/promises";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import type { NativeVariant } from "../../suites/ncf/engines/tfjs/native-build.js";
import { renderTable } from "../console/table.js";
import { planSetup, setupNative } from "../setup/native.js";
import type { Register } from "./command.js";
import { type Io, outJson } from "./io.js";

const targets: Record<string, { variant: NativeVariant; what: string }> = {
  tfjs: { variant: "cpu", what: "TensorFlow.js's native backend for the CPU" },
  "tfjs-gpu": { variant: "gpu", what: "TensorFlow.js's native backend with CUDA 12" },
};

export const registerSetup: Register = (program, { io, action }) => {
  program
    .command("setup")
    .argument("[target]", Object.keys(targets).join(" or "))
    .description("build a native backend into the cache, from pinned downloads, when you ask for it")
    .option("--list", "show what there is to set up, and what is there")
    .option("--dry-run", "show what would be downloaded, and do nothing")
    .option("--remove", "remove the target from the cache")
    .option("--json", "print JSON (with --list or --dry-run)")
    .addHelpText(
      "after",
      "\nExamples:\n  ncf-bench setup --list\n  ncf-bench setup tfjs\n\nNeeds g++, python3 with pip, npm, and x86-64 Linux. Without it, the wasm backend is used.",
    )
    .action(
      action(async (name: string | undefined, options: SetupFlags) => {
        if (name === undefined || options.list) return list(io, options.json === true);
        const target = targets[name];
        if (!target) {
          throw new UserError({
            code: "setup.target",
            what: `there is no "${name}" to set up`,
            where: "setup",
            hint: `use ${Object.keys(targets).join(" or ")}`,
          });
        }
        const plan = planSetup(target.variant, io.env);
        if (options.remove) {
          await rm(plan.dir, { recursive: true, force: true });
          io.err(`${plan.present ? "removed" : "was not there:"} ${plan.dir}\n`);
          return ExitCode.Ok;
        }
        if (options.dryRun) {
          if (options.json) outJson(io, { schema: "ncf-bench.setup/1.0", ...plan });
          else for (const line of describe(plan)) io.out(`${line}\n`);
          return ExitCode.Ok;
        }
        if (!plan.present) for (const line of describe(plan)) io.err(`${line}\n`);
        const { dir, built } = await setupNative(target.variant, {
          env: io.env,
          signal: io.signal,
          onStep: (message) => io.err(`${message}\n`),
        });
        io.out(`${built ? "built" : "already there:"} ${dir}\n`);
        return ExitCode.Ok;
      }),
    );
};

interface SetupFlags {
  list?: boolean;
  dryRun?: boolean;
  remove?: boolean;
  json?: boolean;
}

function list(io: Io, json: boolean): ExitCode {
  const plans = Object.entries(targets).map(([name, { variant, what }]) => ({
    name,
    what,
    ...planSetup(variant, io.env),
  }));
  if (json) {
    outJson(io, { schema: "ncf-bench.setup/1.0", targets: plans });
    return ExitCode.Ok;
  }
  const rows = plans.map((plan) => [plan.name, plan.what, plan.present ? "there" : "-", megabytes(plan.downloadBytes)]);
  io.out(
    renderTable(
      [
        { title: "target", align: "left" },
        { title: "what", align: "left" },
        { title: "state", align: "left" },
        { title: "download", align: "right" },
      ],
      rows,
      {},
    ),
  );
  return ExitCode.Ok;
}

function describe(plan: ReturnType<typeof planSetup>): string[] {
  return [
    `into ${plan.dir}`,
    ...plan.parts.map(({ name, bytes, licence }) => `  ${name}, ${megabytes(bytes)}, ${licence}`),
    `download ${megabytes(plan.downloadBytes)}, disk while building about ${megabytes(plan.diskBytes)}`,
  ];
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
