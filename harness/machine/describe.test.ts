import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import { describeMachine } from "./describe.js";
import { machineFingerprint, machineIdentity, roundedGiB } from "./fingerprint.js";
import { emptyGpu, type Gpu } from "./gpu.js";
import type { Host } from "./host.js";

const fake = (name: string) => join(packageRoot(), "harness/machine/testdata", `${name}.sh`);
const on = (nvidiaSmi: string, env: NodeJS.ProcessEnv = {}) =>
  describeMachine({
    env: { PATH: process.env.PATH, ...env },
    nvidiaSmi: fake(nvidiaSmi),
    rocmSmi: fake("absent"),
    timeoutSeconds: 2,
  });

const host: Host = {
  cpu: {
    vendor: "AMD",
    model: "AMD EPYC 7742",
    sockets: 2,
    physicalCores: 128,
    logicalCpus: 256,
    usableCpus: 256,
    microcode: "0x1",
    governor: "performance",
    speedMaxGhz: 3.4,
  },
  memory: { totalBytes: 1007.5 * 2 ** 30, limitBytes: null },
  os: { platform: "linux", arch: "x64", distribution: "Ubuntu", release: "22.04", kernel: "5.15.0" },
  virtualization: null,
  container: null,
  hostname: "dgx",
};
const h100: Gpu = {
  ...emptyGpu("NVIDIA"),
  index: 0,
  model: "NVIDIA H100",
  uuid: "GPU-1",
  memoryBytes: 81559 * 2 ** 20,
};
const fingerprint = (h: Host, gpus: readonly Gpu[] | null) => machineFingerprint(machineIdentity(h, gpus));

describe("machine identity", () => {
  it("does not change by updates, settings, clocks, names or a reboot", () => {
    const later: Host = {
      ...host,
      cpu: { ...host.cpu, microcode: "0x2", governor: "powersave", speedMaxGhz: 2.25 },
      memory: { totalBytes: 1005.9 * 2 ** 30, limitBytes: null },
      os: { ...host.os, release: "24.04", kernel: "6.8.0" },
      container: "docker",
      hostname: "dgx-2",
    };
    const reordered: Gpu = {
      ...h100,
      index: 3,
      uuid: "GPU-2",
      pciBusId: "0",
      memoryBytes: 81229 * 2 ** 20,
      driver: "600",
      powerLimitWatts: 500,
      maxSmClockMhz: 1,
      applicationSmClockMhz: 1,
      ecc: false,
    };
    expect(fingerprint(later, [reordered])).toBe(fingerprint(host, [h100]));
  });

  it.each<[string, Host, Gpu[] | null]>([
    ["another CPU", { ...host, cpu: { ...host.cpu, model: "AMD EPYC 7713" } }, [h100]],
    ["fewer CPUs", { ...host, cpu: { ...host.cpu, logicalCpus: 128 } }, [h100]],
    ["a CPU quota", { ...host, cpu: { ...host.cpu, usableCpus: 4 } }, [h100]],
    ["half the memory", { ...host, memory: { totalBytes: 503 * 2 ** 30, limitBytes: null } }, [h100]],
    ["a memory limit", { ...host, memory: { ...host.memory, limitBytes: 64 * 2 ** 30 } }, [h100]],
    ["no GPU", host, []],
    ["two GPUs", host, [h100, h100]],
    ["another GPU", host, [{ ...h100, model: "NVIDIA H200" }]],
    ["a sliced GPU", host, [{ ...h100, mig: true, migDevices: [{ profile: "1g.10gb", uuid: "MIG-1" }] }]],
    ["GPUs that could not be told", host, null],
  ])("changes with %s", (_, other, gpus) => {
    expect(fingerprint(other, gpus)).not.toBe(fingerprint(host, [h100]));
    expect(fingerprint(other, gpus)).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    [25_276_502_016, 24],
    [62.7 * 2 ** 30, 64],
    [61.9 * 2 ** 30, 64],
    [125.6 * 2 ** 30, 128],
    [2015 * 2 ** 30, 2048],
    [16160 * 2 ** 20, 16],
    [81559 * 2 ** 20, 80],
    [40960 * 2 ** 20, 40],
    [8 * 2 ** 30, 8],
    [0, 0],
  ])("roundedGiB(%d) = %d, what was installed", (bytes, gib) => expect(roundedGiB(bytes)).toBe(gib));
});

describe("describeMachine", () => {
  it("sees the GPUs that nvidia-smi lists and puts only the visible ones into the view", async () => {
    const machine = await on("v100x8", { CUDA_VISIBLE_DEVICES: "0,1,2,3" });
    expect(machine.identity.gpus).toEqual([{ model: "Tesla V100-SXM2-16GB", memoryGiB: 16, count: 8 }]);
    expect(machine.view.gpus).toHaveLength(4);
    expect(machine.view.gpus[0]).toEqual({
      vendor: "NVIDIA",
      model: "Tesla V100-SXM2-16GB",
      uuid: "GPU-00000000-aaaa-bbbb-cccc-000000000000",
      memoryBytes: 16160 * 2 ** 20,
      computeCapability: null,
      driver: "418.67",
    });
    expect(machine.gpusLimitedBy).toBe("CUDA_VISIBLE_DEVICES=0,1,2,3");
    expect(machine.soft).toMatchObject({ gpu: { driver: ["418.67"], cuda: "10.1" }, node: process.versions.node });
  });

  it("is the same machine with some of its GPUs hidden", async () => {
    const [all, some] = [await on("v100x8"), await on("v100x8", { CUDA_VISIBLE_DEVICES: "0" })];
    expect(some.fingerprint).toBe(all.fingerprint);
  });

  it.each(["hang", "exit9", "half-line", "huge"])("describes the rest when nvidia-smi is broken: %s", async (name) => {
    const machine = await on(name);
    expect(machine.gpus).toBeNull();
    expect(machine.gpuReason).not.toBeNull();
    expect(machine.identity.gpus).toBeNull();
    expect(machine.view.gpus).toEqual([]);
    expect(machine.view.logicalCpus).toBeGreaterThanOrEqual(1);
    expect(machine.warnings.length).toBeGreaterThan(0);
  });

  it("gives one fingerprint twice, with load in between, and nothing volatile inside", async () => {
    const first = await on("h100");
    for (const end = performance.now() + 200; performance.now() < end; ) Math.sqrt(2);
    const second = await on("h100");
    expect(second.fingerprint).toBe(first.fingerprint);
    const inside = JSON.stringify(second.identity);
    expect(Object.keys(second.identity).sort()).toEqual(["arch", "cpu", "gpus", "memoryGiB", "platform"]);
    expect(inside).not.toMatch(/load|uptime|boot|time|date|clock|free|avail|host|uuid|temp|serial|driver|kernel/i);
    expect(JSON.parse(JSON.stringify(second))).toEqual(second);
  });
});
