import { expect, it } from "vitest";
import { gpuTargets, parseTarget, topologyOptions } from "./gpus.js";

it.each([
  ["h100", "h100", 1],
  ["h100x8", "h100", 8],
  ["H100X8", "h100", 8],
  ["v100-16gx16", "v100-16g", 16],
  ["a100-80gx4", "a100-80g", 4],
] as const)("%s is a target", (text, name, count) => {
  expect(parseTarget(text)).toMatchObject({ target: { name }, count });
});

it.each(["", "x8", "h100x", "h100x0", "h100x-1", "h100x99999", "h100 x8", "v100", "constructor"])(
  "%j is no target",
  (text) => {
    expect(parseTarget(text)).toBeNull();
  },
);

it("names every target so that it can be asked for, alone and many", () => {
  for (const { name } of gpuTargets) {
    expect(parseTarget(name)?.target.name).toBe(name);
    expect(parseTarget(`${name}x8`)).toMatchObject({ target: { name }, count: 8 });
  }
});

it("gives no plugin a GPU that its CUDA has dropped", () => {
  for (const { computeCapability, plugins, name } of gpuTargets) {
    expect(plugins.includes("cuda13"), name).toBe(computeCapability[0] >= 8);
    expect(plugins.length, name).toBeGreaterThan(0);
  }
});

it("describes a topology of one host in the plugin's own text form", () => {
  const { target } = parseTarget("v100-16g")!;
  const { target_config, topology } = topologyOptions(target, 4);
  expect(topology).toBe("1x1x4");
  expect(target_config).toContain("cuda_compute_capability { major: 7 minor: 0 }");
  expect(target_config).toContain(`device_memory_size: ${16 * 2 ** 30}`);
  expect(target_config).toContain('device_description_str: "Tesla V100-SXM2-16GB"');
});
