import { ExitCode } from "../../errors/exit-code.js";
import { suiteMetrics } from "../../suites/metrics.js";
import { explainRuns } from "../compare/phases/explain-change.js";
import { findCells } from "../compare/phases/find-cells.js";
import type { ChangeExplanation } from "../compare/phases/types.js";
import type { Register } from "./command.js";
import { printChanges } from "./explain-text.js";
import { outJson } from "./io.js";
import { findRunOrBaseline } from "./run-arguments.js";

interface Options {
  cell?: string[];
  metric?: string;
  json?: boolean;
}

const HELP = `
BASELINE and RUN are a baseline's name, a run's id, a run's folder, or latest. Without --cell every cell is explained whose
verdict is not the same.

The time of an epoch (or of a batch of inference) is split into data and negatives, host to device, compute, device to host,
host gap and evaluation; what no phase holds is the rest, so that the parts sum to the whole. A phase that an engine
cannot time apart is named with the phase that holds it.

Exit codes: 0 explained, or nothing to explain; 4 the sides cannot be compared; 5 the records hold no times to split.

Examples:
  ncf-bench explain v1
  ncf-bench explain v1 latest --cell mode=train batch=16384
  ncf-bench explain ./runs/a ./runs/b --json | jq '.cells[].split.parts'`;

export const registerExplain: Register = (program, { io, action }) => {
  program
    .command("explain")
    .description("where a change lies: what differs between two runs, and the time of each phase")
    .argument("<baseline>", "what to compare with")
    .argument("[run]", "what to explain", "latest")
    .option("--cell <cell...>", "only the cells that match: axis=value, a key, or a part of one")
    .option("--metric <name>", "of the verdict; infer.resident.throughput splits the resident variant")
    .option("--json", "print JSON")
    .addHelpText("after", HELP)
    .action(
      action(async (baseline: string, run: string, { cell, json, metric }: Options) => {
        const base = await findRunOrBaseline(baseline, io.cwd);
        const next = await findRunOrBaseline(run, io.cwd);
        const explanation = explainRuns(base, next, {
          ...(cell === undefined ? {} : { keys: findCells(base.manifest.cells, cell) }),
          metric: metric ?? null,
          metricsOf: suiteMetrics,
          labels: { base: baseline, next: run },
        });
        if (json) outJson(io, explanation);
        else printChanges(explanation, io);
        return exitCode(explanation);
      }),
    );
};

function exitCode({ cells }: ChangeExplanation): ExitCode {
  if (cells.length === 0 || cells.some(({ split }) => split !== null)) return ExitCode.Ok;
  return cells.some(({ refused }) => refused) ? ExitCode.Refused : ExitCode.Incomplete;
}
