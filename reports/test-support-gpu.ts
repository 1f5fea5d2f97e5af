import type { RunData } from "../harness/compare/run-data.js";
import type { GpuTelemetry, LaunchRecord } from "../harness/record/schema.js";
import type { Cell } from "../suites/cell.js";
import { type SampleCell, type SampleOptions, sampleRun } from "./test-support-run.js";

// A run as a DGX-1 would make it: scaling, precisions, a compiler setting, sweeps of inference, telemetry of GPUs.

const COMMON = {
  suite: "ncf",
  engine: "xla",
  backend: "cuda12",
  model: "reference",
  formulation: "layerwise",
  scaling: "strong",
  dataset: "ml-20m",
} as const;
/** Millions of items a second on one GPU. */
const SPEED = { "fp32 off": 8.6, "fp32 on": 9.3, "fp16 off": 15.2, "fp16 on": 18.6 };

function cellsOfDgx1(): SampleCell[] {
  const training = ([1, 2, 4, 8] as const).flatMap((gpus) =>
    (["fp32", "fp16"] as const).flatMap((precision) =>
      (["off", "on"] as const).map((xla) => ({
        cell: { ...COMMON, mode: "train", gpus, precision, xla, batch: 1_048_576 } satisfies Cell,
        itemsPerSecond: 1e6 * SPEED[`${precision} ${xla}`] * gpus ** 0.93,
      })),
    ),
  );
  const inference = [1024, 4096, 16_384, 65_536, 262_144].flatMap((batch) =>
    (["fp32", "fp16"] as const).map((precision) => ({
      cell: { ...COMMON, mode: "infer", gpus: 1, precision, xla: "on", batch } satisfies Cell,
      itemsPerSecond: (precision === "fp16" ? 6.1e7 : 3.4e7) * (batch / (batch + 30_000)),
    })),
  );
  return [...training, ...inference];
}

function telemetryOf(cell: Cell, order: number) {
  const heat = 48 + 22 * (1 - Math.exp(-order / 30));
  const gpu = (index: number): GpuTelemetry => ({
    index,
    uuid: `GPU-${index}`,
    samples: 40,
    smClockMhz: { least: 1365, median: order % 37 === 30 ? 1290 : 1530, most: 1530 },
    memoryClockMhz: { least: 877, median: 877, most: 877 },
    powerWatts: { least: 58, median: 190 + 5 * index, most: 262 },
    temperatureCelsius: { least: heat - 9, median: heat, most: heat + 3 },
    throttled: order % 37 === 30 ? { "power cap": 12 } : {},
    eccCorrected: 0,
    eccUncorrected: 0,
    foreign: [],
    unavailable: {},
  });
  return {
    cpu: { samples: 12, busyShare: 0.11, foreignShare: 0.002, mhz: null, quotaThrottledSeconds: 0 },
    gpus: Array.from({ length: cell.gpus }, (_, index) => gpu(index)),
  };
}

const MACHINE = {
  fingerprint: "c0ffee0123456789",
  identity: {
    arch: "x64",
    platform: "linux",
    cpu: { model: "Intel Xeon E5-2698 v4", logicalCpus: 80, usableCpus: 80 },
    memoryGiB: 512,
    gpus: Array.from({ length: 8 }, () => "Tesla V100-SXM2-16GB"),
  },
  soft: { gpu: { driver: ["535.183.01"], cuda: "12.2" } },
  view: {
    gpus: Array.from({ length: 8 }, () => ({ model: "Tesla V100-SXM2-16GB", memoryBytes: 15.8 * 2 ** 30 })),
    logicalCpus: 80,
    memoryBytes: 512 * 2 ** 30,
  },
  warnings: [],
};

/** A run of 26 cells, the same for the same options. */
export function gpuRun(options: SampleOptions = {}): RunData & { records: LaunchRecord[] } {
  return sampleRun({
    cells: cellsOfDgx1(),
    dataset: { name: "ml-20m", synthetic: false },
    machine: MACHINE,
    telemetry: telemetryOf,
    ...options,
  });
}
