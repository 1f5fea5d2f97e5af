import { canonicalJson } from "../storage/canonical-json.js";
import { cleanLine } from "./text.js";

/** One line of a list of facts. */
export interface Fact {
  name: string;
  text: string;
}

/** A nested value as dotted names with values as text, sorted by name; lists of plain values stay one fact. */
export function flattenFacts(value: unknown, prefix = ""): Fact[] {
  if (isObject(value)) {
    return Object.keys(value)
      .sort()
      .flatMap((key) => flattenFacts(value[key], prefix === "" ? key : `${prefix}.${key}`));
  }
  return [{ name: cleanLine(prefix), text: factText(value) }];
}

function factText(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "string") return cleanLine(shortHash(value));
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value) && value.every((item) => !isObject(item))) return value.map(factText).join(", ") || "none";
  return cleanLine(canonicalJson(value));
}

/** A hash is told from another by its first sixteen digits; the whole is in the records. */
export function shortHash(text: string): string {
  return /^[0-9a-f]{32,}$/.test(text) ? `${text.slice(0, 16)}…` : text;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
