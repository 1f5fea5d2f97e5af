import { userInfo } from "node:os";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { suiteMetrics } from "../../suites/metrics.js";
import { acceptRun } from "../compare/accept.js";
import { ACCEPTED_FILE } from "../compare/accepted.js";
import { isBaseline, listBaselines } from "../compare/baseline.js";
import { DEFAULTS } from "../compare/options.js";
import { verdicts } from "../compare/types.js";
import { visible } from "../console/visible.js";
import { probe } from "../machine/probe.js";
import { type Run, resolveRun } from "../run/run-dir.js";
import { acceptedCells } from "./accepted-text.js";
import type { Register } from "./command.js";
import { type Io, outJson } from "./io.js";
import { share } from "./share.js";

interface Options {
  because: string;
  baseline?: string;
  margin?: string;
  alpha?: string;
  force?: boolean;
  json?: boolean;
}

const HELP = `
RUN takes the place of the run that the baseline was, and ${ACCEPTED_FILE} gets an entry: who, when, why, and every
cell that was slower, faster or open. Keep that file in version control: what is accepted is then reviewed like code.

Without --baseline: the baseline that RUN was measured against, or else the only one there is.

Exits 4 where machine or protocol differ from the baseline's, and 5 where less was measured than was planned (--force).

Examples:
  ncf-bench accept latest --because "driver 560 costs 3 %, wanted for its fixes"
  ncf-bench accept 20260102t030405z-ab12cd --baseline v1 --because "new embedding kernel"`;

export const registerAccept: Register = (program, { io, action }) => {
  program
    .command("accept")
    .description("make a run the new baseline, with a reason, in a file that is reviewed")
    .argument("<run>", "a run's id, its folder, or latest")
    .requiredOption("--because <text>", "why the change is right, for whoever reviews it")
    .option("--baseline <name>", "the baseline that it becomes")
    .option("--margin <share>", `relative change that counts (default: ${DEFAULTS.margin})`)
    .option("--alpha <share>", `error rate over all cells together (default: ${DEFAULTS.alpha})`)
    .option("--force", "accept although less was measured than was planned")
    .option("--json", "print JSON")
    .addHelpText("after", HELP)
    .action(
      action(async (label: string, options: Options) => {
        const run = await resolveRun(label, io.cwd, { samples: false });
        const { entry, baseline, comparison } = await acceptRun(run, {
          cwd: io.cwd,
          name: options.baseline ?? (await nameFor(run, io.cwd)),
          label,
          because: options.because,
          by: await author(io),
          force: options.force === true,
          metricsOf: suiteMetrics,
          ...(options.margin === undefined ? {} : { margin: share(options.margin) }),
          ...(options.alpha === undefined ? {} : { alpha: share(options.alpha) }),
        });
        for (const { message } of comparison.warnings) io.err(`warning: ${visible(message)}\n`);
        if (entry.incomplete) io.err("warning: less was measured than was planned, and it is accepted all the same\n");
        if (options.json) outJson(io, { file: ACCEPTED_FILE, entry, baseline });
        else {
          const counted = verdicts.flatMap((verdict) => {
            const count = entry.verdicts[verdict] ?? 0;
            return count > 0 ? [`${count} ${verdict}`] : [];
          });
          io.out(
            `${visible(`${entry.baseline} = ${entry.run}, in place of ${entry.replaces}: ${counted.join(", ")}`)}\n`,
          );
          io.out(acceptedCells(entry.cells, io.columns === undefined ? {} : { width: io.columns }));
        }
        io.err(`→ have it reviewed: git add ${ACCEPTED_FILE}\n`);
        return ExitCode.Ok;
      }),
    );
};

/** The baseline that the run was measured against, or the only one. Throws `UserError` where neither says which. */
async function nameFor({ manifest }: Run, cwd: string): Promise<string> {
  const against = manifest.against?.baseline;
  if (against !== undefined && (await isBaseline(against, cwd))) return against;
  const known = await listBaselines(cwd);
  if (known.length === 1) return known[0]!;
  throw new UserError({
    code: "accept.which-baseline",
    what: known.length === 0 ? "there is no baseline yet" : `there are the baselines ${known.join(", ")}`,
    where: "--baseline",
    hint: known.length === 0 ? "save the first one: ncf-bench baseline save NAME RUN" : "say which one the run becomes",
  });
}

/** As git would sign a commit here; the name of the account where git has none. */
async function author({ cwd, env }: Io): Promise<string> {
  const ident = await probe("git", ["-C", cwd, "var", "GIT_AUTHOR_IDENT"], { env });
  const signed = ident.ok ? /^(.*>) \d+ [+-]\d{4}\s*$/.exec(ident.stdout)?.[1] : undefined;
  return signed ?? userInfo().username;
}
