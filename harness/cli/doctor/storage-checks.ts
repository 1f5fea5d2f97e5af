import { constants, existsSync } from "node:fs";
import { access, readdir, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cachePath } from "../../../storage/cache-dir.js";
import { formatBytes } from "../../console/format.js";
import { type Check, fail, note, ok, warn } from "./check.js";

/** A prepared ml-20m takes 0.2 GB, a native backend 1.5 GB. */
const DISK_WANTED = 3 * 2 ** 30;

/** Cache folder, free space and data sets at hand. Looks only: a folder that is not there yet is not made. */
export async function storageChecks(env: NodeJS.ProcessEnv): Promise<Check[]> {
  const cache = cachePath(env);
  const present = existsSync(cache);
  const nearest = present ? cache : nearestFolder(cache);
  const checks = [await cacheCheck(cache, present, nearest)];
  const { bavail, bsize } = await statfs(nearest);
  const free = bavail * bsize;
  checks.push(
    free < DISK_WANTED
      ? warn(
          "disk",
          `${formatBytes(free)} free at ${nearest}`,
          `du -xh --max-depth=1 ${quote(nearest)} | sort -h | tail`,
        )
      : ok("disk", `${formatBytes(free)} free at ${nearest}`),
  );
  const [prepared, downloads] = await Promise.all([
    folders(join(cache, "datasets")),
    folders(join(cache, "downloads")),
  ]);
  const value = `synthetic ones; prepared: ${prepared.length}; downloaded: ${downloads.join(", ") || "none"}`;
  checks.push(downloads.length === 0 ? note("data", value, "ncf-bench data download ml-100k") : ok("data", value));
  return checks;
}

async function cacheCheck(cache: string, present: boolean, nearest: string): Promise<Check> {
  try {
    await access(nearest, constants.W_OK | constants.X_OK);
    if (!(await stat(nearest)).isDirectory()) throw new Error("a file is in the way");
  } catch {
    return fail("cache", `${cache} cannot be written`, "export NCF_BENCH_CACHE=/a/folder/you/may/write");
  }
  if (!present) return ok("cache", `${cache} (made when it is needed)`);
  const { bytes, complete } = await sizeOf(cache);
  return ok("cache", `${cache}, ${complete ? "" : "more than "}${formatBytes(bytes)}`);
}

function nearestFolder(path: string): string {
  let dir = dirname(path);
  while (!existsSync(dir)) dir = dirname(dir);
  return dir;
}

async function folders(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .sort();
}

/** Bytes of all files below, of at most `limit` of them. */
async function sizeOf(dir: string, limit = 20_000): Promise<{ bytes: number; complete: boolean }> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const file of files.slice(0, limit)) {
    bytes += await stat(join(file.parentPath, file.name)).then(
      ({ size }) => size,
      () => 0,
    );
  }
  return { bytes, complete: files.length <= limit };
}

function quote(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`;
}
