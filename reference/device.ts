import type { MachineView } from "../suites/suite.js";
import type { Device } from "./schema.js";

/** Drivers report a little less or more than the name says: 15.8 GiB of a 16 GB card, 139.8 of a 141 GB one. */
const MEMORY_TOLERANCE = 0.12;

/** The known device that all of the machine's first `count` GPUs are, or null: none asked for, unknown, or not all alike. */
export function deviceOf(gpus: MachineView["gpus"], count: number, devices: readonly Device[]): Device | null {
  if (count === 0 || gpus.length < count) return null;
  const found = new Set(gpus.slice(0, count).map((gpu) => identify(gpu, devices)));
  return found.size === 1 ? [...found][0]! : null;
}

function identify(gpu: MachineView["gpus"][number], devices: readonly Device[]): Device | null {
  if (gpu.memoryBytes === null) return null;
  const gigabytes = gpu.memoryBytes / 2 ** 30;
  const matching = devices.filter(
    (device) =>
      new RegExp(device.model, "i").test(gpu.model) && Math.abs(gigabytes / device.memoryGB - 1) <= MEMORY_TOLERANCE,
  );
  // `V100-SXM3-32GB-H` also matches the pattern of the plain module; the longer pattern is the more exact one.
  return matching.sort((a, b) => b.model.length - a.model.length)[0] ?? null;
}
