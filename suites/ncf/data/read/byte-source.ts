import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { inputError } from "./errors.js";

const CHUNK_BYTES = 4 * 2 ** 20;

/** Ratings compress some five times; more than this is an attack or no ratings. Small files may compress as they like. */
const MAX_INFLATION = 200;
const FREE_INFLATED_BYTES = 64 * 2 ** 20;

/**
 * The bytes of a file in chunks, unpacked where it is gzip (told by content, not by name), with the sha256 of the file as
 * it lies on the disk.
 */
export class ByteSource {
  readonly file: string;
  /** Size on the disk. */
  readonly bytes: number;
  readonly gzip: boolean;
  /** Bytes taken from the disk so far. */
  bytesRead = 0;
  private readonly handle: FileHandle;
  private readonly hash = createHash("sha256");
  private readonly signal: AbortSignal | undefined;

  private constructor(file: string, handle: FileHandle, bytes: number, gzip: boolean, signal: AbortSignal | undefined) {
    this.file = file;
    this.handle = handle;
    this.bytes = bytes;
    this.gzip = gzip;
    this.signal = signal;
  }

  /** @throws UserError `data.missing-file`, `data.not-a-file`, `data.unreadable`, `data.empty`. */
  static async open(file: string, signal?: AbortSignal): Promise<ByteSource> {
    let handle: FileHandle;
    try {
      // Without O_NONBLOCK opening a pipe would wait for its writer.
      handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    } catch (error) {
      throw openError(file, error as NodeJS.ErrnoException);
    }
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) throw notAFile(file);
      if (stat.size === 0) throw empty(file);
      const magic = new Uint8Array(2);
      await handle.read(magic, 0, 2, 0);
      return new ByteSource(file, handle, stat.size, magic[0] === 0x1f && magic[1] === 0x8b, signal);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Yields chunks that are valid until the next one is asked for. Closes the file at the end. */
  async *chunks(): AsyncGenerator<Uint8Array, void, void> {
    try {
      yield* this.gzip ? this.inflated() : this.raw();
    } finally {
      await this.handle.close();
    }
  }

  /** Of the whole file, once all chunks were taken. */
  sha256(): string {
    return this.hash.digest("hex");
  }

  /** Reads ahead by one chunk, so that the disk works while a chunk is parsed. */
  private async *raw(): AsyncGenerator<Uint8Array, void, void> {
    let buffer = new Uint8Array(Math.min(CHUNK_BYTES, this.bytes));
    let spare = new Uint8Array(buffer.length);
    let pending = this.handle.read(buffer, 0, buffer.length, null);
    try {
      for (;;) {
        const { bytesRead } = await pending;
        if (bytesRead === 0) break;
        this.signal?.throwIfAborted();
        const chunk = buffer.subarray(0, bytesRead);
        [buffer, spare] = [spare, buffer];
        pending = this.handle.read(buffer, 0, buffer.length, null);
        this.hash.update(chunk);
        this.bytesRead += bytesRead;
        yield chunk;
      }
    } finally {
      // Closing under a read in flight is an error of its own.
      await pending.catch(() => undefined);
    }
    if (this.bytesRead !== this.bytes) throw changed(this.file);
  }

  private async *inflated(): AsyncGenerator<Uint8Array, void, void> {
    const copies = async function* (raw: AsyncIterable<Uint8Array>) {
      for await (const chunk of raw) yield Buffer.from(chunk);
    };
    const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
    const done = () => undefined;
    pipeline(copies(this.raw()), gunzip, done);
    let inflated = 0;
    try {
      for await (const chunk of gunzip as AsyncIterable<Buffer>) {
        inflated += chunk.length;
        if (inflated > Math.max(FREE_INFLATED_BYTES, MAX_INFLATION * this.bytes)) throw bomb(this.file);
        yield chunk;
      }
    } catch (error) {
      throw gzipError(this.file, error as NodeJS.ErrnoException);
    }
  }
}

function openError(file: string, error: NodeJS.ErrnoException): unknown {
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
      return inputError("data.missing-file", file, null, "no such file", "check the path of the ratings file", error);
    case "EACCES":
    case "EPERM":
      return inputError("data.unreadable", file, null, "not readable", `allow reading it: chmod u+r '${file}'`, error);
    case "EISDIR":
      return notAFile(file);
    default:
      return error;
  }
}

function notAFile(file: string) {
  return inputError("data.not-a-file", file, null, "not a regular file", "give the path of a ratings file");
}

function empty(file: string) {
  return inputError(
    "data.empty",
    file,
    null,
    "the file is empty",
    "give a file with ratings; copy it again if it should have some",
  );
}

function changed(file: string) {
  return inputError(
    "data.changed",
    file,
    null,
    "the file changed while it was read",
    "run the command again when nothing writes to it",
  );
}

function bomb(file: string) {
  return inputError(
    "data.inflation",
    file,
    null,
    `it unpacks to more than ${MAX_INFLATION} times its size`,
    "unpack it yourself (gunzip) if you trust it",
  );
}

function gzipError(file: string, error: NodeJS.ErrnoException): unknown {
  if (error.code === "Z_BUF_ERROR") {
    return inputError(
      "data.truncated-gzip",
      file,
      null,
      "the gzip file ends too early",
      "copy or download it again",
      error,
    );
  }
  if (error.code === "Z_DATA_ERROR") {
    return inputError(
      "data.damaged-gzip",
      file,
      null,
      `the gzip file is damaged (${error.message})`,
      "copy or download it again",
      error,
    );
  }
  return error;
}
