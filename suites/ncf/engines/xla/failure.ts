import { PjrtError } from "../../../../xla/pjrt/error.js";
import type { Cell } from "../../../cell.js";
import { LaunchFailure } from "../../../launch-failure.js";

const NO_ROOM = /out of memory|failed to allocate|array buffer allocation failed/i;

/** What an error of the plugin, or of making room for its data, means for the launch; null for any other. */
export function explainFailure(error: unknown, cell: Pick<Cell, "batch" | "gpus" | "xla">): LaunchFailure | null {
  const ofPlugin = error instanceof PjrtError;
  if (!ofPlugin && !(error instanceof RangeError)) return null;
  if (NO_ROOM.test(error.message) || (ofPlugin && error.code === "RESOURCE_EXHAUSTED")) {
    const where = cell.gpus > 0 ? "ncf-bench plan --target GPU shows what fits" : "use a smaller data set";
    const hint = `use a batch smaller than ${cell.batch}, or ${where}`;
    return new LaunchFailure("oom", `no room for the cell: ${error.message}`, hint, error);
  }
  if (!ofPlugin) return null;
  if (/compile/i.test(error.call)) {
    const hint =
      cell.xla === "on" ? "try another plugin: ncf-bench doctor shows which are there" : "try it with xla=on";
    return new LaunchFailure("compile", `XLA does not compile the cell's program: ${error.message}`, hint, error);
  }
  return new LaunchFailure("device", `the device failed: ${error.message}`, "see ncf-bench doctor", error);
}
