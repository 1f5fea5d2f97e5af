import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import { processesWithVariable } from "../../storage/process-identity.js";
import type { CompileJob } from "../../suites/suite.js";
import { compileInWorker } from "./compile.js";

const job: CompileJob = {
  task: "compile",
  cell: {
    suite: "ncf",
    mode: "train",
    engine: "fixture",
    backend: "auto",
    gpus: 1,
    precision: "fp32",
    xla: "on",
    batch: 64,
    model: "reference",
    formulation: "layerwise",
    scaling: "strong",
    dataset: "none",
  },
  options: {},
  counts: { users: 1, items: 1, trainRows: 1 },
  target: { name: "h100", count: 1 },
};

function compile(mode: string, signal = new AbortController().signal, timeoutSeconds = 20) {
  return compileInWorker(job, {
    timeoutSeconds,
    signal,
    env: { ...process.env, NCF_BENCH_FIXTURE: mode, NCF_BENCH_TEST_FAMILY: family },
    workerPath: join(packageRoot(), "harness/run/testdata/worker.mjs"),
  });
}
const family = `compile-test-${process.pid}`;

describe("compiling in a process of its own", () => {
  it("gives what the compiler said", async () => {
    expect(await compile("ok")).toMatchObject({ compiled: { plugin: "fixture 0", kernels: 3, bytes: 1000 } });
  });

  it.each([
    ["error", "error", /^cannot do this$/],
    ["segv", "crash", /^crashed with SIGSEGV$/],
    ["check", "crash", /^crashed with SIGABRT: Check failed: fits$/],
    ["exit9", "error", /exit code 9/],
    ["wrongOutcome", "error", /broke its protocol/],
  ])("a compiler that does '%s' is a failure of kind %s", async (mode, kind, message) => {
    const result = await compile(mode);
    expect(result).toMatchObject({ failure: { kind, message: expect.stringMatching(message) } });
  });

  it("ends what does not end, and leaves no process", async () => {
    expect(await compile("childrenHang", undefined, 1)).toMatchObject({ failure: { kind: "timeout" } });
    expect(processesWithVariable("NCF_BENCH_TEST_FAMILY", family)).toEqual([]);
  });

  it("stops when it is told to", async () => {
    const abort = new AbortController();
    const ended = compile("hang", abort.signal);
    await sleep(300);
    abort.abort();
    expect(await ended).toMatchObject({ failure: { kind: "interrupted" } });
    expect(processesWithVariable("NCF_BENCH_TEST_FAMILY", family)).toEqual([]);
  });
});
