import type { PluginName } from "../plugins/pins.js";

/** A GPU as its vendor describes it: enough for XLA to compile for it on a machine that has none. */
export interface GpuTarget {
  /** As in `plan --target h100x8`. */
  name: string;
  /** The device that references and peaks are known by. */
  device: string;
  /** What the driver calls it. */
  description: string;
  computeCapability: readonly [major: number, minor: number];
  cores: number;
  clockGhz: number;
  memoryBytes: number;
  memoryBytesPerSecond: number;
  l2Bytes: number;
  /** Shared memory that one block may ask for, and that one core has. */
  sharedBytesPerBlock: number;
  sharedBytesPerCore: number;
  /** Plugins whose kernels cover it, the newest first. */
  plugins: readonly PluginName[];
}

const GIB = 2 ** 30;
const volta = {
  computeCapability: [7, 0],
  cores: 80,
  clockGhz: 1.53,
  memoryBytesPerSecond: 900e9,
  l2Bytes: 6 * 2 ** 20,
  sharedBytesPerBlock: 98_304,
  sharedBytesPerCore: 98_304,
  plugins: ["cuda12"],
} as const;
const ampere = {
  computeCapability: [8, 0],
  cores: 108,
  clockGhz: 1.41,
  l2Bytes: 40 * 2 ** 20,
  sharedBytesPerBlock: 166_912,
  sharedBytesPerCore: 167_936,
  plugins: ["cuda13", "cuda12"],
} as const;
const hopper = {
  computeCapability: [9, 0],
  cores: 132,
  clockGhz: 1.98,
  l2Bytes: 50 * 2 ** 20,
  sharedBytesPerBlock: 232_448,
  sharedBytesPerCore: 233_472,
  plugins: ["cuda13", "cuda12"],
} as const;

/** Source: NVIDIA's architecture papers and data sheets of V100, A100, H100, H200 and B200; CUDA programming guide, table of compute capabilities. */
export const gpuTargets: readonly GpuTarget[] = [
  { ...volta, name: "v100-16g", device: "V100-SXM2-16GB", description: "Tesla V100-SXM2-16GB", memoryBytes: 16 * GIB },
  { ...volta, name: "v100-32g", device: "V100-SXM2-32GB", description: "Tesla V100-SXM2-32GB", memoryBytes: 32 * GIB },
  {
    ...ampere,
    name: "a100-40g",
    device: "A100-SXM4-40GB",
    description: "NVIDIA A100-SXM4-40GB",
    memoryBytes: 40 * GIB,
    memoryBytesPerSecond: 1555e9,
  },
  {
    ...ampere,
    name: "a100-80g",
    device: "A100-SXM4-80GB",
    description: "NVIDIA A100-SXM4-80GB",
    memoryBytes: 80 * GIB,
    memoryBytesPerSecond: 2039e9,
  },
  {
    ...hopper,
    name: "h100",
    device: "H100-SXM5-80GB",
    description: "NVIDIA H100 80GB HBM3",
    memoryBytes: 80 * GIB,
    memoryBytesPerSecond: 3350e9,
  },
  {
    ...hopper,
    name: "h200",
    device: "H200-SXM-141GB",
    description: "NVIDIA H200",
    memoryBytes: 141 * GIB,
    memoryBytesPerSecond: 4800e9,
  },
  {
    name: "b200",
    device: "B200-SXM-180GB",
    description: "NVIDIA B200",
    computeCapability: [10, 0],
    cores: 148,
    clockGhz: 1.965,
    memoryBytes: 180 * GIB,
    memoryBytesPerSecond: 8000e9,
    l2Bytes: 126 * 2 ** 20,
    sharedBytesPerBlock: 232_448,
    sharedBytesPerCore: 233_472,
    plugins: ["cuda13"],
  },
];

/**
 * Share of a GPU's memory that programs are taken to have. The rest is left to the CUDA context, to workspaces of cuBLAS and
 * NCCL, and to what an allocator cannot use.
 */
export const USABLE_MEMORY = 0.9;

/** `h100x8` is eight of `h100`; without a number it is one. Null for a name that is not known. */
export function parseTarget(text: string): { target: GpuTarget; count: number } | null {
  const match = /^([a-z0-9-]+?)(?:x(\d{1,4}))?$/i.exec(text);
  const target = gpuTargets.find(({ name }) => name === match?.[1]?.toLowerCase());
  const count = Number(match?.[2] ?? 1);
  return target && count > 0 ? { target, count } : null;
}

/** The plugin's options of a topology of `count` such GPUs on one host. */
export function topologyOptions(target: GpuTarget, count: number): Record<string, string> {
  const [major, minor] = target.computeCapability;
  const config = [
    "gpu_device_info {",
    "  threads_per_block_limit: 1024",
    "  threads_per_warp: 32",
    "  shared_memory_per_block: 49152",
    `  shared_memory_per_core: ${target.sharedBytesPerCore}`,
    "  threads_per_core_limit: 2048",
    `  core_count: ${target.cores}`,
    `  fpus_per_core: ${major === 7 || (major === 8 && minor === 0) ? 64 : 128}`,
    "  block_dim_limit_x: 2147483647",
    "  block_dim_limit_y: 65535",
    "  block_dim_limit_z: 65535",
    `  memory_bandwidth: ${target.memoryBytesPerSecond}`,
    `  l2_cache_size: ${target.l2Bytes}`,
    `  clock_rate_ghz: ${target.clockGhz}`,
    `  device_memory_size: ${target.memoryBytes}`,
    `  shared_memory_per_block_optin: ${target.sharedBytesPerBlock}`,
    `  cuda_compute_capability { major: ${major} minor: ${minor} }`,
    "  registers_per_core_limit: 65536",
    "  registers_per_block_limit: 65536",
    "}",
    'platform_name: "CUDA"',
    "dnn_version_info { major: 9 minor: 8 patch: 0 }",
    "runtime_version { major: 12 minor: 9 patch: 0 }",
    `device_description_str: "${target.description}"`,
  ];
  return { target_config: config.join("\n"), topology: `1x1x${count}` };
}
