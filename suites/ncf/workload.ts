import { z } from "zod";

/** NeuMF's shape. Source: specification of NVIDIA's reference, section 5. */
export interface ModelShape {
  /** GMF width F. */
  factors: number;
  /** MLP widths; the first is the width of the concatenated user and item parts and must be even. */
  layers: readonly number[];
}

const PRESETS: Record<string, ModelShape> = {
  reference: { factors: 64, layers: [256, 256, 128, 64] },
  "paper-8": { factors: 8, layers: [64, 32, 16, 8] },
  "paper-16": { factors: 16, layers: [128, 64, 32, 16] },
  "paper-32": { factors: 32, layers: [256, 128, 64, 32] },
  "paper-64": { factors: 64, layers: [512, 256, 128, 64] },
};

export const modelPresets: readonly string[] = Object.keys(PRESETS);

/** The shape that a cell's `model` axis names; null when it is neither a preset nor `FACTORS:L0-L1-…`. */
export function parseModel(name: string): ModelShape | null {
  const preset = PRESETS[name];
  if (preset) return preset;
  const match = /^(\d{1,5}):(\d{1,5}(?:-\d{1,5})+)$/.exec(name);
  if (!match) return null;
  const factors = Number(match[1]);
  const layers = match[2]!.split("-").map(Number);
  if (factors < 1 || layers.some((width) => width < 1) || layers[0]! % 2 !== 0) return null;
  return { factors, layers };
}

/** The name that the `model` axis gives to a shape: a preset's where one fits. */
export function modelName(shape: ModelShape): string {
  const text = `${shape.factors}:${shape.layers.join("-")}`;
  for (const [name, preset] of Object.entries(PRESETS)) {
    if (`${preset.factors}:${preset.layers.join("-")}` === text) return name;
  }
  return text;
}

/**
 * The reference's hyperparameters with its defaults (specification, section 12), and the choices it leaves open. The
 * shape and the batch size are axes of the cell, not options.
 */
export const WorkloadOptions = z.strictObject({
  epochs: z.int().min(1).max(100_000).default(30),
  validUsersPerBatch: z.int().min(1).default(5000),
  /** Sampled negatives per positive in training. */
  negativeSamples: z.int().min(0).max(1000).default(4),
  learningRate: z.number().positive().default(0.0045),
  beta1: z.number().min(0).lt(1).default(0.25),
  beta2: z.number().min(0).lt(1).default(0.5),
  eps: z.number().positive().default(1e-8),
  topk: z.int().min(1).default(10),
  /** HR@K to exceed. Recorded; it stops the run only with `stopAtTarget`. */
  target: z.number().min(0).max(1).default(0.9562),
  stopAtTarget: z.boolean().default(false),
  /** Sampled negatives per user in evaluation. The reference's code uses 100, the paper 99. */
  validNegative: z.int().min(1).max(100_000).default(100),
  dropout: z.number().min(0).lt(1).default(0.5),
  /**
   * `active`: dropout after each hidden ReLU, as the reference's text and its PyTorch twin say. `tf-inert`: none, as
   * its TensorFlow source in effect does (specification, section 5).
   */
  dropoutMode: z.enum(["active", "tf-inert"]).default("active"),
  /** true: training negatives are not verified, as in every published TensorFlow number. false: `--no-neg-trick`. */
  negTrick: z.boolean().default(true),
  /** Updates only rows that the batch touched: another algorithm, labelled in the protocol. */
  lazyAdam: z.boolean().default(false),
  /** Several devices: each updates its own part of the tables, so that no moment is held twice. The same algorithm. */
  shardOptimizer: z.boolean().default(false),
  /** Evaluate after epoch e (0-based) when e > evalAfter. */
  evalAfter: z.int().min(-1).default(8),
  /** Seed of the evaluation negatives; null: the launch's own, as the TensorFlow reference does. */
  evalSeed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable().default(null),
  /** Static loss scale, or `dynamic`; only for fp16. */
  lossScale: z.union([z.number().positive(), z.literal("dynamic")]).default(8192),
  minRatings: z.int().min(1).default(20),
  checkpointDir: z.string().nullable().default(null),
  loadCheckpointPath: z.string().nullable().default(null),
  /** Continue the checkpoint at `loadCheckpointPath` at its next epoch instead of a warm start at epoch 0. */
  resume: z.boolean().default(false),
  /** Save at the end of each epoch, whatever the HR (the reference saves only a new best above the target). */
  checkpointEvery: z.boolean().default(false),
  /** Inference: iterations in all, and those left out at the start (specification, section 11). */
  iterations: z.int().min(2).default(200),
  warmupIterations: z.int().min(0).default(10),
});
export type WorkloadOptions = z.infer<typeof WorkloadOptions>;

/** Options that do not change what is measured, so that two launches may differ in them and still be compared. */
export const nonProtocolOptions = ["checkpointDir", "loadCheckpointPath", "resume", "checkpointEvery"] as const;

/** Trainable parameters: two tables [n, F + L0/2], dense layers, and the output unit. 31,832,577 for ml-20m at defaults. */
export function parameterCount(shape: ModelShape, users: number, items: number): number {
  const tableWidth = shape.factors + shape.layers[0]! / 2;
  let count = (users + items) * tableWidth;
  for (let i = 1; i < shape.layers.length; i++) count += shape.layers[i - 1]! * shape.layers[i]! + shape.layers[i]!;
  return count + shape.factors + shape.layers.at(-1)! + 1;
}

/** Floating-point operations of one forward pass for one item; 213,312 at defaults (specification, section 15). */
export function forwardFlops(shape: ModelShape): number {
  const { factors, layers } = shape;
  return 2 * hiddenMultiplyAdds(layers) + 2 * (factors + layers.at(-1)!) + factors;
}

/** Floating-point operations of one training item: forward, input gradient, weight gradient; 639,936 at defaults. */
export function trainFlops(shape: ModelShape): number {
  return 3 * forwardFlops(shape);
}

function hiddenMultiplyAdds(layers: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < layers.length; i++) sum += layers[i - 1]! * layers[i]!;
  return sum;
}
