import { visible } from "./visible.js";
import { textWidth } from "./width.js";
import { pad, wrap } from "./wrap.js";

export interface Column {
  title: string;
  /** Numbers go right. */
  align?: "left" | "right";
  /** Colours one line of a cell after it was padded; gets the row's index. */
  style?: (padded: string, row: number) => string;
}

export interface TableOptions {
  /** Terminal columns to stay within; absent: as wide as the content (for pipes). */
  width?: number;
}

const GAP = 2;
/** A text column is not wrapped narrower than this; below it each row becomes a block of its own. */
const MIN_TEXT = 12;

/**
 * A plain table: titles, a rule, rows; no frame, every line ends without spaces, the text ends in a newline. Control
 * characters in titles and cells are shown as `\x1b`. Wider than `width`, text columns wrap; where that is not enough,
 * each row is written as `title  value` lines. Values are never cut off. Missing cells are empty.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  opts: TableOptions = {},
): string {
  const titles = columns.map((column) => visible(column.title));
  const cells = rows.map((row) => columns.map((_, i) => visible(row[i] ?? "")));
  const natural = titles.map((title, i) => Math.max(textWidth(title), ...cells.map((row) => textWidth(row[i]!)), 1));
  const widths = fitWidths(columns, natural, opts.width ?? Number.POSITIVE_INFINITY);
  if (widths === null) return renderBlocks(columns, titles, cells, opts.width!);
  const lines = [
    ...renderRow(columns, titles, widths, null),
    widths.map((width) => "─".repeat(width)).join(" ".repeat(GAP)),
    ...cells.flatMap((row, r) => renderRow(columns, row, widths, r)),
  ];
  return `${lines.join("\n")}\n`;
}

/** Widths that fit, taking from the widest text column first; null when none do. */
function fitWidths(columns: readonly Column[], natural: readonly number[], width: number): number[] | null {
  const widths = [...natural];
  let excess = widths.reduce((sum, w) => sum + w, 0) + GAP * (widths.length - 1) - width;
  while (excess > 0) {
    let widest = -1;
    for (const [i, column] of columns.entries()) {
      if (column.align === "right" || widths[i]! <= MIN_TEXT) continue;
      if (widest < 0 || widths[i]! > widths[widest]!) widest = i;
    }
    if (widest < 0) return null;
    widths[widest]!--;
    excess--;
  }
  return widths;
}

function renderRow(
  columns: readonly Column[],
  row: readonly string[],
  widths: readonly number[],
  index: number | null,
): string[] {
  const wrapped = row.map((cell, i) => wrap(cell, widths[i]!));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((column, i) => {
        const text = wrapped[i]![line] ?? "";
        const last = i === columns.length - 1 && column.align !== "right";
        const padded = last ? text : pad(text, widths[i]!, column.align ?? "left");
        return index === null || column.style === undefined || text === "" ? padded : column.style(padded, index);
      })
      .join(" ".repeat(GAP))
      .trimEnd(),
  );
}

function renderBlocks(
  columns: readonly Column[],
  titles: readonly string[],
  cells: readonly (readonly string[])[],
  width: number,
): string {
  const label = Math.min(
    Math.max(...titles.map((title) => textWidth(title))),
    Math.max(1, Math.floor(width / 2) - GAP),
  );
  const room = Math.max(1, width - label - GAP);
  const blocks = cells.map((row, r) =>
    columns.flatMap((column, i) => {
      const left = wrap(titles[i]!, label);
      const right = wrap(row[i]!, room);
      return Array.from({ length: Math.max(left.length, right.length) }, (_, line) => {
        const text = right[line] ?? "";
        const styled = column.style === undefined || text === "" ? text : column.style(text, r);
        return `${pad(left[line] ?? "", label, "left")}${" ".repeat(GAP)}${styled}`.trimEnd();
      });
    }),
  );
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
