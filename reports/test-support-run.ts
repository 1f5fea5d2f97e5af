import type { RunData } from "../harness/compare/run-data.js";
import { LaunchRecord, RECORD_SCHEMA, type Telemetry } from "../harness/record/schema.js";
import { type PlannedCell, RUN_SCHEMA, RunManifest } from "../harness/run/manifest.js";
import { canonicalJson, sha256Hex } from "../storage/canonical-json.js";
import { type Cell, cellKey } from "../suites/cell.js";
import { inferenceMetrics, trainingMetrics } from "../suites/ncf/metrics-info.js";
import type { MetricInfo } from "../suites/suite.js";

// A run as `quick` makes it, with what goes wrong in practice: a cell that cannot be honoured, a launch that crashed.

const METRICS: readonly MetricInfo[] = [
  { name: "train.throughput", unit: "items/s", better: "higher", assume: "nothing", primary: true },
  { name: "infer.fed.throughput", unit: "items/s", better: "higher", assume: "nothing", primary: true },
  { name: "infer.fed.latency.p50", unit: "s", better: "lower", assume: "nothing" },
];
export const metricsOf = () => METRICS;

export interface SampleOptions {
  run?: string;
  /** Multiplies the throughput of the cells at these indices. */
  slowdown?: Record<number, number>;
  launches?: number;
  /** Makes the noise; another seed is another run of the same thing. */
  seed?: number;
  /** Other cells than those of `quick`. */
  cells?: readonly SampleCell[];
  dataset?: { name: string; synthetic: boolean };
  machine?: RunManifest["machine"];
  telemetry?: (cell: Cell, order: number) => Partial<Telemetry>;
}

export interface SampleCell {
  cell: Cell;
  /** 0: unsupported. */
  itemsPerSecond: number;
}

const DATASET = "synthetic:ml-100k";
const COMMON = {
  suite: "ncf",
  engine: "tfjs",
  backend: "wasm",
  gpus: 0,
  xla: "off",
  formulation: "layerwise",
  scaling: "strong",
  dataset: DATASET,
} as const;
const OPTIONS = { epochs: 10, target: 0.9562, topk: 10, negativeSamples: 4, lazyAdam: false, validNegative: 100 };
const CELLS: SampleCell[] = [
  { cell: { ...COMMON, mode: "train", precision: "fp32", batch: 16384, model: "paper-8" }, itemsPerSecond: 41_200 },
  { cell: { ...COMMON, mode: "train", precision: "fp32", batch: 16384, model: "reference" }, itemsPerSecond: 16_900 },
  { cell: { ...COMMON, mode: "infer", precision: "fp32", batch: 1024, model: "reference" }, itemsPerSecond: 58_000 },
  { cell: { ...COMMON, mode: "infer", precision: "fp32", batch: 65536, model: "reference" }, itemsPerSecond: 91_000 },
  { cell: { ...COMMON, mode: "train", precision: "fp16", batch: 16384, model: "reference" }, itemsPerSecond: 0 },
];

/** A run of five cells and five launches each, the same for the same options. */
export function sampleRun(options: SampleOptions = {}): RunData & { records: LaunchRecord[] } {
  const { run = "20261123t150400z-7f3a", slowdown = {}, launches = 5, seed = 1, machine = MACHINE } = options;
  const { cells: sampled = CELLS, dataset = { name: DATASET, synthetic: true } } = options;
  const random = randomOf(seed);
  const cells: PlannedCell[] = sampled.map(({ cell }) => ({
    cell,
    key: cellKey(cell),
    options: OPTIONS,
    launches,
    timeoutSeconds: 600,
  }));
  const manifest = RunManifest.parse({
    schema: RUN_SCHEMA,
    run,
    matrix: "quick",
    createdAt: "2026-11-23T15:04:00.123Z",
    seed: 7,
    cells,
    order: Array.from({ length: launches }, (_, launch) => cells.map((_, i) => [i, launch])).flat(),
    datasets: {
      [dataset.name]: { dir: "/home/a/.cache/ncf-bench/data/x", ...dataset, hash: sha256Hex("data") },
    },
    machine,
    software: { version: "0.1.0", commit: "3a9b806f9c2e1d4b5a6978899aabbccddeeff001", node: "v20.20.2" },
    command: ["run", "--matrix", "quick", "--launches", String(launches)],
  });
  const records = manifest.order.map(([i, launch], order) => {
    const record = launchRecord(manifest, i, launch, sampled[i]!.itemsPerSecond * (slowdown[i] ?? 1), random);
    return { ...record, telemetry: { ...record.telemetry, ...options.telemetry?.(record.cell, order) } };
  });
  return { manifest, records, damage: [] };
}

function launchRecord(manifest: RunManifest, i: number, launch: number, base: number, random: () => number) {
  const { cell, key } = manifest.cells[i]!;
  const rate = base * (1 + 0.012 * (random() + random() + random() - 1.5));
  const failure = failureOf(cell, launch);
  const trains = cell.mode === "train" && failure === null;
  const infers = cell.mode === "infer" && failure === null;
  const protocol = {
    task: cell.mode,
    dataset: cell.dataset,
    datasetHash: sha256Hex("data"),
    synthetic: manifest.datasets[cell.dataset]!.synthetic,
    users: cell.dataset === "ml-20m" ? 138_493 : 943,
    items: cell.dataset === "ml-20m" ? 26_744 : 1682,
    factors: cell.model === "reference" ? 64 : 8,
    layers: cell.model === "reference" ? [256, 256, 128, 64] : [64, 32, 16, 8],
    negativeSamples: 4,
    negTrick: true,
    validNegative: 100,
    dropoutMode: "active",
    epochs: 10,
    learningRate: 0.0045,
  };
  const items = cell.dataset === "ml-20m" ? 99_309_315 : 497_610;
  const epochs = trains
    ? Array.from({ length: 10 }, (_, epoch) => ({
        epoch,
        seconds: items / rate / (epoch === 0 ? 0.8 : 1 + 0.01 * random()),
        loss: 0.26 + 0.42 * Math.exp(-epoch / (cell.model === "reference" ? 2 : 3)) + 0.004 * random(),
        items,
        steps: Math.ceil(items / cell.batch),
      }))
    : [];
  const evaluations = epochs.map(({ epoch }) => {
    const hr = (cell.model === "reference" ? 0.66 : 0.61) * (1 - Math.exp(-(epoch + 0.6) / 2.4)) + 0.008 * random();
    return { epoch, seconds: 0.42, hr, ndcg: hr * 0.57, pairs: 95_243, users: 943 };
  });
  const best = evaluations.reduce((a, b) => (b.hr > a.hr ? b : a), evaluations[0] ?? null!);
  const inference = (["resident", "fed"] as const).map((variant) => {
    const drawn = Array.from({ length: 60 }, () => {
      const tail = random();
      return 1 + 0.05 * random() + (tail > 0.95 ? 0.4 * tail : 0);
    });
    const scale = ((cell.batch / rate) * (variant === "fed" ? 1 : 0.94)) / (sum(drawn) / drawn.length);
    return { variant, batch: cell.batch, warmupIterations: 10, latencies: drawn.map((latency) => latency * scale) };
  });
  const metrics = trains
    ? { "train.throughput": trainingMetrics(epochs, [], null)["train.throughput"] }
    : { "infer.fed.throughput": inferenceMetrics(inference[1]!)["infer.fed.throughput"] };
  return LaunchRecord.parse({
    schema: RECORD_SCHEMA,
    id: sha256Hex(`${manifest.run} ${key} ${launch}`).slice(0, 32),
    run: manifest.run,
    cell,
    key,
    launch,
    seed: 1000 + launch,
    status: failure === null ? "ok" : failure.kind === "unsupported" ? "unsupported" : "failed",
    failure,
    startedAt: "2026-11-23T15:04:10.000Z",
    endedAt: "2026-11-23T15:04:22.000Z",
    durationSeconds: failure?.kind === "unsupported" ? 0.31 : 12.4 + random(),
    engine:
      failure?.kind === "unsupported"
        ? null
        : cell.engine === "tfjs"
          ? { name: "tfjs", backend: "wasm", version: "4.22.0", device: "cpu (wasm, simd, 2 threads)", details: {} }
          : { name: cell.engine, backend: "cuda12", version: "0.6.2", device: "8 x V100", details: {} },
    protocol: failure === null ? protocol : null,
    protocolHash: failure === null ? sha256Hex(canonicalJson(protocol)) : null,
    epochs,
    evaluations,
    inference: infers ? inference : [],
    metrics: failure === null ? metrics : {},
    quality: trains
      ? {
          hr: best.hr,
          ndcg: best.ndcg,
          bestEpoch: best.epoch,
          topk: 10,
          target: 0.9562,
          firstEpochToTarget: null,
          timeToTargetSeconds: null,
          timeToBestSeconds: 90 + random(),
        }
      : null,
    memory: failure === null ? { peakRssBytes: 4.1e8 + 1e7 * random(), engineBytes: 2.2e8 } : null,
    telemetry: { loadAverageBefore: 0.3 + random(), loadAverageAfter: 1.6, cpuStealShare: 0.012 * random() },
    machine: manifest.machine.fingerprint,
    software: manifest.software,
    warnings:
      launch === 2 && cell.model === "paper-8"
        ? [{ code: "host-busy", message: "load average 2.31 before the launch on 2 CPUs: other work ran" }]
        : [],
  });
}

function failureOf(cell: Cell, launch: number): LaunchRecord["failure"] {
  if (cell.engine === "tfjs" && cell.precision === "fp16") {
    return {
      kind: "unsupported",
      message: "the wasm backend of TensorFlow.js computes in fp32 only",
      hint: "run the cell with --engine xla on a GPU, or leave fp16 out",
    };
  }
  if (cell.engine === "tfjs" && cell.model === "reference" && cell.mode === "train" && launch === 3) {
    return { kind: "crash", message: "the worker ended by SIGSEGV after epoch 4", hint: "see logs/ of the run" };
  }
  return null;
}

const MACHINE = {
  fingerprint: "5ad1c09b6f0e77d2",
  identity: {
    arch: "x64",
    platform: "linux",
    cpu: { model: "AMD EPYC 7B13", logicalCpus: 2, usableCpus: 2 },
    memoryGiB: 8,
    gpus: [],
  },
  soft: {
    os: { distribution: "Debian GNU/Linux", release: "12", kernel: "6.1.0-27-amd64" },
    node: "20.20.2",
    cpu: { microcode: "0xa0011d5", governor: null },
    virtualization: "KVM",
    container: "docker",
    gpu: { driver: [], cuda: null },
  },
  view: { gpus: [], logicalCpus: 2, memoryBytes: 8 * 2 ** 30 },
  warnings: [{ code: "virtual-machine", message: "the host is virtual: neighbours may take CPU time" }],
};

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
