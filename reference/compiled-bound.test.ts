import { beforeAll, describe, expect, it } from "vitest";
import { gpuTargets } from "../xla/targets/gpus.js";
import { compiledBound } from "./compiled-bound.js";
import { deviceOf } from "./device.js";
import { loadPublished } from "./load.js";
import type { Device } from "./schema.js";

let devices: Device[];
beforeAll(async () => {
  ({ devices } = await loadPublished());
});

describe("the bound of a compiled program", () => {
  const h100 = () => devices.find(({ id }) => id === "H100-SXM5-80GB")!;

  it.each([
    // 3350 GB/s over 17,584 B; 67 TFLOP/s over 638,976 FLOP; the crossing is where both are equal.
    ["bf16", 1, { bytes: 17_584, flops: 638_976 }, 190.5e6, "bandwidth"],
    ["fp32", 1, { bytes: 17_584, flops: 638_976 }, 104.9e6, "compute"],
    ["bf16", 8, { bytes: 17_584, flops: 638_976 }, 1524e6, "bandwidth"],
    ["bf16", 1, { bytes: 100, flops: 989e3 }, 1000e6, "compute"],
  ] as const)("in %s on %d GPUs for %o is %d by %s", (precision, gpus, cost, items, limit) => {
    const bound = compiledBound({ precision, gpus }, cost, h100())!;
    expect(bound.limit).toBe(limit);
    expect(bound.itemsPerSecond / items).toBeCloseTo(1, 3);
  });

  it("is not claimed where a peak is unknown", () => {
    const v100 = devices.find(({ id }) => id === "V100-SXM2-16GB")!;
    expect(compiledBound({ precision: "tf32", gpus: 1 }, { bytes: 1, flops: 1 }, v100)).toBeNull();
    expect(
      compiledBound({ precision: "bf16", gpus: 1 }, { bytes: 1, flops: 1 }, { ...h100(), bandwidthGBs: null }),
    ).toBeNull();
  });
});

describe("GPUs that can be compiled for", () => {
  it("are known devices, with the same bandwidth, and found by the name that the driver gives them", () => {
    for (const { name, device, description, memoryBytes, memoryBytesPerSecond } of gpuTargets) {
      const known = devices.find(({ id }) => id === device);
      expect(known, name).toBeDefined();
      expect(memoryBytesPerSecond, name).toBe(known!.bandwidthGBs! * 1e9);
      const seen = { vendor: "nvidia", model: description, memoryBytes };
      expect(deviceOf([seen], 1, devices)?.id, name).toBe(device);
    }
  });

  it.each(["NVIDIA GB200", "NVIDIA H200 NVL"])("and %s is none of them", (model) => {
    const seen = { vendor: "nvidia", model, memoryBytes: 180 * 2 ** 30 };
    expect(deviceOf([seen], 1, devices)).toBeNull();
  });
});
