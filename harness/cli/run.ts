import { join, relative } from "node:path";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import type { Suite, Warning } from "../../suites/suite.js";
import { getSuite } from "../../suites/suites.js";
import { environmentDifferences } from "../compare/environment.js";
import { machineMismatch } from "../compare/guard.js";
import type { Comparison } from "../compare/types.js";
import { visible } from "../console/visible.js";
import { describeMachine, type MachineDescription } from "../machine/describe.js";
import { softwareInfo } from "../machine/software.js";
import type { LaunchRecord } from "../record/schema.js";
import { prepareDatasets, prepareSameDatasets } from "../run/datasets.js";
import { executeRun } from "../run/execute.js";
import { RUN_SCHEMA, type RunManifest } from "../run/manifest.js";
import {
  createRunDir,
  linkLatest,
  newRunId,
  RECORDS_FILE,
  type Run,
  resolveRun,
  runsFolder,
  writeManifest,
} from "../run/run-dir.js";
import { summarizeTelemetry } from "../telemetry/run-telemetry.js";
import {
  addBaselineOptions,
  againstOf,
  BASELINE_OPTIONS,
  type BaselineOptions,
  type PlannedAgainst,
  planWithBaseline,
} from "./baseline-options.js";
import type { Register } from "./command.js";
import { printComparison } from "./compare-text.js";
import { type Io, outJson, paint } from "./io.js";
import { launchPlanText } from "./launch-plan-text.js";
import { addMatrixOptions } from "./matrix-options.js";
import { printPlan } from "./plan.js";
import { tellAdvice } from "./plan-advice.js";
import { progressView } from "./run-progress.js";
import { type CellSummary, runExit, summarizeCells, summaryTable } from "./run-summary.js";
import { baselineOf, confirmationOf, verdictOn } from "./run-verdict.js";
import { tellWeather } from "./run-weather.js";

interface RunOptions extends BaselineOptions {
  resume?: string;
  retryFailed?: boolean;
  out?: string;
  json?: boolean;
  sentinel?: boolean;
  dryRun?: boolean;
}

const EXAMPLES = `
Examples:
  ncf-bench run                                    the quick matrix: no GPU, no download
  ncf-bench run --matrix dgx1 --cell gpus=1 precision=fp16 --launches 8
  ncf-bench run --dataset ./ml-1m --set epochs=10 --out results/ml-1m
  ncf-bench run --baseline v1                      the cells of v1 again, as often as it takes, and the verdicts
  ncf-bench run --baseline v1 --budget 20m         the best launches that fit
  ncf-bench run --resume latest                    go on with a run that was stopped

With --baseline, the launches of each cell are planned from the baseline's noise and fixed before the first: results are
not looked at until all are made. What is slower is measured again in a second run, and is a regression only if that run
says so, too (--no-confirm leaves it out).

Exit codes: 0 all was measured; 2 wrong usage or input; 4 the run to resume does not match; 5 less than was asked for
was measured; 130 stopped by Ctrl-C, what was measured is kept. With --baseline those of compare, too: 1 slower, 3
inconclusive, 4 another machine or protocol.`;

export const registerRun: Register = (program, { io, action }) => {
  const command = program
    .command("run")
    .description("measure a matrix: every launch a fresh process, every record kept");
  addBaselineOptions(addMatrixOptions(command))
    .option("--resume <run>", "go on with this run (id, folder or latest): measure what is missing")
    .option("--retry-failed", "with --resume: measure failed launches again too")
    .option("--out <dir>", "folder for records, logs and report (default: .ncf-bench/runs/<run>)")
    .option("--json", "print the summary as JSON")
    .option("--no-sentinel", "do not time the frozen program that tells a slow machine from slow software")
    .option("--dry-run", "show what would be measured, measure nothing")
    .addHelpText("after", EXAMPLES)
    .action(
      action((options: RunOptions) => (options.resume === undefined ? newRun(options, io) : resumeRun(options, io))),
    );
};

async function newRun(options: RunOptions, io: Io): Promise<ExitCode> {
  if (options.retryFailed) throw usage("--retry-failed", "goes with --resume only");
  const machine = await describeMachine({ env: io.env });
  const { planned, against, options: effective } = await planWithBaseline(options, io.cwd, machine);
  if (options.dryRun) {
    await printPlan(planned, io, options.json === true, against);
    return ExitCode.Ok;
  }
  const { plan, suite, matrix } = planned;
  if (against === null) tellAdvice(plan, io);
  else io.err(`${launchPlanText(against, io.columns)}\n`);
  const launched = new Set(plan.order.map(([index]) => index));
  const software = await softwareInfo();
  const datasets = await prepareDatasets({
    suite,
    cells: plan.cells.filter((_, index) => launched.has(index)),
    sources: planned.sources,
    onProgress: (message) => io.err(`${visible(message)}\n`),
    signal: io.signal,
  });
  const run = newRunId();
  const manifest: RunManifest = {
    schema: RUN_SCHEMA,
    run,
    matrix: matrix.name,
    createdAt: new Date().toISOString(),
    seed: plan.seed,
    cells: plan.cells,
    order: plan.order,
    datasets,
    machine: { ...machine },
    software,
    command: commandLine({ ...effective, ...options }),
    ...(against === null ? {} : { against: againstOf(against, confirmationOf(run)) }),
  };
  if (against !== null) refuseInVain(against, manifest);
  const dir = await createRunDir(run, io.cwd, options.out);
  await writeManifest(dir, manifest);
  await linkLatest(dir, io.cwd);
  return measure({
    run: { dir, manifest, records: [], damage: [] },
    suite,
    machine,
    software,
    warnings: [],
    options,
    io,
  });
}

async function resumeRun(options: RunOptions, io: Io): Promise<ExitCode> {
  const fixed = [
    "matrix",
    "cell",
    "cellsOf",
    "launches",
    "dataset",
    "engine",
    "backend",
    "formulation",
    "weak",
    "emulate",
    "seed",
    "timeout",
    "set",
    "out",
    ...BASELINE_OPTIONS,
  ] as const;
  const given = fixed.find((name) => options[name] !== undefined);
  if (given !== undefined)
    throw usage(`--${given === "cellsOf" ? "cells-of" : given}`, "is fixed by the run that --resume goes on with");
  const run = await resolveRun(options.resume!, io.cwd);
  if (run.manifest.against !== undefined) await baselineOf(run.manifest.against, io.cwd);
  const machine = await describeMachine({ env: io.env });
  const software = await softwareInfo();
  const suite = getSuite(run.manifest.cells[0]?.cell.suite ?? "ncf");
  const left = missingLaunches(run, options.retryFailed === true);
  if (options.dryRun) {
    io.out(`${left.length} of ${run.manifest.order.length} launches of ${visible(run.manifest.run)} are to be made\n`);
    return ExitCode.Ok;
  }
  const cells = [...new Set(left.map(([index]) => index))].map((index) => run.manifest.cells[index]!);
  const request = { suite, cells, onProgress: (message: string) => io.err(`${visible(message)}\n`), signal: io.signal };
  const datasets = { ...run.manifest.datasets, ...(await prepareSameDatasets(request, run.manifest.datasets)) };
  const warnings = changes(run.manifest, machine, software);
  for (const { message } of warnings) io.err(`${paint(io.color.err, "yellow", "warning:")} ${visible(message)}\n`);
  const resumed = { ...run, manifest: { ...run.manifest, datasets } };
  return measure({ run: resumed, suite, machine, software, warnings, options, io });
}

interface Measurement {
  run: Run;
  suite: Suite;
  machine: MachineDescription;
  software: LaunchRecord["software"];
  warnings: Warning[];
  options: RunOptions;
  io: Io;
}

async function measure(measurement: Measurement): Promise<ExitCode> {
  const { run, suite, options, io } = measurement;
  const { dir } = run;
  const { against } = run.manifest;
  let interrupted = await makeLaunches(measurement);
  let comparison: Comparison | null = null;
  if (against !== undefined && !interrupted) {
    ({ comparison, interrupted } = await verdictOn(dir, against, io.cwd, (again) => {
      const of = `${again.manifest.cells.length} of ${run.manifest.cells.length} cells`;
      io.err(`\n${visible(`slower in ${of}: measuring them again as ${again.manifest.run}`)}\n`);
      return makeLaunches({ ...measurement, run: again });
    }));
  }
  return conclude(await resolveRun(dir, io.cwd), { suite, interrupted, comparison, json: options.json === true, io });
}

/** Makes the launches that a run lacks; true where it was stopped. */
async function makeLaunches(measurement: Measurement): Promise<boolean> {
  const { run, suite, machine, software, warnings, options, io } = measurement;
  const { dir, manifest } = run;
  const refused = manifest.cells.length - new Set(manifest.order.map(([index]) => index)).size;
  if (refused > 0) io.err(`${refused} of ${manifest.cells.length} cells are not supported here; the table says why\n`);
  const view = progressView(io, suite, manifest, run.records);
  try {
    const { interrupted } = await executeRun({
      dir,
      manifest,
      suite,
      machine,
      software,
      retryFailed: options.retryFailed === true,
      sentinels: options.sentinel !== false,
      warnings,
      signal: io.signal,
      env: io.env,
      onProgress: (progress) => view.update(progress),
    });
    return interrupted;
  } finally {
    await view.close();
  }
}

interface Conclusion {
  suite: Suite;
  interrupted: boolean;
  /** With the baseline that the run was planned from, once all is measured. */
  comparison: Comparison | null;
  json: boolean;
  io: Io;
}

/** Says what came out, where it lies and what to do next; after everything is written. */
async function conclude(run: Run, { suite, interrupted, comparison, json, io }: Conclusion): Promise<ExitCode> {
  const cells = summarizeCells(run.manifest, run.records, suite);
  const measured = runExit(cells, interrupted);
  // A cell that the baseline lacks is not gated, but it was asked for.
  const decides = comparison !== null && !interrupted && comparison.exitCode !== ExitCode.Ok;
  const code = decides ? comparison.exitCode : measured.code;
  const reason = decides ? comparison.exitReason : measured.reason;
  const name =
    run.dir === join(runsFolder(io.cwd), run.manifest.run) ? run.manifest.run : relative(io.cwd, run.dir) || ".";
  const records = join(run.dir, RECORDS_FILE);
  for (const { line, message } of run.damage) io.err(`${visible(`${records}:${line}: ${message}`)}\n`);
  const report = await reportOf(run, io);
  const next =
    (!interrupted && comparison?.nextCommand) || nextCommand(name, interrupted, cells, run.manifest.confirms);
  const sentinels = tellWeather(run, io);
  if (json) {
    const { itemsPerJoule, ...rest } = summarizeTelemetry(run.records);
    const telemetry = { ...rest, itemsPerJoule: Object.fromEntries(itemsPerJoule) };
    const paths = { dir: run.dir, records, report };
    const verdict = run.manifest.against === undefined ? {} : { against: run.manifest.against, comparison };
    outJson(io, {
      run: run.manifest.run,
      ...paths,
      cells,
      telemetry,
      sentinels,
      ...verdict,
      next,
      exit: { code, reason },
    });
    return code;
  }
  io.out(summaryTable(cells, io.columns));
  if (run.manifest.cells.some(({ cell }) => cell.backend === "emulated")) {
    io.out("\nThe GPUs are emulated: virtual devices of this CPU stand for them, and no figure is theirs.\n");
  }
  if (run.manifest.cells.some(({ cell }) => run.manifest.datasets[cell.dataset]?.synthetic)) {
    io.out("\nThe ratings are synthetic: HR says that training works, not how good it is on real ones.\n");
  }
  if (comparison !== null && !interrupted) {
    io.out("\n");
    printComparison(comparison, io, { all: false });
  }
  io.err(
    `\n${reason}\nrecords  ${records}\n${report === null ? "" : `report   ${report}\n`}next     ${visible(next)}\n`,
  );
  return code;
}

/** The page's path. A page that cannot be written is told, but costs neither the measurement nor its exit code. */
async function reportOf(run: Run, io: Io): Promise<string | null> {
  try {
    const { writeReport } = await import("../../reports/write.js");
    return (await writeReport(run, { cwd: io.cwd })).html;
  } catch (error) {
    io.err(`the report could not be written: ${visible((error as Error).message)}\n`);
    return null;
  }
}

function nextCommand(name: string, interrupted: boolean, cells: CellSummary[], confirms: string | undefined): string {
  if (interrupted) return `ncf-bench run --resume ${name}`;
  if (cells.every(({ valid }) => valid === 0)) return "ncf-bench doctor";
  const failed = cells.some(({ problems }) => problems.some(({ kind }) => kind !== "unsupported"));
  if (failed) return `ncf-bench run --resume ${name} --retry-failed`;
  return confirms === undefined ? `ncf-bench baseline save NAME ${name}` : `ncf-bench run --resume ${confirms}`;
}

function missingLaunches({ manifest, records }: Run, retryFailed: boolean): [number, number][] {
  const status = new Map(records.map((record) => [`${record.key}#${record.launch}`, record.status]));
  return manifest.order.filter(([index, launch]) => {
    const known = status.get(`${manifest.cells[index]!.key}#${launch}`);
    return known === undefined || (retryFailed && known === "failed");
  });
}

function changes(manifest: RunManifest, machine: MachineDescription, software: LaunchRecord["software"]): Warning[] {
  const warnings: Warning[] = [];
  if (machine.fingerprint !== manifest.machine.fingerprint) {
    const message = `this machine (${machine.fingerprint}) is not the one the run began on (${manifest.machine.fingerprint})`;
    warnings.push({ code: "resume.machine-changed", message });
  }
  const before = manifest.software;
  if (before.version !== software.version || before.commit !== software.commit || before.node !== software.node) {
    const told = ({ version, commit, node }: typeof before) =>
      `${version}, commit ${commit ?? "unknown"}, Node ${node}`;
    const message = `the run began with ${told(before)} and goes on with ${told(software)}`;
    warnings.push({ code: "resume.software-changed", message });
  }
  return warnings;
}

/** Refuses, before any time is spent, what could only be refused afterwards. Throws `UserError`. */
function refuseInVain({ base, label }: PlannedAgainst, manifest: RunManifest): void {
  const mismatch = machineMismatch(environmentDifferences(base, { manifest, records: [] }));
  if (mismatch === null) return;
  throw new UserError({
    code: "run.other-machine",
    what: mismatch.message,
    where: `--baseline ${label}`,
    hint: "save a baseline of this machine first: ncf-bench run, then ncf-bench baseline save NAME",
    exitCode: ExitCode.Refused,
  });
}

/** The command that makes the same run again, without what only says where to write. */
function commandLine(options: RunOptions): string[] {
  const { baseline, budget, detect, margin, alpha, confirm } = options;
  const { matrix, cell, launches, dataset, engine, backend, formulation, weak, emulate, seed, timeout, set } = options;
  const cells = { matrix, cell, "cells-of": options.cellsOf };
  const measured = { launches, dataset, engine, backend, formulation, weak, emulate, seed, timeout, set };
  const given = { ...cells, ...measured, baseline, budget, detect, margin, alpha };
  const flags = Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (value === true) return [`--${name}`];
    return [`--${name}`, ...(Array.isArray(value) ? value : [String(value)])];
  });
  const negated = [
    ...(confirm === false ? ["--no-confirm"] : []),
    ...(options.sentinel === false ? ["--no-sentinel"] : []),
  ];
  return ["run", ...flags, ...negated];
}

function usage(flag: string, what: string): UserError {
  return new UserError({ code: "usage", what, where: flag, hint: "see ncf-bench run --help" });
}
