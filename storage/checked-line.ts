import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { canonicalJson, sha256Hex } from "./canonical-json.js";
import { decodeNonFinite, encodeNonFinite } from "./non-finite.js";
import { parseStrictJson } from "./strict-json.js";

export { decodeNonFinite, encodeNonFinite };

/**
 * One JSON line (without its newline) that carries its own checksum in the member `check`: 16 hexadecimal digits of the
 * sha256 of the canonical JSON of the rest. Numbers that JSON does not know are written as `{"nonfinite":"NaN"}`.
 */
export function sealLine(value: Readonly<Record<string, unknown>>): string {
  const rest = encodeNonFinite({ ...value, check: undefined }) as Record<string, unknown>;
  return canonicalJson({ ...rest, check: checksum(rest) });
}

const CHECK = Buffer.from(',"check":"');

/** The value that `sealLine` wrote, without `check`. Throws an `Error` that says what is wrong with the line. */
export function openLine(bytes: Uint8Array): Record<string, unknown> {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isUtf8(line)) throw new Error("not UTF-8");
  const text = line.toString();
  if (sealOf(line) === null) return openAny(text);
  const { check: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return decodeIfNeeded(rest, text) as Record<string, unknown>;
}

/**
 * Where the member `check` stands, with the comma before it, in a line that is, to the byte, what `sealLine` wrote; else null.
 * Without that member such a line is the canonical JSON that the checksum is of: nothing needs to be written again to be
 * compared, nor parsed strictly.
 */
export function sealOf(line: Buffer): { from: number; to: number } | null {
  const from = line.indexOf(CHECK);
  if (from < 0) return null;
  const to = from + CHECK.length + 17;
  const hash = createHash("sha256").update(line.subarray(0, from)).update(line.subarray(to)).digest("hex");
  return hash.startsWith(line.toString("latin1", from + CHECK.length, to - 1)) && to <= line.length
    ? { from, to }
    : null;
}

/** `decodeNonFinite` of what a text's JSON says: where the text has no mark of them, there is none. */
export function decodeIfNeeded(value: unknown, text: string): unknown {
  return text.includes('"nonfinite":') ? decodeNonFinite(value) : value;
}

/** The value of a line whose members may stand in any order, with any space between them. */
function openAny(text: string): Record<string, unknown> {
  const value = parseStrictJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("not a JSON object");
  const { check, ...rest } = value as Record<string, unknown>;
  if (typeof check !== "string") throw new Error("no checksum (member 'check')");
  if (check !== checksum(rest)) throw new Error("the checksum does not match: the line was changed or damaged");
  return decodeNonFinite(rest) as Record<string, unknown>;
}

function checksum(rest: Record<string, unknown>): string {
  return sha256Hex(canonicalJson(rest)).slice(0, 16);
}
