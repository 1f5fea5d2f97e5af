import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { storageError } from "../../storage/storage-error.js";

/**
 * Writes a page where its bytes change, all or nothing: one that says the same keeps its time, so that copying the site stays
 * cheap; its text may come in parts. Not synced, unlike records: a site is made again from them.
 *
 * Returns when it is written: a thread that makes pages has nothing else to do meanwhile, and handing a file to the thread
 * pool takes longer than to write it.
 */
export function writeIfOther(path: string, ...parts: readonly (string | Buffer)[]): void {
  const bytes = bytesOf(parts);
  if (isThere(path, bytes)) return;
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString("hex")}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw storageError(error, path, "could not write a page");
  }
}

/**
 * Kept over pages: to get room for a page takes longer than to fill it. It is six times the longest page's text at most, of
 * which only what a page once filled takes memory.
 */
let room = Buffer.alloc(0);

/** Valid until the next call. */
function bytesOf(parts: readonly (string | Buffer)[]): Buffer {
  // No unit of a string takes more than three bytes.
  const most = parts.reduce((sum, part) => sum + part.length * (typeof part === "string" ? 3 : 1), 0);
  if (room.length < most) room = Buffer.allocUnsafeSlow(2 * most);
  let length = 0;
  for (const part of parts) length += typeof part === "string" ? room.write(part, length) : part.copy(room, length);
  return room.subarray(0, length);
}

function isThere(path: string, bytes: Buffer): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}
