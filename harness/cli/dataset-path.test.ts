import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import type { Comparison } from "../compare/types.js";
import { resolveRun } from "../run/run-dir.js";
import { runMain } from "./test-support-io.js";

const smoke = join(packageRoot(), "harness/cli/testdata/smoke.yaml");

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "ncf-path-"));
  for (const [folder, users] of [
    ["mine", 10],
    ["else/mine", 12],
  ] as const) {
    mkdirSync(join(cwd, folder), { recursive: true });
    let text = "userId,movieId,rating,timestamp\n";
    for (let row = 0; row < users * 25; row++) text += `${1 + (row % users)},${row % 173},4,${row}\n`;
    writeFileSync(join(cwd, folder, "ratings.csv"), text);
  }
  symlinkSync("mine", join(cwd, "link"));
  vi.stubEnv("NCF_BENCH_CACHE", join(cwd, "cache"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cwd, { recursive: true });
});

const call = (argv: string[]) => runMain(argv, { cwd, env: process.env });

async function measure(out: string, dataset: string): Promise<string[]> {
  const { code, err } = await call(["run", "--matrix", smoke, "--launches", "1", "--dataset", dataset, "--out", out]);
  if (code !== 0) throw new Error(err);
  return (await resolveRun(join(cwd, out), cwd)).manifest.cells.map(({ key }) => key);
}

async function compared(a: string, b: string) {
  const { code, out } = await call(["compare", a, b, "--json"]);
  const { cells, added } = JSON.parse(out) as Comparison;
  return { code, reasons: cells.map(({ gated }) => gated.reason.code), added: added.length };
}

describe("a data set by its path", () => {
  it("is one cell however the path is typed; other ratings of the same name are never compared with it", async () => {
    const keys = await measure("a", "./mine");
    expect(keys.every((key) => key.endsWith("/mine"))).toBe(true);
    expect(await measure("b", "link/ratings.csv")).toEqual(keys);
    expect(await measure("c", join(cwd, "else/mine"))).toEqual(keys);

    const same = await compared("a", "b");
    expect([same.code, same.added]).toEqual([3, 0]);
    expect(same.reasons).not.toContain("protocol-mismatch");
    const other = await compared("a", "c");
    expect(other).toEqual({ code: 4, reasons: ["protocol-mismatch", "protocol-mismatch"], added: 0 });
  });

  it("is found again on resume where the cache is gone, and picked by its name or its path", async () => {
    const picked = await call(["plan", "--matrix", smoke, "--dataset", "./mine", "--cell", "dataset=./mine", "--json"]);
    const named = await call(["plan", "--matrix", smoke, "--dataset", "./mine", "--cell", "dataset=mine", "--json"]);
    expect([picked.code, JSON.parse(picked.out)]).toEqual([0, JSON.parse(named.out)]);

    await measure("a", "link");
    rmSync(join(cwd, "cache"), { recursive: true });
    rmSync(join(cwd, "a/records.jsonl"));
    const again = await call(["run", "--resume", "a"]);
    expect([again.code, again.err]).toEqual([0, expect.stringContaining("all 2 launches were measured")]);
  });
});
