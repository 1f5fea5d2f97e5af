import { suiteMetrics } from "../../suites/metrics.js";
import { compareRuns } from "../compare/compare.js";
import { compareConfirmed } from "../compare/confirm.js";
import { explainCell } from "../compare/explain.js";
import { compareOptions, DEFAULTS } from "../compare/options.js";
import type { Register } from "./command.js";
import { outJson } from "./io.js";
import { findRunOrBaseline } from "./run-arguments.js";
import { share } from "./share.js";

interface Options {
  json?: boolean;
  margin?: string;
  alpha?: string;
  crossMachine?: boolean;
  metric?: string;
  all?: boolean;
  confirm?: string;
  explain?: string;
}

const HELP = `
BASELINE and RUN are a baseline's name, a run's id, a run's folder, or latest.

A cell is slower or faster only if p, adjusted over all cells, is below --alpha and the whole 95 % interval lies beyond
--margin; it is the same only if the whole interval lies inside. Everything else is inconclusive or not comparable.

Exit codes, the first that holds: 1 something is slower or missed its quality target; 4 machine, protocol or backend
differ; 5 less was measured than was planned; 3 inconclusive; 0 everything was measured and nothing is slower.

With --confirm, what is slower must be slower in a second run, too, made later of fresh launches of those cells: launches
of one run share its heat and its neighbours. What that run does not confirm is inconclusive.

Examples:
  ncf-bench compare v1
  ncf-bench compare v1 latest --margin 0.05
  ncf-bench compare v1 20260102t030405z-ab12cd --confirm latest
  ncf-bench compare v1 latest --explain batch=4096
  ncf-bench compare ./runs/a ./runs/b --json | jq .exitReason`;

export const registerCompare: Register = (program, { io, action }) => {
  program
    .command("compare")
    .description("compare a run with a baseline: is anything slower?")
    .argument("<baseline>", "what to compare with")
    .argument("[run]", "what to compare", "latest")
    .option("--json", "print JSON")
    .option("--margin <share>", `relative change that counts (default: ${DEFAULTS.margin})`)
    .option("--alpha <share>", `error rate over all cells together (default: ${DEFAULTS.alpha})`)
    .option("--metric <name>", "gate on this metric instead of each cell's primary one")
    .option("--confirm <run>", "a later run that must say the same of what is slower")
    .option("--explain <cell>", "every number that led to this cell's verdict: its key, or a part that only it has")
    .option("--all", "show every other metric too, not only those that moved")
    .option("--cross-machine", "show ratios between different machines, for information: no verdicts")
    .addHelpText("after", HELP)
    .action(
      action(async (baseline: string, run: string, options: Options) => {
        const { crossMachine = false, metric = null } = options;
        const numbers = compareOptions({
          ...(options.margin === undefined ? {} : { margin: share(options.margin) }),
          ...(options.alpha === undefined ? {} : { alpha: share(options.alpha) }),
        });
        // Launches are compared, not what was timed inside them.
        const find = (label: string) => findRunOrBaseline(label, io.cwd, { samples: false });
        const base = await find(baseline);
        const next = await find(run);
        const again = options.confirm === undefined ? null : await find(options.confirm);
        const settings = { ...numbers, crossMachine, metric, metricsOf: suiteMetrics };
        const labels = { base: baseline, next: run };
        const comparison =
          again === null
            ? compareRuns(base, next, { ...settings, labels })
            : compareConfirmed(base, next, again, { ...settings, labels: { ...labels, confirm: options.confirm! } });
        const explanation = options.explain === undefined ? null : explainCell(comparison, options.explain);
        if (options.json) outJson(io, explanation ?? comparison);
        else if (explanation !== null) (await import("./compare-explain.js")).printExplanation(explanation, io);
        else (await import("./compare-text.js")).printComparison(comparison, io, { all: options.all === true });
        return comparison.exitCode;
      }),
    );
};
