import { type GpuTarget, USABLE_MEMORY } from "../../../xla/targets/gpus.js";
import { formatBytes, formatCount, formatPercent, formatSi } from "../../console/format.js";
import { type Column, renderTable } from "../../console/table.js";
import type { CellOnTarget } from "./row.js";

const COLUMNS: readonly Column[] = [
  { title: "cell" },
  { title: "fits" },
  { title: "peak", align: "right" },
  { title: "kernels", align: "right" },
  { title: "B/sample", align: "right" },
  { title: "FLOP/sample", align: "right" },
  { title: "collectives" },
  { title: "bound" },
  { title: "note" },
];

/** The rows of `plan --target` as a table, and below it what its figures are and are not. */
export function targetTable(
  rows: readonly CellOnTarget[],
  gpu: GpuTarget,
  count: number,
  width: number | undefined,
): string {
  const table = renderTable(COLUMNS, rows.map(cells), width === undefined ? {} : { width });
  const plugins = [...new Set(rows.flatMap(({ compiled }) => compiled?.plugin ?? []))].join(", ");
  const usable = formatBytes(USABLE_MEMORY * gpu.memoryBytes);
  const notes = [
    `${count} x ${gpu.description}${plugins === "" ? "" : `, compiled by ${plugins} without them`}.`,
    `Peak, kernels, bytes and collectives are those of a step (or an inference batch) on each GPU. A cell fits up to ${usable},`,
    `${formatPercent(USABLE_MEMORY)} of a GPU's memory. FLOP are those of matrix products; bytes have no credit for caches.`,
    "Left out, as they need the GPU: autotuning, and the radix sort (a slower sort stands for it). The bound leaves out",
    "the time of collectives and of launching kernels.",
  ];
  return `${table}\n${notes.join("\n")}\n`;
}

function cells(row: CellOnTarget): string[] {
  const { key, compiled, unsupported, failure, fits, bytesPerSample, flopsPerSample, bound } = row;
  if (!compiled) {
    const reason = unsupported ? `unsupported: ${unsupported.reason}` : `failed: ${failure?.message}`;
    return [key, "", "", "", "", "", "", "", reason];
  }
  const collectives = compiled.collectives.map(
    ({ kind, count, bytes }) => `${formatSi(count)} ${kind}, ${formatBytes(bytes)}`,
  );
  return [
    key,
    fits ? "yes" : "no",
    formatBytes(compiled.peakBytes),
    formatSi(compiled.kernels),
    formatCount(bytesPerSample!),
    formatCount(flopsPerSample!),
    collectives.join("; "),
    bound ? `${formatSi(bound.itemsPerSecond, "items/s")}, ${bound.limit}` : "",
    "",
  ];
}
