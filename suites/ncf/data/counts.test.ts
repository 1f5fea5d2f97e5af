import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { datasetCounts } from "./counts.js";
import { resolveDataset } from "./resolve.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ncf-counts-"));
  vi.stubEnv("NCF_BENCH_CACHE", join(root, "cache"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

describe("counts of a data set that is not there", () => {
  it.each([
    // 99,308,850 items an epoch with four negatives a positive: the specification's figure.
    ["ml-20m", { users: 138_493, items: 26_744, trainRows: 99_308_850 / 5 }],
    ["synthetic:ml-20m", { users: 138_493, items: 26_744, trainRows: 19_861_770 }],
    ["ml-1m", { users: 6040, items: 3706, trainRows: 994_169 }],
  ])("%s", async (spec, counts) => {
    expect(await datasetCounts(spec)).toEqual(counts);
    expect(await datasetCounts(spec, 20)).toEqual(counts);
  });

  it("are not guessed where users may be dropped", async () => {
    await expect(datasetCounts("ml-20m", 21)).rejects.toMatchObject({ code: "data.not-downloaded" });
  });
});

describe("counts are those that preparing gives", () => {
  it.each([
    ["synthetic:users=50,items=90,ratings=1000,seed=3", undefined],
    ["synthetic:users=100,items=60,ratings=1200,seed=1", undefined],
    ["synthetic:users=100,items=60,ratings=3000,seed=1", 28],
  ])("%s with at least %s ratings", async (spec, minRatings) => {
    const { users, items, trainRows } = await resolveDataset(spec, { minRatings });
    expect(await datasetCounts(spec, minRatings)).toEqual({ users, items, trainRows });
  });

  it("of a file too", async () => {
    const file = join(root, "own.csv");
    const rows = Array.from({ length: 60 }, (_, i) => `${i % 3},${Math.floor(i / 3)},3,${i}`);
    writeFileSync(file, `userId,movieId,rating,timestamp\n${rows.join("\n")}\n`);
    expect(await datasetCounts(file)).toEqual({ users: 3, items: 20, trainRows: 57 });
  });
});
