import { DEFAULTS } from "../compare/options.js";
import { type Experiment, NO_MARGIN } from "./experiment.js";
import { noiseModels } from "./noise-models.js";

/** What is simulated: every noise model with every spread, number of launches, family and slowdown. */
export interface Grid {
  models: readonly string[];
  cvs: readonly number[];
  launches: readonly number[];
  cells: readonly number[];
  slowdowns: readonly number[];
  margin: number;
  /** Trials with the gate's margin. */
  trials: number;
  /** Trials without a change and without a margin, where alarms are near alpha and take more trials to tell from it. */
  nullTrials: number;
}

const COMMON = {
  models: noiseModels.map(({ name }) => name),
  cvs: [0.01],
  slowdowns: [0.01, 0.02, 0.05, 0.1],
  margin: DEFAULTS.margin,
};

export const FULL: Grid = { ...COMMON, launches: [5, 7, 10, 20], cells: [1, 12, 18], trials: 400, nullTrials: 2000 };
export const QUICK: Grid = { ...COMMON, launches: [7], cells: [1, 12], trials: 400, nullTrials: 1000 };

export function simulatedExperiments(grid: Grid): Experiment[] {
  const { models, cvs, margin, trials, nullTrials } = grid;
  const designs = models.flatMap((noise) =>
    cvs.flatMap((cv) =>
      grid.launches.flatMap((launches) =>
        grid.cells.map((cells) => ({ source: "simulated" as const, noise, cv, launches, cells })),
      ),
    ),
  );
  return designs.flatMap((design) => [
    { ...design, slowdown: 0, margin: NO_MARGIN, trials: nullTrials },
    { ...design, slowdown: 0, margin, trials },
    ...grid.slowdowns.map((slowdown) => ({ ...design, slowdown, margin, trials })),
  ]);
}

/** Experiments on a stored run: its launches drawn anew, as many as the grid says, and its launches halved. */
export function storedExperiments(
  { launches, slowdowns, margin, trials }: Grid,
  stored: { run: string; launches: Record<string, number> },
): Experiment[] {
  const counts = Object.values(stored.launches);
  const common = { noise: stored.run, cv: null, cells: counts.length, trials };
  const designs: Pick<Experiment, "source" | "launches">[] = launches.map((n) => ({
    source: "resampled",
    launches: n,
  }));
  // A half of one launch can say nothing.
  if (Math.min(...counts) >= 4) designs.push({ source: "split", launches: null });
  return designs.flatMap((design) => [
    { ...design, ...common, slowdown: 0, margin: NO_MARGIN },
    { ...design, ...common, slowdown: 0, margin },
    ...slowdowns.map((slowdown) => ({ ...design, ...common, slowdown, margin })),
  ]);
}
