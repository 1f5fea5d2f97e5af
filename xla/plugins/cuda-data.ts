import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FoundPlugin } from "./find.js";
import { pluginPins } from "./pins.js";

/** Where NVIDIA's wheels put libdevice and ptxas: CUDA 13's, then CUDA 12's. */
const FOLDERS = ["nvidia/cu13", "nvidia/cuda_nvcc"];

/**
 * The folder of libdevice and ptxas beside a CUDA plugin, without which it cannot compile where no CUDA is installed. Null
 * where there is none beside it: XLA then looks for the system's.
 */
export function cudaDataDirectory({ name, path }: Pick<FoundPlugin, "name" | "path">): string | null {
  const { file, sitePackages } = pluginPins[name];
  const inWheel = [file, ...sitePackages].find((tail) => path.endsWith(`/${tail}`));
  if (inWheel === undefined) return null;
  const root = path.slice(0, -inWheel.length - 1);
  return (
    FOLDERS.map((folder) => join(root, folder)).find((folder) => existsSync(join(folder, "nvvm/libdevice"))) ?? null
  );
}

/** `XLA_FLAGS` under which the plugin finds them; a process must have it before it loads the plugin. */
export function compilerFlagsVariable(
  plugin: Pick<FoundPlugin, "name" | "path">,
  inherited: string | undefined,
): string {
  const data = cudaDataDirectory(plugin);
  return [inherited, data === null ? undefined : `--xla_gpu_cuda_data_dir=${data}`].filter(Boolean).join(" ");
}
