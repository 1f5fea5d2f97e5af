import { type Cell, globalBatch } from "../suites/cell.js";
import { forwardFlops, type ModelShape, parameterCount, parseModel, trainFlops } from "../suites/ncf/workload.js";
import type { Device } from "./schema.js";

/** Table sizes, where known: they decide what the optimizer has to move. */
export interface TableSizes {
  users: number;
  items: number;
}

/**
 * Items per second that the devices cannot exceed: peak arithmetic over the operations of one item, or peak memory traffic
 * over the bytes that even a fully fused program moves, whichever is less. Null where a peak or the model is unknown. A
 * throughput above it means a broken timer, or work that was left out.
 * Source: cost model of the specification, section 15 (ideal bytes; no credit for caches).
 */
export function rooflineBound(
  cell: Pick<Cell, "mode" | "gpus" | "precision" | "batch" | "scaling" | "model" | "formulation">,
  device: Device,
  options: { tables: TableSizes | null; lazyAdam: boolean },
): number | null {
  const shape = parseModel(cell.model);
  const tflops = device.tflops[cell.precision];
  if (shape === null || tflops === null || device.bandwidthGBs === null) return null;
  const product = productsOfItems(shape, cell.formulation);
  const flops = cell.mode === "train" ? trainFlops(product) : forwardFlops(product);
  const compute = (tflops * 1e12) / flops;
  const memory = (device.bandwidthGBs * 1e9) / bytesPerItem(cell, shape, options);
  return cell.gpus * Math.min(compute, memory);
}

/** The shape whose products are taken for every item: factored, the first layer's is taken for each table row instead. */
function productsOfItems(shape: ModelShape, formulation: Cell["formulation"]): ModelShape {
  const factored = formulation === "factored" && shape.layers.length > 1;
  return factored ? { ...shape, layers: shape.layers.slice(1) } : shape;
}

/** 5,591 for training at the defaults on one GPU, 1,548 for inference. */
function bytesPerItem(
  cell: Pick<Cell, "mode" | "gpus" | "batch" | "scaling">,
  shape: ModelShape,
  { tables, lazyAdam }: { tables: TableSizes | null; lazyAdam: boolean },
): number {
  const idsAndLabel = 12;
  const rows = 2 * (shape.factors + shape.layers[0]! / 2) * 4;
  if (cell.mode === "infer") return idsAndLabel + rows;
  const scatterAdd = 2 * rows;
  // Dense Adam reads w, g, m, v and writes w, m, v; the gradient is zeroed besides.
  const optimizer =
    tables === null || lazyAdam
      ? 0
      : (32 * parameterCount(shape, tables.users, tables.items)) / (globalBatch(cell) / cell.gpus);
  return idsAndLabel + rows + scatterAdd + optimizer;
}
