import { canonicalJson, sha256Hex } from "./canonical-json.js";
import { parseStrictJson } from "./strict-json.js";

const NON_FINITE = new Map<string, number>([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

/**
 * One JSON line (without its newline) that carries its own checksum in the member `check`: 16 hexadecimal digits of the
 * sha256 of the canonical JSON of the rest. Numbers that JSON does not know are written as `{"nonfinite":"NaN"}`.
 */
export function sealLine(value: Readonly<Record<string, unknown>>): string {
  const rest = encodeNonFinite({ ...value, check: undefined }) as Record<string, unknown>;
  return canonicalJson({ ...rest, check: checksum(rest) });
}

/** The value that `sealLine` wrote, without `check`. Throws an `Error` that says what is wrong with the line. */
export function openLine(bytes: Uint8Array): Record<string, unknown> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error("not UTF-8");
  }
  const value = parseStrictJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("not a JSON object");
  const { check, ...rest } = value as Record<string, unknown>;
  if (typeof check !== "string") throw new Error("no checksum (member 'check')");
  if (check !== checksum(rest)) throw new Error("the checksum does not match: the line was changed or damaged");
  return decodeNonFinite(rest) as Record<string, unknown>;
}

/** Replaces every NaN and infinity by `{"nonfinite": name}`, at any depth. */
export function encodeNonFinite(value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) return { nonfinite: String(value) };
  if (Array.isArray(value)) return value.map(encodeNonFinite);
  if (isPlainObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, encodeNonFinite(member)]));
  }
  return value;
}

/** The inverse of `encodeNonFinite`. */
export function decodeNonFinite(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeNonFinite);
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value);
  const [key, name] = entries[0] ?? [];
  if (entries.length === 1 && key === "nonfinite" && typeof name === "string") {
    return NON_FINITE.get(name) ?? value;
  }
  return Object.fromEntries(entries.map(([member, inner]) => [member, decodeNonFinite(inner)]));
}

function checksum(rest: Record<string, unknown>): string {
  return sha256Hex(canonicalJson(rest)).slice(0, 16);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === Object.prototype || prototype === null;
}
