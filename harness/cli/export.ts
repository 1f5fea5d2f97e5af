import { resolve } from "node:path";
import { Option } from "commander";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { type ExportFormat, exportFormats } from "../../reports/exports/formats.js";
import { exportInput } from "../../reports/exports/input.js";
import { writeFileAtomic } from "../../storage/atomic-write.js";
import { suiteMetrics } from "../../suites/metrics.js";
import { compareRuns } from "../compare/compare.js";
import type { Register } from "./command.js";
import { findRunOrBaseline } from "./run-arguments.js";

const WIDTH = Math.max(...exportFormats.map(({ name }) => name.length));
const HELP = `
Formats; those with a * hold verdicts if --baseline is given:
${exportFormats.map(({ name, description, judges }) => `  ${name.padEnd(WIDTH)} ${judges ? "*" : " "} ${description}`).join("\n")}

What was not measured never has a figure: it is a skipped or failed test case, an empty value, a comment or nothing, as the
format allows. The exit code says whether the file was written; whether something got slower is what compare's exit code says.

Examples:
  ncf-bench export latest --format csv --out run.csv
  ncf-bench export v1 --format gobench > old.txt && ncf-bench export --format gobench > new.txt && benchstat old.txt new.txt
  ncf-bench export latest --format junit --baseline v1 --out junit.xml`;

interface Options {
  format: ExportFormat;
  baseline?: string;
  out?: string;
}

export const registerExport: Register = (program, { io, action }) => {
  program
    .command("export")
    .description("write a run in a format of another tool")
    .argument("[run]", "a baseline's name, a run's id, a run's folder, or latest", "latest")
    .addOption(
      // The choices are what completion offers; the parser after them says what is wrong as the other errors do.
      new Option("--format <name>", "see below")
        .choices(exportFormats.map(({ name }) => name))
        .argParser(formatOf)
        .makeOptionMandatory(),
    )
    .option("--baseline <name>", "compare with this baseline or run")
    .option("--out <file>", "write here instead of to stdout")
    .addHelpText("after", HELP)
    .action(
      action(async (label: string, { format, baseline, out }: Options) => {
        if (baseline !== undefined && !format.judges) {
          throw new UserError({
            code: "usage",
            what: `the format ${format.name} holds no verdicts`,
            where: "--baseline",
            hint: `leave --baseline out, or use ${named(exportFormats.filter(({ judges }) => judges))}`,
          });
        }
        const run = await findRunOrBaseline(label, io.cwd);
        const comparison =
          baseline === undefined
            ? null
            : compareRuns(await findRunOrBaseline(baseline, io.cwd), run, {
                metricsOf: suiteMetrics,
                labels: { base: baseline, next: label },
              });
        const text = format.render(exportInput(run, suiteMetrics, comparison));
        if (out === undefined || out === "-") io.out(text);
        else await writeFileAtomic(resolve(io.cwd, out), text);
        return ExitCode.Ok;
      }),
    );
};

function formatOf(name: string): ExportFormat {
  const format = exportFormats.find((one) => one.name === name);
  if (format !== undefined) return format;
  throw new UserError({
    code: "usage",
    what: `there is no format ${JSON.stringify(name)}`,
    where: "--format",
    hint: `one of ${named(exportFormats)}`,
  });
}

function named(formats: readonly ExportFormat[]): string {
  return formats.map(({ name }) => name).join(", ");
}
