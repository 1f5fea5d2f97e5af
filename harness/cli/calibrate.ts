import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { suiteMetrics } from "../../suites/metrics.js";
import { calibration, type StoredRun } from "../calibrate/calibration.js";
import type { Experiment } from "../calibrate/experiment.js";
import type { GateOptions } from "../calibrate/gate.js";
import { simulatedExperiments, storedExperiments } from "../calibrate/grid.js";
import { noiseModels } from "../calibrate/noise-models.js";
import { halvesInOrder, launchPools } from "../calibrate/stored-runs.js";
import { measure } from "../calibrate/threads.js";
import { compareOptions } from "../compare/options.js";
import type { RunData } from "../compare/run-data.js";
import { formatCount } from "../console/format.js";
import {
  addCalibrateOptions,
  type CalibrateOptions,
  calibrationCommand,
  calibrationGrid,
} from "./calibrate-options.js";
import { calibrationMarkdown, printCalibration } from "./calibrate-text.js";
import type { Register } from "./command.js";
import { type Io, outJson, paint } from "./io.js";
import { findRunOrBaseline } from "./run-arguments.js";

const HELP = `
Compares runs whose truth is known, by the code of compare: runs of the same thing, of which anything called slower or
faster is a false alarm, and runs of which one cell was slowed down by 1, 2, 5 or 10 %. They are simulated from noise
models, or with --run made of launches of yours.

Noise models: ${noiseModels
  .map(({ name }) => name)
  .join(", ")
  .replace("drift,", "drift,\n")}

Exit codes: 0 the gate keeps what it promises; 1 a promise is broken; 3 too few trials to say, or nothing is promised of
what was asked for; 130 stopped by Ctrl-C.

Examples:
  ncf-bench calibrate --quick
  ncf-bench calibrate --quick --noise normal --cv 0.01 0.03 --launches 7 20  what would my noise allow?
  ncf-bench calibrate --quick --run v1 --launches 7 10 20                    and my machine's?
  ncf-bench calibrate --json > calibration.json`;

export const registerCalibrate: Register = (program, { io, action }) => {
  const command = program
    .command("calibrate")
    .description("measure the gate itself: how often it cries wolf, and which slowdowns it finds");
  addCalibrateOptions(command)
    .addHelpText("after", HELP)
    .action(action((options: CalibrateOptions) => calibrate(options, io)));
};

async function calibrate(options: CalibrateOptions, io: Io): Promise<ExitCode> {
  const { seed, threads, run: label, json = false, markdown = false } = options;
  if (json && markdown) {
    throw new UserError({ code: "usage", what: "does not go with --json", where: "--markdown", hint: "choose one" });
  }
  const { margin, alpha, level } = compareOptions({
    ...(options.margin !== undefined && { margin: options.margin }),
    ...(options.alpha !== undefined && { alpha: options.alpha }),
  });
  const grid = calibrationGrid(options, margin);
  const run = label === undefined ? null : await findRunOrBaseline(label, io.cwd);
  const stored = run === null ? null : describeStored(run, { margin, alpha, metricsOf: suiteMetrics });
  const experiments = stored === null ? simulatedExperiments(grid) : storedExperiments(grid, stored);
  const progress = progressView(io, experiments);
  const rows = await measure(experiments, {
    seed,
    threads,
    alpha,
    stored: run === null ? null : { manifest: run.manifest, records: run.records },
    signal: io.signal,
    onProgress: progress.update,
  });
  progress.close();
  if (rows === null) {
    io.err("stopped; nothing was kept\n");
    return ExitCode.Interrupted;
  }
  const result = calibration(rows, {
    command: calibrationCommand(options),
    seed,
    gate: { margin, alpha, level },
    stored,
  });
  if (json) outJson(io, result);
  else if (markdown) io.out(calibrationMarkdown(result));
  else printCalibration(result, io);
  return result.exitCode;
}

function describeStored(run: RunData, gate: GateOptions): StoredRun {
  const { pools, without } = launchPools(run, gate.metricsOf);
  if (pools.length === 0) {
    throw new UserError({
      code: "calibrate.no-launches",
      what: `no cell of the run ${run.manifest.run} has two launches with a figure`,
      where: "--run",
      hint: "measure more of them: ncf-bench run --launches 20",
    });
  }
  return {
    run: run.manifest.run,
    launches: Object.fromEntries(pools.map(({ planned, launches }) => [planned.key, launches.length])),
    without,
    halves: halvesInOrder(run, gate),
  };
}

/** How far it is, on stderr: one line that is rewritten on a terminal, a line for every tenth elsewhere. */
function progressView(io: Io, experiments: readonly Experiment[]) {
  const trials = experiments.reduce((sum, experiment) => sum + experiment.trials, 0);
  io.err(`${experiments.length} experiments, ${formatCount(trials)} comparisons of two runs\n`);
  const step = io.interactive ? 1 : 10;
  let shown = 0;
  return {
    update: (done: number, of: number): void => {
      const percent = Math.floor((100 * done) / of);
      if (percent < shown + step) return;
      shown = percent;
      io.err(io.interactive ? `\r${paint(io.color.err, "dim", `${percent} %`)}` : `${percent} %\n`);
    },
    close: (): void => {
      if (io.interactive && shown > 0) io.err("\r\u001b[K");
    },
  };
}
