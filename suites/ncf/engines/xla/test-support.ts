import { expect } from "vitest";
import { findPlugin } from "../../../../xla/plugins/find.js";
import type { PluginName } from "../../../../xla/plugins/pins.js";
import { isGpuPlugin, places } from "../../../../xla/test-support.js";
import type { Cell } from "../../../cell.js";
import type { ModelState, OpenRequest } from "../../engine.js";
import { relativeDistance } from "../test-support.js";
import { openDevices } from "./devices.js";
import { programStore } from "./program-store.js";
import { Runtime } from "./runtime.js";
import { XlaSession } from "./session.js";
import type { Granularity } from "./trainer.js";

/** A cell's place on so many devices of a plugin: virtual ones where it is the CPU's. */
export const placeOn = (plugin: PluginName, devices: number): Pick<Cell, "backend" | "gpus"> => ({
  backend: isGpuPlugin(plugin) ? plugin : "emulated",
  gpus: devices,
});

/** So many devices of a plugin. A CPU plugin with the platform `cuda` runs the programs that a GPU would be given. */
export async function pluginRuntime(plugin: PluginName, devices = 1, platform?: "cuda"): Promise<Runtime> {
  const opened = await openDevices(findPlugin(plugin, places)!, placeOn(plugin, devices));
  return new Runtime({ ...opened, ...(platform ? { platform } : {}) }, {}, programStore());
}

/** A session of the request on devices of the plugin. */
export async function pluginSession(
  plugin: PluginName,
  request: OpenRequest,
  {
    devices = 1,
    granularity = "epoch",
    platform,
  }: { devices?: number; granularity?: Granularity; platform?: "cuda" } = {},
): Promise<XlaSession> {
  const placed = { ...request, cell: { ...request.cell, ...placeOn(plugin, devices), xla: "on" as const } };
  return XlaSession.open(placed, await pluginRuntime(plugin, devices, platform), granularity);
}

/** How far apart states may be that a GPU computed twice: relative L2 distances, by what products are rounded to. */
const GPU_DISTANCES = { fp32: 1e-3, tf32: 0.05, bf16: 0.1, fp16: 0.05 } as const;

/**
 * Holds a state to another that the same training came to. A CPU plugin computes the same bits again. A GPU adds rows in no
 * fixed order, and compiles programs for their parts differently, which training magnifies.
 */
export function expectSameState(
  plugin: PluginName,
  actual: ModelState,
  expected: ModelState,
  precision: Cell["precision"] = "fp32",
): void {
  if (!isGpuPlugin(plugin)) {
    expect(actual).toEqual(expected);
    return;
  }
  expect([actual.adam?.step, actual.lossScale]).toEqual([expected.adam?.step, expected.lossScale]);
  const distances = [...expected.parameters].map(([name, tensor]) => ({
    name,
    distance: relativeDistance(actual.parameters.get(name)!, tensor),
  }));
  expect(
    distances.filter(({ distance }) => !(distance < GPU_DISTANCES[precision])),
    JSON.stringify(distances),
  ).toEqual([]);
}
