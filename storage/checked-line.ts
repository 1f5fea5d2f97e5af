import { createHash } from "node:crypto";
import { canonicalJson, sha256Hex } from "./canonical-json.js";
import { decodeNonFinite, encodeNonFinite } from "./non-finite.js";
import { parseStrictJson } from "./strict-json.js";

export { decodeNonFinite, encodeNonFinite };

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * One JSON line (without its newline) that carries its own checksum in the member `check`: 16 hexadecimal digits of the
 * sha256 of the canonical JSON of the rest. Numbers that JSON does not know are written as `{"nonfinite":"NaN"}`.
 */
export function sealLine(value: Readonly<Record<string, unknown>>): string {
  const rest = encodeNonFinite({ ...value, check: undefined }) as Record<string, unknown>;
  return canonicalJson({ ...rest, check: checksum(rest) });
}

const CHECK = Buffer.from(',"check":"');
const CHECK_END = CHECK.length + 17;

/**
 * The value that `sealLine` wrote, without `check`. Throws an `Error` that says what is wrong with the line.
 *
 * @param shorten takes from the text of a line that is as it was written what need not be parsed.
 */
export function openLine(bytes: Uint8Array, shorten = (text: string) => text): Record<string, unknown> {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text: string;
  try {
    text = UTF8.decode(line);
  } catch {
    throw new Error("not UTF-8");
  }
  return isUnchanged(line) ? openUnchanged(shorten(text)) : openAny(text);
}

/**
 * Whether a line is, to the byte, what `sealLine` wrote: without the checksum it is then the canonical JSON that the checksum
 * is of. Nothing needs to be written again to be compared, nor parsed strictly.
 */
function isUnchanged(line: Buffer): boolean {
  const at = line.indexOf(CHECK);
  if (at < 0) return false;
  const hash = createHash("sha256")
    .update(line.subarray(0, at))
    .update(line.subarray(at + CHECK_END));
  return hash.digest("hex").slice(0, 16) === line.toString("latin1", at + CHECK.length, at + CHECK_END - 1);
}

function openUnchanged(text: string): Record<string, unknown> {
  const { check: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return text.includes('{"nonfinite":') ? (decodeNonFinite(rest) as Record<string, unknown>) : rest;
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
