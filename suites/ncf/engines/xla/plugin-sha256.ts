import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { writeFileAtomic } from "../../../../storage/atomic-write.js";
import { cachePath } from "../../../../storage/cache-dir.js";

/**
 * sha256 of a plugin's file. Plugins have hundreds of megabytes, which take seconds, so what was found is kept in the cache
 * folder until the file is another one by its place, size or times.
 *
 * @throws Error of the file system for a file that cannot be read.
 */
export async function pluginSha256(path: string, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const file = await realpath(path);
  const { size, mtimeMs, ctimeMs, ino } = await stat(file);
  const name = createHash("sha256")
    .update(JSON.stringify([file, size, mtimeMs, ctimeMs, ino]))
    .digest("hex");
  const folder = join(cachePath(env), "plugin-sha256");
  const kept = await readFile(join(folder, name), "utf8").catch(() => "");
  if (/^[0-9a-f]{64}$/.test(kept)) return kept;
  const hash = createHash("sha256");
  await pipeline(createReadStream(file, { highWaterMark: 2 ** 20 }), hash);
  const found = hash.digest("hex");
  await keep(folder, name, found);
  return found;
}

/** A folder that cannot be written costs the next launch the same seconds, no more. */
async function keep(folder: string, name: string, sha256: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFileAtomic(join(folder, name), sha256);
  } catch {
    return;
  }
}
