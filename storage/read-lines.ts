import { createReadStream } from "node:fs";

/** Longer lines are reported and skipped, so that memory is bounded by us and not by the file. */
export const MAX_LINE_BYTES = 4 * 1024 * 1024;

/** So much at a time that waiting for the file costs little beside reading its lines. */
const CHUNK_BYTES = 1024 * 1024;

export interface Line {
  /** From 1. */
  number: number;
  /** Where the line begins in the file, in bytes. */
  offset: number;
  /** Without the newline; null when the line is longer than the cap. Part of a longer buffer, so to be copied to be kept. */
  bytes: Buffer | null;
  /** Length in the file without the newline. */
  length: number;
  /** False only for a last line without its newline. */
  terminated: boolean;
}

/** Streams the lines of a file, empty ones included. A missing file throws `ENOENT`. */
export async function* readLines(path: string, maxLineBytes = MAX_LINE_BYTES): AsyncGenerator<Line> {
  for await (const lines of readLineBatches(path, maxLineBytes)) yield* lines;
}

/** The same, as many at a time as were read at once: to wait for each line of a file of short ones costs more than to read it. */
export async function* readLineBatches(path: string, maxLineBytes = MAX_LINE_BYTES): AsyncGenerator<Line[]> {
  let parts: Buffer[] = [];
  let [number, offset, length] = [1, 0, 0];

  const take = (part: Buffer): void => {
    length += part.length;
    if (length > maxLineBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (terminated: boolean): Line => {
    const whole = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    const line = { number, offset, bytes: length > maxLineBytes ? null : whole, length, terminated };
    parts = [];
    number++;
    offset += length + 1;
    length = 0;
    return line;
  };

  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    const lines: Line[] = [];
    let start = 0;
    for (let newline = chunk.indexOf(10); newline >= 0; newline = chunk.indexOf(10, start)) {
      take(chunk.subarray(start, newline));
      lines.push(finish(true));
      start = newline + 1;
    }
    take(chunk.subarray(start));
    yield lines;
  }
  if (length > 0) yield [finish(false)];
}
