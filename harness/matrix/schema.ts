import { z } from "zod";

/** A value or a list of values of one axis. */
const axis = <T extends z.ZodType>(value: T) => z.union([value, z.array(value).min(1)]);

const Axes = z.strictObject({
  mode: axis(z.enum(["train", "infer"])).optional(),
  engine: axis(z.string()).optional(),
  backend: axis(z.string()).optional(),
  gpus: axis(z.int().min(0)).optional(),
  precision: axis(z.enum(["fp32", "tf32", "bf16", "fp16"])).optional(),
  xla: axis(z.enum(["off", "on", "max"])).optional(),
  batch: axis(z.int().min(1)).optional(),
  model: axis(z.string()).optional(),
  formulation: axis(z.enum(["layerwise", "factored"])).optional(),
  scaling: axis(z.enum(["strong", "weak"])).optional(),
  dataset: axis(z.string()).optional(),
});

/** A matrix file. Each block of `cells` is a cartesian product of its axes over `defaults`. */
export const Matrix = z.strictObject({
  matrix: z.literal(1),
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/),
  description: z.string(),
  suite: z.string().default("ncf"),
  /** Launches of each cell: fresh processes, the unit of replication. */
  launches: z.int().min(1).max(1000).default(5),
  /** Seconds after which a launch is killed. */
  timeoutSeconds: z.number().positive().default(3600),
  defaults: Axes.default({}),
  /** Suite options for all cells. */
  options: z.record(z.string(), z.unknown()).default({}),
  cells: z.array(Axes.extend({ options: z.record(z.string(), z.unknown()).optional() })).min(1),
});
export type Matrix = z.infer<typeof Matrix>;
