import { visible } from "../harness/console/visible.js";

/** Longest text from outside that a page shows in one place; the whole is in the records. */
const LIMIT = 2000;

/**
 * Text from outside (names, messages, paths) as pages may show it: control and reordering characters are written out, line
 * breaks stay, and what is longer than 2,000 characters is cut with a mark. Escaping is the renderer's.
 */
export function cleanText(text: string): string {
  const cut = text.length > LIMIT ? `${text.slice(0, LIMIT)}… (${text.length} characters)` : text;
  return cut.split(/\r?\n/).map(visible).join("\n").trim();
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll("\n", " ↵ ");
}
