import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { storageError } from "../../storage/storage-error.js";

/**
 * Writes a page where its bytes change, all or nothing: one that says the same keeps its time, so that copying the site stays
 * cheap; its text may come in parts. Not synced, unlike records: a site is made again from them.
 */
export async function writeIfOther(path: string, ...parts: readonly (string | Buffer)[]): Promise<void> {
  const bytes = Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
  if ((await readFile(path).catch(() => null))?.equals(bytes)) return;
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString("hex")}.tmp`);
  try {
    await writeFile(temporary, bytes, { flag: "wx" });
    await rename(temporary, path);
  } catch (error) {
    throw storageError(error, path, "could not write a page");
  }
}
