import { z } from "zod";
import { Cell } from "../../suites/cell.js";

export const RUN_SCHEMA = "ncf-bench.run/1.0";

/** More launches of one cell than anyone plans: every planned launch takes memory, recorded or not. */
const MOST_LAUNCHES = 100_000;

export const PlannedCell = z.object({
  cell: Cell,
  key: z.string(),
  /** Validated suite options of this cell. */
  options: z.record(z.string(), z.unknown()),
  /** Names of the options that the matrix or the command line set, as opposed to defaults: a set target is one to meet. */
  optionsSet: z.array(z.string()).optional(),
  launches: z.int().min(0).max(MOST_LAUNCHES),
  timeoutSeconds: z.number(),
});
export type PlannedCell = z.infer<typeof PlannedCell>;

/** A baseline that a run was planned from and is compared with when all is measured. */
export const Against = z.looseObject({
  /** As the user named it. */
  baseline: z.string(),
  /** Id of its run: the name may come to mean another. */
  run: z.string(),
  /** Keys of the baseline's cells that are compared; null: all. */
  cells: z.array(z.string()).nullable(),
  margin: z.number(),
  alpha: z.number(),
  /** Id of the run that measures again what is slower; null: none does. */
  confirmation: z.string().nullable(),
  /** How the launches were chosen, and what they were expected to show. */
  plan: z.looseObject({}),
});
export type Against = z.infer<typeof Against>;

/** `run.json`: what was planned and where, written before the first launch and never changed, so that a run can be resumed. */
export const RunManifest = z.looseObject({
  schema: z.string(),
  run: z.string(),
  matrix: z.string(),
  createdAt: z.string(),
  /** Seed of the launch order and, with the launch index, of every launch. */
  seed: z.int(),
  cells: z.array(PlannedCell).superRefine((cells, context) => {
    const seen = new Set<string>();
    for (const { key } of cells) {
      if (seen.has(key)) context.addIssue({ code: "custom", message: `the cell ${key} twice` });
      seen.add(key);
    }
  }),
  /** Launches in the order they are to be made: [cell index, launch index]. */
  order: z.array(z.tuple([z.int(), z.int()])),
  /** Prepared data sets by their names in the cells. */
  datasets: z.record(
    z.string(),
    z.object({
      dir: z.string(),
      name: z.string(),
      synthetic: z.boolean(),
      hash: z.string(),
      /** The real path that it is prepared from; absent for data sets that go by a name. */
      source: z.string().optional(),
    }),
  ),
  machine: z.looseObject({ fingerprint: z.string() }),
  software: z.object({ version: z.string(), commit: z.string().nullable(), node: z.string() }),
  command: z.array(z.string()),
  /** What the run is held against, where it was planned from a baseline. */
  against: Against.optional(),
  /** The run whose slower cells this one measures again. */
  confirms: z.string().optional(),
});
export type RunManifest = z.infer<typeof RunManifest>;
