import { type Figure, REFERENCE_SCHEMA, type ReferenceFile } from "../schema.js";

/** A figure as a user would state it: training on one V100, fp32, items/s. */
export function ownFigure(changes: Partial<Figure>): Figure {
  return {
    id: "mine/1",
    metric: "throughput",
    value: 9.6e6,
    unit: "samples/s",
    published: null,
    derived: false,
    mode: "train",
    framework: "ncf-bench",
    container: null,
    hardware: "cluster b",
    device: "V100-SXM2-16GB",
    gpus: 1,
    gpuMemoryGB: 16,
    publishedPrecision: null,
    precision: "fp32",
    xla: "off",
    batch: 1_048_576,
    batchPerGpu: 1_048_576,
    dataset: "ml-20m",
    evalNegatives: 100,
    model: "reference",
    measures: { quantity: "train.throughput", statistic: "mean" },
    notApplied: null,
    citation: { repo: "acceptance", path: "report.pdf", revision: "2026-01", section: "table 1", line: null },
    ...changes,
  };
}

export function ownTable(figures: readonly Figure[]): ReferenceFile {
  return {
    schema: REFERENCE_SCHEMA,
    id: "mine",
    title: "Acceptance of cluster b",
    figures: figures.map((figure, i) => ({ ...figure, id: `mine/${i + 1}` })),
  };
}
