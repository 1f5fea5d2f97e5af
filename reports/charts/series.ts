/** How one line of a chart is told from the others: by colour, dash and shape. */
export interface SeriesStyle {
  color: string;
  /** Of the line; null: solid. */
  dash: string | null;
  symbol: "circle" | "square" | "triangle" | "diamond";
  /** The symbol around (0, 0), for the legend. */
  outline: string;
}

/** A chart with more lines than this is drawn as several. */
export const MOST_SERIES = 4;

const STYLES: readonly SeriesStyle[] = [
  { color: "var(--c1)", dash: null, symbol: "circle", outline: "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0" },
  { color: "var(--c2)", dash: "6 3", symbol: "square", outline: "M-4 -4h8v8h-8z" },
  { color: "var(--c3)", dash: "3 3", symbol: "triangle", outline: "M0 -5l5 9h-10z" },
  { color: "var(--c4)", dash: "1.5 3", symbol: "diamond", outline: "M0 -6l4 6l-4 6l-4 -6z" },
];

export function seriesStyle(index: number): SeriesStyle {
  return STYLES[index % STYLES.length]!;
}

/** An entry of a legend: what a line stands for. */
export interface LegendEntry {
  name: string;
  color: string;
  dash: string | null;
  /** Null: a line without points. */
  outline: string | null;
  /** Drawn as an outline: published, not measured here. */
  hollow: boolean;
}

export function legendEntry(name: string, index: number, hollow = false): LegendEntry {
  const { color, dash, outline } = seriesStyle(index);
  return { name, color, dash: hollow ? "1 3" : dash, outline, hollow };
}
