import type { MachineView } from "../../suites/suite.js";
import { type MachineIdentity, machineFingerprint, machineIdentity } from "./fingerprint.js";
import type { Gpu } from "./gpu.js";
import { describeHost, type Host, type HostState } from "./host.js";
import { queryNvidiaGpus } from "./nvidia-smi.js";
import { queryAmdGpus } from "./rocm-smi.js";
import { type VisibleGpus, visibleGpus } from "./visible-gpus.js";

/** All that is recorded of the machine; goes into run.json. */
export interface MachineDescription {
  /** Sixteen hexadecimal digits over `identity`. */
  fingerprint: string;
  /** Hardware: a difference refuses a comparison. */
  identity: MachineIdentity;
  /** Software and settings around it: a difference is stated. */
  soft: Record<string, unknown>;
  /** What a cell may ask for: visible GPUs only. */
  view: MachineView;
  host: Host;
  state: HostState;
  /** All GPUs of the machine; null: they could not be told, `gpuReason` says why. */
  gpus: Gpu[] | null;
  gpuReason: string | null;
  /** The variable that hides GPUs from us, as `NAME=value`. */
  gpusLimitedBy: string | null;
  warnings: { code: string; message: string }[];
}

export interface DescribeOptions {
  env?: NodeJS.ProcessEnv;
  /** Paths of the vendors' tools, for tests. */
  nvidiaSmi?: string;
  rocmSmi?: string;
  timeoutSeconds?: number;
}

/** Looks at this machine: host, GPUs, limits of container and environment. Takes well under a second where nothing hangs. */
export async function describeMachine(options: DescribeOptions = {}): Promise<MachineDescription> {
  const env = options.env ?? process.env;
  const probeOptions = {
    env,
    ...(options.timeoutSeconds === undefined ? {} : { timeoutSeconds: options.timeoutSeconds }),
  };
  const [{ host, state }, nvidia, amd] = await Promise.all([
    describeHost(),
    queryNvidiaGpus({ ...probeOptions, ...(options.nvidiaSmi === undefined ? {} : { command: options.nvidiaSmi }) }),
    queryAmdGpus({ ...probeOptions, ...(options.rocmSmi === undefined ? {} : { command: options.rocmSmi }) }),
  ]);
  const gpus = nvidia.gpus === null || amd.gpus === null ? null : [...nvidia.gpus, ...amd.gpus];
  const visible = visibleGpus([...(nvidia.gpus ?? []), ...(amd.gpus ?? [])], env);
  const identity = machineIdentity(host, gpus);
  return {
    fingerprint: machineFingerprint(identity),
    identity,
    soft: softFacts(host, gpus, visible, nvidia.runtimeVersion),
    view: {
      gpus: visible.gpus.map((gpu) => ({
        vendor: gpu.vendor,
        model: gpu.model ?? "unknown",
        uuid: gpu.uuid,
        memoryBytes: gpu.memoryBytes,
        driver: gpu.driver,
        computeCapability: gpu.computeCapability,
      })),
      logicalCpus: Math.max(1, Math.floor(host.cpu.usableCpus)),
      memoryBytes: host.memory.limitBytes ?? host.memory.totalBytes,
    },
    host,
    state,
    gpus,
    gpuReason: gpuReason(gpus, nvidia, amd),
    gpusLimitedBy: visible.limitedBy,
    warnings: [...nvidia.warnings, ...amd.warnings, ...visible.warnings],
  };
}

type Answer = { installed: boolean; gpus: Gpu[] | null; reason: string | null };

function gpuReason(gpus: readonly Gpu[] | null, nvidia: Answer, amd: Answer): string | null {
  if (gpus !== null && gpus.length > 0) return null;
  // An absent tool of one vendor says nothing where the other vendor's tool answered.
  const answers = [nvidia, amd].filter((answer) => answer.installed && answer.reason !== null);
  const said = (answers.length > 0 ? answers : [nvidia, amd]).map((answer) => answer.reason);
  return said.filter((reason) => reason !== null).join("; ") || null;
}

function softFacts(
  host: Host,
  gpus: readonly Gpu[] | null,
  visible: VisibleGpus,
  cudaVersion: string | null,
): Record<string, unknown> {
  const each = (value: (gpu: Gpu) => unknown) => [
    ...new Set((gpus ?? []).map((gpu) => String(value(gpu) ?? "not told"))),
  ];
  return {
    os: { distribution: host.os.distribution, release: host.os.release, kernel: host.os.kernel },
    node: process.versions.node,
    cpu: { microcode: host.cpu.microcode, governor: host.cpu.governor },
    virtualization: host.virtualization,
    container: host.container,
    gpu: {
      driver: each((gpu) => gpu.driver),
      cuda: cudaVersion,
      ecc: each((gpu) => gpu.ecc),
      powerLimitWatts: each((gpu) => gpu.powerLimitWatts),
      maxSmClockMhz: each((gpu) => gpu.maxSmClockMhz),
      applicationSmClockMhz: each((gpu) => gpu.applicationSmClockMhz),
      persistenceMode: each((gpu) => gpu.persistenceMode),
      visible: visible.gpus.map((gpu) => gpu.model ?? "unknown"),
    },
  };
}
