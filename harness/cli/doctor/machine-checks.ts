import { formatBytes } from "../../console/format.js";
import type { MachineDescription } from "../../machine/describe.js";
import type { Gpu } from "../../machine/gpu.js";
import { type Check, fail, note, ok, warn } from "./check.js";

/** Below this, even the small data sets' runs may be killed. */
const MEMORY_WANTED = 2 * 2 ** 30;

/** Oldest Node.js that we run on, as in package.json. */
export function nodeCheck(version: string, wanted: readonly [number, number] = [20, 19]): Check {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) return ok("node", version);
  return fail(
    "node",
    `${version}, older than ${wanted.join(".")}`,
    `install Node.js ${wanted[0]} or newer: https://nodejs.org`,
  );
}

export function hostChecks({ host, state }: MachineDescription): Check[] {
  const { usableCpus, logicalCpus, governor } = host.cpu;
  const [load] = state.loadAverage;
  const cpus = `${usableCpus === logicalCpus ? logicalCpus : `${usableCpus} of ${logicalCpus}`} CPUs, load ${load.toFixed(2)}`;
  const memory = `${formatBytes(state.availableMemoryBytes)} available of ${formatBytes(host.memory.limitBytes ?? host.memory.totalBytes)}`;
  const checks = [
    load > Math.max(0.5, usableCpus / 2)
      ? warn("cpu", `${cpus}: other work disturbs what is measured`, "ps -eo pid,user,pcpu,comm --sort=-pcpu | head")
      : ok("cpu", cpus),
    state.availableMemoryBytes < MEMORY_WANTED
      ? warn("memory", memory, "ps -eo pid,user,rss,comm --sort=-rss | head")
      : ok("memory", memory),
  ];
  if (governor !== null) {
    checks.push(
      governor === "performance"
        ? ok("governor", governor)
        : warn("governor", `${governor}: clocks vary with the load`, "sudo cpupower frequency-set -g performance"),
    );
  }
  return checks;
}

export function gpuChecks(machine: MachineDescription): Check[] {
  const { gpus, gpuReason, gpusLimitedBy, view } = machine;
  if (gpus === null)
    return [warn("gpu", `cannot be told: ${gpuReason}`, "nvidia-smi; sudo dmesg | grep -iE 'nvrm|xid|amdgpu' | tail")];
  if (gpus.length === 0) return [note("gpu", `none: ${gpuReason}`)];
  const checks = gpus.map((gpu) => gpuCheck(gpu));
  if (gpusLimitedBy !== null) {
    const value = `${view.gpus.length} of ${gpus.length} (${gpusLimitedBy})`;
    const name = gpusLimitedBy.split("=")[0]!;
    checks.push(view.gpus.length === 0 ? warn("gpu.visible", value, `unset ${name}`) : note("gpu.visible", value));
  }
  for (const { message } of machine.warnings) checks.push(warn("gpu.warning", message, "nvidia-smi -q | less"));
  return checks;
}

function gpuCheck(gpu: Gpu): Check {
  const parts = [gpu.model ?? "unknown model", gpu.driver === null ? "driver unknown" : `driver ${gpu.driver}`];
  if (gpu.memoryBytes !== null) parts.push(formatBytes(gpu.memoryBytes));
  const id = `gpu.${gpu.index ?? "?"}`;
  if (gpu.vendor === "NVIDIA" && gpu.persistenceMode === false) {
    return warn(
      id,
      `${parts.join(", ")}, persistence mode off: the first launch waits for the driver`,
      "sudo nvidia-smi -pm 1",
    );
  }
  return gpu.model === null
    ? warn(id, `${parts.join(", ")}: ${Object.values(gpu.unavailable)[0]}`, "nvidia-smi")
    : ok(id, parts.join(", "));
}
