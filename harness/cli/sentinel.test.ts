import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sealLine } from "../../storage/checked-line.js";
import { packageRoot } from "../../storage/package-root.js";
import { listRuns, resolveRun } from "../run/run-dir.js";
import { isDisturbance } from "../telemetry/disturbances.js";
import { main } from "./main.js";
import { captureIo, runMain } from "./test-support-io.js";

const smoke = join(packageRoot(), "harness/cli/testdata/smoke.yaml");

let cache: string;
let cwd: string;
beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), "ncf-cache-"));
  process.env.NCF_BENCH_CACHE = cache;
});
afterAll(() => rmSync(cache, { recursive: true }));
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "ncf-sentinel-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const env = (script: object) => ({
  PATH: process.env.PATH,
  HOME: cwd,
  NCF_BENCH_CACHE: cache,
  NCF_BENCH_FAKE: JSON.stringify(script),
});
const run = (script: object, ...argv: string[]) =>
  runMain(["run", "--matrix", smoke, "--cell", "mode=train", ...argv], { cwd, env: env(script) });
const ncf = (...argv: string[]) => runMain(argv, { cwd, env: env({}) });
const newest = async () => resolveRun((await listRuns(cwd))[0]!.id, cwd);

describe("the sentinel of a run", () => {
  it("is timed at start, middle and end, in the run's folder beside the records", async () => {
    const { code, err, out } = await run({ sentinelSeconds: 0.004 }, "--json");
    expect(code).toBe(0);
    expect(err).toContain("sentinel-fake-1 on fake.fake: 4.00 ms a pass, 0 % apart in 3 timings");
    expect(JSON.parse(out).sentinels).toMatchObject([{ readings: 3, seconds: 0.004, moved: false, against: null }]);
    const { sentinels, records } = await newest();
    expect(sentinels!.map(({ place }) => place)).toEqual(["start", "middle", "end"]);
    expect(sentinels![0]).toMatchObject({ failure: null, standsFor: [records[0]!.key], reading: { passes: 1 } });
    expect(Date.parse(sentinels![2]!.startedAt)).toBeGreaterThanOrEqual(Date.parse(records.at(-1)!.endedAt));
  });

  it("is left out by --no-sentinel, also when the same run is made again", async () => {
    expect((await run({}, "--no-sentinel")).code).toBe(0);
    const { dir, manifest, sentinels } = await newest();
    expect(sentinels).toBeUndefined();
    expect(existsSync(join(dir, "sentinel.jsonl"))).toBe(false);
    expect(manifest.command).toContain("--no-sentinel");
  });

  it("that fails is a warning and no more", async () => {
    const { code, err } = await run({ sentinelSeconds: null });
    expect(code).toBe(0);
    expect(err).toMatch(/warning: the sentinel on fake failed: error: .*scripted to fail \(3 times\)/);
    expect((await newest()).sentinels!.map(({ reading, failure }) => [reading, failure!.kind])).toEqual(
      Array(3).fill([null, "error"]),
    );
  });

  it("is timed anew by what is resumed, and damage in its file is told", async () => {
    const stopped = captureIo({ cwd, env: env({}) });
    stopped.io.err = (line) => line.startsWith("[1/") && stopped.abort.abort();
    await main(["run", "--matrix", smoke, "--cell", "mode=train", "--launches", "3"], stopped.io);
    const { dir, sentinels } = await newest();
    expect(sentinels!.map(({ place }) => place)).toEqual(["start"]);
    writeFileSync(
      join(dir, "sentinel.jsonl"),
      readFileSync(join(dir, "sentinel.jsonl"), "utf8").replace(/0\.001/, "1"),
    );
    const { code, err } = await ncf("run", "--resume", "latest");
    expect(code).toBe(0);
    expect(err).toMatch(/warning: sentinel\.jsonl:1: the checksum does not match/);
    expect((await newest()).sentinels!.map(({ place }) => place)).toEqual(["start", "middle", "end"]);
  });
});

/** Takes from the newest run's records what other programs on this machine did meanwhile, which is not what the tests are about. */
async function asOnQuietMachine(): Promise<void> {
  const { dir, records } = await newest();
  const calm = records.map((record) => ({
    ...record,
    warnings: record.warnings.filter(({ code }) => !isDisturbance(code)),
  }));
  writeFileSync(join(dir, "records.jsonl"), calm.map((record) => `${sealLine(record)}\n`).join(""));
}

describe("a comparison of two nights", () => {
  it.each([
    ["drift of the machine", { itemsPerSecond: 80_000, sentinelSeconds: 0.005 }, 3, /inconclusive .*machine-moved/],
    ["without the drift", { itemsPerSecond: 80_000, sentinelSeconds: 0.004 }, 1, /slower .*beyond-margin/],
    ["clearly more than the drift", { itemsPerSecond: 50_000, sentinelSeconds: 0.005 }, 1, /slower .*beyond-margin/],
  ] as const)("%s", async (_, script, exit, table) => {
    await run({ sentinelSeconds: 0.004 }, "--launches", "5");
    await asOnQuietMachine();
    expect((await ncf("baseline", "save", "v1")).code).toBe(0);
    await run(script, "--launches", "5");
    await asOnQuietMachine();
    const { code, out, err } = await ncf("compare", "v1");
    expect(out).toMatch(table);
    expect(code).toBe(exit);
    const moved = script.sentinelSeconds > 0.004;
    const told = moved ? "+25.0 % of time (+25.0 % … +25.0 %), the machine moved" : "0 % of time";
    expect(out).toContain(`Sentinel sentinel-fake-1 on fake.fake: ${told}`);
    expect(err.includes("warning: the machine moved")).toBe(moved);
    const explained = await ncf("compare", "v1", "--explain", "ncf");
    expect(/Did it move more than the machine's sentinel\? +no /.test(explained.out)).toBe(exit === 3);
  });
});
