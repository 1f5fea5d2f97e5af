import { type BigIntStats, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { sha256Hex } from "../../../storage/canonical-json.js";
import { MANIFEST_FILE, RECORDS_FILE, SENTINEL_FILE } from "../../run/run-dir.js";

/**
 * The runs in a folder: the name of each one's folder, and a signature that changes whenever one of its files does (sizes,
 * times to the nanosecond, inodes). Folders that are no runs, and links, are left out. Throws `ENOENT` and its like.
 */
export function scanRuns(root: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith(".")) continue;
    const signature = runSignature(join(root, entry.name));
    if (signature !== null) found.set(entry.name, signature);
  }
  return found;
}

/** Of the run in a folder; null where there is none. */
export function runSignature(dir: string): string | null {
  const [manifest, ...others] = [MANIFEST_FILE, RECORDS_FILE, SENTINEL_FILE].map((file) =>
    statSync(join(dir, file), { bigint: true, throwIfNoEntry: false }),
  );
  return manifest === undefined ? null : sha256Hex([manifest, ...others].map(write).join()).slice(0, 16);
}

function write(file: BigIntStats | undefined): string {
  return file === undefined ? "" : `${file.ino} ${file.size} ${file.mtimeNs} ${file.ctimeNs}`;
}
