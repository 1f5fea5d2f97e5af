import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { pluginNames } from "../../xla/plugins/pins.js";
import { renderTable } from "../console/table.js";
import { nativeTarget } from "../setup/native.js";
import { pluginTarget } from "../setup/plugin.js";
import { download, type SupplyOptions } from "../setup/supply.js";
import type { SetupPlan, SetupTarget } from "../setup/target.js";
import type { Register } from "./command.js";
import { type Io, outJson } from "./io.js";

const targets: readonly SetupTarget[] = [
  ...pluginNames.map((name) => pluginTarget(name)),
  nativeTarget("tfjs", "cpu", "TensorFlow.js's native backend for the CPU"),
  nativeTarget("tfjs-gpu", "gpu", "TensorFlow.js's native backend with CUDA 12"),
];

export const setupNames: readonly string[] = targets.map(({ name }) => name);

const names = setupNames.join(", ");

export const registerSetup: Register = (program, { io, action }) => {
  program
    .command("setup")
    .argument("[target]", names)
    .description("bring an XLA plugin or a native backend into the cache, from pinned downloads, when you ask for it")
    .option(
      "--compile-only",
      "of a GPU plugin only what compiling without a GPU needs (`plan --target`), not its libraries",
    )
    .option("--list", "show what there is to set up, and what is there")
    .option("--dry-run", "show what would be downloaded, and do nothing")
    .option(
      "--download <dir>",
      "fetch the target's files into a folder, for a machine without a network; install nothing",
    )
    .option("--offline <dir>", "install from such a folder, without a network")
    .option("--remove", "remove the target from the cache")
    .option("--json", "print JSON (with --list or --dry-run)")
    .addHelpText(
      "after",
      "\nExamples:\n  ncf-bench setup --list\n  ncf-bench setup cpu\n  ncf-bench setup cuda13 --compile-only\n  ncf-bench setup cuda13 --download ./wheels     here, where there is a network\n  ncf-bench setup cuda13 --offline ./wheels      there, where there is none\n\nOne that was stopped goes on after the last whole file. Needs Linux and python3 with pip; the tfjs targets also g++ and npm. Without any, the wasm backend is used.",
    )
    .action(
      action(async (name: string | undefined, options: SetupFlags) => {
        if (name === undefined || options.list) return list(io, options.json === true);
        const target = findTarget(name, options.compileOnly === true);
        if (!target) {
          throw new UserError({
            code: "setup.target",
            what: `there is no "${name}" to set up`,
            where: "setup",
            hint: `use ${names}`,
          });
        }
        const plan = target.plan(io.env);
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
        const supply = { env: io.env, signal: io.signal, onStep: (message: string) => io.err(`${message}\n`) };
        if (options.download !== undefined) return fetchOnly(target, resolve(io.cwd, options.download), supply, io);
        const offline = options.offline === undefined ? {} : { offline: resolve(io.cwd, options.offline) };
        const { dir, built } = await target.install({ ...supply, ...offline });
        io.out(`${built ? "installed:" : "already there:"} ${dir}\n`);
        return ExitCode.Ok;
      }),
    );
};

function findTarget(name: string, compileOnly: boolean): SetupTarget | undefined {
  if (!compileOnly) return targets.find((target) => target.name === name);
  const plugin = pluginNames.find((known) => known === name);
  return plugin ? pluginTarget(plugin, "compile-only") : undefined;
}

interface SetupFlags {
  compileOnly?: boolean;
  list?: boolean;
  dryRun?: boolean;
  download?: string;
  offline?: string;
  remove?: boolean;
  json?: boolean;
}

async function fetchOnly(target: SetupTarget, dir: string, supply: SupplyOptions, io: Io): Promise<ExitCode> {
  const files = target.files();
  if (files.length === 0) {
    throw new UserError({
      code: "setup.platform",
      what: `there are no pinned files of ${target.name} for ${process.platform} ${process.arch}`,
      where: "setup",
      hint: `use one of ${names}`,
    });
  }
  if (io.env.NCF_BENCH_OFFLINE) {
    const what = "NCF_BENCH_OFFLINE is set, and this needs downloads";
    throw new UserError({ code: "setup.offline", what, where: "--download", hint: "unset it" });
  }
  const fetched = await download(files, dir, supply);
  io.err(
    `${fetched} of ${files.length} files were fetched; install them by: ncf-bench setup ${target.name} --offline DIR\n`,
  );
  io.out(`${dir}\n`);
  return ExitCode.Ok;
}

function list(io: Io, json: boolean): ExitCode {
  const plans = targets.map(({ name, what, plan }) => ({ name, what, ...plan(io.env) }));
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

function describe(plan: SetupPlan): string[] {
  return [
    `into ${plan.dir}`,
    ...plan.parts.map(({ name, bytes, licence }) => `  ${name}, ${megabytes(bytes)}, ${licence}`),
    `download ${megabytes(plan.downloadBytes)}, disk while building about ${megabytes(plan.diskBytes)}`,
  ];
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
