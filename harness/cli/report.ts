import { resolve } from "node:path";
import { Option } from "commander";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import type { MarkdownPlace } from "../../reports/markdown.js";
import type { ReportOptions } from "../../reports/write.js";
import { writeFileAtomic } from "../../storage/atomic-write.js";
import type { Register } from "./command.js";
import { outJson } from "./io.js";
import { findRunOrBaseline } from "./run-arguments.js";

interface Options {
  html?: string;
  md?: string;
  markdownLimit: MarkdownPlace;
  baseline?: string;
  json?: boolean;
}

const HELP = `
Without --html and --md both pages are written into the run's folder, as report.html and report.md. The page is one file
that needs no network; the Markdown fits into a pull request's comment (65,536 characters), or with --markdown-limit summary
into a job summary (1 MiB), whatever the run holds. The exit code says whether they were written;
whether something got slower is what compare's exit code says.

Examples:
  ncf-bench report
  ncf-bench report latest --baseline v1
  ncf-bench report latest --md - --markdown-limit summary >> "$GITHUB_STEP_SUMMARY"
  ncf-bench report 20260102t030405z-ab12cd --html /tmp/run.html`;

export const registerReport: Register = (program, { io, action }) => {
  program
    .command("report")
    .description("make a page of a run: HTML to look at, Markdown to comment with")
    .argument("[run]", "a baseline's name, a run's id, a run's folder, or latest", "latest")
    .option("--html <file>", "write the HTML page here; - for stdout")
    .option("--md <file>", "write the Markdown here; - for stdout")
    .addOption(
      new Option("--markdown-limit <place>", "what the Markdown must fit into: a comment or a job summary")
        .choices(["comment", "summary"] satisfies MarkdownPlace[])
        .default("comment"),
    )
    .option("--baseline <name>", "compare with this baseline or run, and show the verdicts")
    .option("--json", "print what the pages are made of as JSON, write nothing")
    .addHelpText("after", HELP)
    .action(
      action(async (label: string, { html, md, markdownLimit, baseline, json }: Options) => {
        if ([html === "-", md === "-", json].filter(Boolean).length > 1) {
          throw new UserError({
            code: "usage",
            what: "stdout holds one document",
            where: "--html, --md, --json",
            hint: "write the other one to a file",
          });
        }
        const { reportOf, writeReport } = await import("../../reports/write.js");
        const run = await findRunOrBaseline(label, io.cwd);
        const options: ReportOptions = {
          cwd: io.cwd,
          baseline:
            baseline === undefined
              ? null
              : { run: await findRunOrBaseline(baseline, io.cwd), labels: { base: baseline, next: label } },
        };
        if (html === undefined && md === undefined && !json) {
          const paths = await writeReport(run, options);
          io.out(`${paths.html}\n${paths.markdown}\n`);
          return ExitCode.Ok;
        }
        const { model, raw } = await reportOf(run, options);
        if (json) outJson(io, model);
        const { renderHtml } = await import("../../reports/html.js");
        const { renderMarkdown } = await import("../../reports/markdown.js");
        for (const [target, render] of [
          [html, () => renderHtml(model, raw)],
          [md, () => renderMarkdown(model, markdownLimit)],
        ] as const) {
          if (target === "-") io.out(render());
          else if (target !== undefined) await writeFileAtomic(resolve(io.cwd, target), render());
        }
        return ExitCode.Ok;
      }),
    );
};
