import { textWidth } from "./width.js";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Pads to a width in terminal columns; text that is already wider is returned as it is. */
export function pad(text: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - textWidth(text)));
  return align === "right" ? space + text : text + space;
}

/**
 * Breaks text into lines of at most `width` terminal columns: at spaces, after `/`, `,` and `:` where there are some, else
 * anywhere between graphemes. Nothing is left out. A single grapheme wider than `width` gets a line of its own.
 */
export function wrap(text: string, width: number): string[] {
  if (textWidth(text) <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let line = "";
  for (const piece of text.split(/(?<=[ /,:])/)) {
    if (textWidth(line) + textWidth(piece.trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trimEnd());
    line = "";
    for (const { segment } of graphemes.segment(piece)) {
      if (line !== "" && segment !== " " && textWidth(line) + textWidth(segment) > width) {
        lines.push(line.trimEnd());
        line = "";
      }
      line += segment;
    }
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}
