import { cachePath } from "../../../../storage/cache-dir.js";
import { type FoundPlugin, findCompiler } from "../../../../xla/plugins/find.js";
import { type GpuTarget, gpuTargets } from "../../../../xla/targets/gpus.js";
import type { Cell } from "../../../cell.js";
import type { TargetGpus, Unsupported } from "../../../suite.js";
import { unsupportedAxes } from "./engine.js";

/** What can be told against compiling a cell for these GPUs. Looks at files only. */
export function unsupportedOn(
  cell: Cell,
  target: TargetGpus,
  env: NodeJS.ProcessEnv = process.env,
): Unsupported | null {
  const { engine, gpus, backend } = cell;
  const gpu = gpuNamed(target.name);
  if (engine !== "xla") return { code: "engine", reason: `the engine ${engine} has no programs to compile` };
  if (gpus === 0) return { code: "gpus", reason: "the cell asks for no GPU", hint: "--cell gpus=1" };
  if (gpus > target.count) {
    const reason = `the cell asks for ${gpus} GPUs, the target has ${target.count}`;
    return { code: "gpus", reason, hint: `--target ${target.name}x${gpus}` };
  }
  const asMachine = {
    vendor: "nvidia",
    model: gpu.description,
    memoryBytes: gpu.memoryBytes,
    computeCapability: gpu.computeCapability.join("."),
  };
  const refused = unsupportedAxes(cell, {
    gpus: Array.from({ length: target.count }, () => asMachine),
    logicalCpus: 1,
    memoryBytes: 0,
  });
  if (refused) return refused;
  if (backend !== "auto" && !gpu.plugins.some((name) => name === backend)) {
    return { code: "backend", reason: `the plugin ${backend} does not compile for ${gpu.description}` };
  }
  if (compilerOf(cell, gpu, cachePath(env), env)) return null;
  const wanted = backend === "auto" ? gpu.plugins[0]! : backend;
  return {
    code: "plugin",
    reason: `no XLA plugin that compiles for ${gpu.description} is on this machine`,
    hint: `ncf-bench setup ${wanted} --compile-only`,
  };
}

/** What a cell is compiled with, once `unsupportedOn` has nothing against it. */
export function compilerFor(
  cell: Cell,
  target: TargetGpus,
  cacheRoot: string,
): { gpu: GpuTarget; plugin: FoundPlugin } {
  const gpu = gpuNamed(target.name);
  const plugin = compilerOf(cell, gpu, cacheRoot, process.env);
  if (!plugin) throw new Error(`there is no plugin that compiles for ${gpu.description}`);
  return { gpu, plugin };
}

function compilerOf(
  { backend }: Cell,
  { plugins }: GpuTarget,
  cacheRoot: string,
  env: NodeJS.ProcessEnv,
): FoundPlugin | null {
  for (const name of plugins) {
    if (backend !== "auto" && backend !== name) continue;
    const found = findCompiler(name, { cacheRoot, env });
    if (found) return found;
  }
  return null;
}

function gpuNamed(name: string): GpuTarget {
  const gpu = gpuTargets.find((target) => target.name === name);
  if (!gpu) throw new Error(`there is no target ${name}`);
  return gpu;
}
