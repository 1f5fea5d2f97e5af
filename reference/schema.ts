import { z } from "zod";
import { Formulation, Scaling } from "../suites/cell.js";

export const REFERENCE_SCHEMA = "ncf-bench.reference/1.0";
export const DEVICES_SCHEMA = "ncf-bench.devices/1.0";

/** What a table can be called: also a file's name. */
export const TABLE_NAME = /^[a-z0-9][a-z0-9.-]{0,63}$/;

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

/** A measured figure's unit, by what it measures. */
export function unitOf(quantity: Quantity): Figure["unit"] {
  if (quantity.includes("throughput")) return "samples/s";
  return quantity === "hr" || quantity === "ndcg" ? "fraction" : "s";
}

/** Whether a figure says nothing unless evaluation was the same: negatives, K. */
export function dependsOnEvaluation(quantity: Quantity): boolean {
  return quantity === "hr" || quantity === "ndcg" || quantity === "timeToTarget";
}

const Text = z.string().min(1);
const Count = z.int().positive();

const Measures = z.strictObject({
  quantity: Quantity.describe("what of a run the figure is held against"),
  statistic: z.enum(["mean", "max"]).describe("how the launches are brought into one number"),
  variant: z.enum(["resident", "fed"]).optional().describe("inference: ids already on the device, or fed to it"),
  target: z.number().optional().describe("timeToTarget: the hit rate to exceed"),
  topk: Count.optional().describe("K of hr, ndcg and timeToTarget; 10 if left out"),
});

/** One published number, as it was published, and what it would have to match to be held against a run. */
export const Figure = z.strictObject({
  id: Text.describe("the table's id, a slash, and the figure's place in it from 1"),
  metric: Text.describe("the table's own name for it"),
  value: z.number().describe("the number, in `unit`"),
  unit: z.enum(["samples/s", "users/s", "s", "x", "fraction", "runs", "epochs", "epoch index (0-based)"]),
  published: z.string().nullable().describe("the digits as printed; null for a figure computed from logs"),
  derived: z.boolean().describe("true: computed from what was printed"),
  mode: z.enum(["train", "infer", "latency", "hr", "time-to-train"]).describe("the table's kind"),
  framework: Text.describe("what it was measured with, with its version"),
  container: z.string().nullable().describe("image that it ran in; null where there was none"),
  hardware: z.string().nullable().describe("the machine, as the source names it"),
  device: z.string().nullable().describe("an id of reference/devices.json; null where the source does not say"),
  gpus: z.int().min(0).nullable().describe("number of GPUs"),
  gpuMemoryGB: z.number().positive().nullable().describe("memory of each GPU, as in reference/devices.json"),
  publishedPrecision: z.string().nullable().describe("precision as the source names it"),
  precision: z.enum(["fp32", "tf32", "bf16", "fp16"]).nullable().describe("the same on our axis; null where none is"),
  xla: z.enum(["off", "on", "max"]).describe("value of the xla axis"),
  batch: Count.nullable().describe("items over all GPUs"),
  batchPerGpu: Count.nullable().describe("items on each GPU"),
  dataset: Text.describe("data set by name, such as ml-20m; synthetic ones never match"),
  evalNegatives: Count.nullable().describe("evaluation negatives a user; null only where they do not matter"),
  model: Text.describe("value of the model axis: reference, paper-8, …"),
  formulation: Formulation.optional().describe("value of the axis; layerwise if left out"),
  scaling: Scaling.optional().describe("value of the axis; strong if left out"),
  pretraining: z.boolean().optional().describe("true: begun from two models trained before"),
  measures: Measures.nullable().describe("null: kept as data, never applied; then notApplied says why"),
  band: z
    .strictObject({ low: z.number().positive(), high: z.number().positive() })
    .refine(({ low, high }) => low < high, "low is not below high")
    .optional()
    .describe("what passes, in `unit`; without it the band around a published figure"),
  notApplied: NotApplied.nullable().describe("why it is never applied; null for a figure with measures"),
  citation: z
    .strictObject({ repo: Text, path: Text, revision: Text, section: Text, line: Count.nullable() })
    .describe("where the number can be looked up"),
  note: z.string().optional().describe("what a reader must know beside it"),
});
export type Figure = z.infer<typeof Figure>;

/** A table of figures from one source: a file of reference/published, or one that a user added. */
export const ReferenceFile = z
  .strictObject({
    schema: z.literal(REFERENCE_SCHEMA),
    id: z
      .string()
      .regex(TABLE_NAME, "lower-case letters, digits, '.' and '-', a letter or digit first, 64 at most")
      .describe("name of the table, the beginning of its figures' ids"),
    title: Text.describe("the source, for people"),
    note: z.string().optional().describe("how the figures were obtained"),
    figures: z.array(Figure).min(1),
  })
  .superRefine(({ id, figures }, context) => {
    figures.forEach((figure, i) => {
      for (const { path, message } of inconsistencies(figure, `${id}/${i + 1}`)) {
        context.addIssue({ code: "custom", path: ["figures", i, ...path], message });
      }
    });
  });
export type ReferenceFile = z.infer<typeof ReferenceFile>;

/** What each field allows and the figure as a whole does not. */
function inconsistencies(figure: Figure, id: string): { path: string[]; message: string }[] {
  const found: { path: string[]; message: string }[] = [];
  const no = (path: string[], message: string) => found.push({ path, message });
  const { measures, notApplied, value, unit } = figure;
  if (figure.id !== id) no(["id"], `expected the id ${id}`);
  if ((measures === null) === (notApplied === null)) no([], "either measures or notApplied must be given");
  if (measures === null) return found;
  const { quantity, target, variant } = measures;
  if (unit !== unitOf(quantity)) no(["unit"], `${quantity} is in ${unitOf(quantity)}`);
  if (!(value > 0)) no(["value"], "a measured figure is above 0");
  if (unit === "fraction" && value > 1) no(["value"], "a fraction is at most 1; 95.9 % is 0.959");
  if ((target !== undefined) !== (quantity === "timeToTarget")) {
    no(["measures", "target"], "a target belongs to timeToTarget, and to nothing else");
  }
  if ((variant !== undefined) !== quantity.startsWith("infer.")) {
    no(["measures", "variant"], "a variant belongs to inference, and to nothing else");
  }
  if (dependsOnEvaluation(quantity) && figure.evalNegatives === null) {
    no(["evalNegatives"], `${quantity} depends on the evaluation negatives: say how many`);
  }
  return found;
}

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
