import type { PlannedCell } from "../harness/run/manifest.js";
import type { Device, Figure, NotApplied } from "./schema.js";

/** Why a figure is not held against a cell: the first thing that differs, in this order. */
export const mismatchOrder = [
  "suite",
  "mode",
  "emulated",
  "device",
  "gpus",
  "precision",
  "xla",
  "dataset",
  "batch",
  "model",
  "formulation",
  "scaling",
  "eval-negatives",
  "algorithm",
  "target",
  "not-measured",
] as const;
export type Mismatch = NotApplied | (typeof mismatchOrder)[number];

/** A cell with what must be known around it to hold a figure against it. */
export interface CellContext {
  planned: PlannedCell;
  /** Null: no GPU, or none that devices.json knows. */
  device: Device | null;
  /** The data set's own name; null for a synthetic one, which is never labelled as the real one. */
  dataset: string | null;
}

/** Whether hardware and protocol of the figure are those of the cell; null: they are. Unknown never matches. */
export function mismatch(figure: Figure, { planned, device, dataset }: CellContext): Mismatch | null {
  if (figure.notApplied !== null || figure.measures === null) return figure.notApplied ?? "not-measured-here";
  const { cell, options } = planned;
  const { quantity, target } = figure.measures;
  if (cell.suite !== "ncf") return "suite";
  if (cell.mode !== (quantity.startsWith("infer.") ? "infer" : "train")) return "mode";
  if (cell.backend === "emulated") return "emulated";
  if (figure.device === null || figure.device !== device?.id || figure.gpuMemoryGB !== device.memoryGB) return "device";
  if (figure.gpus !== cell.gpus) return "gpus";
  if (figure.precision !== cell.precision) return "precision";
  if (figure.xla !== cell.xla) return "xla";
  if (figure.dataset !== dataset) return "dataset";
  if (!sameBatch(figure, planned)) return "batch";
  if (figure.model !== cell.model) return "model";
  if (cell.formulation !== "layerwise") return "formulation";
  if (cell.scaling !== "strong") return "scaling";
  if (figure.evalNegatives !== null && figure.evalNegatives !== options.validNegative) return "eval-negatives";
  if (cell.mode === "train" && (options.negativeSamples !== 4 || options.lazyAdam !== false)) return "algorithm";
  if (target !== undefined && options.target !== target) return "target";
  return null;
}

/** An evaluation's batch is its users times the candidates of each, on every GPU. */
function sameBatch(figure: Figure, { cell, options }: PlannedCell): boolean {
  if (figure.measures?.quantity !== "eval.throughput") return figure.batch === cell.batch;
  const { validUsersPerBatch, validNegative } = options;
  if (typeof validUsersPerBatch !== "number" || typeof validNegative !== "number") return false;
  return figure.batchPerGpu === validUsersPerBatch * (validNegative + 1);
}

/**
 * Whether missing the figure is a failure. Speeds are gated only by the implementation that this workload follows
 * (TensorFlow); another implementation's speed is context: it says what the hardware gave other code. Quality does not
 * depend on who computed it.
 */
export function isGating(figure: Figure): boolean {
  const quantity = figure.measures?.quantity;
  return quantity === "hr" || quantity === "ndcg" || figure.framework.startsWith("TensorFlow");
}

/** What the reader must know although the figure applies. */
export function statedDifferences(figure: Figure, planned: PlannedCell, engine: string): string[] {
  const stated = [`measured with ${engine}, published for ${figure.framework}`];
  const tensorflow = figure.framework.startsWith("TensorFlow");
  if (tensorflow && planned.cell.mode === "train" && planned.options.dropoutMode === "active") {
    stated.push("dropout is active here and without effect in that source");
  }
  if (figure.measures?.quantity.startsWith("train.throughput") && planned.options.negTrick === false) {
    stated.push("training negatives are verified here and not in that source");
  }
  if (figure.note !== undefined) stated.push(figure.note);
  return stated;
}
