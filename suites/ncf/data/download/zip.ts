import { constants, createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw } from "node:zlib";
import { UserError } from "../../../../errors/user-error.js";

interface Member {
  name: string;
  method: number;
  crc: number;
  compressed: number;
  size: number;
  headerAt: number;
}

/** Ratings compress some five times; an archive that claims more is an attack. */
const MAX_INFLATION = 200;
const MAX_DIRECTORY_BYTES = 16 * 2 ** 20;

/**
 * Unpacks one member of a zip archive into a new file. Nothing else of the archive is written, and no name in it becomes a
 * path. Size, inflation and CRC are held against the archive's directory.
 *
 * @param target must not exist.
 * @throws UserError `data.zip` for what is no sound archive, or has no such member.
 */
export async function extractMember(archive: string, name: string, target: string): Promise<void> {
  const handle = await open(archive, "r");
  let member: Member | undefined;
  let dataAt: number;
  try {
    const members = await readDirectory(handle, archive);
    member = members.find((candidate) => candidate.name === name);
    if (member === undefined) {
      const names = members.slice(0, 8).map((each) => JSON.stringify(each.name.slice(0, 60)));
      throw zipError(archive, `no ${name} in it; it has ${names.join(", ")}`);
    }
    if (member.method !== 0 && member.method !== 8)
      throw zipError(archive, `${name} is packed by method ${member.method}`);
    if (member.size > MAX_INFLATION * Math.max(member.compressed, 1)) {
      throw zipError(archive, `${name} claims to unpack to more than ${MAX_INFLATION} times its size`);
    }
    const header = await readAt(handle, member.headerAt, 30, archive);
    if (header.readUInt32LE(0) !== 0x04034b50) throw zipError(archive, `${name} is not where the directory says`);
    dataAt = member.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (dataAt + member.compressed > (await handle.stat()).size) throw zipError(archive, `${name} is cut off`);
  } finally {
    await handle.close();
  }
  await unpack(archive, member, dataAt, target);
}

async function unpack(archive: string, member: Member, dataAt: number, target: string): Promise<void> {
  let size = 0;
  let crc = 0;
  const check = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      crc = crc32(chunk, crc);
      done(size > member.size ? zipError(archive, `${member.name} is larger than the directory says`) : null, chunk);
    },
  });
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
  const out = (await open(target, flags, 0o644)).createWriteStream({ flush: true });
  try {
    if (member.compressed === 0) {
      out.end();
      await pipeline(async function* () {}, check, out);
    } else {
      const packed = createReadStream(archive, { start: dataAt, end: dataAt + member.compressed - 1 });
      await (member.method === 8 ? pipeline(packed, createInflateRaw(), check, out) : pipeline(packed, check, out));
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith("Z_")) throw zipError(archive, `${member.name} is damaged (${message})`, error);
    throw error;
  }
  if (size !== member.size || crc !== member.crc)
    throw zipError(archive, `${member.name} is damaged (CRC or size differs)`);
}

async function readDirectory(handle: FileHandle, archive: string): Promise<Member[]> {
  const { size } = await handle.stat();
  // The end record is 22 bytes and a comment of at most 65,535.
  const tailLength = Math.min(size, 22 + 0xffff);
  const tail = await readAt(handle, size - tailLength, tailLength, archive);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > tail.length) throw zipError(archive, "not a complete zip archive");
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const at = tail.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffff_ffff) throw zipError(archive, "zip64 archives are not supported");
  if (length > MAX_DIRECTORY_BYTES || at + length > size) throw zipError(archive, "its directory is out of bounds");
  const directory = await readAt(handle, at, length, archive);
  const members: Member[] = [];
  for (let i = 0, entry = 0; i < count; i++) {
    if (entry + 46 > directory.length || directory.readUInt32LE(entry) !== 0x02014b50) {
      throw zipError(archive, "its directory is damaged");
    }
    const nameLength = directory.readUInt16LE(entry + 28);
    members.push({
      name: directory.toString("utf8", entry + 46, entry + 46 + nameLength),
      method: directory.readUInt16LE(entry + 10),
      crc: directory.readUInt32LE(entry + 16),
      compressed: directory.readUInt32LE(entry + 20),
      size: directory.readUInt32LE(entry + 24),
      headerAt: directory.readUInt32LE(entry + 42),
    });
    entry += 46 + nameLength + directory.readUInt16LE(entry + 30) + directory.readUInt16LE(entry + 32);
  }
  return members;
}

async function readAt(handle: FileHandle, at: number, length: number, archive: string): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, at);
  if (bytesRead < length) throw zipError(archive, "it is cut off");
  return bytes;
}

function zipError(archive: string, what: string, cause?: unknown): UserError {
  return new UserError({
    code: "data.zip",
    where: archive,
    what,
    hint: "remove it and download again: ncf-bench data download NAME",
    cause,
  });
}
