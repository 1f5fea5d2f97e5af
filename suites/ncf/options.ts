import { UserError } from "../../errors/user-error.js";
import type { Cell } from "../cell.js";
import { type ModelShape, modelPresets, parseModel, WorkloadOptions } from "./workload.js";

/** Fills in the reference's defaults. Throws `UserError` that names the option, what it was, and what is allowed. */
export function parseWorkloadOptions(raw: Record<string, unknown>): WorkloadOptions {
  const parsed = WorkloadOptions.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const known = Object.keys(WorkloadOptions.shape);
    const unknown = issue.code === "unrecognized_keys" ? issue.keys[0]! : null;
    throw new UserError({
      code: "workload.option",
      what: unknown === null ? issue.message : `there is no such option`,
      where: `option ${unknown ?? issue.path.join(".")}`,
      hint: unknown === null ? "correct its value" : `the options are: ${known.join(", ")}`,
    });
  }
  if (parsed.data.warmupIterations >= parsed.data.iterations) {
    throw new UserError({
      code: "workload.option",
      what: `${parsed.data.warmupIterations} warm-up iterations leave none of ${parsed.data.iterations}`,
      where: "option warmupIterations",
      hint: "use more iterations",
    });
  }
  return parsed.data;
}

/** The model's shape as the cell names it. Throws `UserError`. */
export function shapeOf(cell: Cell): ModelShape {
  const shape = parseModel(cell.model);
  if (shape) return shape;
  throw new UserError({
    code: "workload.model",
    what: `"${cell.model}" is no model`,
    where: "axis model",
    hint: `use ${modelPresets.join(", ")}, or FACTORS:L0-L1-… with an even L0, e.g. 16:128-64-32`,
  });
}
