import { join } from "node:path";
import { acquireLock } from "../../storage/lock.js";
import type { MachineView, Suite, Warning } from "../../suites/suite.js";
import type { LaunchRecord } from "../record/schema.js";
import { executeRun, type RunProgress } from "../run/execute.js";
import { readExperiment, type SavedExperiment } from "./experiment.js";
import { type Side, type Step, sides } from "./order.js";
import { variantEnvironment, WORKER_FILE } from "./variant.js";

export interface ExperimentProgress {
  /** Launches of this call before this one, and in all. */
  at: number;
  of: number;
  side: Side;
  progress: RunProgress;
}

export interface ExecuteExperiment {
  saved: SavedExperiment;
  suite: Suite;
  /** As the workers of each variant see it. */
  machine: Record<Side, { fingerprint: string; view: MachineView }>;
  /** What measures each variant now. */
  software: Record<Side, LaunchRecord["software"]>;
  /** Root of the built ncf-bench whose worker measures each variant; null: our own. */
  roots: Record<Side, string | null>;
  warnings: readonly Warning[];
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  onProgress: (progress: ExperimentProgress) => void;
}

/**
 * Makes the launches of the pairs that are not whole yet, in the experiment's order, each in the run of its variant. Of a pair
 * that was torn by an interruption both launches are made again: neighbours in time are what pairs are for. A cell that one
 * variant turns out not to support is measured no further. Holds the experiment's lock meanwhile; says whether the signal
 * stopped it.
 */
export async function executeExperiment(request: ExecuteExperiment): Promise<{ interrupted: boolean }> {
  const lock = await acquireLock(join(request.saved.dir, "lock"));
  try {
    return await executeInOrder(request);
  } finally {
    await lock.release();
  }
}

async function executeInOrder(request: ExecuteExperiment): Promise<{ interrupted: boolean }> {
  const { saved, signal } = request;
  const refused = new Set<number>();
  const note = (side: Side, record: LaunchRecord): void => {
    if (record.status === "unsupported") refused.add(cellOf(saved, side, record));
  };
  let place = { at: 0, of: 0 };
  const launch = (side: Side, launches: [number, number][]) =>
    executeSide(request, side, launches, (progress) => {
      if (progress.type === "unsupported" || progress.type === "end") note(side, progress.record);
      request.onProgress({ ...place, side, progress });
    });
  for (const side of sides) {
    // Sets a torn tail aside, and records what this machine cannot do.
    await launch(side, []);
  }
  const now = (await readExperiment(saved.dir))!;
  for (const side of sides) for (const record of now[side].records) note(side, record);
  const left = launchesLeft(now);
  for (const [at, [side, cell, pair]] of left.entries()) {
    if (refused.has(cell)) continue;
    place = { at, of: left.length };
    const { interrupted } = await launch(side, [[cell, pair]]);
    if (interrupted) return { interrupted };
  }
  return { interrupted: signal.aborted };
}

function executeSide(
  { saved, suite, machine, software, roots, warnings, env, signal }: ExecuteExperiment,
  side: Side,
  launches: readonly [number, number][],
  onProgress: (progress: RunProgress) => void,
): Promise<{ interrupted: boolean }> {
  const { dir, manifest } = saved[side];
  const variant = saved.experiment[side];
  const root = roots[side];
  return executeRun({
    dir,
    manifest,
    suite,
    machine: machine[side],
    software: software[side],
    retryFailed: false,
    launches,
    warnings,
    signal,
    onProgress,
    env: variantEnvironment(variant, env),
    ...(root === null ? {} : { workerPath: join(root, WORKER_FILE) }),
  });
}

/** The launches of the pairs of which not both have a record. */
export function launchesLeft(saved: SavedExperiment): Step[] {
  const made = new Set(
    sides.flatMap((side) =>
      saved[side].records.map((record) => `${side}/${cellOf(saved, side, record)}/${record.launch}`),
    ),
  );
  return saved.experiment.order.filter(([, cell, pair]) => sides.some((side) => !made.has(`${side}/${cell}/${pair}`)));
}

function cellOf(saved: SavedExperiment, side: Side, { key }: LaunchRecord): number {
  return saved[side].manifest.cells.findIndex((cell) => cell.key === key);
}
