import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../errors/user-error.js";
import { sealLine } from "../../storage/checked-line.js";
import { packageRoot } from "../../storage/package-root.js";
import { processesWithVariable } from "../../storage/process-identity.js";
import { type Cell, cellKey } from "../../suites/cell.js";
import type { Suite } from "../../suites/suite.js";
import { interleave } from "../plan/order.js";
import { readRecords } from "../record/store.js";
import { prepareDatasets, prepareSameDatasets } from "./datasets.js";
import { type ExecuteRequest, executeRun, type RunProgress } from "./execute.js";
import { RUN_SCHEMA, type RunManifest } from "./manifest.js";
import { createRunDir, listRuns, newRunId, resolveRun, writeManifest } from "./run-dir.js";

const workerPath = join(packageRoot(), "harness/run/testdata/worker.mjs");

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "ncf-run-"));
});
afterEach(() => {
  delete process.env.NCF_BENCH_FIXTURE;
  rmSync(cwd, { recursive: true });
});

function manifestOf(launches: number, batches = [1, 2, 3]): RunManifest {
  const cells = batches.map((batch) => {
    const cell: Cell = {
      suite: "ncf",
      mode: "train",
      engine: "fixture",
      backend: "auto",
      gpus: 0,
      precision: "fp32",
      xla: "off",
      batch,
      model: "reference",
      formulation: "layerwise",
      scaling: "strong",
      dataset: "d",
    };
    return { cell, key: cellKey(cell), options: {}, launches, timeoutSeconds: 30 };
  });
  return {
    schema: RUN_SCHEMA,
    run: newRunId(),
    matrix: "t",
    createdAt: new Date().toISOString(),
    seed: 5,
    cells,
    order: interleave(cells, 5),
    datasets: { d: { dir: "", name: "d", synthetic: true, hash: "h" } },
    machine: { fingerprint: "m" },
    software: { version: "0", commit: null, node: "v20" },
    command: ["run"],
  };
}

async function begin(manifest: RunManifest): Promise<string> {
  const dir = await createRunDir(manifest.run, cwd);
  await writeManifest(dir, manifest);
  return dir;
}

async function execute(dir: string, manifest: RunManifest, more: Partial<ExecuteRequest> = {}) {
  const progress: RunProgress[] = [];
  const result = await executeRun({
    dir,
    manifest,
    workerPath,
    suite: { name: "ncf", unsupported: () => null } as unknown as Suite,
    machine: { fingerprint: "m", view: { gpus: [], logicalCpus: 2, memoryBytes: 1 } },
    software: manifest.software,
    retryFailed: false,
    warnings: [],
    signal: new AbortController().signal,
    onProgress: (news) => progress.push(news),
    ...more,
  });
  return { ...result, starts: progress.filter(({ type }) => type === "start").length, progress };
}

describe("executeRun", () => {
  it("makes every launch once, in the run's order, each with its seed, record and log", async () => {
    const manifest = manifestOf(2);
    const dir = await begin(manifest);
    expect(await execute(dir, manifest)).toMatchObject({ interrupted: false, starts: 6 });
    const { records } = await resolveRun(dir, cwd);
    expect(records.map(({ cell, launch }) => [cell.batch - 1, launch])).toEqual(manifest.order);
    expect(records.map(({ seed, launch }) => seed - launch)).toEqual(Array(6).fill(5));
    expect(records.every(({ status, run }) => status === "ok" && run === manifest.run)).toBe(true);
    expect(readdirSync(join(dir, "logs")).sort()).toEqual(records.map(({ id }) => `${id}.log`).sort());
    expect(readdirSync(dir).sort()).toEqual(["logs", "records.jsonl", "run.json"]);
  });

  it("resumed, makes only what is missing; failed ones only when told, and then the redone launch counts", async () => {
    const manifest = manifestOf(1);
    const dir = await begin(manifest);
    process.env.NCF_BENCH_FIXTURE = "segv";
    const stop = new AbortController();
    await execute(dir, manifest, {
      signal: stop.signal,
      onProgress: (news) => news.type === "end" && stop.abort(),
    });
    process.env.NCF_BENCH_FIXTURE = "ok";
    expect((await execute(dir, manifest)).starts).toBe(2);
    expect((await execute(dir, manifest)).starts).toBe(0);
    expect((await resolveRun(dir, cwd)).records.map(({ status }) => status)).toEqual(["failed", "ok", "ok"]);
    expect((await execute(dir, manifest, { retryFailed: true })).starts).toBe(1);
    expect((await resolveRun(dir, cwd)).records.map(({ status, attempt }) => [status, attempt])).toEqual([
      ["ok", 1],
      ["ok", undefined],
      ["ok", undefined],
    ]);
    expect((await readRecords(join(dir, "records.jsonl"))).records).toHaveLength(4);
    expect((await execute(dir, manifest, { retryFailed: true })).starts).toBe(0);
  });

  it("resumed, makes a launch of which only another run has a record here", async () => {
    const manifest = manifestOf(1);
    const dir = await begin(manifest);
    await execute(dir, manifest);
    const file = join(dir, "records.jsonl");
    const [first, ...others] = (await readRecords(file)).records;
    const stranger = { ...first!, run: "other", id: "f".repeat(32) };
    writeFileSync(file, [stranger, ...others].map((record) => `${sealLine(record)}\n`).join(""));
    expect((await execute(dir, manifest)).starts).toBe(1);
    const { records } = await resolveRun(dir, cwd);
    expect(records.map(({ run, launch }) => [run, launch])).toEqual([
      ["other", first!.launch],
      ...others.map(({ launch }) => [manifest.run, launch]),
      [manifest.run, first!.launch],
    ]);
  });

  it("records an unsupported cell once, without a worker; and once where only the worker could tell", async () => {
    const manifest = manifestOf(3, [1, 2]);
    const planned = { ...manifest, order: manifest.order.filter(([index]) => index === 1) };
    const dir = await begin(planned);
    const suite = {
      unsupported: (cell: Cell) => (cell.batch === 1 ? { code: "gpus", reason: "0 GPUs here" } : null),
    } as unknown as Suite;
    process.env.NCF_BENCH_FIXTURE = "unsupported";
    expect((await execute(dir, planned, { suite })).starts).toBe(1);
    expect((await execute(dir, planned, { suite })).starts).toBe(0);
    const { records } = await resolveRun(dir, cwd);
    expect(records.map(({ status, failure }) => [status, failure?.message])).toEqual([
      ["unsupported", "0 GPUs here"],
      ["unsupported", "no GPU"],
    ]);
  });

  it("stopped by the signal keeps what it has, leaves no record of the stopped launch, and goes on later", async () => {
    const manifest = manifestOf(1);
    const dir = await begin(manifest);
    const abort = new AbortController();
    const first = await execute(dir, manifest, {
      signal: abort.signal,
      onProgress: (news) => {
        if (news.type !== "end") return;
        process.env.NCF_BENCH_FIXTURE = "busy";
        setTimeout(() => abort.abort(), 600);
      },
    });
    expect(first.interrupted).toBe(true);
    expect((await resolveRun(dir, cwd)).records).toHaveLength(1);
    process.env.NCF_BENCH_FIXTURE = "ok";
    expect((await execute(dir, manifest)).starts).toBe(2);
    expect(new Set((await resolveRun(dir, cwd)).records.map(({ id }) => id)).size).toBe(3);
  });

  it("sets a torn last line aside and measures that launch again", async () => {
    const manifest = manifestOf(1);
    const dir = await begin(manifest);
    await execute(dir, manifest);
    const file = join(dir, "records.jsonl");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.slice(0, -40));
    const again = await execute(dir, manifest);
    expect(again.starts).toBe(1);
    expect(again.progress[0]).toMatchObject({
      type: "torn",
      aside: expect.stringMatching(/records\.jsonl\.torn-\d+$/),
    });
    const { records, damage } = await resolveRun(dir, cwd);
    expect([records.length, damage]).toEqual([3, []]);
  });

  it("says in each record what changed since the run began", async () => {
    const manifest = manifestOf(1, [1]);
    const dir = await begin(manifest);
    const warning = { code: "resume.machine-changed", message: "another machine" };
    await execute(dir, manifest, { warnings: [warning] });
    expect((await resolveRun(dir, cwd)).records[0]!.warnings).toContainEqual(warning);
  });

  it("refuses to work on a run that another process is at", async () => {
    const manifest = manifestOf(1);
    const dir = await begin(manifest);
    let second: Promise<unknown> | undefined;
    const first = execute(dir, manifest, {
      onProgress: () => {
        second ??= execute(dir, manifest);
        second.catch(() => undefined);
      },
    });
    await first;
    await expect(second).rejects.toThrow(/in use by process/);
    expect((await resolveRun(dir, cwd)).records).toHaveLength(3);
  });
});

describe("a run whose process is killed", () => {
  const script = join(packageRoot(), "harness/run/testdata/run-cli.mjs");

  async function start(dir: string, family: string) {
    const child = spawn(process.execPath, [script, dir, workerPath], {
      env: { ...process.env, NCF_BENCH_FIXTURE: "ok", NCF_BENCH_TEST_FAMILY: family },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const code = new Promise<number | null>((done) => child.on("close", done));
    return { child, code };
  }

  it("loses nothing, measures nothing twice and leaves no process, killed at ten different moments", async () => {
    const manifest = manifestOf(4);
    const dir = await begin(manifest);
    const family = `kill-${process.pid}`;
    let known = 0;
    for (let kill = 0; kill < 10; kill++) {
      const { child, code } = await start(dir, family);
      await new Promise((done) => child.stdout.once("data", done));
      await sleep((kill * 67) % 450);
      child.kill("SIGKILL");
      await code;
      const { records } = await resolveRun(dir, cwd);
      expect(records.length).toBeGreaterThanOrEqual(known);
      known = records.length;
    }
    expect(await (await start(dir, family)).code).toBe(0);
    const { records, damage } = await resolveRun(dir, cwd);
    expect(records).toHaveLength(12);
    expect(damage.filter(({ message }) => /again/.test(message))).toEqual([]);
    expect(new Set(records.map(({ id }) => id)).size).toBe(12);
    await sleep(2500);
    expect(processesWithVariable("NCF_BENCH_TEST_FAMILY", family)).toEqual([]);
  });

  it("stopped by SIGINT ends with 130 within five seconds and leaves no process", async () => {
    const manifest = manifestOf(4);
    const dir = await begin(manifest);
    const family = `int-${process.pid}`;
    const { child, code } = await start(dir, family);
    await new Promise((done) => child.stdout.once("data", done));
    const since = performance.now();
    child.kill("SIGINT");
    expect(await code).toBe(130);
    expect(performance.now() - since).toBeLessThan(5000);
    expect(processesWithVariable("NCF_BENCH_TEST_FAMILY", family)).toEqual([]);
  });
});

describe("resolveRun", () => {
  it("finds a run by id, by its folder, by a file in it; says which there are where it finds none", async () => {
    const manifest = manifestOf(1);
    const dir = await begin(manifest);
    for (const name of [manifest.run, dir, join(dir, "run.json"), join(dir, "records.jsonl")]) {
      expect((await resolveRun(name, cwd)).manifest.run).toBe(manifest.run);
    }
    expect((await listRuns(cwd)).map(({ id }) => id)).toEqual([manifest.run]);
    for (const name of ["nope", "../../etc", "-rf", "a\0b", "A", "x".repeat(300)]) {
      await expect(resolveRun(name, cwd)).rejects.toMatchObject({
        code: "run.unknown",
        hint: expect.stringContaining(manifest.run),
      });
    }
    expect(readFileSync(join(cwd, ".ncf-bench/.gitignore"), "utf8")).toBe("*\n");
  });

  it.each([
    ["cut", (text: string) => text.slice(0, -20), "run.damaged"],
    ["of another kind", () => '{"schema":"other/1.0"}', "run.damaged"],
    ["missing a member", (text: string) => text.replace('"order"', '"other"'), "run.damaged"],
    ["newer", (text: string) => text.replace("run/1.0", "run/2.0"), "run.newer-schema"],
  ])("refuses a run.json that is %s", async (_name, change, code) => {
    const manifest = manifestOf(1);
    const dir = await begin(manifest);
    const path = join(dir, "run.json");
    writeFileSync(path, change(readFileSync(path, "utf8")));
    await expect(resolveRun(dir, cwd)).rejects.toMatchObject({ code, where: path, exitCode: 2 });
  });

  it("never puts a second run into a folder", async () => {
    const manifest = manifestOf(1);
    await writeManifest(await createRunDir(manifest.run, cwd, "out"), manifest);
    await expect(createRunDir("other", cwd, "out")).rejects.toThrow(/a run in this folder already/);
  });

  it("keeps fields that a newer minor added to a record or to run.json", async () => {
    const manifest = { ...manifestOf(1), schema: "ncf-bench.run/1.7", racks: 3 };
    const dir = await begin(manifest);
    expect((await resolveRun(dir, cwd)).manifest).toMatchObject({ racks: 3 });
  });
});

describe("prepareDatasets", () => {
  const cells = manifestOf(1).cells;
  const suiteOf = (hash: string) =>
    ({
      prepareDataset: async (spec: string) => ({ dir: `/${spec}`, name: spec, synthetic: true, hash, users: 1 }),
    }) as unknown as Suite;
  const request = {
    suite: suiteOf("h"),
    cells,
    sources: new Map<string, string>(),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  };

  it("prepares each once and refuses other ratings on resume with exit code 4", async () => {
    const datasets = await prepareDatasets(request);
    expect(datasets).toEqual({ d: { dir: "/d", name: "d", synthetic: true, hash: "h" } });
    expect(await prepareSameDatasets(request, datasets)).toEqual(datasets);
    const gone = {
      prepareDataset: async (spec: string) => {
        if (spec === "/d") throw new UserError({ code: "x", what: "gone" });
        return { dir: "/new", name: "d", synthetic: true, hash: "h" };
      },
    } as unknown as Suite;
    expect((await prepareSameDatasets({ ...request, suite: gone }, datasets)).d).toMatchObject({ dir: "/new" });
    await expect(prepareSameDatasets({ ...request, suite: suiteOf("other") }, datasets)).rejects.toMatchObject({
      code: "run.dataset-changed",
      exitCode: 4,
    });
  });

  it("refuses one data set under two filters", async () => {
    const two = [cells[0]!, { ...cells[1]!, options: { minRatings: 5 } }];
    await expect(prepareDatasets({ ...request, cells: two })).rejects.toThrow(/different minRatings/);
  });
});

describe("a record that would be too long to read", () => {
  it("is kept as a failure", async () => {
    const manifest = manifestOf(1, [1]);
    const dir = await begin(manifest);
    process.env.NCF_BENCH_FIXTURE = "longRecord";
    await execute(dir, manifest);
    const { records, damage } = await resolveRun(dir, cwd);
    expect(damage).toEqual([]);
    expect(records[0]).toMatchObject({ status: "failed", failure: { message: expect.stringMatching(/longer than/) } });
  });
});
