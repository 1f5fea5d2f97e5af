import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import type { Verification } from "../../reports/verify.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import type { Register } from "./command.js";
import { type Io, outJson, paint } from "./io.js";
import { findRunOrBaseline } from "./run-arguments.js";

/** A page of the largest runs has some ten megabytes. */
const MOST_BYTES = 256 * 1024 * 1024;
/** More than these are counted only; --json has all. */
const SHOWN = 50;

const HELP = `
A report carries the raw figures that it was made from. Every number, verdict and drawing is computed from them again, and
the metrics of each launch from its epochs and latencies; what does not match is listed. That finds what was changed by
hand or by damage, in the page or in the figures. Whoever makes a run up as a whole is found out by the run's own records:
give them with --run.

Exit codes: 0 all matches; 1 something does not; 2 the page holds no readable figures; 4 it is of another version.

Examples:
  ncf-bench verify report.html
  ncf-bench verify report.html --run 20260102t030405z-ab12cd
  ncf-bench verify report.html --json | jq .discrepancies`;

export const registerVerify: Register = (program, { io, action }) => {
  program
    .command("verify")
    .description("compute a report's numbers and verdicts again from the raw figures inside it")
    .argument("<report>", "a report.html")
    .option("--run <run>", "hold its records against this run's, too")
    .option("--json", "print JSON")
    .addHelpText("after", HELP)
    .action(
      action(async (file: string, options: { run?: string; json?: boolean }) => {
        const html = await readPage(resolve(io.cwd, file), file);
        const measured = options.run === undefined ? null : await findRunOrBaseline(options.run, io.cwd);
        const { verifyReport } = await import("../../reports/verify.js");
        const result = verifyReport(html, file, measured);
        if (options.json) outJson(io, result);
        else printVerification(result, io);
        return result.discrepancies.length === 0 ? ExitCode.Ok : ExitCode.Regression;
      }),
    );
};

async function readPage(path: string, file: string): Promise<string> {
  const fail = (what: string, cause?: unknown) =>
    new UserError({ code: "verify.unreadable", what, where: file, hint: "give a report.html", cause });
  try {
    if ((await stat(path)).size > MOST_BYTES) throw fail("larger than any report");
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw fail(`cannot be read: ${(error as Error).message}`, error);
  }
}

function printVerification({ run, baseline, cells, launches, discrepancies }: Verification, io: Io): void {
  const against = baseline === null ? "" : ` against ${baseline}`;
  const what = visible(`Run ${run}${against}: ${cells} cells, ${launches} launches`);
  if (discrepancies.length === 0) {
    io.out(
      `${what}. ${paint(io.color.out, "green", "Every number, verdict and drawing follows from the raw figures.")}\n`,
    );
    return;
  }
  const count = discrepancies.length;
  io.out(
    `${what}. ${paint(io.color.out, "red", `${count} ${count === 1 ? "thing does" : "things do"} not match:`)}\n\n`,
  );
  const rows = discrepancies.slice(0, SHOWN).map(({ where, said, computed }) => [where, said, computed]);
  io.out(
    renderTable([{ title: "where" }, { title: "says" }, { title: "computed" }], rows, {
      ...(io.columns === undefined ? {} : { width: io.columns }),
    }),
  );
  if (count > SHOWN) io.out(`and ${count - SHOWN} more (--json lists all)\n`);
}
