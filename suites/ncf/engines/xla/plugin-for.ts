import { cachePath } from "../../../../storage/cache-dir.js";
import { choosePlugin, gpuFacts } from "../../../../xla/plugins/choose.js";
import { type FoundPlugin, findPlugin } from "../../../../xla/plugins/find.js";
import { type PluginName, pluginNames } from "../../../../xla/plugins/pins.js";
import type { Cell } from "../../../cell.js";
import type { MachineView, Unsupported } from "../../../suite.js";

/** A backend that runs N virtual devices on the host's CPU, so that multi-GPU cells can be tried anywhere. */
export const EMULATED = "emulated";

export const xlaBackends: readonly string[] = [...pluginNames, EMULATED];

/** The plugin for a cell, or why there is none. Looks at files only. */
export function pluginFor(
  cell: Pick<Cell, "backend" | "gpus">,
  machine: MachineView,
  env: NodeJS.ProcessEnv = process.env,
): { found: FoundPlugin } | { unsupported: Unsupported } {
  const places = { cacheRoot: cachePath(env), env };
  const named = pluginNames.find((name) => name === cell.backend);
  if (named) {
    const found = findPlugin(named, places);
    return found ? { found } : { unsupported: missing(`the XLA plugin ${named} is not on this machine`, named) };
  }
  const gpu = cell.gpus > 0 && cell.backend !== EMULATED ? gpuFacts(machine.gpus) : null;
  const chosen = choosePlugin(gpu, places);
  if (chosen.found) return { found: chosen.found };
  return { unsupported: missing(chosen.reason, chosen.setup) };
}

function missing(reason: string, setup: PluginName | null): Unsupported {
  return { code: "plugin", reason, ...(setup ? { hint: `ncf-bench setup ${setup}` } : {}) };
}
