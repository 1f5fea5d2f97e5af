import { UserError } from "../../errors/user-error.js";
import type { LaunchEvent, LaunchJob, LaunchOutcome, Suite } from "../suite.js";
import { resolveDataset } from "./data/resolve.js";
import { engineNames, findEngine } from "./engines/registry.js";
import { ncfMetrics } from "./metrics-info.js";
import { parseWorkloadOptions, shapeOf } from "./options.js";

/** Neural Collaborative Filtering: NVIDIA's NeuMF training and inference workload. */
export const ncfSuite: Suite = {
  name: "ncf",
  metrics: ncfMetrics,
  engines: engineNames,
  defaultEngine: () => "tfjs",

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

  unsupported: (cell, machine) => findEngine(cell.engine)?.unsupported(cell, machine) ?? null,
  prepareDataset: resolveDataset,

  /** Imported late: whoever only plans or lists does not load what measuring needs. */
  async runLaunch(job: LaunchJob, emit: (event: LaunchEvent) => void, signal: AbortSignal): Promise<LaunchOutcome> {
    const { runLaunch } = await import("./launch.js");
    return runLaunch(job, emit, signal);
  },
};
