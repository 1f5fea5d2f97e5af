import { ExitCode } from "../../errors/exit-code.js";
import { visible } from "../console/visible.js";
import { describeMachine } from "../machine/describe.js";
import type { Register } from "./command.js";
import type { Check } from "./doctor/check.js";
import { backendChecks, toolChecks } from "./doctor/engine-checks.js";
import { gpuChecks, hostChecks, nodeCheck } from "./doctor/machine-checks.js";
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

export const registerDoctor: Register = (program, { io, action }) => {
  program
    .command("doctor")
    .description("check what this machine can run and what would disturb it; changes and downloads nothing")
    .option("--plugin <file>", "hold a PJRT plugin to all that the XLA engine needs of it, in a process of its own")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  ncf-bench doctor\n  ncf-bench doctor --plugin ./pjrt_c_api_gpu_plugin.so\n\nExit codes: 0 something can be measured, or the plugin conforms; 5 nothing can, or it does not; 2 there is no such file.",
    )
    .action(
      action(async (options: { json?: boolean; plugin?: string }) => {
        if (options.plugin !== undefined) return examinePlugin(options.plugin, io, options.json === true);
        const checks = await examine(io);
        const exit = doctorExit(checks);
        if (options.json) outJson(io, { schema: "ncf-bench.doctor/1.0", checks, exit });
        else for (const check of checks) io.out(renderCheck(check, io));
        if (!options.json) io.err(`\n${exit.reason}\n`);
        return exit.code;
      }),
    );
};

/** All checks, in the order in which they matter. */
async function examine(io: Io): Promise<Check[]> {
  const machine = describeMachine({ env: io.env });
  const [{ view }, xla, tools, storage, { probeTfjs }] = await Promise.all([
    machine,
    machine.then(({ view }) => xlaChecks(view.gpus, io.env)),
    toolChecks(io.env),
    storageChecks(io.env),
    import("../../suites/ncf/engines/tfjs/backends.js"),
  ]);
  return [
    nodeCheck(process.versions.node),
    ...hostChecks(await machine),
    ...gpuChecks(await machine),
    ...xla,
    ...backendChecks(probeTfjs(), view.gpus.length),
    ...storage,
    ...tools,
  ];
}

/** Without Node.js of our kind, a backend or a place for data sets, nothing can be measured. */
export function doctorExit(checks: readonly Check[]): { code: ExitCode; reason: string } {
  const failed = checks.filter(({ status }) => status === "fail");
  if (failed.length > 0) {
    return { code: ExitCode.Incomplete, reason: `nothing can be measured: ${failed.map(({ id }) => id).join(", ")}` };
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
