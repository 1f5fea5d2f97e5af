import { join } from "node:path";
import type { ExitCode } from "../../errors/exit-code.js";
import { encodeNonFinite } from "../../storage/checked-line.js";
import type { Cell } from "../../suites/cell.js";
import type { PreparedDataset } from "../../suites/suite.js";
import { getSuite } from "../../suites/suites.js";
import { qualityTarget } from "../record/quality-target.js";
import type { LaunchRecord } from "../record/schema.js";
import type { Register } from "./command.js";
import { type Io, outJson } from "./io.js";
import { type Exit, exitOf } from "./launch/exit.js";
import { addTrainFlags, type TrainFlags } from "./launch/flags.js";
import { LogFile } from "./launch/log-file.js";
import { aggregateSeeds, renderSeeds } from "./launch/multi-seed.js";
import { prepareDataset, reportFailure, unsupportedHere } from "./launch/prepare.js";
import { cellOf, datasetOf, REFERENCE_BATCH, trainOptionsOf } from "./launch/request.js";
import { launchDirectly, lookAround, type Situation } from "./launch/session.js";
import { linesOf, reportTest, reportTraining, summaryOf, trainNews, warn } from "./launch/train-report.js";

const EXAMPLES = `
Examples:
  ncf-bench train --dataset synthetic:ml-100k -b 16384 -e 5 --eval-after 0 --verbose
  ncf-bench train --data ./ml-20m --fp16 --gpus 1 --seeds 1..5 --log-path log.json
  ncf-bench train --data ./ml-1m --checkpoint-dir checkpoints --checkpoint-every
  ncf-bench train --data ./ml-1m --checkpoint-dir checkpoints --resume

Exit codes: 0 measured; 1 the target was set (--target or --stop-at-target) and missed, by any seed; 2 wrong usage or input;
5 unsupported here, or failed; 130 stopped by Ctrl-C, after printing what was measured.`;

export const registerTrain: Register = (program, { io, action }) => {
  const command = program
    .command("train")
    .description("train once, or once a seed, with the flags and the log lines of NVIDIA's reference");
  addTrainFlags(command)
    .addHelpText("after", EXAMPLES)
    .action(action((flags: TrainFlags) => trainOrTest(flags, io)));
};

/** The commands `train` and `test`, which differ in `mode` alone. */
export async function trainOrTest(flags: TrainFlags, io: Io): Promise<ExitCode> {
  const task = flags.mode ?? "train";
  const spec = datasetOf(flags, io.cwd);
  const given = trainOptionsOf(flags, io.cwd);
  const situation = await lookAround(getSuite("ncf"), io);
  const { suite, machine } = situation;
  const what = { mode: "train", batch: flags.batchSize ?? REFERENCE_BATCH, dataset: spec } as const;
  const cell = cellOf(flags, what, suite, machine.view);
  const options = suite.parseOptions(given, cell);
  const log = new LogFile(flags.logPath, io.cwd);
  try {
    const measured = await measure({ task, flags, cell, options, situation, log, io });
    const target = task === "test" ? flags.target : qualityTarget({ cell, options, optionsSet: Object.keys(given) });
    const seeds = flags.seeds ?? [flags.seed ?? 0];
    const exit = exitOf(measured.records, { asked: seeds.length, target: target ?? null, signal: io.signal });
    if (exit.code !== 0) io.err(`${exit.reason}\n`);
    if (flags.json) outJson(io, documentOf(task, situation, { ...measured, cell, options, exit }));
    return exit.code;
  } finally {
    log.close();
  }
}

interface Measurement {
  task: "train" | "test";
  flags: TrainFlags;
  cell: Cell;
  options: Record<string, unknown>;
  situation: Situation;
  log: LogFile;
  io: Io;
}

interface Measured {
  records: LaunchRecord[];
  dataset: PreparedDataset | null;
}

async function measure({ task, flags, cell, options, situation, log, io }: Measurement): Promise<Measured> {
  const seeds = flags.seeds ?? [flags.seed ?? 0];
  const impossible = unsupportedHere(situation, task, cell, seeds[0]!);
  if (impossible !== null) {
    reportFailure(io, impossible, impossible.key);
    return { records: [impossible], dataset: null };
  }
  const dataset = await prepareDataset(io, situation, cell.dataset, flags.minRatings);
  if (dataset === null) return { records: [], dataset };
  const lines = linesOf(io, flags.json);
  const target = Number(options.target);
  const records: LaunchRecord[] = [];
  const warned = new Set<string>();
  for (const [launch, seed] of seeds.entries()) {
    if (io.signal.aborted) break;
    if (seeds.length > 1) io.err(`seed ${seed} (${launch + 1} of ${seeds.length})\n`);
    log.write("PARAMETER", { ...options, ...cell, dataset: dataset.name, dataset_hash: dataset.hash, seed });
    const record = await launchDirectly(
      io,
      situation,
      {
        command: task,
        cell,
        options: seeds.length > 1 && task === "train" ? withOwnCheckpoints(options, seed) : options,
        dataset,
        task,
        seed,
        launch,
        timeoutSeconds: flags.timeout ?? 86_400,
      },
      trainNews(io, lines, log, flags.verbose === true, task),
    );
    records.push(record);
    if (task === "test") reportTest(lines, log, record);
    else reportTraining(lines, log, record, target);
    for (const { message } of record.warnings) {
      if (!warned.has(message)) warn(io, message);
      warned.add(message);
    }
    reportFailure(io, record, `seed ${seed}`);
  }
  if (seeds.length > 1 && task === "train" && records.length > 0) {
    const made = records.map((record) => (record.status === "ok" ? summaryOf(record, target) : null));
    lines.line(`\n${renderSeeds(seeds.slice(0, made.length), aggregateSeeds(made), io.columns).trimEnd()}`);
  }
  return { records, dataset };
}

/** Each seed saves its own best model: the seeds of one command never overwrite each other's. */
function withOwnCheckpoints(options: Record<string, unknown>, seed: number): Record<string, unknown> {
  if (typeof options.checkpointDir !== "string") return options;
  return { ...options, checkpointDir: join(options.checkpointDir, `seed-${seed}`) };
}

function documentOf(
  command: string,
  { machine, software }: Situation,
  { records, dataset, cell, options, exit }: Measured & { cell: Cell; options: Record<string, unknown>; exit: Exit },
): unknown {
  const target = Number(options.target);
  const summaries = records.map((record) => (record.epochs.length > 0 ? summaryOf(record, target) : null));
  const made = summaries.filter((_, i) => records[i]!.status === "ok");
  return encodeNonFinite({
    schema: `ncf-bench.${command}/1.0`,
    command,
    cell,
    options,
    dataset,
    machine: { fingerprint: machine.fingerprint, identity: machine.identity, soft: machine.soft },
    software,
    launches: records.map((record, i) => ({ ...record, summary: summaries[i] })),
    seeds: command === "train" && made.length > 1 ? aggregateSeeds(made) : null,
    exit,
  });
}
