import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { storageError } from "./storage-error.js";

/** Where the cache folder is or would be: `NCF_BENCH_CACHE`, else `ncf-bench` in `XDG_CACHE_HOME` or `~/.cache`. */
export function cachePath(env: NodeJS.ProcessEnv = process.env): string {
  return env.NCF_BENCH_CACHE || join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache"), "ncf-bench");
}

/** The folder for prepared data sets, downloads and built backends, at `cachePath`. Created for this user only. */
export function cacheDir(env: NodeJS.ProcessEnv = process.env): string {
  const dir = cachePath(env);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw storageError(error, dir, "could not create the cache folder");
  }
  return dir;
}
