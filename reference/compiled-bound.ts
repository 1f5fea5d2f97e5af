import type { Cell } from "../suites/cell.js";
import type { Device } from "./schema.js";

/** What a compiled program does for a sample, on each GPU. */
export interface SampleCost {
  bytes: number;
  /** Of matrix products. */
  flops: number;
}

export interface CompiledBound {
  itemsPerSecond: number;
  /** Which of the two limits binds. */
  limit: "bandwidth" | "compute";
}

/**
 * Items per second that so many devices cannot exceed with the program that was compiled: its bytes at the peak bandwidth or
 * its operations at the precision's peak, whichever takes longer. Time for collectives, launches and caches is left out.
 * Null where a peak is unknown.
 */
export function compiledBound(
  { gpus, precision }: Pick<Cell, "gpus" | "precision">,
  cost: SampleCost,
  device: Device,
): CompiledBound | null {
  const tflops = device.tflops[precision];
  if (tflops === null || device.bandwidthGBs === null) return null;
  const compute = (gpus * tflops * 1e12) / cost.flops;
  const bandwidth = (gpus * device.bandwidthGBs * 1e9) / cost.bytes;
  return compute < bandwidth
    ? { itemsPerSecond: compute, limit: "compute" }
    : { itemsPerSecond: bandwidth, limit: "bandwidth" };
}
