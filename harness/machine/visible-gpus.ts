import type { Gpu } from "./gpu.js";

export interface VisibleGpus {
  gpus: Gpu[];
  /** The variable that took GPUs away, as `NAME=value`; null when none did. */
  limitedBy: string | null;
  warnings: { code: string; message: string }[];
}

/**
 * The GPUs that a program started with `env` may use. CUDA_VISIBLE_DEVICES holds indices or UUID prefixes; the list ends
 * at its first entry that names no GPU (CUDA's rule), and an empty value or -1 means none. NVIDIA_VISIBLE_DEVICES speaks to
 * the container runtime, which renumbers what it passes on: its `none`, `void` and UUIDs are honoured, its indices are not
 * looked up again. AMD's runtime reads ROCR_VISIBLE_DEVICES and HIP_VISIBLE_DEVICES.
 */
export function visibleGpus(gpus: readonly Gpu[], env: NodeJS.ProcessEnv): VisibleGpus {
  const warnings: VisibleGpus["warnings"] = [];
  const limits: string[] = [];
  const limit = (some: readonly Gpu[], name: string, choose: (value: string, some: readonly Gpu[]) => Gpu[]) => {
    const value = env[name];
    if (value === undefined) return [...some];
    const kept = choose(value, some);
    if (kept.length < some.length) limits.push(`${name}=${value}`);
    return kept;
  };
  let nvidia = gpus.filter((gpu) => gpu.vendor === "NVIDIA");
  nvidia = limit(nvidia, "NVIDIA_VISIBLE_DEVICES", byContainerRuntime);
  const models = new Set(nvidia.map((gpu) => gpu.model));
  nvidia = limit(nvidia, "CUDA_VISIBLE_DEVICES", byList);
  if (/^\s*\d/.test(env.CUDA_VISIBLE_DEVICES ?? "") && models.size > 1 && env.CUDA_DEVICE_ORDER !== "PCI_BUS_ID") {
    warnings.push({
      code: "gpu-order",
      message:
        "CUDA numbers different GPU models by speed, nvidia-smi by PCI address: set CUDA_DEVICE_ORDER=PCI_BUS_ID, or name GPUs by UUID",
    });
  }
  let amd = gpus.filter((gpu) => gpu.vendor === "AMD");
  for (const name of ["ROCR_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES"]) amd = limit(amd, name, byList);
  return { gpus: [...nvidia, ...amd], limitedBy: limits.length > 0 ? limits.join(" ") : null, warnings };
}

function byList(value: string, gpus: readonly Gpu[]): Gpu[] {
  const kept: Gpu[] = [];
  for (const entry of value.split(",").map((part) => part.trim())) {
    const gpu = /^\d+$/.test(entry)
      ? gpus[Number(entry)]
      : /^(GPU|MIG)-/i.test(entry)
        ? byUuid(entry, gpus)
        : undefined;
    if (gpu === undefined) break;
    if (!kept.includes(gpu)) kept.push(gpu);
  }
  return kept;
}

function byContainerRuntime(value: string, gpus: readonly Gpu[]): Gpu[] {
  const entries = value.split(",").map((part) => part.trim());
  if (entries.some((entry) => /^(none|void)$/i.test(entry))) return [];
  if (!entries.every((entry) => /^(GPU|MIG)-/i.test(entry))) return [...gpus];
  return gpus.filter((gpu) => entries.some((entry) => byUuid(entry, [gpu]) !== undefined));
}

function byUuid(prefix: string, gpus: readonly Gpu[]): Gpu | undefined {
  const starts = (uuid: string | null) => uuid?.toLowerCase().startsWith(prefix.toLowerCase()) === true;
  const matches = gpus.filter((gpu) => starts(gpu.uuid) || gpu.migDevices.some((slice) => starts(slice.uuid)));
  return matches.length === 1 ? matches[0] : undefined;
}
