import type { PlannedCell } from "../harness/run/manifest.js";
import { globalBatch } from "../suites/cell.js";
import { type Device, dependsOnEvaluation, type Figure, type NotApplied } from "./schema.js";

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
  "topk",
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
  /** Evaluation negatives a user as the launches had them: a data set may bring its own, whatever was asked for. */
  evalNegatives: unknown;
}

/** HR@10: what the reference and every published table rank. */
const TOPK = 10;

/** Whether hardware and protocol of the figure are those of the cell; null: they are. Unknown never matches. */
export function mismatch(figure: Figure, { planned, device, dataset, evalNegatives }: CellContext): Mismatch | null {
  if (figure.notApplied !== null || figure.measures === null) return figure.notApplied ?? "not-measured-here";
  const { cell, options } = planned;
  const { quantity, target, topk = TOPK } = figure.measures;
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
  if (cell.formulation !== (figure.formulation ?? "layerwise")) return "formulation";
  if (cell.scaling !== (figure.scaling ?? "strong")) return "scaling";
  const evaluated = dependsOnEvaluation(quantity);
  if ((evaluated || figure.evalNegatives !== null) && figure.evalNegatives !== evalNegatives) return "eval-negatives";
  if (evaluated && topk !== options.topk) return "topk";
  if (cell.mode === "train" && !sameAlgorithm(planned)) return "algorithm";
  if (target !== undefined && options.target !== target) return "target";
  return null;
}

/** Training as in the reference: 4 negatives a positive, dense Adam, from initial weights. */
function sameAlgorithm({ options }: PlannedCell): boolean {
  return options.negativeSamples === 4 && options.lazyAdam === false && (options.loadCheckpointPath ?? null) === null;
}

/** An evaluation's batch is its users times the candidates of each, on every GPU. */
function sameBatch(figure: Figure, { cell, options }: PlannedCell): boolean {
  if (figure.measures?.quantity !== "eval.throughput") return figure.batch === globalBatch(cell);
  const { validUsersPerBatch, validNegative } = options;
  if (typeof validUsersPerBatch !== "number" || typeof validNegative !== "number") return false;
  return figure.batchPerGpu === validUsersPerBatch * (validNegative + 1);
}

/**
 * Whether missing the figure is a failure. A user's own table always is. Of the published ones speeds are gated only by the
 * implementation that this workload follows (TensorFlow); another implementation's speed is context: it says what the
 * hardware gave other code. Quality does not depend on who computed it.
 */
export function isGating(figure: Figure, own: boolean): boolean {
  const quantity = figure.measures?.quantity;
  return own || quantity === "hr" || quantity === "ndcg" || figure.framework.startsWith("TensorFlow");
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
