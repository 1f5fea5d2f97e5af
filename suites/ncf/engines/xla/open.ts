import { PjrtError } from "../../../../xla/pjrt/error.js";
import type { MachineView } from "../../../suite.js";
import { type OpenRequest, UnsupportedError } from "../../engine.js";
import { compilerFlags } from "./compiler-flags.js";
import { openDevices } from "./devices.js";
import { pluginFor } from "./plugin-for.js";
import { programStore } from "./program-store.js";
import { Runtime } from "./runtime.js";
import { initialOf, XlaSession } from "./session.js";

const UNKNOWN_MACHINE: MachineView = { gpus: [], logicalCpus: 1, memoryBytes: 0 };

/**
 * Loads the plugin, compiles the cell's programs, fills the devices.
 *
 * @throws UnsupportedError when there is no plugin, or it has fewer devices than the cell asks for.
 */
export async function openXla(request: OpenRequest): Promise<XlaSession> {
  const { cell } = request;
  const plugin = pluginFor(cell, request.machine ?? UNKNOWN_MACHINE);
  if ("unsupported" in plugin) throw new UnsupportedError(plugin.unsupported);
  const opening = openDevices(plugin.found, cell).catch((error: unknown) => {
    if (!(error instanceof PjrtError)) throw error;
    throw new UnsupportedError({
      code: "plugin",
      reason: `the plugin ${plugin.found.path} does not start: ${error.message}`,
      hint: "ncf-bench doctor",
    });
  });
  // CUDA takes seconds to start, on a thread of its own.
  const parameters = initialOf(request);
  const devices = await opening;
  if (devices.client.devices.length < devices.count) {
    throw new UnsupportedError({
      code: "gpus",
      reason: `the plugin sees ${devices.client.devices.length} devices, the cell asks for ${devices.count}`,
      hint: "ncf-bench doctor",
    });
  }
  const runtime = new Runtime(devices, compilerFlags(cell.xla, devices.platform), programStore());
  try {
    return await XlaSession.open(request, runtime, "epoch", parameters);
  } catch (error) {
    runtime.dispose();
    throw error;
  }
}
