import type { Cell } from "../cell.js";
import type { LaunchFailure } from "../launch-failure.js";
import type { EngineInfo, MachineView, SentinelReading, Unsupported, Warning } from "../suite.js";
import type { NcfDataset } from "./dataset.js";
import type { EvaluationSet } from "./evalset.js";
import type { ModelShape, WorkloadOptions } from "./workload.js";

/** What an engine is opened with. Shape, batch and precision come from the cell; sizes from the data set. */
export interface OpenRequest {
  cell: Cell;
  shape: ModelShape;
  options: WorkloadOptions;
  dataset: NcfDataset;
  seed: number;
  /** Decides between plugins; absent in tests, which run on the CPU. */
  machine?: MachineView;
}

/** Executes NeuMF. An engine is chosen by the cell's `engine` axis and opened once in a worker process. */
export interface NcfEngine {
  readonly name: string;
  /** What can be told without loading native code. `env`: the worker's, ours unless given. */
  unsupported(cell: Cell, machine: MachineView, env?: NodeJS.ProcessEnv): Unsupported | null;
  /** What an error of this engine means for the record; null where it means nothing special. */
  explain?(error: unknown, cell: Cell): LaunchFailure | null;
  /** Loads the backend and the model's initial values; throws `UnsupportedError` for what only loading could tell. */
  open(request: OpenRequest): Promise<NcfSession>;
  /** Times the frozen program on the cell's backend. Absent: the engine has none, another's stands for it. */
  sentinel?(cell: Cell, machine: MachineView): Promise<SentinelReading>;
}

/** Thrown by `open` when an axis value turns out not to be honoured here; becomes an `unsupported` record. */
export class UnsupportedError extends Error {
  override readonly name = "UnsupportedError";
  readonly unsupported: Unsupported;
  constructor(unsupported: Unsupported) {
    super(unsupported.reason);
    this.unsupported = unsupported;
  }
}

/** One model on one backend. Methods are not re-entrant. */
export interface NcfSession {
  info(): EngineInfo;
  /**
   * Trains on every item of the epoch once, in batches of `globalBatch(cell)` (the last one may be short and is used).
   * Samples and masks depend on (seed, epoch) alone, so epochs can be replayed.
   */
  trainEpoch(epoch: number): Promise<{ loss: number; items: number; steps: number; phases?: Record<string, number> }>;
  /** Raw logits of `users.length` pairs into `out`; dropout off. */
  score(users: Int32Array, items: Int32Array, out: Float32Array | Float64Array): Promise<void>;
  /**
   * Ranks the whole evaluation set on the device: sums of hits and of discounted gains over all users. Absent where the
   * host ranks scores.
   *
   * @throws Error when a score is not a number.
   */
  rank?(set: EvaluationSet, topk: number): Promise<{ hits: number; dcg: number }>;
  /** A closure that runs one inference batch and waits for its result; `fed` includes both copies. */
  inference(batch: InferenceBatch): Promise<{ run(): Promise<void>; dispose(): void }>;
  /** All state as host arrays, in the canonical layout of `checkpoint.ts`. */
  exportState(): Promise<ModelState>;
  importState(state: ModelState): Promise<void>;
  /** Looks at what only the end of training can tell; throws where the trained state cannot be trusted. */
  verifyTraining?(): Promise<void>;
  /** Bytes held by the engine, where it can tell. */
  memoryBytes(): number | null;
  /** Seconds on a clock other than the machine's; only the fake engine has one. */
  clock?(): number;
  /** What the reader of the results must know, e.g. a backend that had to be replaced. */
  warnings?(): Warning[];
  close(): Promise<void>;
}

export interface InferenceBatch {
  variant: "resident" | "fed";
  users: Int32Array;
  items: Int32Array;
}

export interface Tensor {
  shape: readonly number[];
  data: Float32Array | Float64Array;
}

/**
 * Weights and all that training goes on from. Parameter names, in order: `user_table` [U, F + L0/2] (GMF columns first), `item_table`,
 * `dense_1/kernel` [L0, L1], `dense_1/bias`, …, `output/kernel` [F + Ln, 1] (GMF rows first), `output/bias` [1].
 */
export interface ModelState {
  parameters: Map<string, Tensor>;
  /** Adam moments by parameter name; null for fresh or inference-only state. */
  adam: { m: Map<string, Tensor>; v: Map<string, Tensor>; step: number } | null;
  /** Of a dynamic loss scale: its value, and the good steps since it last changed. Absent or null: the loss has none. */
  lossScale?: { scale: number; goodSteps: number } | null;
}
