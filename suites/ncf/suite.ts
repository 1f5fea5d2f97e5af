import { UserError } from "../../errors/user-error.js";
import type { LaunchEvent, LaunchJob, LaunchOutcome, MachineView, Suite } from "../suite.js";
import { datasetCounts } from "./data/counts.js";
import { resolveDataset } from "./data/resolve.js";
import { datasetSource } from "./data/source.js";
import { engineNames, findEngine } from "./engines/registry.js";
import { pluginFor, xlaBackends } from "./engines/xla/plugin-for.js";
import { unsupportedOn } from "./engines/xla/targets.js";
import { ncfMetrics } from "./metrics-info.js";
import { parseWorkloadOptions, shapeOf } from "./options.js";
import { sentinelCells } from "./sentinel/cells.js";

/** Neural Collaborative Filtering: NVIDIA's NeuMF training and inference workload. */
export const ncfSuite: Suite = {
  name: "ncf",
  metrics: ncfMetrics,
  engines: engineNames,
  /** The engine that has the backend; where both may, XLA if a plugin for the cell is at hand. */
  defaultEngine(machine, gpus, backend) {
    if (backend !== "auto" && !xlaBackends.includes(backend)) return "tfjs";
    if (backend !== "auto" && backend !== "cpu") return "xla";
    return "found" in pluginFor({ backend, gpus: onGpus(machine, gpus) }, machine) ? "xla" : "tfjs";
  },
  defaultXla: (engine) => (engine === "xla" ? "on" : "off"),

  parseOptions(raw, cell) {
    shapeOf(cell);
    if (!findEngine(cell.engine)) {
      throw new UserError({
        code: "workload.engine",
        what: `there is no engine "${cell.engine}"`,
        where: "axis engine",
        hint: `use ${engineNames.join(", ")}, or auto`,
      });
    }
    return parseWorkloadOptions(raw);
  },

  unsupported: (cell, machine, env) => findEngine(cell.engine)?.unsupported(cell, machine, env) ?? null,
  datasetSource,
  prepareDataset: resolveDataset,

  /** Imported late: whoever only plans or lists does not load what measuring needs. */
  async runLaunch(job: LaunchJob, emit: (event: LaunchEvent) => void, signal: AbortSignal): Promise<LaunchOutcome> {
    const { runLaunch } = await import("./launch.js");
    return runLaunch(job, emit, signal);
  },

  compiler: {
    engine: "xla",
    unsupported: (cell, target) => unsupportedOn(cell, target),
    counts: datasetCounts,
    async compile(job) {
      const { compileCell } = await import("./engines/xla/compile-for.js");
      return compileCell(job);
    },
  },

  sentinels: {
    cellsFor: sentinelCells,
    measure: ({ cell, machine }) => findEngine(cell.engine)!.sentinel!(cell, machine),
  },
};

/** GPUs that a cell can get: where none is visible, its plugin need not be there either to say what is missing. */
function onGpus({ gpus }: MachineView, wanted: number): number {
  return gpus.length === 0 ? 0 : wanted;
}
