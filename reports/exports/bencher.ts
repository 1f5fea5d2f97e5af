import type { ExportInput } from "./input.js";

/** Longest name of a benchmark that Bencher takes. */
const LONGEST = 1024;

/**
 * Bencher Metric Format (bencher.dev/docs/reference/bencher-metric-format): the median over launches, the least and the
 * greatest launch as its bounds. A cell without a figure is absent: the format knows no way to say it.
 */
export function renderBencher({ cells }: ExportInput): string {
  const entries = cells.flatMap(({ key, series }) =>
    series.length === 0
      ? []
      : [
          [
            key.slice(0, LONGEST),
            Object.fromEntries(
              series.map(({ metric, values, median }) => [
                metric.name,
                { value: median, lower_value: Math.min(...values), upper_value: Math.max(...values) },
              ]),
            ),
          ] as const,
        ],
  );
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
