import { visible } from "../harness/console/visible.js";

/** Longest value from outside in one place. */
const LIMIT = 300;

/**
 * A value from outside as a code span, the one place of Markdown where nothing is a link, an image, a mention or markup:
 * fenced by one backtick more than the longest run inside, on one line, control characters written out, pipes escaped so that it may stand in a table.
 */
export function code(text: string): string {
  const cut = text.length > LIMIT ? `${text.slice(0, LIMIT)}…` : text;
  const line = visible(cut.replace(/\s+/g, " ").trim());
  if (line === "") return "–";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  // Parsers disagree on whether `\\|` ends a cell, so a backslash before a pipe keeps a space from it.
  return `${fence}${space}${line.replace(/\\(?=\|)/g, "\\ ").replaceAll("|", "\\|")}${space}${fence}`;
}

/** A figure with its unit as plain text; anything that is more than digits and words without dots as a code span. */
export function figure(text: string): string {
  return text.split(" ").every((word) => NUMBER.test(word) || WORD.test(word)) ? text : code(text);
}

const NUMBER = /^[-+±≥(]*(\d[\d.,]*|∞)$/;
const WORD = /^\(?([A-Za-zµ]{1,12}(\/s)?|%|–)\)?$/;

/** A block of code for commands, which are to be copied whole. */
export function codeBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}console\n${text}\n${fence}`;
}
