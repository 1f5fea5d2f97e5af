import type { MachineView, Suite, Unsupported } from "../../suites/suite.js";
import type { ExpandedCell } from "../matrix/expand.js";
import type { PlannedCell } from "../run/manifest.js";
import { interleave } from "./order.js";

export interface Plan {
  matrix: string;
  seed: number;
  cells: PlannedCell[];
  /** By cell index: why this machine cannot run it. Null: nothing known against it. */
  unsupported: (Unsupported | null)[];
  /** Launches to make, in order: [cell index, launch index]. Unsupported cells are not in it. */
  order: [number, number][];
}

export interface PlanRequest {
  matrix: { name: string; launches: number; timeoutSeconds: number };
  cells: readonly ExpandedCell[];
  suite: Suite;
  machine: MachineView;
  seed: number;
  /** The workers' environment; ours unless given. */
  env?: NodeJS.ProcessEnv | undefined;
  /** From the command line; the matrix's own unless given. */
  launches?: number | undefined;
  timeoutSeconds?: number | undefined;
}

/** What a run will do, decided before anything is measured. Throws `UserError` for options that the suite refuses. */
export function planRun(request: PlanRequest): Plan {
  const { matrix, suite, machine, seed, env } = request;
  const cells = request.cells.map(
    ({ cell, key, options }): PlannedCell => ({
      cell,
      key,
      options: suite.parseOptions(options, cell),
      optionsSet: Object.keys(options).sort(),
      launches: request.launches ?? matrix.launches,
      timeoutSeconds: request.timeoutSeconds ?? matrix.timeoutSeconds,
    }),
  );
  const unsupported = cells.map(({ cell }) => suite.unsupported(cell, machine, env));
  const order = interleave(cells, seed).filter(([index]) => unsupported[index] === null);
  return { matrix: matrix.name, seed, cells, unsupported, order };
}

/** The plan with other numbers of launches, by cell key; cells that are not named keep theirs. */
export function withLaunches(plan: Plan, launches: ReadonlyMap<string, number>): Plan {
  const cells = plan.cells.map((cell) => ({ ...cell, launches: launches.get(cell.key) ?? cell.launches }));
  const order = interleave(cells, plan.seed).filter(([index]) => plan.unsupported[index] === null);
  return { ...plan, cells, order };
}

/** Seconds that the launches left would take at the mean of those made so far; null before the first one. */
export function estimateSeconds(durations: readonly number[], left: number): number | null {
  if (durations.length === 0) return null;
  return (durations.reduce((sum, seconds) => sum + seconds, 0) / durations.length) * left;
}
