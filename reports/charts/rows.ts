import * as Plot from "@observablehq/plot";
import { FONT_SIZE } from "./svg.js";

// Charts with a row a cell: the label stands above its bar or points, so that it may be long on a narrow screen.

const ROW = 42;
const LABEL = 0.3;
/** Middle of the part of a row that shows figures. */
export const MIDDLE = 0.66;
export const HALF_BAR = 0.17;
const LONGEST_LABEL = 52;
const LONGEST_NOTE = 24;

export interface RowLabel {
  label: string;
  /** At the right end of the label's line. */
  note: string;
}

/** Height and scale of `count` rows, the first on top, above an x axis. */
export function rowFrame(count: number) {
  return {
    height: count * ROW + 58,
    marginBottom: 46,
    y: { domain: [count, 0], axis: null },
  } as const satisfies Plot.PlotOptions;
}

export function rowLabels(rows: readonly RowLabel[]): Plot.Markish[] {
  // The halo keeps grid and medians from running through the words.
  const halo = { stroke: "var(--card)", strokeWidth: 5 };
  const place = { ...halo, fontSize: FONT_SIZE, fill: "var(--ink)", y: (_: RowLabel, i: number) => i + LABEL };
  return [
    Plot.text(rows, {
      ...place,
      frameAnchor: "left",
      textAnchor: "start",
      text: (row: RowLabel) => cut(row.label, LONGEST_LABEL - Math.min(row.note.length, LONGEST_NOTE)),
    }),
    Plot.text(rows, {
      ...place,
      frameAnchor: "right",
      textAnchor: "end",
      text: (row: RowLabel) => cut(row.note, LONGEST_NOTE),
      fill: "var(--muted)",
    }),
  ];
}

/** The changes that do not count, as a band in the figure's part of each row. */
export function marginBands(count: number, margin: number): Plot.Markish {
  return Plot.rect(
    Array.from({ length: count }, (_, row) => row),
    {
      x1: -margin,
      x2: margin,
      y1: (row: number) => row + MIDDLE - HALF_BAR,
      y2: (row: number) => row + MIDDLE + HALF_BAR,
      fill: "var(--band)",
    },
  );
}

/** Zero of each row. */
export function zeroTicks(count: number): Plot.Markish {
  return Plot.link(
    Array.from({ length: count }, (_, row) => row),
    {
      x1: 0,
      x2: 0,
      y1: (row: number) => row + MIDDLE - HALF_BAR,
      y2: (row: number) => row + MIDDLE + HALF_BAR,
      stroke: "var(--ink)",
      strokeWidth: 1.5,
    },
  );
}

/** One line of at most `length` characters. */
export function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= length ? line : `${line.slice(0, Math.max(1, length - 1))}…`;
}
