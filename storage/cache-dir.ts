import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { storageError } from "./storage-error.js";

/**
 * The folder for prepared data sets, downloads and built backends: `NCF_BENCH_CACHE`, else `ncf-bench` in
 * `XDG_CACHE_HOME` or `~/.cache`. Created for this user only.
 */
export function cacheDir(env: NodeJS.ProcessEnv = process.env): string {
  const dir = env.NCF_BENCH_CACHE || join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache"), "ncf-bench");
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw storageError(error, dir, "could not create the cache folder");
  }
  return dir;
}
