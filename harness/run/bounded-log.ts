import { closeSync, openSync, writeSync } from "node:fs";

const PART_BYTES = 64 * 1024;

/**
 * A log file that keeps the first and the last 64 KiB of what a process prints, however much that is. The first part is
 * written as it comes; the last part at the end, after a line that says how much was left out.
 */
export class BoundedLog {
  private readonly fd: number | null;
  private headBytes = 0;
  private tail: Buffer[] = [];
  private tailBytes = 0;
  private dropped = 0;

  /** `path` null: nothing is written, only `lastLines` is kept. */
  constructor(path: string | null) {
    this.fd = path === null ? null : openSync(path, "w", 0o644);
  }

  write(chunk: Buffer): void {
    const room = Math.min(chunk.length, PART_BYTES - this.headBytes);
    if (room > 0) {
      this.put(chunk.subarray(0, room));
      this.headBytes += room;
    }
    if (room < chunk.length)
      this.keep(Buffer.from(chunk.subarray(Math.max(room, chunk.length - PART_BYTES))), chunk.length - room);
    this.recent = Buffer.concat([this.recent, chunk.subarray(-4096)]).subarray(-4096);
  }

  private recent: Buffer = Buffer.alloc(0);

  /** The last 4 KiB of what was printed. */
  lastText(): string {
    return this.recent.toString("utf8");
  }

  close(): void {
    const tail = Buffer.concat(this.tail).subarray(-PART_BYTES);
    const left = this.dropped + this.tailBytes - tail.length;
    if (left > 0) this.put(Buffer.from(`\n[ncf-bench: ${left} bytes left out]\n`));
    this.put(tail);
    if (this.fd !== null) closeSync(this.fd);
  }

  private keep(part: Buffer, length: number): void {
    this.tail.push(part);
    this.tailBytes += part.length;
    this.dropped += length - part.length;
    while (this.tailBytes - this.tail[0]!.length >= PART_BYTES) {
      const gone = this.tail.shift()!;
      this.tailBytes -= gone.length;
      this.dropped += gone.length;
    }
  }

  private put(bytes: Buffer): void {
    if (this.fd === null || bytes.length === 0) return;
    try {
      writeSync(this.fd, bytes);
    } catch {
      // A log that cannot be written must not cost the measurement.
    }
  }
}
