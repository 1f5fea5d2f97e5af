const BARS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;
const NOTHING = "·";
const SHADE = "░";

export interface SparkPoint {
  /** Null: there is no figure. */
  value: number | null;
  /** Shown as a shade in place of a bar. */
  shaded?: boolean;
}

/**
 * One character for each of the points, or for each of `width` spans of them (their median); `·` where there is no figure,
 * `░` where all of a span's figures are shaded. The scale is from least to most, but never narrower than `least` (a share of the
 * middle), so that noise within it stays flat.
 */
export function sparkline(points: readonly SparkPoint[], width: number, least: number): string {
  const count = Math.min(width, points.length);
  const spans = Array.from({ length: count }, (_, i) =>
    points.slice(Math.floor((i * points.length) / count), Math.floor(((i + 1) * points.length) / count)),
  );
  const levels = spans.map((span) => middle(span.flatMap((point) => (point.shaded ? [] : (point.value ?? [])))));
  const there = levels.filter((level) => level !== null);
  const [low, high] = [Math.min(...there), Math.max(...there)];
  const room = Math.max(high - low, Math.abs(((low + high) / 2) * least));
  const bottom = (low + high - room) / 2;
  return levels
    .map((level, i) => {
      if (level === null) return spans[i]!.some(({ value }) => value !== null) ? SHADE : NOTHING;
      const height = room === 0 ? 0.5 : (level - bottom) / room;
      return BARS[Math.min(BARS.length - 1, Math.floor(height * BARS.length))]!;
    })
    .join("");
}

function middle(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}
