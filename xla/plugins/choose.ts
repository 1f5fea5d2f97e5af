import { type FoundPlugin, findPlugin, type Places } from "./find.js";
import { type PluginName, pluginPins } from "./pins.js";

/** What decides which plugin drives the GPUs of a machine; unknown figures are null. */
export interface GpuFacts {
  vendor: "nvidia" | "amd";
  /** Least over all GPUs, e.g. 7.0 for V100. */
  computeCapability: number | null;
  /** Least over all GPUs, e.g. 580.95. */
  driver: number | null;
}

/** A GPU as the machine describes it: versions as texts, e.g. `580.95.05` and `9.0`; what is not known is null or absent. */
export interface DescribedGpu {
  vendor: string;
  driver?: string | null;
  computeCapability?: string | null;
}

/** Of GPUs of both vendors, NVIDIA's count. */
export function gpuFacts(gpus: readonly DescribedGpu[]): GpuFacts {
  const isAmd = ({ vendor }: DescribedGpu) => /amd|advanced micro/i.test(vendor);
  const vendor = gpus.length > 0 && gpus.every(isAmd) ? "amd" : "nvidia";
  const own = gpus.filter((gpu) => isAmd(gpu) === (vendor === "amd"));
  const least = (texts: (string | null | undefined)[]): number | null => {
    const known = texts.map((text) => Number.parseFloat(text ?? "")).filter(Number.isFinite);
    return known.length > 0 ? Math.min(...known) : null;
  };
  return {
    vendor,
    computeCapability: least(own.map(({ computeCapability }) => computeCapability)),
    driver: least(own.map(({ driver }) => driver)),
  };
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
      reason: `no plugin supports driver ${gpu?.driver ?? "?"} with compute capability ${gpu?.computeCapability ?? "?"}`,
      setup: null,
    };
  }
  return { found: null, reason: `the XLA plugin ${first} is not on this machine`, setup: first };
}
