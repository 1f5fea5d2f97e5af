import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { compilerFlagsVariable, cudaDataDirectory } from "./cuda-data.js";
import { pluginPins } from "./pins.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cuda-data-"));
});
afterEach(() => rmSync(root, { recursive: true }));

it.each([
  ["cuda13", "nvidia/cu13"],
  ["cuda12", "nvidia/cuda_nvcc"],
] as const)("finds the libdevice of %s beside the plugin, in %s", (name, folder) => {
  const plugin = { name, path: join(root, pluginPins[name].file) };
  expect(cudaDataDirectory(plugin)).toBeNull();
  expect(compilerFlagsVariable(plugin, undefined)).toBe("");
  mkdirSync(join(root, folder, "nvvm/libdevice"), { recursive: true });
  expect(cudaDataDirectory(plugin)).toBe(join(root, folder));
  expect(compilerFlagsVariable(plugin, undefined)).toBe(`--xla_gpu_cuda_data_dir=${join(root, folder)}`);
  expect(compilerFlagsVariable(plugin, "--xla_dump_to=/d")).toBe(
    `--xla_dump_to=/d --xla_gpu_cuda_data_dir=${join(root, folder)}`,
  );
});

it("knows nothing of a file that lies by itself", () => {
  mkdirSync(join(root, "nvidia/cu13/nvvm/libdevice"), { recursive: true });
  expect(cudaDataDirectory({ name: "cuda13", path: join(root, "plugin.so") })).toBeNull();
});
