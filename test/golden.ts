import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "vitest";

/**
 * Compares `actual` with the golden file at `path`. A mismatch fails and leaves what came out in `PATH.got` beside it;
 * with NCF_BENCH_GOLDEN=update the golden file is written instead, and its reader checks the diff.
 */
export function matchGolden(path: string, actual: string): void {
  const got = `${path}.got`;
  if (process.env.NCF_BENCH_GOLDEN === "update") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    rmSync(got, { force: true });
    return;
  }
  const wanted = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  if (actual === wanted) {
    rmSync(got, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(got, actual);
  expect(actual, `${got} differs from ${path}; npm run golden updates it`).toBe(wanted);
}
