import { InvalidArgumentError } from "commander";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { visible } from "../console/visible.js";
import { describeMachine } from "../machine/describe.js";
import type { Register } from "./command.js";
import type { Check } from "./doctor/check.js";
import { backendChecks, toolChecks } from "./doctor/engine-checks.js";
import { clockChecks, containerChecks } from "./doctor/environment-checks.js";
import { gpuChecks, hostChecks, nodeCheck } from "./doctor/machine-checks.js";
import { noiseChecks } from "./doctor/noise-checks.js";
import { placementChecks } from "./doctor/placement-checks.js";
import { examinePlugin } from "./doctor/plugin.js";
import { storageChecks } from "./doctor/storage-checks.js";
import { xlaChecks } from "./doctor/xla-checks.js";
import { type Io, outJson, paint } from "./io.js";

const SIGNS = {
  ok: ["✓", "green"],
  note: ["-", "dim"],
  warn: ["!", "yellow"],
  fail: ["✗", "red"],
} as const;

type Level = 1 | 2 | 3;

interface DoctorOptions {
  level: Level;
  only?: string[];
  fixScript?: boolean;
  json?: boolean;
  plugin?: string;
}

const EXAMPLES = `
Levels, each with those below it:
  1  what is here: seconds, no load on a GPU
  2  every engine trains a tiny model where a cell would put it, held to the float64 oracle: about a minute
  3  ten identical launches: the noise floor and the smallest change that this machine can show: minutes

Examples:
  ncf-bench doctor
  ncf-bench doctor --level 2 --only run
  ncf-bench doctor --fix-script > fix.sh
  ncf-bench doctor --plugin ./pjrt_c_api_gpu_plugin.so

Exit codes: 0 something can be measured, or the plugin conforms; 5 nothing can, an engine answers wrongly, or the plugin
does not conform; 2 there is no such file or check.`;

export const registerDoctor: Register = (program, { io, action }) => {
  program
    .command("doctor")
    .description("check what this machine can run and what would disturb it; changes and downloads nothing")
    .option("--level <1|2|3>", "how much to try (see below)", level, 1)
    .option("--only <id...>", "only these checks, or all whose name begins so: xla, tfjs.wasm")
    .option("--fix-script", "print the fixes as a shell script to read, run nothing")
    .option("--plugin <file>", "hold a PJRT plugin to all that the XLA engine needs of it, in a process of its own")
    .option("--json", "print JSON")
    .addHelpText("after", EXAMPLES)
    .action(
      action(async (options: DoctorOptions) => {
        if (options.plugin !== undefined) return examinePlugin(options.plugin, io, options.json === true);
        const checks = chosen(await examine(io, options.level, options.only), options.only);
        const exit = doctorExit(checks);
        if (options.json) outJson(io, { schema: "ncf-bench.doctor/1.0", level: options.level, checks, exit });
        else if (options.fixScript) io.out(fixScript(checks));
        else for (const check of checks) io.out(renderCheck(check, io));
        if (!options.json) io.err(`\n${exit.reason}\n`);
        return exit.code;
      }),
    );
};

function level(text: string): Level {
  if (text === "1" || text === "2" || text === "3") return Number(text) as Level;
  throw new InvalidArgumentError("Expected 1, 2 or 3.");
}

/** All checks up to a level, in the order in which they matter. What `only` cannot want is not tried, where trying takes long. */
async function examine(io: Io, level: Level, only: readonly string[] | undefined): Promise<Check[]> {
  const machine = describeMachine({ env: io.env });
  const [{ view }, xla, tools, storage, { probeTfjs }] = await Promise.all([
    machine,
    machine.then(({ view }) => xlaChecks(view.gpus, io.env)),
    toolChecks(io.env),
    storageChecks(io.env),
    import("../../suites/ncf/engines/tfjs/backends.js"),
  ]);
  const checks = [
    nodeCheck(process.versions.node),
    ...hostChecks(await machine),
    ...gpuChecks(await machine),
    ...containerChecks(io.env),
    ...clockChecks(),
    ...xla,
    ...backendChecks(probeTfjs(), view.gpus.length),
    ...storage,
    ...tools,
  ];
  if (level >= 2) {
    const wanted = (id: string) => only === undefined || only.some((name) => matches(id, name));
    checks.push(...(await placementChecks(view, io.env, { wanted, onTry: (id) => io.err(`trying ${id}\n`) })));
  }
  if (level >= 3 && (only === undefined || only.some((name) => name.split(".")[0] === "noise"))) {
    checks.push(...(await noiseChecks(view, io.env, (at, of) => io.err(`timing launch ${at} of ${of}\n`))));
  }
  return checks;
}

/** A check's own id, or the family that it belongs to. */
function matches(id: string, name: string): boolean {
  return id === name || id.startsWith(`${name}.`);
}

/** Throws `UserError` for a name that no check has: a check that silently does not run is one that passes. */
function chosen(checks: readonly Check[], only: readonly string[] | undefined): Check[] {
  if (only === undefined) return [...checks];
  const unknown = only.find((name) => !checks.some(({ id }) => matches(id, name)));
  if (unknown !== undefined) {
    throw new UserError({
      code: "doctor.check",
      what: `there is no check ${JSON.stringify(unknown)} at this level`,
      where: "--only",
      hint: `use one of ${checks.map(({ id }) => id).join(", ")}; run.* are at --level 2, noise.* at --level 3`,
    });
  }
  return checks.filter(({ id }) => only.some((name) => matches(id, name)));
}

/** Every fix as a line to run by hand, under what it is for; what no command does stays a comment. */
function fixScript(checks: readonly Check[]): string {
  const lines = checks.flatMap(({ id, status, value, fix }) => {
    if (fix === null || status === "ok") return [];
    const about = `# ${id}: ${visible(value).replaceAll("\n", " ")}`;
    return [about, COMMAND.test(fix) ? fix : `# ${visible(fix)}`, ""];
  });
  return ["#!/bin/sh", "# Read before running: ncf-bench doctor runs none of this.", "", ...lines].join("\n");
}

/** A fix that is a command, as opposed to advice. */
const COMMAND = /^(?:sudo |ncf-bench (?:setup|doctor|data) |npm |unset |export |ps |du |nvidia-smi)/;

/** Without Node.js of our kind, a backend or a place for data sets, nothing can be measured. */
export function doctorExit(checks: readonly Check[]): { code: ExitCode; reason: string } {
  const failed = checks.filter(({ status }) => status === "fail");
  if (failed.length > 0) {
    const ids = failed.map(({ id }) => id);
    const wrong = ids.every((id) => id.startsWith("run."));
    return {
      code: ExitCode.Incomplete,
      reason: `${wrong ? "not to be trusted" : "nothing can be measured"}: ${ids.join(", ")}`,
    };
  }
  const warned = checks.filter(({ status }) => status === "warn").length;
  const reason =
    warned === 0 ? "ready to measure" : `ready to measure; ${warned} ${warned === 1 ? "warning" : "warnings"}`;
  return { code: ExitCode.Ok, reason };
}

function renderCheck({ id, status, value, fix }: Check, io: Io): string {
  const [sign, style] = SIGNS[status];
  const line = `${paint(io.color.out, style, sign)} ${id.padEnd(18)} ${visible(value)}\n`;
  return fix === null ? line : `${line}  ${" ".repeat(18)} fix: ${visible(fix)}\n`;
}
