import { type FoundPlugin, findPlugin, type Places } from "./find.js";
import { type PluginName, pluginPins } from "./pins.js";

/** What decides which plugin drives the GPUs of a machine; unknown figures are null. */
export interface GpuFacts {
  vendor: "nvidia" | "amd";
  /** Least over all GPUs, e.g. 7.0 for V100. */
  computeCapability: number | null;
  /** Major version, e.g. 580. */
  driver: number | null;
}

/** The plugins that can drive these GPUs, the best first; none for the CPU's sake. */
export function gpuPlugins({ vendor, computeCapability, driver }: GpuFacts): PluginName[] {
  if (vendor === "amd") return ["rocm"];
  const can = (name: PluginName): boolean => {
    const { minComputeCapability, minDriver } = pluginPins[name];
    return (computeCapability ?? Infinity) >= minComputeCapability! && (driver ?? Infinity) >= minDriver!;
  };
  return (["cuda13", "cuda12"] as const).filter(can);
}

/** The plugin to use, or which `setup` would bring it. */
export function choosePlugin(
  gpu: GpuFacts | null,
  places: Places,
): { found: FoundPlugin } | { found: null; reason: string; setup: PluginName | null } {
  const names: readonly PluginName[] = gpu ? gpuPlugins(gpu) : ["cpu", "cpu-next"];
  for (const name of names) {
    const found = findPlugin(name, places);
    if (found) return { found };
  }
  const [first] = names;
  if (!first) {
    return {
      found: null,
      reason: `no plugin supports driver ${gpu?.driver} with compute capability ${gpu?.computeCapability}`,
      setup: null,
    };
  }
  return { found: null, reason: `the XLA plugin ${first} is not on this machine`, setup: first };
}
