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
    if (best) found.push({ title: `Best ${words(name)}`, text: best.median.text, cell: pick(best) });
  }
  const best = largest(
    cells.filter(({ hr }) => hr.value !== null),
    ({ hr }) => hr.value!,
  );
  if (best) found.push({ title: `Best HR@${best.topk}`, text: best.hr.text, cell: pick(best) });
  return found;
}

/** `train.throughput` as `train throughput`. */
export function words(metric: string): string {
  return metric.replace(/[._]/g, " ");
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
