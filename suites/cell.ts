import { z } from "zod";

export const Mode = z.enum(["train", "infer"]);
export const Precision = z.enum(["fp32", "tf32", "bf16", "fp16"]);
export const Xla = z.enum(["off", "on", "max"]);
/**
 * How the model's function is computed. `layerwise`: the reference's operations. `factored`: the first layer's product
 * is taken per table row and gathered; the same function, fewer operations, so never in one row with the former.
 */
export const Formulation = z.enum(["layerwise", "factored"]);
export type Formulation = z.infer<typeof Formulation>;
/**
 * What stays the same as GPUs are added. `strong`: the global batch, as in the reference. `weak`: the batch of each GPU, so
 * that the optimizer takes other steps: another measurement, never in one row with the former.
 */
export const Scaling = z.enum(["strong", "weak"]);
export type Scaling = z.infer<typeof Scaling>;

const Name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, "letters, digits, '.', '_', ':' and '-' only");

/**
 * One point of a matrix: one value of each axis. The axes and their order are part of the stable cell key, so a new axis
 * needs a default that keeps old keys unchanged.
 */
export const Cell = z.strictObject({
  suite: Name,
  mode: Mode,
  /** `xla`, `tfjs`, `oracle`, `fake`; a plan never holds `auto`, which expansion resolves. */
  engine: Name,
  /** Backend inside the engine: `auto`, or one forced by name (`wasm`, `cpu`, `tfjs-node`, `tfjs-node-gpu`). */
  backend: Name.default("auto"),
  /** Number of GPUs; 0 asks for the host's CPU. */
  gpus: z.int().min(0).max(1024),
  precision: Precision,
  xla: Xla,
  /** Batch size in items: of all GPUs together, or of each one with weak scaling (`globalBatch`). */
  batch: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  /** `reference` (factors 64, layers 256-256-128-64), `paper-8` … `paper-64`, or `FACTORS:L0-L1-…`. */
  model: Name.default("reference"),
  formulation: Formulation.default("layerwise"),
  scaling: Scaling.default("strong"),
  /** Name of the data set: `synthetic:ml-100k`, `ml-20m`, or what the ratings at a path are called. Its content hash is in the record's protocol. */
  dataset: z.string().min(1).max(512),
});
export type Cell = z.infer<typeof Cell>;

/** Items of one step over all GPUs. */
export function globalBatch({ batch, gpus, scaling }: Pick<Cell, "batch" | "gpus" | "scaling">): number {
  return scaling === "weak" ? batch * Math.max(1, gpus) : batch;
}

/** Stable, readable identity of a cell, e.g. `ncf/train/tfjs/gpus=0/fp32/xla=off/batch=16384/synthetic:ml-100k`. */
export function cellKey(cell: Cell): string {
  return [
    cell.suite,
    cell.mode,
    cell.backend === "auto" ? cell.engine : `${cell.engine}.${cell.backend}`,
    `gpus=${cell.gpus}`,
    cell.precision,
    `xla=${cell.xla}`,
    `batch=${cell.batch}`,
    ...(cell.model === "reference" ? [] : [`model=${cell.model}`]),
    ...(cell.formulation === "layerwise" ? [] : [`formulation=${cell.formulation}`]),
    ...(cell.scaling === "strong" ? [] : [`scaling=${cell.scaling}`]),
    cell.dataset,
  ].join("/");
}
