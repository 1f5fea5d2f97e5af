import type { Client } from "../../../../xla/pjrt/client.js";
import { loadPlugin } from "../../../../xla/pjrt/plugin.js";
import { compilerFlagsVariable } from "../../../../xla/plugins/cuda-data.js";
import type { FoundPlugin } from "../../../../xla/plugins/find.js";
import { USABLE_MEMORY } from "../../../../xla/targets/gpus.js";
import type { Cell } from "../../../cell.js";
import type { Warning } from "../../../suite.js";
import { EMULATED } from "./plugin-for.js";
import { pluginSha256 } from "./plugin-sha256.js";

export interface OpenedDevices {
  client: Client;
  plugin: FoundPlugin;
  /** Of the plugin's file. */
  pluginSha256: string;
  platform: "cpu" | "cuda" | "rocm";
  /** Devices that the cell runs on: at least one. */
  count: number;
  /** What a compiled program's cache key says of the plugin's file and of the flags in the environment. */
  identity: string;
  /** The user's XLA_FLAGS, which the plugin follows in every compilation. */
  environmentFlags: string;
  warnings: Warning[];
}

/** Loads the plugin and starts it on the cell's devices. */
export async function openDevices(plugin: FoundPlugin, cell: Pick<Cell, "backend" | "gpus">): Promise<OpenedDevices> {
  const environmentFlags = process.env.XLA_FLAGS ?? "";
  // XLA reads the variable when its library is loaded, and needs libdevice and ptxas to compile for NVIDIA's GPUs.
  const withCuda = compilerFlagsVariable(plugin, process.env.XLA_FLAGS);
  if (withCuda) process.env.XLA_FLAGS = withCuda;
  const loaded = loadPlugin(plugin.path);
  const onCpu = cell.gpus === 0 || cell.backend === EMULATED;
  const count = Math.max(1, cell.gpus);
  const client = await loaded.createClient(
    onCpu
      ? { cpu_device_count: count }
      : {
          visible_devices: Array.from({ length: count }, (_, index) => BigInt(index)),
          preallocate: false,
          // XLA's own limit is three quarters.
          memory_fraction: USABLE_MEMORY,
        },
  );
  const warnings: Warning[] = loaded.untested
    ? [
        {
          code: "xla.untested-plugin",
          message: `the plugin has PJRT API ${loaded.apiVersion.major}.${loaded.apiVersion.minor}, newer than was tried`,
        },
      ]
    : [];
  const sha256 = await pluginSha256(plugin.path);
  return {
    client,
    plugin,
    pluginSha256: sha256,
    platform: client.platformName === "cpu" ? "cpu" : client.platformName === "rocm" ? "rocm" : "cuda",
    count,
    identity: `${sha256}:${environmentFlags}`,
    environmentFlags,
    warnings,
  };
}
