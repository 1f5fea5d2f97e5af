import { cachePath } from "../../../../storage/cache-dir.js";
import { findPlugin } from "../../../../xla/plugins/find.js";
import type { OpenRequest } from "../../engine.js";
import { openDevices } from "./devices.js";
import { programStore } from "./program-store.js";
import { Runtime } from "./runtime.js";
import { XlaSession } from "./session.js";
import type { Granularity } from "./trainer.js";

export const places = { cacheRoot: cachePath(), env: process.env };

/** The CPU plugins that are on this machine: every test of a program is made on each of them. */
export const cpuPlugins = (["cpu", "cpu-next"] as const).filter((name) => findPlugin(name, places));

/** A plugin with so many virtual CPU devices. With the platform `cuda` it runs the programs that a GPU would be given. */
export async function cpuRuntime(
  plugin: (typeof cpuPlugins)[number],
  devices = 1,
  platform: "cpu" | "cuda" = "cpu",
): Promise<Runtime> {
  const opened = await openDevices(findPlugin(plugin, places)!, { backend: "emulated", gpus: devices });
  return new Runtime({ ...opened, platform }, {}, programStore());
}

/** A session of the request on virtual devices of the plugin. */
export async function cpuSession(
  plugin: (typeof cpuPlugins)[number],
  request: OpenRequest,
  {
    devices = 1,
    granularity = "epoch",
    platform = "cpu",
  }: { devices?: number; granularity?: Granularity; platform?: "cpu" | "cuda" } = {},
): Promise<XlaSession> {
  const emulated = { ...request, cell: { ...request.cell, backend: "emulated", gpus: devices, xla: "on" as const } };
  return XlaSession.open(emulated, await cpuRuntime(plugin, devices, platform), granularity);
}
