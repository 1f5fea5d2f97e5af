import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import { queryNvidiaGpus } from "./nvidia-smi.js";
import { queryAmdGpus } from "./rocm-smi.js";

const fake = (name: string) => join(packageRoot(), "harness/machine/testdata", `${name}.sh`);
const query = (name: string, timeoutSeconds = 5) => queryNvidiaGpus({ command: fake(name), timeoutSeconds });

describe("queryNvidiaGpus", () => {
  it("reads every field of an H100", async () => {
    const { gpus, runtimeVersion, warnings } = await query("h100");
    expect(gpus).toEqual([
      {
        vendor: "NVIDIA",
        index: 0,
        model: "NVIDIA H100 80GB HBM3",
        uuid: "GPU-6f1f2b4c-0000-4a6e-9d2f-1f6c9d1f0a01",
        pciBusId: "00000000:1B:00.0",
        memoryBytes: 81559 * 2 ** 20,
        driver: "550.54.15",
        computeCapability: "9.0",
        ecc: true,
        mig: false,
        migDevices: [],
        powerLimitWatts: 700,
        powerDefaultLimitWatts: 700,
        maxSmClockMhz: 1980,
        maxMemoryClockMhz: 2619,
        applicationSmClockMhz: 1980,
        persistenceMode: true,
        pcieGeneration: 5,
        pcieWidth: 16,
        unavailable: {},
      },
    ]);
    expect(runtimeVersion).toBe("12.4");
    expect(warnings).toEqual([]);
  });

  it("leaves out the fields that an old driver refuses, and says so", async () => {
    const { gpus, runtimeVersion } = await query("v100x8");
    expect(gpus).toHaveLength(8);
    expect(gpus![7]).toMatchObject({ index: 7, model: "Tesla V100-SXM2-16GB", computeCapability: null, mig: null });
    expect(gpus![7]!.unavailable).toEqual({
      computeCapability: "this driver's nvidia-smi does not know the field",
      mig: "this driver's nvidia-smi does not know the field",
    });
    expect(runtimeVersion).toBe("10.1");
  });

  it("lists the slices of a GPU in MIG mode", async () => {
    const { gpus } = await query("mig");
    expect(gpus![0]!.migDevices).toEqual([
      { profile: "3g.40gb", uuid: "MIG-aaaaaaaa-0000-0000-0000-000000000000" },
      { profile: "1g.10gb", uuid: "MIG-bbbbbbbb-0000-0000-0000-000000000000" },
    ]);
  });

  it("turns N/A in every column into null with the tool's own word, never into 0", async () => {
    const { gpus, reason } = await query("not-told");
    expect(reason).toBeNull();
    expect(gpus).toHaveLength(2);
    for (const gpu of gpus!) {
      const { vendor, migDevices, unavailable, ...fields } = gpu;
      expect([vendor, migDevices]).toEqual(["NVIDIA", []]);
      expect(Object.values(fields).every((value) => value === null)).toBe(true);
      expect(Object.keys(unavailable).sort()).toEqual(Object.keys(fields).sort());
    }
    expect(gpus![0]!.unavailable).toMatchObject({
      index: "[N/A]",
      uuid: "[Not Supported]",
      driver: "[GPU requires reset]",
    });
  });

  it("does not believe zeros where zero is impossible", async () => {
    const { gpus } = await query("zero");
    expect(gpus![0]).toMatchObject({
      index: 0,
      model: "Zero",
      memoryBytes: null,
      powerLimitWatts: null,
      maxSmClockMhz: null,
    });
    expect(gpus![0]!.unavailable.memoryBytes).toBe("unreadable: 0");
  });

  it("reads through colours, CRLF and a warning before the rows", async () => {
    const { gpus, warnings } = await query("ansi");
    expect(gpus).toHaveLength(1);
    expect(gpus![0]).toMatchObject({ model: "NVIDIA A100", memoryBytes: 40960 * 2 ** 20, pcieWidth: 16 });
    expect(warnings).toEqual([{ code: "nvidia-smi", message: "WARNING: infoROM is corrupted at gpu 0000:1B:00.0" }]);
  });

  it.each([
    ["exit9", /exited with 9: NVIDIA-SMI has failed because/],
    ["mismatch", /exited with 18: Failed to initialize NVML: Driver\/library version mismatch/],
    ["half-line", /cannot be read: "1, GPU-hal"/],
    ["huge", /wrote more than 1048576 bytes/],
    ["garbage", /cannot be read/],
  ])("says that the GPUs cannot be told: %s", async (name, reason) => {
    const answer = await query(name);
    expect(answer).toMatchObject({ installed: true, gpus: null, runtimeVersion: null });
    expect(answer.reason).toMatch(reason);
    expect(answer.warnings.length).toBeGreaterThan(0);
  });

  it.each(["hang", "hang-child"])("gives up on a %s after its limit and leaves no process behind", async (name) => {
    const start = performance.now();
    const answer = await query(name, 0.3);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(answer).toMatchObject({ installed: true, gpus: null });
    expect(answer.reason).toMatch(/did not answer within 0.3 s/);
  });

  it("tells an absent nvidia-smi and an empty machine from one that cannot be asked", async () => {
    expect(await queryNvidiaGpus({ command: fake("absent") })).toMatchObject({
      installed: false,
      gpus: [],
      warnings: [],
    });
    expect(await query("no-devices")).toMatchObject({
      installed: true,
      gpus: [],
      reason: "nvidia-smi: No devices were found",
    });
  });
});

describe("queryAmdGpus", () => {
  it("reads rocm-smi's JSON behind its warnings; what it does not tell is null", async () => {
    const { gpus } = await queryAmdGpus({ command: fake("rocm") });
    expect(gpus![0]).toMatchObject({
      vendor: "AMD",
      model: "AMD Instinct MI300X",
      memoryBytes: 206141652992,
      computeCapability: "gfx942",
      driver: "6.7.0",
    });
    expect(gpus![1]).toMatchObject({
      model: null,
      memoryBytes: null,
      unavailable: { memoryBytes: "not told by rocm-smi" },
    });
  });

  it("says that the GPUs cannot be told where the answer is no JSON", async () => {
    expect(await queryAmdGpus({ command: fake("exit9") })).toMatchObject({ installed: true, gpus: null });
    expect(await queryAmdGpus({ command: fake("ansi") })).toMatchObject({ installed: true, gpus: null });
  });
});
