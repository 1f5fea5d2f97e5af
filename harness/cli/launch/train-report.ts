import type { LaunchEvent } from "../../../suites/suite.js";
import { formatSeconds, formatSi, formatSignificant } from "../../console/format.js";
import { visible } from "../../console/visible.js";
import type { LaunchRecord } from "../../record/schema.js";
import { type Io, paint } from "../io.js";
import type { LogFile } from "./log-file.js";
import { aligned, epochLine, finalBlock, newBestLine, testBlock } from "./reference-lines.js";
import { epochData, summaryData } from "./reference-log.js";
import { summarizeTraining, type TrainSummary } from "./summary.js";

/** Where the reference's lines go: stdout, or stderr where stdout carries a JSON document. */
export interface Lines {
  line(text: string): void;
}

export function linesOf(io: Io, json: boolean | undefined): Lines {
  return { line: (text) => (json ? io.err : io.out)(`${text}\n`) };
}

/** Prints a launch while it runs: the reference's lines as data, one line an epoch as news on stderr. */
export function trainNews(
  io: Io,
  lines: Lines,
  log: LogFile,
  verbose: boolean,
  task: "train" | "test",
): (event: LaunchEvent) => void {
  const news = (text: string) => io.err(`${paint(io.color.err, "dim", text)}\n`);
  return (event) => {
    if (event.type === "epoch") {
      const { epoch, seconds, items, loss } = event.sample;
      const rate = formatSi(items / seconds, "items/s");
      news(`epoch ${epoch}: ${formatSeconds(seconds)}, ${rate}, loss ${formatSignificant(loss, 4)}`);
    } else if (event.type === "evaluation" && task === "train") {
      if (verbose) lines.line(epochLine(event.sample, event.trainSeconds));
      if (event.best) lines.line(newBestLine(event.sample, event.trainSeconds));
      log.write([event.sample.epoch], epochData(event.sample, event.trainSeconds));
    } else if (event.type === "phase" && io.interactive) {
      news(`${visible(event.name)} …`);
    }
  };
}

export function warn(io: Io, message: string): void {
  io.err(`${paint(io.color.err, "yellow", "warning:")} ${visible(message)}\n`);
}

/** The final block over all that the launch told, also where it did not come to its end; null when that is nothing. */
export function reportTraining(lines: Lines, log: LogFile, record: LaunchRecord, target: number): TrainSummary | null {
  if (record.epochs.length === 0 && record.evaluations.length === 0) return null;
  const summary = summaryOf(record, target);
  lines.line(finalBlock(summary));
  for (const [label, value] of contextOf(record)) lines.line(aligned(`${label}:`, visible(value)));
  log.write([], summaryData(summary));
  return summary;
}

/** What `--mode test` prints and logs. */
export function reportTest(lines: Lines, log: LogFile, record: LaunchRecord): void {
  const sample = record.evaluations[0];
  if (sample === undefined) return;
  lines.line(testBlock(sample));
  for (const [label, value] of contextOf(record)) lines.line(aligned(`${label}:`, visible(value)));
  log.write([], { ...epochData(sample, null), eval_throughput: sample.pairs / sample.seconds });
}

/** `target`: the HR that the options ask for; a stopped launch does not say it itself. */
export function summaryOf(record: LaunchRecord, target: number): TrainSummary {
  const epochs = record.epochs.map(({ phases, ...sample }) => (phases === undefined ? sample : { ...sample, phases }));
  return summarizeTraining({ epochs, evaluations: record.evaluations, target, quality: record.quality });
}

/** What must be read with the figures: another data set, precision or dropout is another measurement. */
function contextOf(record: LaunchRecord): [string, string][] {
  const { cell, engine, protocol, seed } = record;
  const dropout = protocol?.dropoutMode;
  return [
    ["Dataset", `${protocol?.dataset ?? cell.dataset}${protocol?.synthetic === true ? " (synthetic ratings)" : ""}`],
    ["Model, batch", `${cell.model}, ${cell.batch}${cell.scaling === "weak" ? " a GPU (weak scaling)" : ""}`],
    ["Precision, XLA, GPUs", `${cell.precision}, ${cell.xla}, ${cell.gpus}`],
    ...(typeof dropout === "string" ? [["Dropout mode", dropout] as [string, string]] : []),
    [
      "Engine",
      engine === null ? cell.engine : `${engine.name} ${engine.backend} ${engine.version} on ${engine.device}`,
    ],
    ["Seed", String(seed)],
  ];
}
