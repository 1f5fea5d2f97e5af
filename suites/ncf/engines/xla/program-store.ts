import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "../../../../storage/atomic-write.js";
import { cacheDir } from "../../../../storage/cache-dir.js";
import type { ExecutableStore } from "../../../../xla/pjrt/compile-cache.js";

/** Compiled programs in the cache folder. `NCF_BENCH_NO_COMPILE_CACHE` turns it off. */
export function programStore(env: NodeJS.ProcessEnv = process.env): ExecutableStore | null {
  if (env.NCF_BENCH_NO_COMPILE_CACHE) return null;
  const dir = join(cacheDir(env), "xla-programs");
  return {
    async get(key) {
      return readFile(join(dir, key)).catch(() => null);
    },
    async put(key, bytes) {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      await writeFileAtomic(join(dir, key), bytes);
    },
  };
}
