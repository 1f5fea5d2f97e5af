import { createHash } from "node:crypto";
import type { MetricsOf } from "../compare/primary-metric.js";
import type { RunData } from "../compare/run-data.js";
import type { Experiment, Tally } from "./experiment.js";
import type { Gate } from "./gate.js";
import { simulatedRuns } from "./simulated-runs.js";
import { storedRuns } from "./stored-runs.js";
import { runTrials } from "./trials.js";

/** Cells compared in one chunk, about: a tenth of a second. */
const CELLS = 1200;

/** A part of an experiment with a seed of its own, so that any thread may do it and all together say the same. */
export interface Chunk {
  experiment: Experiment;
  seed: number;
  from: number;
  count: number;
}

/** An experiment in parts. They depend on it and the seed alone, not on what else is measured. */
export function chunksOf(experiment: Experiment, seed: number): Chunk[] {
  const size = Math.max(10, Math.floor(CELLS / experiment.cells));
  const chunks: Chunk[] = [];
  for (let from = 0; from < experiment.trials; from += size) {
    const { trials: _, ...identity } = experiment;
    const digest = createHash("sha256")
      .update(JSON.stringify([seed, from, identity]))
      .digest();
    chunks.push({ experiment, seed: digest.readUInt32LE(), from, count: Math.min(size, experiment.trials - from) });
  }
  return chunks;
}

/** What does chunks one after the other: keeps the runs' frame while the experiment stays the same. `stored` for those of a run. */
export function chunkRunner(
  gate: Gate,
  around: { alpha: number; metricsOf: MetricsOf; stored: RunData | null },
): (chunk: Chunk) => Tally {
  const { alpha, metricsOf, stored } = around;
  let last: { name: string; source: ReturnType<typeof simulatedRuns> } | undefined;
  return ({ experiment, ...part }) => {
    const name = JSON.stringify(experiment);
    if (last?.name !== name) {
      const source =
        experiment.source === "simulated"
          ? simulatedRuns(experiment, metricsOf)
          : storedRuns(stored!, experiment, metricsOf);
      last = { name, source };
    }
    return runTrials(last.source, gate, { margin: experiment.margin, alpha, metricsOf }, part);
  };
}
