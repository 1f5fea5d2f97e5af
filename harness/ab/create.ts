import { join } from "node:path";
import type { Plan } from "../plan/plan.js";
import type { LaunchRecord } from "../record/schema.js";
import { type PlannedCell, RUN_SCHEMA, type RunManifest } from "../run/manifest.js";
import { writeManifest } from "../run/run-dir.js";
import { sharedCells } from "./cells.js";
import {
  AB_SCHEMA,
  createExperimentDir,
  type Experiment,
  type SavedExperiment,
  writeExperiment,
} from "./experiment.js";
import { blockedOrder, PAIRS_OF_BLOCK, type Side, sides } from "./order.js";
import type { Variant } from "./variant.js";

export interface ExperimentRequest {
  id: string;
  seed: number;
  blocks: number;
  margin: number;
  alpha: number;
  metric: string | null;
  command: string[];
  variants: Record<Side, Variant>;
  plans: Record<Side, Plan>;
}

/** What is to be measured, in order, before anything is written. Throws `UserError` where the plans do not pair. */
export function planExperiment({ variants, plans, ...said }: ExperimentRequest): Experiment {
  const cells = sharedCells(plans, variants).map((index) => ({ index, key: plans.a.cells[index]!.key }));
  return {
    schema: AB_SCHEMA,
    ...said,
    ...variants,
    createdAt: new Date().toISOString(),
    order: blockedOrder(cells, said.blocks, said.seed),
  };
}

export interface Surroundings {
  datasets: RunManifest["datasets"];
  machine: Record<Side, RunManifest["machine"]>;
  software: Record<Side, LaunchRecord["software"]>;
}

/** Writes the manifests of both runs, and `ab.json` when they are there. Throws `UserError` for a folder that is taken. */
export async function saveExperiment(
  dir: string,
  experiment: Experiment,
  plans: Record<Side, Plan>,
  around: Surroundings,
): Promise<SavedExperiment> {
  await createExperimentDir(dir);
  const runs = { a: manifestOf("a", experiment, plans.a, around), b: manifestOf("b", experiment, plans.b, around) };
  for (const side of sides) await writeManifest(join(dir, side), runs[side]);
  await writeExperiment(dir, experiment);
  const empty = { records: [], damage: [] };
  return {
    dir,
    experiment,
    a: { dir: join(dir, "a"), manifest: runs.a, ...empty },
    b: { dir: join(dir, "b"), manifest: runs.b, ...empty },
  };
}

function manifestOf(side: Side, experiment: Experiment, plan: Plan, around: Surroundings): RunManifest {
  const launches = experiment.blocks * PAIRS_OF_BLOCK;
  const made = experiment.order.flatMap(([of, cell, pair]): [number, number][] => (of === side ? [[cell, pair]] : []));
  // A cell that only the other variant cannot measure is planned here, too: its launches are then missing, not unsupported.
  const alone = plan.cells.flatMap((_, index) =>
    plan.unsupported[index] !== null || made.some(([cell]) => cell === index)
      ? []
      : Array.from({ length: launches }, (_, launch): [number, number] => [index, launch]),
  );
  return {
    schema: RUN_SCHEMA,
    run: `${experiment.id}-${side}`,
    matrix: plan.matrix,
    createdAt: experiment.createdAt,
    seed: experiment.seed,
    cells: plan.cells.map((cell): PlannedCell => ({ ...cell, launches })),
    order: [...made, ...alone],
    datasets: around.datasets,
    machine: around.machine[side],
    software: around.software[side],
    command: experiment.command,
    /** Where it belongs: launch i is pair i, of block floor(i / 2). */
    ab: { experiment: experiment.id, side, variant: experiment[side].label },
  };
}
