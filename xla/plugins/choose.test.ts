import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { choosePlugin, type DescribedGpu, gpuFacts, gpuPlugins } from "./choose.js";
import { pluginDirectory } from "./find.js";
import { type PluginName, pluginPins } from "./pins.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "choose-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function install(name: PluginName): void {
  const file = join(pluginDirectory(name, root), pluginPins[name].file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
}

const nvidia = (computeCapability: string | null, driver: string | null): DescribedGpu => ({
  vendor: "NVIDIA",
  computeCapability,
  driver,
});
const amd: DescribedGpu = {
  vendor: "Advanced Micro Devices, Inc. [AMD/ATI]",
  driver: "6.8.5",
  computeCapability: null,
};

const V100 = nvidia("7.0", "580.95.05");
const H100 = nvidia("9.0", "580.95.05");

it.each<{ gpus: string; given: DescribedGpu[]; names: PluginName[] }>([
  { gpus: "DGX-1, V100, the newest driver", given: [V100, V100], names: ["cuda12"] },
  { gpus: "V100 and H100 in one machine", given: [H100, V100], names: ["cuda12"] },
  { gpus: "T4, the first that CUDA 13 has", given: [nvidia("7.5", "580.65.06")], names: ["cuda13", "cuda12"] },
  { gpus: "A100, driver of CUDA 12", given: [nvidia("8.0", "535.183.01")], names: ["cuda12"] },
  { gpus: "H100", given: [H100], names: ["cuda13", "cuda12"] },
  { gpus: "H100, one driver short of CUDA 13", given: [nvidia("9.0", "579.99")], names: ["cuda12"] },
  { gpus: "B200", given: [nvidia("10.0", "590.10")], names: ["cuda13", "cuda12"] },
  { gpus: "K80, which nobody supports any more", given: [nvidia("3.7", "470.256")], names: [] },
  { gpus: "a driver before CUDA 12", given: [nvidia("9.0", "470.256")], names: [] },
  { gpus: "NVIDIA, nothing else known", given: [nvidia(null, null)], names: ["cuda13", "cuda12"] },
  { gpus: "one that says nothing beside one that does", given: [nvidia(null, null), V100], names: ["cuda12"] },
  { gpus: "AMD", given: [amd], names: ["rocm"] },
  { gpus: "AMD beside NVIDIA, whose driver counts", given: [amd, H100], names: ["cuda13", "cuda12"] },
])("chooses by compute capability and driver: $gpus", ({ given, names }) => {
  expect(gpuPlugins(gpuFacts(given))).toEqual(names);
});

it.each<{ given: DescribedGpu[] | null; there: PluginName[]; use: PluginName | null; setup?: PluginName | null }>([
  { given: [H100], there: ["cuda12", "cuda13"], use: "cuda13" },
  { given: [H100], there: ["cuda12"], use: "cuda12" },
  { given: [H100], there: ["cpu"], use: null, setup: "cuda13" },
  { given: [V100], there: ["cuda13"], use: null, setup: "cuda12" },
  { given: [nvidia("3.7", "470")], there: ["cuda12", "cuda13"], use: null, setup: null },
  { given: [amd], there: ["cuda13"], use: null, setup: "rocm" },
  { given: null, there: ["cpu-next"], use: "cpu-next" },
  { given: null, there: ["cuda13"], use: null, setup: "cpu" },
])("uses $use of $there, or names the setup ($setup)", ({ given, there, use, setup }) => {
  for (const name of there) install(name);
  const chosen = choosePlugin(given && gpuFacts(given), { cacheRoot: root, env: {} });
  expect(chosen.found?.name ?? null).toBe(use);
  if (chosen.found === null) expect(chosen.setup).toBe(setup);
});
