import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { simulatedRuns } from "../../harness/calibrate/simulated-runs.js";
import type { RunData } from "../../harness/compare/run-data.js";
import { protocolHash } from "../../harness/record/build.js";
import type { LaunchRecord } from "../../harness/record/schema.js";
import { RECORDS_FILE, writeManifest } from "../../harness/run/run-dir.js";
import { gaussian, uniform } from "../../harness/stats/random.js";
import { sealLine } from "../../storage/checked-line.js";
import { suiteMetrics } from "../../suites/metrics.js";

const EPOCHS = 5;
const filler = (name: string, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${name}${i}`, i % 3 === 0 ? i / 7 : `value ${i}`]));
const PROTOCOL = filler("parameter", 30);
const ENGINE = filler("detail", 13);

/** Writes a baseline and a newer run, whose first cell takes a tenth longer, under `dir`; their figures scatter by 1 %. */
export async function writeDrawnRuns(
  dir: string,
  cells: number,
  launches: number,
): Promise<[base: string, next: string]> {
  const draw = uniform(1);
  const { base, next } = simulatedRuns(
    { source: "simulated", noise: "normal", cv: 0.01, launches, cells, slowdown: 0.1, margin: 0.02, trials: 1 },
    suiteMetrics,
  )({ uniform: draw, normal: gaussian(draw) }, 0);
  return [await writeRun(dir, base), await writeRun(dir, next)];
}

/** Writes a run under `dir`, its records as long as those of a short training launch. Returns its folder. */
export async function writeRun(dir: string, { manifest, records }: RunData): Promise<string> {
  const folder = join(dir, manifest.run);
  await mkdir(folder);
  await writeManifest(folder, manifest);
  const lines = Readable.from(
    (function* () {
      for (const record of records) yield `${sealLine(withDetails(record))}\n`;
    })(),
  );
  await pipeline(lines, createWriteStream(join(folder, RECORDS_FILE)));
  return folder;
}

/** The record with what a training launch of the xla engine says besides. */
function withDetails(record: LaunchRecord): LaunchRecord {
  const rate = record.metrics["train.throughput"]!;
  const items = 495_285;
  const seconds = items / rate;
  // As on a GPU, no two launches have the same curve.
  const own = (rate / 1e6) ** 0.1;
  const epochs = Array.from({ length: EPOCHS }, (_, epoch) => ({
    epoch,
    seconds: seconds * (1 + epoch / 1e3),
    loss: (0.5 * own) / (1 + epoch / Math.PI),
    items,
    steps: 121,
    phases: { compute: seconds * 0.9, feed: seconds * 0.07, readBack: seconds * 0.03 },
  }));
  const evaluations = epochs.map(({ epoch }) => ({
    epoch,
    seconds: seconds / 7,
    hr: own * (0.6 - 0.1 / (1 + epoch)),
    ndcg: own * (0.3 - 0.1 / (1 + epoch)),
    pairs: 95_243,
    users: 943,
  }));
  return {
    ...record,
    epochs,
    evaluations,
    metrics: {
      ...record.metrics,
      "train.epoch_seconds.mean": seconds,
      "train.epoch_seconds.min": seconds * 0.99,
      "train.loss": epochs.at(-1)!.loss,
      "eval.seconds.mean": seconds / 7,
      "eval.seconds.min": seconds / 8,
      "eval.throughput": (95_243 * 7) / seconds,
      "quality.hr": evaluations.at(-1)!.hr,
      "quality.ndcg": evaluations.at(-1)!.ndcg,
      time_to_best: seconds * 3,
    },
    engine: { ...record.engine!, details: ENGINE },
    protocol: PROTOCOL,
    protocolHash: protocolHash(PROTOCOL),
    memory: { peakRssBytes: 332_001_280, engineBytes: 8_361_468 },
    telemetry: {
      loadAverageBefore: 2.48,
      loadAverageAfter: 2.52,
      cpuStealShare: 0,
      cpu: {
        samples: 12,
        busyShare: 0.51,
        foreignShare: 0.013,
        mhz: { least: 2100, median: 2900, most: 3100 },
        quotaThrottledSeconds: 0,
      },
      samplingSeconds: 0.012,
    },
  };
}
