import type { LaunchRecord } from "../harness/record/schema.js";
import type { RunManifest } from "../harness/run/manifest.js";
import type { Cell } from "../suites/cell.js";

/** What must stand wherever a figure stands: the figure is not what it looks like without it. */
export type Label = "synthetic data" | "fake engine" | "emulated devices" | "fault injected";

export function cellLabels(cell: Cell, datasets: RunManifest["datasets"], records: Iterable<LaunchRecord>): Label[] {
  const labels = new Set<Label>();
  if (datasets[cell.dataset]?.synthetic === true || cell.dataset.startsWith("synthetic:")) labels.add("synthetic data");
  if (cell.backend === "emulated") labels.add("emulated devices");
  if (cell.engine === "fake") labels.add("fake engine");
  for (const record of records) {
    const { protocol, engine } = record;
    if (engine?.name === "fake") labels.add("fake engine");
    if (protocol?.synthetic === true) labels.add("synthetic data");
    if (record.warnings.some(({ code }) => code === "fault.injected")) labels.add("fault injected");
  }
  return [...labels].sort();
}
