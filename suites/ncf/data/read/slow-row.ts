import { MAX_ID } from "../ratings.js";
import { inputError, shown } from "./errors.js";
import type { Layout } from "./layout.js";

export interface Row {
  user: number;
  item: number;
  time: number;
}

/** Splits a record into fields, trimmed; in a CSV a field may be quoted, with doubled quotes inside (RFC 4180). */
export function splitFields(record: string, delimiter: string): string[] {
  if (delimiter === "::" || !record.includes('"')) return record.split(delimiter).map((field) => field.trim());
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    while (record[at] === " ") at++;
    let field = "";
    while (record[at] === '"') {
      const quote = record.indexOf('"', at + 1);
      const close = quote < 0 ? record.length : quote;
      field += (field === "" ? "" : '"') + record.slice(at + 1, close);
      at = close + 1;
    }
    const next = record.indexOf(delimiter, at);
    field += record.slice(at, next < 0 ? record.length : next);
    fields.push(field.trim());
    if (next < 0) return fields;
    at = next + delimiter.length;
  }
}

const NEWLINE = 10;
const SPACE = 32;
const QUOTE = 34;

/**
 * Where the record that begins at `start` ends: the index of its newline, those inside quoted fields passed over; -1 when it
 * goes on beyond `end`.
 */
export function recordEnd(bytes: Uint8Array, start: number, end: number, delimiter: string): number {
  if (delimiter === "::") return bytes.indexOf(NEWLINE, start);
  const separator = delimiter.charCodeAt(0);
  let quoted = false;
  let fieldStart = true;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (quoted) {
      // A doubled quote closes and opens again.
      if (byte === QUOTE) quoted = false;
    } else if (byte === NEWLINE) return at;
    else if (byte === QUOTE && (fieldStart || bytes[at - 1] === QUOTE)) quoted = true;
    fieldStart = byte === separator || (fieldStart && byte === SPACE);
  }
  return -1;
}

/**
 * Reads one record with all care: quotes, spaces, decimal and written-out timestamps. The fast path hands over whatever is
 * not plain digits, so this is also where every complaint about a row is made.
 *
 * @throws UserError `data.bad-id`, `data.bad-timestamp`, `data.short-row`.
 */
export function parseSlowRow(record: string, layout: Layout, file: string, line: number): Row {
  const fields = splitFields(record, layout.delimiter);
  const needed = Math.max(layout.user, layout.item, layout.time ?? 0) + 1;
  if (fields.length < needed) {
    throw inputError(
      "data.short-row",
      file,
      line,
      `${shown(record)} has ${fields.length} ${fields.length === 1 ? "field" : "fields"}, ${needed} are needed`,
      "complete or remove that line; a file that was cut off while it was copied must be copied again",
    );
  }
  return {
    user: parseId(fields[layout.user]!, "user", file, line),
    item: parseId(fields[layout.item]!, "item", file, line),
    time: layout.time === null ? 0 : parseTime(fields[layout.time]!, file, line),
  };
}

function parseId(text: string, column: string, file: string, line: number): number {
  const id = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (id <= MAX_ID) return id;
  throw inputError(
    "data.bad-id",
    file,
    line,
    `${column} id ${shown(text)} is not a whole number from 0 to ${MAX_ID}`,
    "fix or remove that line; ids that are not numbers must be numbered first",
  );
}

/** Seconds since the epoch, whole or decimal, or `YYYY-MM-DD HH:MM:SS` taken as UTC. */
function parseTime(text: string, file: string, line: number): number {
  const time = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?Z?$/.test(text)
    ? Date.parse(`${text.replace(" ", "T").replace("Z", "")}Z`) / 1000
    : /^[-+]?\d+(\.\d*)?([eE][-+]?\d+)?$/.test(text)
      ? Number(text)
      : Number.NaN;
  if (Number.isFinite(time)) return time;
  throw inputError(
    "data.bad-timestamp",
    file,
    line,
    `timestamp ${shown(text)} is not a number of seconds`,
    "fix or remove that line, or remove the timestamp column: then the order of the rows is the order in time",
  );
}
