import type { Ratings } from "../ratings.js";
import { GrowingColumns } from "./columns.js";
import { inputError } from "./errors.js";
import type { Layout } from "./layout.js";
import { parseSlowRow, type Row, recordEnd } from "./slow-row.js";

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/** Longest record that is taken for one: beyond it a quote was left open or the file is no text. */
const MAX_RECORD_BYTES = 2 ** 20;

/** What a field is for. */
const Skip = 0;
const User = 1;
const Item = 2;
const Time = 3;

/**
 * Parses ratings out of chunks of bytes. Integers are read straight from the bytes into columns; a row that holds anything
 * but plain digits where a number is wanted goes through `parseSlowRow`, which also makes the complaints.
 */
export class RowParser {
  private readonly columns: GrowingColumns;
  private readonly layout: Layout;
  private readonly file: string;
  private readonly roles: Uint8Array;
  /** Line number of the next unparsed byte. */
  private line: number;
  private buffer: Uint8Array<ArrayBufferLike> = new Uint8Array(0);
  /** Unparsed bytes at the front of `buffer`. */
  private held = 0;

  /** @param line number of the first line that will be fed. */
  constructor(layout: Layout, file: string, line: number) {
    this.layout = layout;
    this.file = file;
    this.line = line;
    this.columns = new GrowingColumns(layout.time !== null);
    this.roles = new Uint8Array(Math.max(layout.user, layout.item, layout.time ?? 0) + 1);
    this.roles[layout.user] = User;
    this.roles[layout.item] = Item;
    if (layout.time !== null) this.roles[layout.time] = Time;
  }

  get rows(): number {
    return this.columns.rows;
  }

  /** Says how many rows are expected in all. */
  expect(rows: number): void {
    this.columns.expected = rows;
  }

  /** @param chunk may be reused by the caller afterwards. */
  feed(chunk: Uint8Array): void {
    const length = this.append(chunk);
    const end = this.buffer.lastIndexOf(NEWLINE, length - 1) + 1;
    if (end > 0) this.keep(this.parse(end), length);
    if (this.held > MAX_RECORD_BYTES) throw this.tooLong();
  }

  /** Parses what is left; the last line may lack its line end. */
  finish(): Ratings {
    const length = this.append(Uint8Array.of(NEWLINE));
    if (this.parse(length) < length) throw this.tooLong();
    return this.columns.ratings();
  }

  private append(chunk: Uint8Array): number {
    const length = this.held + chunk.length;
    if (length > this.buffer.length) {
      const larger = new Uint8Array(length);
      larger.set(this.buffer.subarray(0, this.held));
      this.buffer = larger;
    }
    this.buffer.set(chunk, this.held);
    this.held = length;
    return length;
  }

  private keep(from: number, length: number): void {
    this.buffer.copyWithin(0, from, length);
    this.held = length - from;
  }

  /** Parses [0, end), whose last byte is a newline; returns where an unfinished quoted record begins, or `end`. */
  private parse(end: number): number {
    const { buffer, columns, roles } = this;
    const fields = roles.length;
    // A row has at least four bytes, so that the loop needs no bounds check.
    columns.reserve((end >> 2) + 1);
    const { users, items, times } = columns;
    const double = this.layout.delimiter === "::";
    const delimiter = this.layout.delimiter.charCodeAt(0);
    let { rows } = columns;
    let { line } = this;
    let at = 0;
    while (at < end) {
      const start = at;
      let user = 0;
      let item = 0;
      let time = 0;
      let field = 0;
      let plain = true;
      for (;;) {
        const role = roles[field]!;
        if (role !== Skip) {
          const first = at;
          let value = 0;
          for (let digit = buffer[at]! - 48; digit >= 0 && digit <= 9; digit = buffer[++at]! - 48) {
            value = value * 10 + digit;
          }
          const digits = at - first;
          if (role === Time) {
            time = value;
            plain = digits > 0 && digits < 16;
          } else {
            if (role === User) user = value;
            else item = value;
            plain = digits > 0 && digits < 11 && value <= 0x7fff_ffff;
          }
          if (!plain) break;
        } else {
          let byte = buffer[at]!;
          while (byte !== delimiter && byte !== NEWLINE && byte !== QUOTE) byte = buffer[++at]!;
        }
        field++;
        if (field === fields) break;
        plain = buffer[at] === delimiter && (!double || buffer[at + 1] === delimiter);
        if (!plain) break;
        at += double ? 2 : 1;
      }
      if (plain) {
        if (buffer[at] === RETURN) at++;
        if (buffer[at] !== NEWLINE) {
          plain = buffer[at] === delimiter && (!double || buffer[at + 1] === delimiter);
          let byte = buffer[at]!;
          while (byte !== NEWLINE && byte !== QUOTE) byte = buffer[++at]!;
          plain &&= byte === NEWLINE;
        }
      }
      if (plain) {
        at++;
        users[rows] = user;
        items[rows] = item;
        if (times !== null) times[rows] = time;
        rows++;
        line++;
        continue;
      }

      this.line = line;
      const record = this.slowRecord(start, end);
      if (record === null) {
        at = start;
        break;
      }
      at = record.end;
      line += record.lines;
      if (record.row !== null) {
        users[rows] = record.row.user;
        items[rows] = record.row.item;
        if (times !== null) times[rows] = record.row.time;
        rows++;
      }
    }
    columns.rows = rows;
    this.line = line;
    return at;
  }

  /** The record at `start`: its row (null for a blank line), where it ends and the lines it takes; null: unfinished. */
  private slowRecord(start: number, end: number): { row: Row | null; end: number; lines: number } | null {
    const newline = recordEnd(this.buffer, start, end, this.layout.delimiter);
    if (newline < 0) return null;
    if (newline - start > MAX_RECORD_BYTES) throw this.tooLong();
    const bytes = Buffer.from(this.buffer.buffer, this.buffer.byteOffset + start, newline - start);
    const record = bytes.toString();
    const blank = record.trim() === "";
    let lines = 1;
    for (const byte of bytes) if (byte === NEWLINE) lines++;
    return {
      row: blank ? null : parseSlowRow(record, this.layout, this.file, this.line),
      end: newline + 1,
      lines,
    };
  }

  private tooLong() {
    return inputError(
      "data.unclosed-quote",
      this.file,
      this.line,
      `a record begins here that does not end: a quote is not closed, or lines are longer than ${MAX_RECORD_BYTES} bytes`,
      'close the quote (") in that line, or check that this is a file of ratings',
    );
  }
}
