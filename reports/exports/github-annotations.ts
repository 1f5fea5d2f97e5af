import { cleanText } from "../text.js";
import type { ExportInput } from "./input.js";
import { type Judged, judgedCells, type Outcome } from "./judged.js";

/** GitHub shows ten errors, ten warnings and ten notices of a step; ten in all keeps every reading of that rule. */
export const MOST_ANNOTATIONS = 10;
/** Longest message of one. */
const LONGEST = 1000;

const LEVELS: Record<Outcome, "error" | "warning" | "notice" | null> = {
  slower: "error",
  "quality-missed": "error",
  "not measured": "error",
  incomplete: "error",
  undecided: "warning",
  unsupported: "notice",
  passed: null,
};
const ORDER = Object.keys(LEVELS) as Outcome[];

/**
 * Workflow commands that GitHub shows as annotations of a job: what is slower first, then what is missing, then what is
 * open; nothing where every cell passed. At most ten, the last of which counts what was left out.
 */
export function renderGithubAnnotations(input: ExportInput): string {
  const said = judgedCells(input)
    .filter(({ outcome }) => LEVELS[outcome] !== null)
    .sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  const shown = said.length <= MOST_ANNOTATIONS ? said : said.slice(0, MOST_ANNOTATIONS - 1);
  const lines = shown.map((judged) => command(LEVELS[judged.outcome]!, titleOf(judged), judged.message));
  if (shown.length < said.length) {
    const rest = said.slice(shown.length);
    const kinds = ORDER.map((outcome) => ({ outcome, n: rest.filter((judged) => judged.outcome === outcome).length }));
    const text = kinds.flatMap(({ outcome, n }) => (n === 0 ? [] : [`${n} ${outcome}`])).join(", ");
    lines.push(command(LEVELS[rest[0]!.outcome]!, `${rest.length} more cells`, text));
  }
  return lines.map((line) => `${line}\n`).join("");
}

function titleOf({ key, outcome, code }: Judged): string {
  return `${outcome}: ${key} (${code})`;
}

function command(level: string, title: string, message: string): string {
  return `::${level} title=${property(bounded(title))}::${data(bounded(message))}`;
}

function bounded(text: string): string {
  const clean = cleanText(text);
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
}

/** The escaping of actions/toolkit, for a message and for a property. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
