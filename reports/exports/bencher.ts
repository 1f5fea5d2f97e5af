import { visibleJson } from "../../harness/console/visible.js";
import { sha256Hex } from "../../storage/canonical-json.js";
import type { ExportInput } from "./input.js";

/** Longest name of a benchmark that Bencher takes, in bytes of UTF-8. */
const LONGEST = 1024;
const HASH_DIGITS = 16;

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
            nameOf(key),
            Object.fromEntries(
              series.map(({ metric, values, median }) => [
                metric.name,
                { value: median, lower_value: Math.min(...values), upper_value: Math.max(...values) },
              ]),
            ),
          ] as const,
        ],
  );
  return `${visibleJson(JSON.stringify(Object.fromEntries(entries), null, 2))}\n`;
}

/** The key where it fits; else its beginning and its hash, so that two that begin alike stay two benchmarks. */
function nameOf(key: string): string {
  const bytes = Buffer.from(key);
  if (bytes.length <= LONGEST) return key;
  // A streaming decoder keeps back a character that the cut would break.
  const begin = new TextDecoder().decode(bytes.subarray(0, LONGEST - 1 - HASH_DIGITS), { stream: true });
  return `${begin}#${sha256Hex(bytes).slice(0, HASH_DIGITS)}`;
}
