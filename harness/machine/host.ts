import { readFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import si from "systeminformation";

/** The machine without its GPUs. What cannot be told is null. */
export interface Host {
  cpu: {
    vendor: string | null;
    model: string;
    sockets: number | null;
    physicalCores: number | null;
    logicalCpus: number;
    /** What this process may use: affinity and the container's quota taken into account. May be fractional. */
    usableCpus: number;
    microcode: string | null;
    governor: string | null;
    speedMaxGhz: number | null;
  };
  memory: {
    totalBytes: number;
    /** Limit of the container's control group, where it is below the total. */
    limitBytes: number | null;
  };
  os: { platform: string; arch: string; distribution: string; release: string; kernel: string };
  /** Hypervisor's name, `unknown hypervisor`, or null on bare metal. */
  virtualization: string | null;
  /** `docker`, `podman`, `kubernetes`, `lxc`, …; null outside a container. */
  container: string | null;
  hostname: string;
}

/** What changes while the machine stays the same; never part of its identity. */
export interface HostState {
  loadAverage: [number, number, number];
  availableMemoryBytes: number;
  uptimeSeconds: number;
}

/** Reads the host by systeminformation, and what it does not know (cgroup limits, microcode, container) from /proc and /sys. */
export async function describeHost(): Promise<{ host: Host; state: HostState }> {
  const [cpu, memory, os, system, quota, memoryLimit, microcode, governor, container] = await Promise.all([
    si.cpu(),
    si.mem(),
    si.osInfo(),
    si.system(),
    cpuQuota(),
    memoryLimitBytes(),
    readText("/proc/cpuinfo").then((text) => /^microcode\s*:\s*(\S+)/m.exec(text ?? "")?.[1] ?? null),
    readText("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"),
    containerKind(process.env),
  ]);
  const usable = Math.min(availableParallelism(), quota ?? Number.POSITIVE_INFINITY);
  const host: Host = {
    cpu: {
      vendor: cpu.vendor || null,
      model: [cpu.manufacturer, cpu.brand].filter((part) => part !== "").join(" ") || "unknown",
      sockets: cpu.processors || null,
      physicalCores: cpu.physicalCores || null,
      logicalCpus: cpu.cores || availableParallelism(),
      usableCpus: usable,
      microcode,
      governor: governor || null,
      speedMaxGhz: cpu.speedMax || null,
    },
    memory: {
      totalBytes: memory.total,
      limitBytes: memoryLimit !== null && memoryLimit < memory.total ? memoryLimit : null,
    },
    os: {
      platform: process.platform,
      arch: process.arch,
      distribution: os.distro,
      release: os.release,
      kernel: os.kernel,
    },
    virtualization: system.virtual ? system.virtualHost || "unknown hypervisor" : null,
    container,
    hostname: os.hostname,
  };
  const [one = 0, five = 0, fifteen = 0] = loadavg();
  const uptimeSeconds = Math.round(si.time().uptime);
  return { host, state: { loadAverage: [one, five, fifteen], availableMemoryBytes: memory.available, uptimeSeconds } };
}

/** CPUs that the control group's quota allows (version 2, then 1); null: no quota. */
async function cpuQuota(): Promise<number | null> {
  const two = /^(\d+) (\d+)/.exec((await readText("/sys/fs/cgroup/cpu.max")) ?? "");
  if (two) return Number(two[1]) / Number(two[2]);
  const quota = Number((await readText("/sys/fs/cgroup/cpu/cpu.cfs_quota_us")) ?? -1);
  const period = Number((await readText("/sys/fs/cgroup/cpu/cpu.cfs_period_us")) ?? 0);
  return quota > 0 && period > 0 ? quota / period : null;
}

async function memoryLimitBytes(): Promise<number | null> {
  const text =
    (await readText("/sys/fs/cgroup/memory.max")) ?? (await readText("/sys/fs/cgroup/memory/memory.limit_in_bytes"));
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

async function containerKind(env: NodeJS.ProcessEnv): Promise<string | null> {
  if (env.KUBERNETES_SERVICE_HOST) return "kubernetes";
  if ((await readText("/run/.containerenv")) !== null) return "podman";
  if ((await readText("/.dockerenv")) !== null) return "docker";
  const group = (await readText("/proc/1/cgroup")) ?? "";
  const match = /\b(docker|kubepods|lxc|containerd|libpod)\b/.exec(group);
  if (match) return match[1]!;
  // Singularity, Apptainer, systemd-nspawn and enroot say so in the environment of their first process or ours.
  if (env.APPTAINER_CONTAINER || env.SINGULARITY_CONTAINER) return "apptainer";
  return env.container || null;
}

async function readText(path: string): Promise<string | null> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch {
    return null;
  }
}
