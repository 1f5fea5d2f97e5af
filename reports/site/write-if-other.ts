import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { storageError } from "../../storage/storage-error.js";

/**
 * Writes a page where its bytes change, all or nothing: one that says the same keeps its time, so that copying the site stays
 * cheap. Not synced, unlike records: a site is made again from them.
 */
export async function writeIfOther(path: string, text: string): Promise<void> {
  if ((await readFile(path, "utf8").catch(() => null)) === text) return;
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString("hex")}.tmp`);
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await rename(temporary, path);
  } catch (error) {
    throw storageError(error, path, "could not write a page");
  }
}
