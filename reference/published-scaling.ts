import type { Cell } from "../suites/cell.js";
import type { Source } from "./load.js";
import type { Figure } from "./schema.js";

/** Training throughput by GPUs as one source published it for one machine. */
export interface PublishedScaling {
  hardware: string;
  source: string;
  /** Ascending in GPUs, from one. */
  points: { gpus: number; throughput: number }[];
}

/** The machine whose scaling is the yardstick: DGX-1 with 16 GB cards, in the source that this workload follows. */
export const YARDSTICK = { table: "tensorflow-2019-07", device: "V100-SXM2-16GB" };

/**
 * How training scaled on the published DGX-1, for the work of the cell: same precision, compiler setting, batch, data set
 * and model. The machine may be another: what is compared is the shape of the curve. Null where no such figures exist.
 */
export function publishedScaling(
  cell: Cell,
  dataset: string | null,
  sources: readonly Source[],
): PublishedScaling | null {
  const source = sources.find(({ id, own }) => id === YARDSTICK.table && !own);
  if (source === undefined || cell.mode !== "train" || cell.backend === "emulated") return null;
  const points = source.figures
    .filter((figure) => figure.device === YARDSTICK.device && sameWork(figure, cell, dataset))
    .map(({ gpus, value }) => ({ gpus: gpus!, throughput: value }))
    .sort((a, b) => a.gpus - b.gpus);
  if (points.length < 2 || points[0]!.gpus !== 1) return null;
  return { hardware: "DGX-1 (V100 16 GB)", source: source.title, points };
}

function sameWork(figure: Figure, cell: Cell, dataset: string | null): boolean {
  return (
    figure.measures?.quantity === "train.throughput" &&
    figure.gpus !== null &&
    figure.precision === cell.precision &&
    figure.xla === cell.xla &&
    figure.batch === cell.batch &&
    figure.dataset === dataset &&
    figure.model === cell.model &&
    cell.formulation === (figure.formulation ?? "layerwise") &&
    cell.scaling === (figure.scaling ?? "strong")
  );
}
