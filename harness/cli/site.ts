import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { visible } from "../console/visible.js";
import { softwareInfo } from "../machine/software.js";
import type { Register } from "./command.js";
import { sourcesOf } from "./history-sources.js";
import { type Io, outJson } from "./io.js";
import { findRunOrBaseline } from "./run-arguments.js";

interface Options {
  out: string;
  baseline?: string;
  title: string;
  baseUrl?: string;
  json?: boolean;
}

const HELP = `
Each RUN is a run's id, its folder or a baseline's name; each DIR a folder of runs. Without any: all runs kept here.

The site has an index with the newest verdict of each matrix on each machine, a history page for each, a page a run, and a
page a comparison, each also as JSON and Markdown; an Atom and a JSON feed of regressions and of nights without a run; and
badges. It opens from a disk as from a server. A second call writes only what changed; the same runs and options give the
same bytes. Nights are missed as of now, or as of SOURCE_DATE_EPOCH.

Examples:
  ncf-bench site --out public
  ncf-bench site ./nightly --out public --baseline v1 --base-url https://example.org/bench/`;

export const registerSite: Register = (program, { io, action }) => {
  program
    .command("site")
    .description("write a site of stored runs: newest verdicts, history, comparisons, feeds, badges")
    .argument("[run|dir...]", "runs, or folders of runs (default: those in .ncf-bench/runs)")
    .requiredOption("--out <dir>", "folder of the site, for it alone")
    .option(
      "--baseline <name>",
      "hold runs against this one, where it is of their matrix and machine (default: the run before)",
    )
    .option("--title <text>", "title of the index", "ncf-bench")
    .option("--base-url <url>", "where the site will be published: makes the feeds' links absolute")
    .option("--json", "print what was written as JSON")
    .addHelpText("after", HELP)
    .action(
      action(async (given: string[], options: Options) => {
        const out = resolve(io.cwd, options.out);
        const sources = await sourcesOf(given, io.cwd);
        const baseline = options.baseline === undefined ? null : await findRunOrBaseline(options.baseline, io.cwd);
        if (baseline !== null) sources.runs = [...new Set([...sources.runs, baseline.dir])];
        const { version, commit } = await softwareInfo();
        // Imported late: charts and DuckDB take half a second to load, and no other command must pay for it.
        const { writeSite } = await import("../../reports/site/write.js");
        const result = await writeSite({
          sources,
          out,
          cwd: io.cwd,
          title: options.title,
          baseUrl: options.baseUrl === undefined ? null : baseUrl(options.baseUrl),
          baseline: baseline?.manifest.run ?? null,
          asOf: asOf(io.env),
          tool: `${version} ${commit ?? ""}`,
          threads: availableParallelism(),
          signal: io.signal,
          ...telling(io),
        });
        const { warnings, ...counts } = result;
        const index = join(out, "index.html");
        if (options.json) outJson(io, { schema: "ncf-bench.site-result/1.0", index, ...counts, warnings });
        else {
          io.out(`${index}\n`);
          const { runs, written, removed, streams, news } = counts;
          io.err(
            `${runs} runs in ${streams} histories; ${written} written, ${removed} removed; ${news} entries in the feeds\n`,
          );
        }
        for (const { message } of warnings) io.err(`warning: ${visible(message)}\n`);
        return ExitCode.Ok;
      }),
    );
};

/** A line a tenth of the work where nothing redraws. */
function telling(io: Io): { onProgress: (message: string) => void } {
  let last = "";
  return {
    onProgress: (message) => {
      const tenth = message.replace(/(\d+) of (\d+)/, (_, done, of) => `${Math.floor((10 * done) / of)}`);
      if (tenth === last) return;
      last = tenth;
      io.err(`${visible(message)}\n`);
    },
  };
}

function baseUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.endsWith("/") ? text : `${text}/`;
  throw new UserError({
    code: "site.base-url",
    what: `${JSON.stringify(text)} is not a URL of http or https`,
    where: "--base-url",
    hint: "for example https://example.org/bench/",
  });
}

function asOf({ SOURCE_DATE_EPOCH }: NodeJS.ProcessEnv): number {
  return SOURCE_DATE_EPOCH && /^\d+$/.test(SOURCE_DATE_EPOCH) ? Number(SOURCE_DATE_EPOCH) * 1000 : Date.now();
}
