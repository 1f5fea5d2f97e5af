import type { Source } from "../reference/load.js";
import { type PublishedScaling, publishedScaling } from "../reference/published-scaling.js";
import { cellLabel, namingAxes } from "./axes.js";
import type { CellReport } from "./cells.js";
import { families } from "./families.js";
import type { Label } from "./labels.js";
import { cleanLine } from "./text.js";

/** How the throughput of one family of cells grows with GPUs, against its cell of the fewest. */
export interface ScalingReport {
  name: string;
  /** GPUs of the cell that the others are held against; its speed-up is this number. */
  from: number;
  points: { gpus: number; speedup: number; launches: number[] }[];
  /** The same of the published machine, where it did the same work; null where nothing is published. */
  published: { hardware: string; source: string; points: { gpus: number; speedup: number }[] } | null;
  labels: Label[];
}

/** A report for every family of cells that was measured at two numbers of GPUs or more. */
export function scalingReports(
  cells: readonly CellReport[],
  sources: readonly Source[],
  datasetOf: (cell: CellReport) => string | null,
): ScalingReport[] {
  const measured = cells.filter(
    ({ cell, metric, median }) =>
      cell.gpus > 0 && metric.better === "higher" && metric.unit === "items/s" && median.value !== null,
  );
  const scaled = families(measured, ["gpus"]).filter((family) => family.cells.length > 1);
  const naming = namingAxes(scaled.flatMap((family) => family.cells.map(({ cell }) => cell)));
  return scaled.map((family) => {
    const own = family.cells.toSorted((a, b) => a.cell.gpus - b.cell.gpus);
    const first = own[0]!;
    const speedup = (value: number) => (value / first.median.value!) * first.cell.gpus;
    return {
      name: cellLabel(
        first.cell,
        naming.filter((axis) => axis !== "gpus"),
      ),
      from: first.cell.gpus,
      points: own.map(({ cell, median, launches }) => ({
        gpus: cell.gpus,
        speedup: speedup(median.value!),
        launches: launches.flatMap(({ counts, value }) =>
          counts && value.value !== null ? [speedup(value.value)] : [],
        ),
      })),
      published: publishedReport(publishedScaling(first.cell, datasetOf(first), sources)),
      labels: [...new Set(own.flatMap(({ labels }) => labels))].sort(),
    };
  });
}

function publishedReport(published: PublishedScaling | null): ScalingReport["published"] {
  if (published === null) return null;
  const single = published.points[0]!.throughput;
  return {
    hardware: cleanLine(published.hardware),
    source: cleanLine(published.source),
    points: published.points.map(({ gpus, throughput }) => ({ gpus, speedup: throughput / single })),
  };
}
