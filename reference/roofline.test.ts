import { beforeAll, describe, expect, it } from "vitest";
import { deviceOf } from "./device.js";
import { loadPublished, type References } from "./load.js";
import { rooflineBound } from "./roofline.js";

let references: References;
beforeAll(async () => {
  references = await loadPublished();
});

const ML20M = { users: 138_493, items: 26_744 };
const GIB = 2 ** 30;

describe("roofline", () => {
  // Specification, section 15, the column of the bound of a fully fused program, in millions of items per second.
  it.each([
    ["V100-SXM2-16GB", "fp32", 24.5],
    ["V100-SXM2-16GB", "fp16", 161.0],
    ["A100-SXM4-80GB", "fp32", 30.5],
    ["A100-SXM4-80GB", "tf32", 243.8],
    ["A100-SXM4-80GB", "fp16", 364.7],
    ["H100-SXM5-80GB", "fp32", 104.7],
    ["H100-SXM5-80GB", "tf32", 599.1],
    ["H100-SXM5-80GB", "fp16", 599.1],
  ] as const)("%s in %s trains at most %d million items a second", (id, precision, millions) => {
    const device = references.devices.find((one) => one.id === id)!;
    const cell = {
      mode: "train",
      gpus: 1,
      precision,
      batch: 1_048_576,
      scaling: "strong",
      model: "reference",
      formulation: "layerwise",
    } as const;
    const bound = rooflineBound(cell, device, { tables: ML20M, lazyAdam: false })!;
    expect(bound / 1e6).toBeCloseTo(millions, 1);
  });

  it("every published training throughput lies below it", () => {
    const checked = references.sources
      .flatMap(({ figures }) => figures)
      .filter((figure) => figure.measures?.quantity.startsWith("train.throughput"))
      .flatMap(({ id, device, gpus, precision, batch, value }) => {
        const known = references.devices.find((one) => one.id === device)!;
        const cell = {
          mode: "train",
          gpus: gpus!,
          precision: precision!,
          batch: batch!,
          model: "reference",
          formulation: "layerwise",
          scaling: "strong",
        } as const;
        const bound = rooflineBound(cell, known, { tables: ML20M, lazyAdam: false })!;
        return [{ id, share: value / bound }];
      });
    expect(checked.length).toBeGreaterThan(90);
    expect(checked.filter(({ share }) => share >= 1)).toEqual([]);
  });

  it("is not claimed where a peak or the model is unknown", () => {
    const device = references.devices.find((one) => one.id === "V100-SXM3-32GB-H")!;
    const cell = {
      mode: "train",
      gpus: 1,
      precision: "fp32",
      batch: 1024,
      scaling: "strong",
      model: "reference",
      formulation: "layerwise",
    } as const;
    expect(rooflineBound(cell, device, { tables: null, lazyAdam: false })).toBeNull();
    const v100 = references.devices.find((one) => one.id === "V100-SXM2-16GB")!;
    expect(rooflineBound({ ...cell, precision: "tf32" }, v100, { tables: null, lazyAdam: false })).toBeNull();
    expect(rooflineBound({ ...cell, model: "nonsense" }, v100, { tables: null, lazyAdam: false })).toBeNull();
  });

  it("pays for the optimizer once a step: weak scaling keeps its share where strong scaling raises it", () => {
    const v100 = references.devices.find((one) => one.id === "V100-SXM2-16GB")!;
    const cell = {
      mode: "train",
      precision: "fp16",
      batch: 65_536,
      model: "reference",
      formulation: "layerwise",
    } as const;
    const bound = (gpus: number, scaling: "strong" | "weak") =>
      rooflineBound({ ...cell, gpus, scaling }, v100, { tables: ML20M, lazyAdam: false })!;
    expect(bound(8, "weak")).toBeCloseTo(8 * bound(1, "strong"), 0);
    expect(bound(8, "strong")).toBeLessThan(bound(8, "weak"));
  });

  it("leaves a factored first layer out of the operations, so that no honest launch is called broken", () => {
    const v100 = references.devices.find((one) => one.id === "V100-SXM2-16GB")!;
    const cell = {
      mode: "train",
      gpus: 1,
      precision: "fp32",
      batch: 1_048_576,
      scaling: "strong",
      model: "reference",
    } as const;
    const options = { tables: ML20M, lazyAdam: false };
    // Per item without the 256 x 256 product: 3 * (2 * (256 * 128 + 128 * 64) + 2 * 128 + 64) = 246,720 operations.
    expect(rooflineBound({ ...cell, formulation: "factored" }, v100, options)! / 1e6).toBeCloseTo(15.7e6 / 246_720, 6);
    expect(rooflineBound({ ...cell, formulation: "layerwise" }, v100, options)! / 1e6).toBeCloseTo(24.5, 1);
  });

  it("unknown table sizes only raise it", () => {
    const v100 = references.devices.find((one) => one.id === "V100-SXM2-16GB")!;
    const cell = {
      mode: "train",
      gpus: 1,
      precision: "fp16",
      batch: 1_048_576,
      scaling: "strong",
      model: "reference",
      formulation: "layerwise",
    } as const;
    const known = rooflineBound(cell, v100, { tables: ML20M, lazyAdam: false })!;
    expect(rooflineBound(cell, v100, { tables: null, lazyAdam: false })!).toBeGreaterThan(known);
  });
});

describe("devices", () => {
  const gpu = (model: string, gib: number | null) => ({
    vendor: "NVIDIA",
    model,
    memoryBytes: gib === null ? null : gib * GIB,
  });

  it.each([
    ["Tesla V100-SXM2-16GB", 15.78, "V100-SXM2-16GB"],
    ["Tesla V100-SXM2-32GB", 31.75, "V100-SXM2-32GB"],
    ["Tesla V100-SXM3-32GB", 31.75, "V100-SXM3-32GB"],
    ["Tesla V100-SXM3-32GB-H", 31.75, "V100-SXM3-32GB-H"],
    ["NVIDIA A100-SXM4-40GB", 39.59, "A100-SXM4-40GB"],
    ["NVIDIA A100-SXM4-80GB", 79.35, "A100-SXM4-80GB"],
    ["NVIDIA A100 80GB PCIe", 79.35, "A100-PCIE-80GB"],
    ["NVIDIA H100 80GB HBM3", 79.65, "H100-SXM5-80GB"],
    ["NVIDIA H100 PCIe", 79.65, "H100-PCIE-80GB"],
    ["NVIDIA H200", 140.4, "H200-SXM-141GB"],
    ["NVIDIA H200 NVL", 140.4, undefined],
    ["NVIDIA GeForce RTX 4090", 24, undefined],
    ["Tesla V100-SXM2-16GB", null, undefined],
  ])("%s with %d GiB is %s", (model, gib, id) => {
    expect(deviceOf([gpu(model, gib)], 1, references.devices)?.id).toBe(id);
  });

  it("several GPUs are one device only if they are all alike and there are enough", () => {
    const a100 = gpu("NVIDIA A100-SXM4-40GB", 39.59);
    const h100 = gpu("NVIDIA H100 80GB HBM3", 79.65);
    expect(deviceOf([a100, a100], 2, references.devices)?.id).toBe("A100-SXM4-40GB");
    expect(deviceOf([a100, h100], 2, references.devices)).toBeNull();
    expect(deviceOf([a100], 2, references.devices)).toBeNull();
    expect(deviceOf([a100], 0, references.devices)).toBeNull();
  });
});
