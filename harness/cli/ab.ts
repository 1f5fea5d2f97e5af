import { join, relative, resolve } from "node:path";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { suiteMetrics } from "../../suites/metrics.js";
import { analyse } from "../ab/analyse.js";
import { sharedCells } from "../ab/cells.js";
import { type ExperimentRequest, planExperiment } from "../ab/create.js";
import { checkDesign, defaultBlocks } from "../ab/design.js";
import { launchesLeft } from "../ab/execute.js";
import { type Experiment, experimentsFolder, findExperiment } from "../ab/experiment.js";
import type { Side } from "../ab/order.js";
import { compareOptions, DEFAULTS } from "../compare/options.js";
import { gatedMetric } from "../compare/primary-metric.js";
import { ignoreFolder, newRunId } from "../run/run-dir.js";
import { beginExperiment, resumeExperiment } from "./ab/measure.js";
import { parseVariants, planVariant, survey } from "./ab/plan.js";
import { printAb, printAbPlan } from "./ab/text.js";
import { share } from "./calibrate-options.js";
import type { Register } from "./command.js";
import { type Io, outJson, paint } from "./io.js";
import { addMatrixOptions, integer, type MatrixOptions, type PlannedMatrix } from "./matrix-options.js";

export interface AbOptions extends MatrixOptions {
  a?: string[];
  b?: string[];
  blocks?: number;
  margin?: number;
  alpha?: number;
  metric?: string;
  resume?: string;
  out?: string;
  json?: boolean;
  dryRun?: boolean;
}

const HELP = `
A variant is one or more settings, or as-is:
  engine= backend= gpus= precision= xla= batch= formulation=    an axis of the cells
  plugin=NAME|FILE                                              the XLA plugin, by name or by its file
  flags=XLA_FLAGS   env:NAME=VALUE                              the environment; an empty value removes the variable
  set:OPTION=VALUE                                              an option of the suite
  checkout=FOLDER   commit=COMMIT                               another ncf-bench: a built checkout, or a commit to build

Both variants are measured in blocks A B B A or B A A B, each launch a fresh process. The two launches of a pair share
their seed; the verdict is B over A, from the ratios within the pairs (Wilcoxon signed rank, Holm over the cells).

Exit codes, as of compare: 1 B is slower or missed its quality target; 4 the work or the machine differs; 5 pairs are
missing; 3 inconclusive; 0 everything was measured and B is not slower; 130 stopped by Ctrl-C, what was measured is kept.

Examples:
  ncf-bench ab plugin=cpu plugin=cpu-next
  ncf-bench ab --b "flags=--xla_cpu_enable_fast_math=true" --cell mode=train --blocks 8
  ncf-bench ab --a engine=tfjs --b engine=xla --dataset ./ml-1m
  ncf-bench ab commit=HEAD~5 as-is                 built once, in the cache
  ncf-bench ab --resume latest                     go on with one that was stopped, or show its result again`;

export const registerAb: Register = (program, { io, action }) => {
  const command = program
    .command("ab")
    .description("compare two variants by paired launches: plugins, flags, engines, environments, commits")
    .argument("[variants...]", "A and B; A is as-is where one is given");
  addMatrixOptions(command)
    .option("--a <settings...>", "variant A (default: as-is)")
    .option("--b <settings...>", "variant B")
    .option("--blocks <n>", "blocks of two pairs a cell (default: 5, more where many cells need them)", integer(1, 500))
    .option("--margin <share>", `relative change that counts (default: ${DEFAULTS.margin})`, share)
    .option("--alpha <share>", `error rate over all cells together (default: ${DEFAULTS.alpha})`, share)
    .option("--metric <name>", "gate on this metric instead of each cell's primary one")
    .option("--resume <experiment>", "go on with this experiment (id, folder or latest)")
    .option("--out <dir>", "folder of the experiment (default: .ncf-bench/ab/<id>)")
    .option("--json", "print JSON")
    .option("--dry-run", "show what would be measured, measure nothing")
    .addHelpText("after", HELP)
    .action(
      action((variants: string[], options: AbOptions) =>
        options.resume === undefined ? newExperiment(variants, options, io) : resume(variants, options, io),
      ),
    );
};

async function newExperiment(words: string[], options: AbOptions, io: Io): Promise<ExitCode> {
  if (options.launches !== undefined)
    throw usage("--launches", "is --blocks here: a block is two launches of each variant");
  const variants = parseVariants(words, options, io.cwd);
  const build = { build: !options.dryRun };
  const surveyed = { a: await survey(variants.a, io, build), b: await survey(variants.b, io, build) };
  const planned = { a: await planVariant(options, surveyed.a, io), b: await planVariant(options, surveyed.b, io) };
  const plans = { a: planned.a.plan, b: planned.b.plan };
  const { experiment, finds } = design(variants, planned, options, words);
  if (options.dryRun) {
    if (options.json) outJson(io, { experiment, cells: { a: plans.a.cells, b: plans.b.cells }, finds });
    else printAbPlan(experiment, plans, finds, io);
    return ExitCode.Ok;
  }
  if (variants.a.label === variants.b.label) io.err("A and B are the same: whatever is found is a false alarm\n");
  const dir = options.out === undefined ? join(experimentsFolder(io.cwd), experiment.id) : resolve(io.cwd, options.out);
  if (options.out === undefined) await ignoreFolder(join(io.cwd, ".ncf-bench"));
  const { interrupted } = await beginExperiment(dir, experiment, planned, surveyed, io);
  return conclude(dir, interrupted, options.json === true, io);
}

/** The experiment that the options ask for, and the smallest change that it would find. Throws `UserError`. */
function design(
  variants: ExperimentRequest["variants"],
  planned: Record<Side, PlannedMatrix>,
  options: AbOptions,
  words: readonly string[],
): { experiment: Experiment; finds: number } {
  const { margin, alpha, metric } = compareOptions({
    ...(options.margin !== undefined && { margin: options.margin }),
    ...(options.alpha !== undefined && { alpha: options.alpha }),
    metric: options.metric ?? null,
  });
  const plans = { a: planned.a.plan, b: planned.b.plan };
  const cells = sharedCells(plans, variants).filter(
    (index) => gatedMetric(plans.a.cells[index]!.cell, planned.a.suite.metrics, metric) !== null,
  );
  const blocks = options.blocks ?? defaultBlocks(cells.length, { margin, alpha });
  const finds = checkDesign(cells.length, blocks, { margin, alpha });
  const experiment = planExperiment({
    id: newRunId(),
    seed: plans.a.seed,
    blocks,
    margin,
    alpha,
    metric,
    command: commandLine(words, options),
    variants,
    plans,
  });
  return { experiment, finds };
}

async function resume(words: string[], options: AbOptions, io: Io): Promise<ExitCode> {
  const { resume: name, json, dryRun, ...fixed } = options;
  const given = Object.keys(fixed)[0];
  if (words.length > 0 || given !== undefined) {
    const where = given === undefined ? "variants" : `--${given}`;
    throw usage(where, "is fixed by the experiment that --resume goes on with");
  }
  const saved = await findExperiment(name!, io.cwd);
  const left = launchesLeft(saved).length;
  if (dryRun) {
    io.out(`${left} of ${saved.experiment.order.length} launches of ${saved.experiment.id} are to be made\n`);
    return ExitCode.Ok;
  }
  // A finished one is shown again, here or on another machine.
  const { interrupted } = left === 0 ? { interrupted: false } : await resumeExperiment(saved, io);
  return conclude(saved.dir, interrupted, json === true, io);
}

/** Says what came out; after everything is written. */
async function conclude(dir: string, interrupted: boolean, json: boolean, io: Io): Promise<ExitCode> {
  const saved = await findExperiment(dir, io.cwd);
  const { id } = saved.experiment;
  const name = dir === join(experimentsFolder(io.cwd), id) ? id : relative(io.cwd, dir) || ".";
  if (interrupted) {
    const made = saved.a.records.length + saved.b.records.length;
    io.err(`\nstopped after ${made} of ${saved.experiment.order.length} launches; no verdict before all are made\n`);
    io.err(`next     ncf-bench ab --resume ${name}\n`);
    return ExitCode.Interrupted;
  }
  const comparison = analyse(saved.experiment, saved, suiteMetrics, name);
  if (json) outJson(io, { ...comparison, dir });
  else printAb(comparison, io);
  io.err(`${paint(io.color.err, "dim", "records")}  ${dir}\n`);
  return comparison.exitCode;
}

/** The arguments that make the same experiment again, without what only says where to write. */
function commandLine(words: readonly string[], options: AbOptions): string[] {
  const { out: _, json: __, dryRun: ___, ...given } = options;
  const flags = Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    if (value === true) return [`--${name}`];
    return [`--${name}`, ...(Array.isArray(value) ? value : [String(value)])];
  });
  return ["ab", ...words, ...flags];
}

function usage(where: string, what: string): UserError {
  return new UserError({ code: "usage", what, where, hint: "see ncf-bench ab --help" });
}
