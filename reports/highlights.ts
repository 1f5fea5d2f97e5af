import type { CellReport } from "./cells.js";

/** A figure worth saying on top, with the cell that it comes from. */
export interface Highlight {
  title: string;
  text: string;
  cell: { slug: string; label: string };
}

/** The best cell by each metric, and the best HR. */
export function highlights(cells: readonly CellReport[]): Highlight[] {
  const found: Highlight[] = [];
  for (const name of new Set(cells.map(({ metric }) => metric.name))) {
    const own = cells.filter(({ metric, median }) => metric.name === name && median.value !== null);
    const sign = own[0]?.metric.better === "lower" ? -1 : 1;
    const best = largest(own, ({ median }) => sign * median.value!);
    if (best) found.push({ title: `Best ${metricTitle(name)}`, text: best.median.text, cell: pick(best) });
  }
  const best = largest(
    cells.filter(({ hr }) => hr.value !== null),
    ({ hr }) => hr.value!,
  );
  if (best) found.push({ title: `Best HR@${best.topk}`, text: best.hr.text, cell: pick(best) });
  return found;
}

const MODES: Record<string, string> = { train: "training", infer: "inference", eval: "evaluation" };

/** `infer.fed.throughput` as `inference throughput, fed`. */
export function metricTitle(metric: string): string {
  const [mode = "", ...rest] = metric.replaceAll("_", " ").split(".");
  const what = rest.pop();
  return [[MODES[mode] ?? mode, what].filter(Boolean).join(" "), ...rest].join(", ");
}

function pick({ slug, label }: CellReport) {
  return { slug, label };
}

function largest<T>(items: readonly T[], key: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || key(item) > key(best) ? item : best),
    undefined,
  );
}
