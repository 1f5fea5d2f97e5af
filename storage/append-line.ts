import { dirname } from "node:path";
import { UserError } from "../errors/user-error.js";
import { closing, fsyncDirectory } from "./atomic-write.js";
import { type FileSystem, nodeFileSystem, type OpenFile, OpenFlags, writeFully } from "./file-system.js";
import { storageError } from "./storage-error.js";

/**
 * Adds one line to a file and returns once it is on the disk. A torn line that a crash left at the end is closed by a
 * newline first, so that it never swallows this one. If the write fails, what it had written is taken away again as far
 * as the disk allows. `line` must not contain a newline.
 */
export async function appendLine(path: string, line: string, fs: FileSystem = nodeFileSystem): Promise<void> {
  if (line.includes("\n")) throw new TypeError("a line must not contain a newline");
  try {
    const file = await fs.open(path, OpenFlags.append, 0o644);
    const created = await closing(file, () => appendToOpen(file, path, line));
    if (created) await fsyncDirectory(dirname(path), fs);
  } catch (error) {
    throw storageError(error, path, `could not append ${Buffer.byteLength(line) + 1} bytes`);
  }
}

async function appendToOpen(file: OpenFile, path: string, line: string): Promise<boolean> {
  const { bytes, isFile } = await file.size();
  if (!isFile) {
    throw new UserError({ code: "storage.not-a-file", what: "is not a regular file", where: path, hint: "remove it" });
  }
  const guard = bytes > 0 && (await lastByte(file, bytes)) !== 0x0a ? "\n" : "";
  try {
    await writeFully(file, Buffer.from(`${guard}${line}\n`));
    await file.sync();
  } catch (error) {
    // Never acknowledged, so never to be found: best effort, the guard above covers the rest.
    await file.truncate(bytes).catch(() => undefined);
    throw error;
  }
  return bytes === 0;
}

async function lastByte(file: OpenFile, bytes: number): Promise<number> {
  const byte = new Uint8Array(1);
  await file.read(byte, 0, 1, bytes - 1);
  return byte[0]!;
}
