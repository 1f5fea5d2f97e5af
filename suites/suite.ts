import type { Cell } from "./cell.js";

/** What a metric means: enough for a report or a comparison to treat it rightly without knowing its suite. */
export interface MetricInfo {
  /** E.g. `train.throughput`. */
  name: string;
  unit: string;
  better: "higher" | "lower";
  /** `exact`: repeats bit for bit under one seed (loss, bytes). `nothing`: no distribution is assumed (times). */
  assume: "nothing" | "exact";
  /** The one metric of a mode that verdicts gate on. */
  primary?: boolean;
}

/** A condition that did not stop the measurement but that its reader must know. */
export interface Warning {
  code: string;
  message: string;
}

/** Why an axis value cannot be honoured; becomes an `unsupported` record. */
export interface Unsupported {
  /** E.g. `precision`, `gpus`, `plugin`. */
  code: string;
  reason: string;
  hint?: string;
}

/** The part of the machine that decides what a cell may ask for. */
export interface MachineView {
  gpus: readonly {
    vendor: string;
    model: string;
    uuid?: string | null;
    memoryBytes: number | null;
    driver?: string | null;
    computeCapability?: string | null;
  }[];
  logicalCpus: number;
  memoryBytes: number;
}

/** All that one launch is told. Plain JSON: it crosses a process boundary. */
export interface LaunchJob {
  cell: Cell;
  /** Launch index within its cell, from 0. */
  launch: number;
  seed: number;
  /** Folder of the prepared data set (see the suite's `prepareDataset`). */
  datasetDir: string;
  /** Suite-specific options (for ncf: `WorkloadOptions`), already validated. */
  options: Record<string, unknown>;
  task: "train" | "infer" | "test";
  machine: MachineView;
}

/** Live news of a launch, for progress and for the reference's log lines. */
export type LaunchEvent =
  | { type: "phase"; name: string }
  | { type: "epoch"; sample: EpochSample }
  | { type: "evaluation"; sample: EvaluationSample; best: boolean; trainSeconds: number | null }
  | { type: "inference"; sample: InferenceSample }
  | { type: "warning"; warning: Warning };

/** One timed training epoch, from before negative sampling to after the last step (specification, section 10). */
export interface EpochSample {
  epoch: number;
  seconds: number;
  /** Mean training loss over the epoch's items. */
  loss: number;
  items: number;
  steps: number;
  /**
   * Where the time went, seconds by phase: `sampling` (data and negatives), `feed` (host to device), `compute`, `readBack`
   * (device to host), `host` (the engine's own work between those). What no phase holds stays unexplained.
   */
  phases?: Record<string, number>;
}

export interface EvaluationSample {
  epoch: number;
  seconds: number;
  hr: number;
  ndcg: number;
  /** Scored (user, item) pairs. */
  pairs: number;
  users: number;
}

/** Latencies of one inference variant at one batch size. */
export interface InferenceSample {
  /** `resident`: ids already on the device. `fed`: ids copied in and logits copied out. */
  variant: "resident" | "fed";
  batch: number;
  warmupIterations: number;
  /** Seconds of every kept iteration, in order. */
  latencies: number[];
}

/** What executed the cell: identity, so that two backends are never compared as if they were one. */
export interface EngineInfo {
  name: string;
  backend: string;
  version: string;
  /** Where it ran, e.g. `cpu (wasm, simd, 2 threads)`, `NVIDIA H100 GPU-<uuid>`. */
  device: string;
  /** What two launches of the same thing have in common: a difference between runs is one of their environment. */
  details: Record<string, string | number | boolean | null>;
  /** Phases that the engine cannot time apart, by the phase whose time holds theirs, e.g. `{ sampling: "compute" }`. */
  within?: Record<string, string> | undefined;
  /** What was seen of the engine in this launch, e.g. the seconds of compiling; never compared. */
  observed?: Record<string, string | number | boolean | null> | undefined;
}

export interface Quality {
  /** Best evaluated HR@K and the NDCG@K of the same epoch. */
  hr: number;
  ndcg: number;
  bestEpoch: number;
  topk: number;
  target: number;
  /** First evaluated epoch (0-based) whose HR exceeds the target; null when none did. */
  firstEpochToTarget: number | null;
  /** Seconds from the loop's start to the end of that evaluation. */
  timeToTargetSeconds: number | null;
  timeToBestSeconds: number;
}

/** What a launch measured. The harness wraps it into a record. */
export interface LaunchResult {
  engine: EngineInfo;
  /** Everything but the seed that must be equal for two launches to be comparable. */
  protocol: Record<string, unknown>;
  epochs: EpochSample[];
  evaluations: EvaluationSample[];
  inference: InferenceSample[];
  /** Values of the suite's metrics; a metric that was not measured is absent. */
  metrics: Record<string, number>;
  quality: Quality | null;
  memory: { peakRssBytes: number; engineBytes: number | null };
  warnings: Warning[];
}

/** GPUs of one kind that this machine need not have, e.g. eight of `h100`. */
export interface TargetGpus {
  name: string;
  count: number;
}

/** Counts of a prepared data set: all that decides the size of a cell's programs. */
export interface DatasetCounts {
  users: number;
  items: number;
  trainRows: number;
}

/** All that compiling a cell for GPUs that are not there takes. Plain JSON: it crosses a process boundary. */
export interface CompileJob {
  task: "compile";
  cell: Cell;
  options: Record<string, unknown>;
  counts: DatasetCounts;
  target: TargetGpus;
}

/** What the compiler says of a cell's programs. A step is one training step, or one batch of inference; all on each GPU. */
export interface CompiledCell {
  /** Name and version of the plugin that compiled it. */
  plugin: string;
  compileSeconds: number;
  /** Samples of a step. */
  samples: number;
  /** Kernels that a step launches. */
  kernels: number;
  /** Bytes that a step's kernels read and write in device memory, without credit for caches. */
  bytes: number;
  /** Operations of a step's matrix products. */
  flops: number;
  /** Collectives of a step, and the bytes that a GPU gives to them. */
  collectives: { kind: string; count: number; bytes: number }[];
  /** The most device memory that the launch needs at once, in whichever program. */
  peakBytes: number;
  /** Device memory by program: with what lies on the device beside it, and its temporaries alone. */
  programs: { name: string; peakBytes: number; temporaryBytes: number }[];
}

/** Compiles cells for GPUs that this machine need not have. */
export interface CellCompiler {
  /** The engine whose programs are compiled: what `auto` means for these cells. */
  engine: string;
  /** What can be told against a cell without compiling it. The code `plugin`: there is nothing to compile with. */
  unsupported(cell: Cell, target: TargetGpus): Unsupported | null;
  /** Counts of a data set; a published or generated one is neither read nor made. Throws `UserError`. */
  counts(spec: string, minRatings: number | undefined): Promise<DatasetCounts>;
  /** Called in a worker process only: loads native code, which may crash. */
  compile(job: CompileJob): Promise<CompiledCell>;
}

/** Timing the sentinel of a cell's engine: a frozen program whose speed tells how the machine is, whatever the cell's own does. */
export interface SentinelJob {
  task: "sentinel";
  /** Decides suite, engine, backend and whether it runs on a GPU; nothing else of it matters. */
  cell: Cell;
  machine: MachineView;
}

/** One timing of a sentinel in a process of its own. */
export interface SentinelReading {
  /** Name of the frozen program, and sha256 of what it computes: only equal ones are compared. */
  program: string;
  sha256: string;
  engine: EngineInfo;
  /** Seconds of one pass, one value a repetition. */
  seconds: number[];
  /** Passes that each repetition is the mean of. */
  passes: number;
}

/** A cell to time a sentinel on, and the keys of the run's cells that it stands for. */
export interface SentinelCell {
  cell: Cell;
  standsFor: string[];
}

export interface Sentinels {
  cellsFor(cells: readonly Cell[]): SentinelCell[];
  /** Called in a worker process only. */
  measure(job: SentinelJob): Promise<SentinelReading>;
}

export type LaunchOutcome = { kind: "ok"; result: LaunchResult } | { kind: "unsupported"; unsupported: Unsupported };

export interface PreparedDataset {
  dir: string;
  name: string;
  synthetic: boolean;
  hash: string;
  users: number;
  items: number;
  trainRows: number;
}

/** What a user's word for a data set means: the name that goes into cell keys, and a spec that does not depend on the folder. */
export interface DatasetSource {
  name: string;
  spec: string;
}

/** A workload family. The harness knows suites by this and nothing else. */
export interface Suite {
  name: string;
  metrics: readonly MetricInfo[];
  engines: readonly string[];
  /** The engine that `auto` means on this machine for a cell of so many GPUs on a backend, which is `auto` or a name. */
  defaultEngine(machine: MachineView, gpus: number, backend: string): string;
  /** The value of the `xla` axis where nobody names one. */
  defaultXla(engine: string): Cell["xla"];
  /** Validates suite options from a matrix or the command line; throws `UserError`. Returns them with defaults filled in. */
  parseOptions(raw: Record<string, unknown>, cell: Cell): Record<string, unknown>;
  /** What can be told without loading native code. Null: nothing is known against the cell. `env`: the worker's, ours unless given. */
  unsupported(cell: Cell, machine: MachineView, env?: NodeJS.ProcessEnv): Unsupported | null;
  /** Tells what `spec` names, looked at from the folder `cwd`, without preparing it. Throws `UserError`. */
  datasetSource(spec: string, cwd: string): Promise<DatasetSource>;
  /** Makes the cell's data set ready in the cache, or finds it there. Never downloads. */
  prepareDataset(
    spec: string,
    options: { minRatings?: number; onProgress?: (message: string) => void; signal?: AbortSignal },
  ): Promise<PreparedDataset>;
  /** Runs one launch. Called in a worker process only. */
  runLaunch(job: LaunchJob, emit: (event: LaunchEvent) => void, signal: AbortSignal): Promise<LaunchOutcome>;
  compiler: CellCompiler;
  sentinels: Sentinels;
}
