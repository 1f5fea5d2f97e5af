import { cuda12Compiler, cuda12Libraries, cuda13Compiler, cuda13Libraries } from "./cuda-libraries.js";

/** The plugins that this tool knows by name. `emulated` devices are the `cpu` plugin's. */
export const pluginNames = ["cpu", "cpu-next", "cuda12", "cuda13", "rocm"] as const;
export type PluginName = (typeof pluginNames)[number];

/** A Python wheel, used as a zip archive only: none of its code is run. */
export interface PinnedWheel {
  requirement: string;
  sha256: string;
  bytes: number;
  licence: string;
}

export interface PluginPin {
  name: PluginName;
  /** Version of the wheel that carries the plugin. */
  version: string;
  what: string;
  /** The plugin's file inside its wheel, and so inside the folder it is unpacked to. */
  file: string;
  /** `machine` as in `process.arch`, and the wheels for it, the plugin's first. */
  wheels: Partial<Record<"x64" | "arm64", readonly PinnedWheel[]>>;
  /** Wheels that compiling needs beside the plugin, also where its device is not. */
  compiler: readonly PinnedWheel[];
  /** Wheels of run-time libraries; without them the plugin compiles but cannot run. */
  libraries: readonly PinnedWheel[];
  /** Names under `jax_plugins` or elsewhere in Python's site-packages where the same plugin may already lie. */
  sitePackages: readonly string[];
  /** Least compute capability and driver of NVIDIA's GPUs. */
  minComputeCapability?: number;
  minDriver?: number;
}

/** Where a plugin is unpacked under the cache folder. */
export function pluginFolder({ name, version }: PluginPin): string {
  return `${name}-${version}`;
}

const APACHE = "Apache-2.0";

export const pluginPins: Record<PluginName, PluginPin> = {
  cpu: {
    name: "cpu",
    version: "0.0.1",
    what: "XLA for the CPU, PJRT API 0.81",
    file: "xla_plugins/xla_cpu_pjrt/xla_cpu_pjrt.so",
    wheels: {
      x64: [
        {
          requirement: "xla-cpu-pjrt==0.0.1",
          sha256: "55837b6b7b47daa717f2d9a5a03563ea0ceaa338d06a81a1e2d3f060d960decc",
          bytes: 63_461_052,
          licence: APACHE,
        },
      ],
      arm64: [
        {
          requirement: "xla-cpu-pjrt==0.0.1",
          sha256: "8f613be6e891858f40d64f9799319502fff42689661944fc18a6ffd8210b30c9",
          bytes: 49_514_947,
          licence: APACHE,
        },
      ],
    },
    compiler: [],
    libraries: [],
    sitePackages: ["xla_plugins/xla_cpu_pjrt/xla_cpu_pjrt.so"],
  },
  "cpu-next": {
    name: "cpu-next",
    version: "0.11.2",
    what: "a newer XLA for the CPU, PJRT API 0.115",
    file: "lammps_jax_pjrt_cpu/pjrt_c_api_cpu_plugin.so",
    wheels: {
      x64: [
        {
          requirement: "lammps-jax-pjrt-cpu==0.11.2",
          sha256: "1319390d948b39f69f7dade496b7c385149d9ca6097a6b62114da113216d9ad1",
          bytes: 62_711_338,
          licence: APACHE,
        },
      ],
    },
    compiler: [],
    libraries: [],
    sitePackages: ["lammps_jax_pjrt_cpu/pjrt_c_api_cpu_plugin.so"],
  },
  cuda12: {
    name: "cuda12",
    version: "0.12.0.1",
    what: "XLA for NVIDIA GPUs on CUDA 12, Volta (V100) and later",
    file: "jax_plugins/xla_cuda12/xla_cuda_plugin.so",
    wheels: {
      x64: [
        {
          requirement: "jax-cuda12-pjrt==0.12.0.1",
          sha256: "5ec28e06198d094031c37590b4ea753ae8cde4879ab4b60baf40f0dffb673286",
          bytes: 191_846_358,
          licence: APACHE,
        },
      ],
    },
    compiler: cuda12Compiler,
    libraries: cuda12Libraries,
    sitePackages: ["jax_plugins/xla_cuda12/xla_cuda_plugin.so"],
    minComputeCapability: 5.0,
    minDriver: 525,
  },
  cuda13: {
    name: "cuda13",
    version: "0.12.0.1",
    what: "XLA for NVIDIA GPUs on CUDA 13, Turing and later",
    file: "jax_plugins/xla_cuda13/xla_cuda_plugin.so",
    wheels: {
      x64: [
        {
          requirement: "jax-cuda13-pjrt==0.12.0.1",
          sha256: "5899bb6177eda86ea532afb9a26794f2bdd04966f6a01f9028266b16c2b6cf90",
          bytes: 134_922_808,
          licence: APACHE,
        },
      ],
    },
    compiler: cuda13Compiler,
    libraries: cuda13Libraries,
    sitePackages: ["jax_plugins/xla_cuda13/xla_cuda_plugin.so"],
    minComputeCapability: 7.5,
    minDriver: 580,
  },
  rocm: {
    name: "rocm",
    version: "0.12.0",
    what: "XLA for AMD GPUs on ROCm 7",
    file: "jax_plugins/xla_rocm7/xla_rocm_plugin.so",
    wheels: {
      x64: [
        {
          requirement: "jax-rocm7-pjrt==0.12.0",
          sha256: "4551d0714523355f2946ca1958c3f584e95661e467a641d36b726f718a1c7934",
          bytes: 133_415_872,
          licence: APACHE,
        },
      ],
    },
    compiler: [],
    libraries: [],
    sitePackages: ["jax_plugins/xla_rocm7/xla_rocm_plugin.so"],
  },
};
