import { canonicalJson, sha256Hex } from "../../storage/canonical-json.js";
import type { Gpu } from "./gpu.js";
import type { Host } from "./host.js";

/**
 * What makes two machines the same machine to a comparison: hardware alone. Nothing here may change by boot, clock,
 * load or an update; those are `soft` and are stated, not refused.
 */
export interface MachineIdentity extends Record<string, unknown> {
  arch: string;
  platform: string;
  cpu: { model: string; logicalCpus: number; usableCpus: number };
  /** Rounded up to what was installed, see `roundedGiB`. */
  memoryGiB: number;
  /** By model and memory; null: there are GPUs that could not be told, so this machine is like no other. */
  gpus: { model: string; memoryGiB: number | null; count: number; mig?: string[] }[] | null;
}

export function machineIdentity(host: Host, gpus: readonly Gpu[] | null): MachineIdentity {
  return {
    arch: host.os.arch,
    platform: host.os.platform,
    cpu: {
      model: host.cpu.model.replace(/\s+/g, " ").trim(),
      logicalCpus: host.cpu.logicalCpus,
      usableCpus: Math.round(host.cpu.usableCpus * 100) / 100,
    },
    memoryGiB: roundedGiB(host.memory.limitBytes ?? host.memory.totalBytes),
    gpus: gpus === null ? null : groupGpus(gpus),
  };
}

/** First 16 hexadecimal digits of sha256 over the identity's canonical JSON. */
export function machineFingerprint(identity: MachineIdentity): string {
  return sha256Hex(canonicalJson(identity)).slice(0, 16);
}

/**
 * Memory as it was installed. The kernel (or the GPU's driver) keeps some for itself, a little differently in each
 * version, so the figure is rounded up to an eighth of its power of two: 23.5 GiB is 24, 62.7 is 64, a V100's 15.8 is 16.
 */
export function roundedGiB(bytes: number): number {
  const gib = bytes / 2 ** 30;
  if (!(gib > 0)) return 0;
  const step = 2 ** (Math.floor(Math.log2(gib)) - 3);
  return Math.ceil(gib / step) * step;
}

function groupGpus(gpus: readonly Gpu[]): NonNullable<MachineIdentity["gpus"]> {
  const groups = new Map<string, NonNullable<MachineIdentity["gpus"]>[number]>();
  for (const gpu of gpus) {
    const entry = {
      model: gpu.model ?? "unknown",
      memoryGiB: gpu.memoryBytes === null ? null : roundedGiB(gpu.memoryBytes),
      count: 1,
      ...(gpu.mig === true ? { mig: gpu.migDevices.map((slice) => slice.profile).sort() } : {}),
    };
    const key = canonicalJson(entry);
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, entry);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
