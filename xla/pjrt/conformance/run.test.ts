import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../storage/package-root.js";
import { findPlugin } from "../../plugins/find.js";
import type { PluginName } from "../../plugins/pins.js";
import { isGpuPlugin, mostDevices, noPlugin, places, testPlugins } from "../../test-support.js";
import { buildFakePlugin, hasCompiler } from "../test-support.js";
import { conformanceChecks } from "./checks.js";
import { FIRST_CHECKS } from "./protocol.js";
import { runConformance } from "./run.js";

const workerPath = join(packageRoot(), "dist", "xla", "pjrt", "conformance", "worker.js");
/** What a CPU plugin leaves out, and so many GPUs. */
const leftOut: Partial<Record<PluginName, readonly string[]>> = {
  cpu: ["device.memory"],
  "cpu-next": ["device.memory", "program.cost"],
};
const leftOutBy = (gpus: number) =>
  gpus > 1 ? [] : ["execute.all-reduce", "refuse.on-one-device", "refuse.other-device"];

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "conformance-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe.skipIf(noPlugin).each(testPlugins)("plugin %s (needs `ncf-bench setup`)", (name) => {
  const found = findPlugin(name, places)!;

  it("conforms", async () => {
    const { conforms, checks, notRun } = await runConformance(found.path, { workerPath });
    expect(checks.filter(({ status }) => status === "failed")).toEqual([]);
    expect(conforms).toBe(true);
    expect(notRun).toBe(0);
    expect(
      checks
        .filter(({ status }) => status === "not offered")
        .map(({ name }) => name)
        .sort(),
    ).toEqual(isGpuPlugin(name) ? leftOutBy(mostDevices(name)) : leftOut[name]);
    expect(checks.map(({ name }) => name)).toEqual([...FIRST_CHECKS, ...conformanceChecks.map(({ name }) => name)]);
  });

  it("is checked again from where a process ended", async () => {
    const killed = new Set<string>();
    const { checks } = await runConformance(found.path, {
      workerPath: join(packageRoot(), "xla", "pjrt", "testdata", "crashing-worker.mjs"),
      env: { ...process.env, NCF_BENCH_TEST_CRASH: "execute.chained", NCF_BENCH_TEST_WORKER: workerPath },
      names: ["execute.results", "execute.wait", "execute.chained"],
      onResult: ({ name, status }) => status === "failed" && killed.add(name),
    });
    expect([...killed]).toEqual(["execute.chained"]);
    expect(checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
      "plugin.load ok",
      "plugin.client ok",
      "execute.results ok",
      "execute.chained failed",
      "execute.wait ok",
    ]);
  });
});

describe.skipIf(!hasCompiler)("a plugin that goes wrong (needs cc)", () => {
  it.each([
    { create: "crash", message: /the process was ended by SIGABRT/ },
    { create: "hang", message: /no answer within 2 s/ },
    {
      create: "refuse",
      message: /PJRT_Client_Create: Unexpected size of the arguments: expected 999 \(INVALID_ARGUMENT\)/,
    },
  ] as const)("fails by name when starting it should $create", async ({ create, message }) => {
    const file = buildFakePlugin(dir, create, { create });
    const { conforms, checks, notRun } = await runConformance(file, { workerPath, timeLimitSeconds: 2 });
    expect(conforms).toBe(false);
    expect(checks).toEqual([
      { name: "plugin.load", status: "ok", message: "PJRT API 0.100" },
      { name: "plugin.client", status: "failed", message: expect.stringMatching(message) },
    ]);
    expect(notRun).toBe(conformanceChecks.length);
  });

  it("is given up when the caller stops", async () => {
    const file = buildFakePlugin(dir, "hang-on", { create: "hang" });
    const abort = new AbortController();
    const running = runConformance(file, {
      workerPath,
      signal: abort.signal,
      onResult: () => abort.abort(new Error("stop")),
    });
    await expect(running).rejects.toThrow("stop");
  });
});
