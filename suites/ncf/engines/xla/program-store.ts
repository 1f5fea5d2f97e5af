import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "../../../../storage/atomic-write.js";
import { cacheDir } from "../../../../storage/cache-dir.js";
import type { ExecutableStore } from "../../../../xla/pjrt/compile-cache.js";

const DIGEST_BYTES = 32;

/**
 * Compiled programs in the cache folder, each behind the digest of its bytes: what is torn or was changed is not there.
 * `NCF_BENCH_NO_COMPILE_CACHE` turns it off.
 */
export function programStore(env: NodeJS.ProcessEnv = process.env): ExecutableStore | null {
  if (env.NCF_BENCH_NO_COMPILE_CACHE) return null;
  const dir = join(cacheDir(env), "xla-programs");
  return {
    async get(key) {
      let bytes: Buffer;
      try {
        bytes = await readFile(join(dir, key));
      } catch {
        return null;
      }
      const body = bytes.subarray(DIGEST_BYTES);
      const intact = createHash("sha256").update(body).digest().equals(bytes.subarray(0, DIGEST_BYTES));
      return intact ? body : null;
    },
    async put(key, bytes) {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const digest = createHash("sha256").update(bytes).digest();
      await writeFileAtomic(join(dir, key), Buffer.concat([digest, bytes]));
    },
  };
}
