import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import { processesWithVariable } from "../../storage/process-identity.js";
import type { LaunchEvent, LaunchJob } from "../../suites/suite.js";
import { Telemetry } from "../record/schema.js";
import { type LaunchOptions, launchWorker } from "./launch.js";

const workerPath = join(packageRoot(), "harness/run/testdata/worker.mjs");

const job: LaunchJob = {
  cell: {
    suite: "ncf",
    mode: "train",
    engine: "fixture",
    backend: "auto",
    gpus: 0,
    precision: "fp32",
    xla: "off",
    batch: 64,
    model: "reference",
    formulation: "layerwise",
    scaling: "strong",
    dataset: "none",
  },
  launch: 0,
  seed: 1,
  datasetDir: "",
  options: {},
  task: "train",
  machine: { gpus: [], logicalCpus: 2, memoryBytes: 1 },
};

let logPath: string;
/** The marker is chosen inside; this wraps every launch in one of ours that children inherit beside it. */
const ours = `launch-test-${process.pid}`;
beforeEach(() => {
  logPath = join(mkdtempSync(join(tmpdir(), "ncf-launch-")), "log");
  process.env.NCF_BENCH_TEST_FAMILY = ours;
});
afterEach(() => {
  delete process.env.NCF_BENCH_FIXTURE;
  delete process.env.NCF_BENCH_TEST_FAMILY;
  rmSync(dirname(logPath), { recursive: true });
});

async function launch(mode: string, options: Partial<LaunchOptions> = {}) {
  process.env.NCF_BENCH_FIXTURE = mode;
  const events: LaunchEvent[] = [];
  const conclusion = await launchWorker(job, {
    timeoutSeconds: 20,
    graceSeconds: 0.5,
    logPath,
    signal: new AbortController().signal,
    workerPath,
    onEvent: (event) => events.push(event),
    ...options,
  });
  return { ...conclusion, events };
}

/** Living processes that inherited this test's environment, the test's own worker aside. */
const left = () => processesWithVariable("NCF_BENCH_TEST_FAMILY", ours);

describe("launchWorker", () => {
  it("gives back what the worker measured, NaN included, with its events in order and its device order fixed", async () => {
    const { outcome, failure, events, telemetry, durationSeconds } = await launch("ok");
    expect(failure).toBeNull();
    expect(outcome).toMatchObject({ kind: "ok", result: { metrics: { "train.throughput": 10 } } });
    if (outcome?.kind !== "ok") throw new Error("not ok");
    expect(outcome.result.epochs[0]!.loss).toBeNaN();
    expect(outcome.result.protocol.cuda).toBe("PCI_BUS_ID");
    expect(events).toEqual([{ type: "phase", name: "start" }]);
    expect(durationSeconds).toBeGreaterThan(0);
    expect(telemetry.loadAverageBefore).not.toBeNull();
    expect(telemetry.cpu!.samples).toBeGreaterThan(0);
  });

  it("passes on that a cell is unsupported", async () => {
    expect((await launch("unsupported")).outcome).toEqual({
      kind: "unsupported",
      unsupported: { code: "gpus", reason: "no GPU" },
    });
  });

  const faults: [mode: string, kind: string, message: RegExp][] = [
    ["error", "error", /^cannot do this$/],
    ["exit0", "incomplete", /exit code 0, but without its final record/],
    ["exit9", "error", /exit code 9/],
    ["segv", "crash", /SIGSEGV/],
    ["abort", "crash", /SIGABRT/],
    ["kill9", "killed", /SIGKILL/],
    ["hang", "timeout", /within 1 s/],
    ["busy", "timeout", /within 1 s/],
    ["ignoreTerm", "timeout", /within 1 s/],
    ["chatty", "timeout", /within 1 s/],
    ["childrenHang", "timeout", /within 1 s/],
    ["halfJson", "incomplete", /final record/],
    ["garbage", "error", /broke its protocol/],
    ["forgedDone", "error", /broke its protocol/],
    // A heartbeat of the other thread may end the line early; the cap itself is held in message-reader.test.ts.
    ["longMessage", "error", /broke its protocol/],
    ["wrongOutcome", "error", /metrics\.x: expected a number/],
    ["fakeRecord", "", /^$/],
    ["flood", "", /^$/],
    ["children", "", /^$/],
    ["linger", "", /^$/],
  ];
  it.each(faults)(
    "a worker that does '%s' is '%s', ends in time and leaves no process",
    async (mode, kind, message) => {
      const before = process.memoryUsage().rss;
      const { outcome, failure, durationSeconds } = await launch(mode, { timeoutSeconds: kind === "timeout" ? 1 : 20 });
      expect(failure?.kind ?? "").toBe(kind);
      expect(failure?.message ?? "").toMatch(message);
      expect(outcome?.kind).toBe(kind === "" ? "ok" : undefined);
      expect(durationSeconds).toBeLessThan(kind === "timeout" ? 1 + 7 : 10);
      expect(left()).toEqual([]);
      expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
      expect(statSync(logPath).size).toBeLessThan(140_000);
    },
  );

  it("ends within the deadline plus seven seconds with the default grace", async () => {
    process.env.NCF_BENCH_FIXTURE = "ignoreTerm";
    const { durationSeconds, failure } = await launchWorker(job, {
      timeoutSeconds: 1,
      logPath,
      workerPath,
      signal: new AbortController().signal,
    });
    expect(failure?.kind).toBe("timeout");
    expect(durationSeconds).toBeLessThan(8);
  });

  it("calls V8's exhausted heap an oom", async () => {
    process.env.NODE_OPTIONS = "--max-old-space-size=64";
    try {
      expect((await launch("heap")).failure?.kind).toBe("oom");
    } finally {
      delete process.env.NODE_OPTIONS;
    }
  });

  it("keeps the head and the tail of a flood in the log and says how much is missing", async () => {
    await launch("flood");
    const log = readFileSync(logPath, "utf8");
    expect(log.startsWith("flood flood")).toBe(true);
    expect(log).toContain(`[ncf-bench: ${120 * 2 ** 20 - 2 * 65536} bytes left out]`);
    expect(log.length).toBe(2 * 65536 + `\n[ncf-bench: ${120 * 2 ** 20 - 2 * 65536} bytes left out]\n`.length);
  });

  it("never starts what is interrupted, and stops what runs, promptly", async () => {
    const early = new AbortController();
    early.abort();
    expect((await launch("hang", { signal: early.signal })).failure?.kind).toBe("interrupted");
    const late = new AbortController();
    const running = launch("busy", { signal: late.signal });
    await sleep(700);
    late.abort();
    const { failure, durationSeconds } = await running;
    expect(failure).toMatchObject({ kind: "interrupted", hint: expect.stringMatching(/resume/) });
    expect(durationSeconds).toBeLessThan(5);
    expect(left()).toEqual([]);
  });

  it("reports a worker that cannot be started as a failed launch", async () => {
    const { failure } = await launch("ok", { workerPath: join(packageRoot(), "no/such/worker.js") });
    expect(failure).toMatchObject({ kind: "error", message: expect.stringMatching(/exit code 1/) });
  });
});

describe("a worker whose harness is killed", () => {
  it.each(["hang", "busy", "childrenHang"])("ends within three seconds though it does '%s'", async (mode) => {
    const folder = mkdtempSync(join(tmpdir(), "ncf-parent-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const script = join(folder, "parent.mjs");
    const launchPath = join(packageRoot(), "dist/harness/run/launch.js");
    writeFileSync(
      script,
      `const { launchWorker } = await import(${JSON.stringify(launchPath)});
       launchWorker(${JSON.stringify(job)}, { timeoutSeconds: 60, logPath: null, signal: new AbortController().signal,
         workerPath: ${JSON.stringify(workerPath)}, onEvent: () => console.log("started") });`,
    );
    const family = `orphan-${process.pid}-${mode}`;
    const parent = spawn(process.execPath, [script], {
      env: { ...process.env, NCF_BENCH_FIXTURE: mode, NCF_BENCH_TEST_FAMILY: family },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((done) => parent.stdout.once("data", done));
    await sleep(200);
    const worker = processesWithVariable("NCF_BENCH_TEST_FAMILY", family).filter((pid) => pid !== parent.pid);
    expect(worker.length).toBeGreaterThan(0);
    parent.kill("SIGKILL");
    await sleep(2500);
    const alive = processesWithVariable("NCF_BENCH_TEST_FAMILY", family);
    for (const pid of alive) process.kill(pid, "SIGKILL");
    expect(alive).toEqual([]);
  });
});

describe("telemetry of a launch", () => {
  const onGpu = {
    ...job,
    cell: { ...job.cell, gpus: 1 },
    machine: {
      ...job.machine,
      gpus: [{ vendor: "NVIDIA", model: "H100", memoryBytes: 1, uuid: "GPU-6f1f2b4c-0000-4a6e-9d2f-1f6c9d1f0a01" }],
    },
  };
  const fakes = join(packageRoot(), "harness/telemetry/testdata");
  const watched = (mode: string, options: Partial<LaunchOptions> = {}) =>
    launchWorker(onGpu, {
      timeoutSeconds: 20,
      logPath,
      signal: new AbortController().signal,
      workerPath,
      env: { ...process.env, NCF_BENCH_FIXTURE: "epochs", PATH: `${fakes}:${process.env.PATH}`, FAKE_SMI: mode },
      ...options,
    });
  const codes = (warnings: { code: string }[]) =>
    warnings.map(({ code }) => code).filter((code) => /gpu|ecc/.test(code));

  it("has the GPU's state and energy in it, names what disturbed it, keeps the figures and leaves no process", async () => {
    const { outcome, telemetry, warnings } = await watched("throttled");
    expect(outcome?.kind).toBe("ok");
    expect(telemetry.gpus).toHaveLength(1);
    expect(telemetry.gpus![0]!.throttled).toEqual({ "software thermal slowdown": telemetry.gpus![0]!.samples });
    expect(telemetry.energy).toMatchObject({ items: 100, seconds: 3.5 });
    expect(telemetry.energy!.joules).toBeGreaterThan(3.5 * 300);
    expect(telemetry.energy!.itemsPerJoule).toBeCloseTo(100 / telemetry.energy!.joules, 12);
    expect(codes(warnings)).toEqual(["throttled.gpu", "disturbed.ecc"]);
    expect(Telemetry.parse(telemetry)).toEqual(telemetry);
    expect(left()).toEqual([]);
  });

  it("names other programs on the GPU", async () => {
    const { telemetry, warnings } = await watched("shared");
    // The fake lists two processes of another namespace: the later may be ours.
    expect(telemetry.gpus![0]!.foreign).toEqual(["python3, extra"]);
    expect(codes(warnings)).toEqual(["disturbed.gpu"]);
  });

  it.each([
    ["exit9", 0],
    ["dies", 3],
    ["hang", 0],
  ])("is measured all the same where nvidia-smi does '%s', with a warning", async (mode, samples) => {
    const { outcome, telemetry, warnings } = await watched(mode);
    expect(outcome?.kind).toBe("ok");
    expect(telemetry.gpus?.[0]?.samples ?? 0).toBe(samples);
    expect(codes(warnings)).toEqual(["telemetry.gpu"]);
    expect(left()).toEqual([]);
  });

  it("looks at no GPU without sampling, nor for a launch without GPUs", async () => {
    const blind = await watched("throttled", { sampling: false });
    const { telemetry } = await launch("ok");
    expect([blind.telemetry.gpus, telemetry.gpus, codes(blind.warnings)]).toEqual([undefined, undefined, []]);
    expect(blind.telemetry.cpu!.samples).toBe(0);
  });
});
