import { type CompiledBound, compiledBound } from "../../../reference/compiled-bound.js";
import type { Device } from "../../../reference/schema.js";
import type { Cell } from "../../../suites/cell.js";
import type { CompiledCell, Unsupported } from "../../../suites/suite.js";
import { type GpuTarget, USABLE_MEMORY } from "../../../xla/targets/gpus.js";
import type { Failure } from "../../record/schema.js";

/** A cell of `plan --target`; all figures are those of one GPU unless said otherwise. */
export interface CellOnTarget {
  cell: Cell;
  key: string;
  status: "compiled" | "unsupported" | "failed";
  unsupported: Unsupported | null;
  failure: Failure | null;
  /** Whether its peak memory is within what programs can have of the GPU's; false for what was not compiled. */
  fits: boolean;
  bytesPerSample: number | null;
  /** Operations of matrix products. */
  flopsPerSample: number | null;
  /** Of all the cell's GPUs together; null where the device's peak is not known. */
  bound: CompiledBound | null;
  compiled: CompiledCell | null;
}

export function onTarget(
  { cell, key }: Pick<CellOnTarget, "cell" | "key">,
  result: { compiled: CompiledCell } | { failure: Failure } | { unsupported: Unsupported },
  gpu: GpuTarget,
  device: Device | null,
): CellOnTarget {
  const nothing = {
    cell,
    key,
    unsupported: null,
    failure: null,
    fits: false,
    bytesPerSample: null,
    flopsPerSample: null,
    bound: null,
    compiled: null,
  };
  if ("unsupported" in result) return { ...nothing, status: "unsupported", unsupported: result.unsupported };
  if ("failure" in result) return { ...nothing, status: "failed", failure: result.failure };
  const { compiled } = result;
  const cost = { bytes: compiled.bytes / compiled.samples, flops: compiled.flops / compiled.samples };
  return {
    ...nothing,
    status: "compiled",
    fits: compiled.peakBytes <= USABLE_MEMORY * gpu.memoryBytes,
    bytesPerSample: cost.bytes,
    flopsPerSample: cost.flops,
    bound: device && compiledBound(cell, cost, device),
    compiled,
  };
}
