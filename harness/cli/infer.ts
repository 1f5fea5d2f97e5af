import { resolve } from "node:path";
import type { ExitCode } from "../../errors/exit-code.js";
import { encodeNonFinite } from "../../storage/checked-line.js";
import type { Cell } from "../../suites/cell.js";
import { getSuite } from "../../suites/suites.js";
import type { LaunchRecord } from "../record/schema.js";
import type { Register } from "./command.js";
import { type Io, outJson, paint } from "./io.js";
import { exitOf } from "./launch/exit.js";
import { addInferFlags, type InferFlags } from "./launch/flags.js";
import { type LatencyRow, latencyData, latencyRow, renderLatencies } from "./launch/latency-table.js";
import { LogFile } from "./launch/log-file.js";
import { prepareDataset, reportFailure, unsupportedHere } from "./launch/prepare.js";
import { cellOf, datasetOf } from "./launch/request.js";
import { launchDirectly, lookAround, type Situation } from "./launch/session.js";
import { warn } from "./launch/train-report.js";

/** The reference's batch sizes. */
const BATCH_SIZES = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576];

/** Only its numbers of users and items matter; ml-20m's are the reference's, at the cost of a large synthetic set. */
const DEFAULT_DATASET = "synthetic:ml-100k";

const EXAMPLES = `
Examples:
  ncf-bench infer --batch-sizes 1 64 4096 --num-batches 50
  ncf-bench infer --dataset synthetic:ml-20m --gpus 1 --fp16 --json
  ncf-bench infer --data ./ml-1m --load-checkpoint-path checkpoints/best.safetensors

resident: ids are on the device already. fed: ids are copied there and logits back, as the reference's TensorFlow script times it.
Each batch size is measured in a process of its own. Exit codes: 0 measured; 2 wrong usage or input; 5 unsupported here, or
some batch size failed; 130 stopped by Ctrl-C, after printing what was measured.`;

export const registerInfer: Register = (program, { io, action }) => {
  const command = program.command("infer").description("latency percentiles and throughput of inference by batch size");
  addInferFlags(command)
    .addHelpText("after", EXAMPLES)
    .action(action((flags: InferFlags) => infer(flags, io)));
};

async function infer(flags: InferFlags, io: Io): Promise<ExitCode> {
  const dataset = datasetOf(flags, io.cwd, DEFAULT_DATASET);
  const situation = await lookAround(getSuite("ncf"), io);
  const { suite, machine, software } = situation;
  const given = Object.entries({
    iterations: flags.numBatches,
    warmupIterations: flags.warmup,
    minRatings: flags.minRatings,
    loadCheckpointPath: flags.loadCheckpointPath === undefined ? undefined : resolve(io.cwd, flags.loadCheckpointPath),
  });
  const raw = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  const batches = [...new Set(flags.batchSizes ?? BATCH_SIZES)];
  const cells = batches.map((batch) => cellOf(flags, { mode: "infer", batch, dataset }, suite, machine.view));
  const options = suite.parseOptions(raw, cells[0]!);
  const log = new LogFile(flags.logPath, io.cwd);
  try {
    const { records, rows } = await measure({ flags, cells, options, situation, log, io });
    log.write([], latencyData(rows));
    const exit = exitOf(records, { asked: batches.length, target: null, signal: io.signal });
    if (flags.json) {
      const { fingerprint, identity, soft } = machine;
      const about = { schema: "ncf-bench.infer/1.0", command: "infer", dataset, options };
      outJson(
        io,
        encodeNonFinite({
          ...about,
          machine: { fingerprint, identity, soft },
          software,
          rows,
          launches: records,
          exit,
        }),
      );
    } else if (rows.length > 0) {
      io.out(renderLatencies(rows, io.columns));
    }
    if (exit.code !== 0) io.err(`${exit.reason}\n`);
    return exit.code;
  } finally {
    log.close();
  }
}

interface Measurement {
  flags: InferFlags;
  cells: readonly Cell[];
  options: Record<string, unknown>;
  situation: Situation;
  log: LogFile;
  io: Io;
}

async function measure({ flags, cells, options, situation, log, io }: Measurement) {
  const records: LaunchRecord[] = [];
  const rows: LatencyRow[] = [];
  const seed = flags.seed ?? 0;
  const impossible = unsupportedHere(situation, "infer", cells[0]!, seed);
  if (impossible !== null) {
    reportFailure(io, impossible, impossible.key);
    return { records: [impossible], rows };
  }
  const dataset = await prepareDataset(io, situation, cells[0]!.dataset, flags.minRatings);
  if (dataset === null) return { records, rows };
  log.write("PARAMETER", { ...options, ...cells[0], batch: cells.map(({ batch }) => batch), seed });
  const warned = new Set<string>();
  for (const cell of cells) {
    if (io.signal.aborted) break;
    io.err(`${paint(io.color.err, "dim", `batch ${cell.batch} …`)}\n`);
    const timeoutSeconds = flags.timeout ?? 86_400;
    const what = { command: "infer", cell, options, dataset, task: "infer", seed, launch: 0, timeoutSeconds } as const;
    const record = await launchDirectly(io, situation, what, () => undefined);
    records.push(record);
    rows.push(...record.inference.map(latencyRow));
    for (const { message } of record.warnings) {
      if (!warned.has(message)) warn(io, message);
      warned.add(message);
    }
    reportFailure(io, record, `batch ${cell.batch}`);
  }
  return { records, rows };
}
