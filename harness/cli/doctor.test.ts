import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cachePath } from "../../storage/cache-dir.js";
import type { BackendProbe } from "../../suites/ncf/engines/tfjs/backends.js";
import { findPlugin } from "../../xla/plugins/find.js";
import type { MachineDescription } from "../machine/describe.js";
import { emptyGpu } from "../machine/gpu.js";
import type { Check } from "./doctor/check.js";
import { backendChecks, toolChecks } from "./doctor/engine-checks.js";
import { gpuChecks, hostChecks, nodeCheck } from "./doctor/machine-checks.js";
import { storageChecks } from "./doctor/storage-checks.js";
import { doctorExit } from "./doctor.js";
import { runMain } from "./test-support-io.js";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "doctor-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

const find = (checks: readonly Check[], id: string) => checks.find((check) => check.id === id);
const machine = (changes: object): MachineDescription =>
  ({
    host: {
      cpu: { logicalCpus: 4, usableCpus: 4, governor: null },
      memory: { totalBytes: 2 ** 34, limitBytes: null },
    },
    state: { loadAverage: [0.1, 0, 0], availableMemoryBytes: 2 ** 33, uptimeSeconds: 1 },
    gpus: [],
    gpuReason: "nvidia-smi is not installed",
    gpusLimitedBy: null,
    view: { gpus: [] },
    warnings: [],
    ...changes,
  }) as unknown as MachineDescription;

describe("the doctor's checks", () => {
  it.each([
    ["20.19.0", "ok"],
    ["20.18.3", "fail"],
    ["18.20.0", "fail"],
    ["22.0.0", "ok"],
    ["24.1.0", "ok"],
  ])("Node.js %s is %s", (version, status) => expect(nodeCheck(version).status).toBe(status));

  it("warns of load, little memory and a governor that saves power, each with a command", () => {
    expect(hostChecks(machine({})).map(({ status }) => status)).toEqual(["ok", "ok"]);
    const bad = hostChecks(
      machine({
        host: {
          cpu: { logicalCpus: 4, usableCpus: 4, governor: "powersave" },
          memory: { totalBytes: 2 ** 34, limitBytes: null },
        },
        state: { loadAverage: [3, 0, 0], availableMemoryBytes: 2 ** 29, uptimeSeconds: 1 },
      }),
    );
    expect(bad.map(({ id, status }) => [id, status])).toEqual([
      ["cpu", "warn"],
      ["memory", "warn"],
      ["governor", "warn"],
    ]);
    for (const check of bad) expect(check.fix).toMatch(/^(ps|sudo) /);
  });

  it("tells no GPU from one that cannot be asked and one that is hidden", () => {
    expect(gpuChecks(machine({}))).toMatchObject([{ id: "gpu", status: "note" }]);
    expect(gpuChecks(machine({ gpus: null, gpuReason: "it hangs" }))).toMatchObject([
      { id: "gpu", status: "warn", value: "cannot be told: it hangs" },
    ]);
    const gpu = { ...emptyGpu("NVIDIA"), index: 0, model: "NVIDIA H100", driver: "550", persistenceMode: true };
    const hidden = gpuChecks(machine({ gpus: [gpu], gpusLimitedBy: "CUDA_VISIBLE_DEVICES=" }));
    expect(hidden).toMatchObject([
      { id: "gpu.0", status: "ok" },
      { id: "gpu.visible", status: "warn", fix: "unset CUDA_VISIBLE_DEVICES" },
    ]);
  });

  it("warns of a GPU that no backend can use, and fails where no backend runs at all", () => {
    const probes = (usable: Record<string, boolean>): BackendProbe[] =>
      (["tfjs-node-gpu", "tfjs-node", "wasm", "cpu"] as const).map((backend) => ({
        backend,
        usable: usable[backend] ?? false,
        reason: "because",
        version: null,
      }));
    const cpuOnly = backendChecks(probes({ wasm: true, cpu: true }), 1);
    expect(find(cpuOnly, "tfjs.tfjs-node-gpu")).toMatchObject({ status: "warn", fix: "ncf-bench setup tfjs-gpu" });
    expect(find(backendChecks(probes({ wasm: true }), 0), "tfjs.tfjs-node-gpu")!.status).toBe("note");
    expect(doctorExit(cpuOnly).code).toBe(0);
    expect(doctorExit(backendChecks(probes({}), 0)).code).toBe(5);
  });

  it("looks at the cache without making it, and sums up what is in it", async () => {
    const env = { NCF_BENCH_CACHE: join(dir, "deep", "cache") };
    const before = await storageChecks(env);
    expect(find(before, "cache")).toMatchObject({
      status: "ok",
      value: expect.stringContaining("made when it is needed"),
    });
    expect(existsSync(join(dir, "deep"))).toBe(false);
    expect(find(before, "data")!.fix).toBe("ncf-bench data download ml-100k");

    mkdirSync(join(env.NCF_BENCH_CACHE, "downloads", "ml-1m"), { recursive: true });
    writeFileSync(join(env.NCF_BENCH_CACHE, "downloads", "ml-1m", "x"), "x".repeat(2048));
    const after = await storageChecks(env);
    expect(find(after, "cache")!.value).toMatch(/, 2\.00 KiB$/);
    expect(find(after, "data")).toMatchObject({ status: "ok", value: expect.stringContaining("downloaded: ml-1m") });
  });

  it("fails where the cache can never be written", async () => {
    // A file in the way stops the superuser too, whom permissions would not.
    const file = join(dir, "file");
    writeFileSync(file, "", { mode: 0o755 });
    const checks = await storageChecks({ NCF_BENCH_CACHE: join(file, "cache") });
    expect(find(checks, "cache")).toMatchObject({ status: "fail", fix: expect.stringContaining("NCF_BENCH_CACHE=") });
  });

  it("only notes tools that setup alone needs", async () => {
    const checks = await toolChecks({ PATH: "/nonexistent" });
    expect(checks.map(({ id, status }) => [id, status])).toEqual([
      ["setup.python3", "note"],
      ["setup.pip", "note"],
      ["setup.g++", "note"],
    ]);
  });
});

describe("ncf-bench doctor", () => {
  it("prints a line a check and the same as JSON, and can measure here", async () => {
    vi.stubEnv("NCF_BENCH_CACHE", dir);
    const text = await runMain(["doctor"], { env: process.env });
    const json = await runMain(["doctor", "--json"], { env: process.env });
    expect([text.code, json.code]).toEqual([0, 0]);
    const { checks } = JSON.parse(json.out) as { checks: Check[] };
    for (const { id } of checks) expect(text.out).toContain(` ${id} `);
    expect(find(checks, "tfjs.wasm")!.status).toBe("ok");
    expect(text.err).toMatch(/ready to measure/);
  });
});

describe("ncf-bench doctor --plugin", () => {
  const cpu = findPlugin("cpu", { cacheRoot: cachePath(), env: process.env });

  it.skipIf(!cpu)("passes the CPU plugin, with a line a check (needs `ncf-bench setup cpu`)", async () => {
    const { code, out, err } = await runMain(["doctor", "--plugin", cpu!.path], { env: process.env });
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ plugin.load +PJRT API 0\.81\n✓ plugin.client +cpu, 2 devices/);
    expect(out).toMatch(/^- device.memory +not offered: no memory statistics$/m);
    expect(out).not.toContain("✗");
    expect(err).toMatch(/^\nit conforms: \d+ checks; 1 parts are not offered\n$/);
  });

  it.each([
    {
      what: "a library that is no plugin",
      path: someLibrary,
      message: /has no symbol GetPjrtApi; name the plugin's own/,
    },
    {
      what: "a text",
      path: () => process.argv[1]!,
      message: /cannot be loaded: .*; a PJRT plugin is a shared library/,
    },
    { what: "a folder", path: () => dir, message: /is no file; name the plugin's shared library/ },
  ])("fails for $what, with 5", async ({ path, message }) => {
    const { code, out } = await runMain(["doctor", "--plugin", path(), "--json"], { env: process.env });
    expect(code).toBe(5);
    const { schema, conforms, checks, exit } = JSON.parse(out);
    expect({ schema, conforms, code: exit.code }).toEqual({
      schema: "ncf-bench.doctor-plugin/1.0",
      conforms: false,
      code: 5,
    });
    expect(checks).toEqual([{ name: "plugin.load", status: "failed", message: expect.stringMatching(message) }]);
  });

  it("refuses a file that is not there, with 2", async () => {
    const { code, out, err } = await runMain(["doctor", "--plugin", "none.so"], { env: process.env, cwd: dir });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`there is no file ${join(dir, "none.so")}`);
  });
});

/** A shared library that is surely there: one that Node.js itself is linked with. */
function someLibrary(): string {
  const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: string[] };
  return sharedObjects.find((path) => /libstdc\+\+|libc\./.test(path))!;
}
