import { checkRun } from "../../reference/check.js";
import { loadReferences } from "../../reference/load.js";
import { printCheck } from "./check-text.js";
import type { Register } from "./command.js";
import { outJson } from "./io.js";
import { findRunOrBaseline } from "./run-arguments.js";

const HELP = `
A figure is applied only where GPU model, memory and count, precision, XLA, batch, data set and evaluation negatives are
those of the published table; every other one is counted as not applicable, with the reason.

Exit codes, the first that holds: 1 a reference or a quality target is missed, or a launch is faster than the hardware can
be; 5 less was measured than was planned, or no figure applies; 3 better than is credible; 0 every figure that applies is
met.

Examples:
  ncf-bench check
  ncf-bench check latest --json | jq .counts`;

export const registerCheck: Register = (program, { io, action }) => {
  program
    .command("check")
    .description("hold a run against the published figures that its hardware and protocol allow")
    .argument("[run]", "a baseline's name, a run's id, a run's folder, or latest", "latest")
    .option("--json", "print JSON")
    .addHelpText("after", HELP)
    .action(
      action(async (run: string, options: { json?: boolean }) => {
        const result = checkRun(await findRunOrBaseline(run, io.cwd), await loadReferences(io.cwd));
        if (options.json) outJson(io, result);
        else printCheck(result, io);
        return result.exitCode;
      }),
    );
};
