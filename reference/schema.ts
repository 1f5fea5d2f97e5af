import { z } from "zod";

export const REFERENCE_SCHEMA = "ncf-bench.reference/1.0";
export const DEVICES_SCHEMA = "ncf-bench.devices/1.0";

/** What of a run a figure can be held against; each is computed from the launches' samples (see quantity.ts). */
export const Quantity = z.enum([
  "train.throughput",
  /** Of the fastest epoch of a launch. */
  "train.throughput.fastest",
  "eval.throughput",
  "infer.throughput",
  "infer.latency.mean",
  "infer.latency.p90",
  "infer.latency.p95",
  "infer.latency.p99",
  "hr",
  "ndcg",
  "timeToTarget",
]);
export type Quantity = z.infer<typeof Quantity>;

/** Why a figure is kept as data but never held against a run. */
export const NotApplied = z.enum([
  /** A ratio of two figures that are here themselves. */
  "ratio",
  /** One line of sample output or of a log, or an extreme of many runs. */
  "sample-output",
  /** A target, not a result. */
  "target",
  /** A count of runs or epochs that no launch of ours gives. */
  "not-measured-here",
  /** Timed from another start, or to another end, than ours. */
  "other-definition",
  "batch-not-stated",
  /** Weights of two models trained before. */
  "pre-trained",
  /** The whole model in half precision, tables included. */
  "precision-not-offered",
]);
export type NotApplied = z.infer<typeof NotApplied>;

/** One published number, as it was published, and what it would have to match to be held against a run. */
export const Figure = z.strictObject({
  id: z.string().min(1),
  /** The table's own name for it. */
  metric: z.string().min(1),
  value: z.number(),
  unit: z.enum(["samples/s", "users/s", "s", "x", "fraction", "runs", "epochs", "epoch index (0-based)"]),
  /** The digits as printed; null for a figure that was computed from published logs. */
  published: z.string().nullable(),
  derived: z.boolean(),
  mode: z.enum(["train", "infer", "latency", "hr", "time-to-train"]),
  framework: z.string().min(1),
  container: z.string().nullable(),
  hardware: z.string().nullable(),
  /** An id of devices.json; null where the source does not name the hardware. */
  device: z.string().nullable(),
  gpus: z.int().min(0).nullable(),
  gpuMemoryGB: z.number().positive().nullable(),
  publishedPrecision: z.string().nullable(),
  /** The value of our axis; null where none means the same. */
  precision: z.enum(["fp32", "tf32", "bf16", "fp16"]).nullable(),
  xla: z.enum(["off", "on"]),
  /** Global and per GPU, in items. */
  batch: z.int().positive().nullable(),
  batchPerGpu: z.int().positive().nullable(),
  dataset: z.string().min(1),
  /** Sampled negatives per user in evaluation; null where the figure does not depend on them or the source is silent. */
  evalNegatives: z.int().positive().nullable(),
  model: z.string().min(1),
  pretraining: z.boolean().optional(),
  measures: z
    .strictObject({
      quantity: Quantity,
      /** How launches are brought into one figure. */
      statistic: z.enum(["mean", "max"]),
      variant: z.enum(["resident", "fed"]).optional(),
      target: z.number().optional(),
    })
    .nullable(),
  notApplied: NotApplied.nullable(),
  citation: z.strictObject({
    repo: z.string().min(1),
    path: z.string().min(1),
    revision: z.string().min(1),
    section: z.string().min(1),
    line: z.int().positive().nullable(),
  }),
  note: z.string().optional(),
});
export type Figure = z.infer<typeof Figure>;

/** A file of reference/published: the figures of one source. */
export const ReferenceFile = z
  .strictObject({
    schema: z.literal(REFERENCE_SCHEMA),
    id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
    title: z.string().min(1),
    note: z.string().optional(),
    figures: z.array(Figure).min(1),
  })
  .superRefine(({ id, figures }, context) => {
    figures.forEach((figure, i) => {
      const path = ["figures", i];
      if (figure.id !== `${id}/${i + 1}`)
        context.addIssue({ code: "custom", path, message: `expected the id ${id}/${i + 1}` });
      if ((figure.measures === null) === (figure.notApplied === null)) {
        context.addIssue({ code: "custom", path, message: "either measures or notApplied must be given" });
      }
    });
  });
export type ReferenceFile = z.infer<typeof ReferenceFile>;

const Peak = z.number().positive().nullable();

export const Device = z.strictObject({
  id: z.string().min(1),
  /** Pattern that the vendor tool's model name contains. */
  model: z.string().min(1),
  memoryGB: z.number().positive(),
  tflops: z.strictObject({ fp32: Peak, tf32: Peak, fp16: Peak, bf16: Peak }),
  bandwidthGBs: Peak,
  source: z.string().min(1),
});
export type Device = z.infer<typeof Device>;

export const DeviceFile = z.strictObject({
  schema: z.literal(DEVICES_SCHEMA),
  note: z.string(),
  devices: z.array(Device).min(1),
});
