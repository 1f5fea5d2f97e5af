import { basename } from "node:path";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { suiteMetrics } from "../../suites/metrics.js";
import { compareOptions, DEFAULTS } from "../compare/options.js";
import { visible } from "../console/visible.js";
import { historyOf } from "../history/history.js";
import type { HistorySources } from "../history/load.js";
import type { HistoryData } from "../history/types.js";
import { selectCells } from "../matrix/select.js";
import type { Register } from "./command.js";
import { sourcesOf } from "./history-sources.js";
import { printHistory } from "./history-text.js";
import { type Io, outJson } from "./io.js";

interface Options {
  cell?: string[];
  since?: string;
  metric?: string;
  margin?: string;
  json?: boolean;
}

const HELP = `
Each RUN is a run's id, its folder or a baseline's name; each DIR a folder of runs. Without any: all runs kept here.

A cell's series holds its runs' medians on one machine, with one backend and protocol; others are series of their own. A
change point is where the level changes by more than --margin: the whole 95 % interval lies beyond it, and p is below
0.001. It names the first run after it, and what changed in the machine, the software and the engine between that run and
the one before. Runs without a figure are gaps (·); runs in which the machine's sentinel moved are shaded (░) and not
judged. Exits 0 whatever it finds: compare is the gate.

Reading is incremental: an index lies beside the runs, in .history, and may be deleted at any time.

Examples:
  ncf-bench history
  ncf-bench history --cell mode=train batch=16384 --since 2026-01-01
  ncf-bench history ./nightly --json | jq '.series[] | {key, changes}'`;

export const registerHistory: Register = (program, { io, action }) => {
  program
    .command("history")
    .description("show when each cell's speed changed over all stored runs, and what changed then")
    .argument("[run|dir...]", "runs, or folders of runs (default: those in .ncf-bench/runs)")
    .option("--cell <filters...>", "only cells with axis=value (or one cell's key)")
    .option("--since <date|run>", "only what happened at or after a date (2026-01-31, UTC) or a run")
    .option("--metric <name>", "this metric instead of each cell's primary one")
    .option("--margin <share>", `relative change that counts (default: ${DEFAULTS.margin})`)
    .option("--json", "print JSON")
    .addHelpText("after", HELP)
    .action(
      action(async (given: string[], options: Options) => {
        const { margin } = compareOptions(options.margin === undefined ? {} : { margin: Number(options.margin) });
        const metric = options.metric ?? null;
        const sources = await sourcesOf(given, io.cwd);
        const { loadHistory } = await import("../history/load.js");
        const { data, warnings } = await loadHistory(sources, { metric, ...reading(io) });
        requireRuns(data, sources);
        const history = historyOf(data, {
          metricsOf: suiteMetrics,
          metric,
          margin,
          since: options.since === undefined ? null : sinceTime(options.since, data),
          keys: options.cell === undefined ? null : chosenKeys(data, options.cell),
        });
        history.warnings.unshift(...warnings);
        if (options.json) outJson(io, history);
        else printHistory(history, io);
        for (const { message } of history.warnings) io.err(`warning: ${visible(message)}\n`);
        return ExitCode.Ok;
      }),
    );
};

function requireRuns({ runs }: HistoryData, { folders }: HistorySources): void {
  if (runs.length > 0) return;
  throw new UserError({
    code: "history.no-runs",
    what: "there are no stored runs",
    ...(folders.length > 0 ? { where: folders.join(", ") } : {}),
    hint: "make one: ncf-bench run; runs elsewhere are given by their folder, or by the folder they lie in",
  });
}

/** The first instant to be told of, in the form of a run's `createdAt`. */
function sinceTime(text: string, { runs }: HistoryData): string {
  const run = runs.find((one) => one.run === text || basename(one.dir) === text);
  if (run !== undefined) return run.createdAt;
  const time = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw new UserError({
    code: "history.since",
    what: `${JSON.stringify(text)} is neither a date nor one of these runs`,
    where: "--since",
    hint: `for example --since ${runs.at(-1)!.createdAt.slice(0, 10)} or --since ${runs.at(-1)!.run}`,
  });
}

function chosenKeys({ cells }: HistoryData, filters: readonly string[]): Set<string> {
  const known = new Map(cells.map(({ key, cell }) => [key, { key, cell }]));
  const keys = filters.filter((filter) => known.has(filter));
  const axes = filters.filter((filter) => !known.has(filter));
  const selected = axes.length === 0 && keys.length > 0 ? [] : selectCells([...known.values()], axes);
  return new Set([...keys, ...selected.map(({ key }) => key)]);
}

/** Reading many runs for the first time takes minutes; the terminal shows how far it is. */
function reading(io: Io): { signal: AbortSignal; onProgress: (done: number, total: number) => void } {
  return {
    signal: io.signal,
    onProgress: (done, total) => {
      if (io.interactive && (done % 10 === 0 || done === total)) {
        io.err(done === total ? "\r\u001b[K" : `\rreading stored runs: ${done} of ${total}`);
      }
    },
  };
}
