import { open } from "node:fs/promises";
import { UserError } from "../errors/user-error.js";
import { writeFileAtomic } from "./atomic-write.js";
import { parseStrictJson } from "./strict-json.js";

/** A tensor in a safetensors file; little-endian, row-major. */
export interface StoredTensor {
  shape: readonly number[];
  data: Float32Array | Float64Array | Int32Array;
}

export interface SafetensorsFile {
  tensors: Map<string, StoredTensor>;
  /** The header's `__metadata__`: strings only, as the format demands. */
  metadata: Record<string, string>;
}

const MAX_HEADER_BYTES = 100_000_000;

const TYPES = {
  F32: { bytes: 4, view: (buffer: ArrayBuffer) => new Float32Array(buffer) },
  F64: { bytes: 8, view: (buffer: ArrayBuffer) => new Float64Array(buffer) },
  I32: { bytes: 4, view: (buffer: ArrayBuffer) => new Int32Array(buffer) },
} as const;

interface Entry {
  name: string;
  dtype: keyof typeof TYPES;
  shape: number[];
  begin: number;
  end: number;
}

/**
 * Writes tensors in the safetensors format (github.com/huggingface/safetensors), all or nothing. Tensors are ordered by
 * falling alignment, as the format's own library does, so that each begins aligned.
 */
export async function writeSafetensors(path: string, file: SafetensorsFile): Promise<void> {
  const entries = [...file.tensors].sort(
    ([a, x], [b, y]) => y.data.BYTES_PER_ELEMENT - x.data.BYTES_PER_ELEMENT || (a < b ? -1 : 1),
  );
  const header: Record<string, unknown> = { __metadata__: file.metadata };
  let offset = 0;
  for (const [name, { shape, data }] of entries) {
    header[name] = { dtype: dtypeOf(data), shape, data_offsets: [offset, offset + data.byteLength] };
    offset += data.byteLength;
  }
  const json = Buffer.from(JSON.stringify(header));
  const padded = Math.ceil(json.length / 8) * 8;
  const bytes = Buffer.alloc(8 + padded + offset, " ");
  bytes.writeBigUInt64LE(BigInt(padded), 0);
  json.copy(bytes, 8);
  let at = 8 + padded;
  for (const [, { data }] of entries) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  await writeFileAtomic(path, bytes);
}

/**
 * Reads a safetensors file, refusing all that the format's own library refuses: the header's length is held against the
 * file's size before anything is allocated, and tensors must cover the file without holes or overlaps.
 *
 * @throws UserError `checkpoint.damaged` naming what is wrong, `checkpoint.missing` when there is no such file.
 */
export async function readSafetensors(path: string): Promise<SafetensorsFile> {
  const handle = await open(path, "r").catch((cause: NodeJS.ErrnoException) => {
    throw new UserError({
      code: "checkpoint.missing",
      what: cause.code === "ENOENT" ? "there is no such file" : `cannot be opened (${cause.code})`,
      where: path,
      hint: "give the path of a .safetensors file that `ncf-bench train --checkpoint-dir` wrote",
      cause,
    });
  });
  const damaged = (what: string): UserError =>
    new UserError({
      code: "checkpoint.damaged",
      what: `not a valid safetensors file: ${what}`,
      where: path,
      hint: "take another checkpoint; this one cannot be used",
    });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw damaged("not a regular file");
    if (stat.size < 8) throw damaged(`${stat.size} bytes, shorter than its header length`);
    const readAt = async (length: number, position: number): Promise<Buffer<ArrayBuffer>> => {
      const buffer = Buffer.from(new ArrayBuffer(length));
      for (let done = 0; done < length; ) {
        const { bytesRead } = await handle.read(buffer, done, length - done, position + done);
        if (bytesRead === 0) throw damaged(`ends at byte ${position + done}`);
        done += bytesRead;
      }
      return buffer;
    };
    const declared = (await readAt(8, 0)).readBigUInt64LE(0);
    if (declared > BigInt(Math.min(stat.size - 8, MAX_HEADER_BYTES))) throw damaged(`a header of ${declared} bytes`);
    const headerBytes = Number(declared);
    const { entries, metadata } = parseHeader(await readAt(headerBytes, 8), stat.size - 8 - headerBytes, damaged);
    const tensors = new Map<string, StoredTensor>();
    for (const { name, dtype, shape, begin, end } of entries) {
      const bytes = await readAt(end - begin, 8 + headerBytes + begin);
      tensors.set(name, { shape, data: TYPES[dtype].view(bytes.buffer) });
    }
    return { tensors, metadata };
  } finally {
    await handle.close();
  }
}

function parseHeader(
  bytes: Buffer,
  dataBytes: number,
  damaged: (what: string) => UserError,
): { entries: Entry[]; metadata: Record<string, string> } {
  if (bytes[0] !== 0x7b) throw damaged("the header does not begin with {");
  let header: unknown;
  try {
    header = parseStrictJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes).trimEnd());
  } catch (error) {
    throw damaged(`the header is no JSON (${(error as Error).message})`);
  }
  const { __metadata__: metadata = {}, ...rest } = header as Record<string, unknown>;
  if (!isStringRecord(metadata)) throw damaged("__metadata__ holds more than strings");
  const entries = Object.entries(rest).map(([name, info]) => parseEntry(name, info, damaged));
  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  let covered = 0;
  for (const entry of entries) {
    if (entry.begin !== covered) throw damaged(`tensor ${entry.name} begins at ${entry.begin} instead of ${covered}`);
    covered = entry.end;
  }
  if (covered !== dataBytes) throw damaged(`tensors cover ${covered} of ${dataBytes} bytes`);
  return { entries, metadata };
}

function parseEntry(name: string, info: unknown, damaged: (what: string) => UserError): Entry {
  const { dtype, shape, data_offsets: offsets } = (info ?? {}) as Record<string, unknown>;
  if (typeof dtype !== "string" || !Object.hasOwn(TYPES, dtype)) {
    throw damaged(`tensor ${name} has the unknown type ${JSON.stringify(dtype)}`);
  }
  if (!isCounts(shape)) throw damaged(`tensor ${name} has no valid shape`);
  if (!isCounts(offsets) || offsets.length !== 2 || offsets[1]! < offsets[0]!) {
    throw damaged(`tensor ${name} has no valid offsets`);
  }
  const type = dtype as keyof typeof TYPES;
  const elements = shape.reduce((product, size) => product * size, 1);
  const [begin, end] = offsets as [number, number];
  if (!Number.isSafeInteger(elements) || elements * TYPES[type].bytes !== end - begin) {
    throw damaged(`tensor ${name} of shape [${shape.join(", ")}] does not fill its ${end - begin} bytes`);
  }
  return { name, dtype: type, shape, begin, end };
}

function dtypeOf(data: StoredTensor["data"]): keyof typeof TYPES {
  if (data instanceof Float64Array) return "F64";
  return data instanceof Float32Array ? "F32" : "I32";
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((entry) => Number.isSafeInteger(entry) && entry >= 0);
}

function isStringRecord(value: unknown): value is Record<string, string> {
  return typeof value === "object" && value !== null && Object.values(value).every((v) => typeof v === "string");
}
