import { compareRuns } from "../compare/compare.js";
import { recordsByCell, summarizeSide } from "../compare/launches.js";
import { gatedMetric, type MetricsOf } from "../compare/primary-metric.js";
import type { RunData } from "../compare/run-data.js";
import type { Verdict } from "../compare/types.js";
import type { LaunchRecord } from "../record/schema.js";
import type { PlannedCell, RunManifest } from "../run/manifest.js";
import { shuffle } from "../stats/random.js";
import type { Experiment } from "./experiment.js";
import type { GateOptions } from "./gate.js";
import type { Draws } from "./noise-models.js";
import type { Source } from "./trials.js";

/** A cell of a stored run with the launches that give a figure, in launch order. */
export interface Pool {
  planned: PlannedCell;
  metric: string;
  better: "higher" | "lower";
  launches: LaunchRecord[];
}

/** The cells of a run that have at least two figures to draw from, and the keys of those that do not. */
export function launchPools(run: RunData, metricsOf: MetricsOf): { pools: Pool[]; without: string[] } {
  const { cells } = recordsByCell(run);
  const pools: Pool[] = [];
  const without: string[] = [];
  for (const planned of run.manifest.cells) {
    const records = cells.get(planned.key)!;
    const info = gatedMetric(planned.cell, metricsOf(planned.cell.suite), null)!;
    const left = new Set(summarizeSide(planned, records, info.name).excluded.map(({ launch }) => launch));
    const launches = [...records.values()]
      .filter(({ launch }) => !left.has(launch))
      .sort((a, b) => a.launch - b.launch);
    if (launches.length < 2) without.push(planned.key);
    else pools.push({ planned, metric: info.name, better: info.better, launches });
  }
  return { pools, without };
}

/**
 * Runs made of a stored run's launches, relabelled: drawn with replacement, as many as the experiment says; or each cell's
 * launches shuffled and halved, an odd one left out, which repeats none and supposes only that their order means nothing.
 * The slowed cell changes with the trial. A later run is drawn like the newer one; from halves it is the newer one's mirror
 * of a fresh shuffle, and so shares launches with both.
 */
export function storedRuns(run: RunData, experiment: Experiment, metricsOf: MetricsOf): Source {
  const { pools } = launchPools(run, metricsOf);
  const build = (at: number, sides: readonly LaunchRecord[][], slowed: number | null): RunData =>
    relabelled(run.manifest, pools, at, sides, slowed, experiment.slowdown);
  const resample = (draws: Draws): LaunchRecord[][] =>
    pools.map(({ launches }) =>
      Array.from({ length: experiment.launches! }, () => launches[Math.floor(draws.uniform() * launches.length)]!),
    );
  const halves = (draws: Draws): [LaunchRecord[][], LaunchRecord[][]] => {
    const order = pools.map(({ launches }) => shuffled(launches.length, draws.uniform));
    const side = (from: number) =>
      pools.map(({ launches }, i) => {
        const half = Math.floor(launches.length / 2);
        return Array.from(order[i]!.subarray(from * half, (from + 1) * half), (index) => launches[index]!);
      });
    return [side(0), side(1)];
  };
  return (draws, trial) => {
    const slowed = experiment.slowdown === 0 ? null : trial % pools.length;
    const [base, next] = experiment.source === "split" ? halves(draws) : [resample(draws), resample(draws)];
    return {
      base: build(0, base, null),
      next: build(1, next, slowed),
      again: () => build(2, experiment.source === "split" ? halves(draws)[1] : resample(draws), slowed),
      slowed: slowed === null ? null : pools[slowed]!.planned.key,
    };
  };
}

/** Cells' verdicts when the first half of the run is compared with its second half: not `same` or open where it drifted. */
export function halvesInOrder(run: RunData, options: GateOptions): Record<string, Verdict> {
  const { pools } = launchPools(run, options.metricsOf);
  const half = (from: number) =>
    pools.map(({ launches }) => {
      const size = Math.floor(launches.length / 2);
      return launches.slice(from === 0 ? 0 : launches.length - size, from === 0 ? size : launches.length);
    });
  const sides = [0, 1].map((at) => relabelled(run.manifest, pools, at, half(at), null, 0));
  const { cells } = compareRuns(sides[0]!, sides[1]!, options);
  return Object.fromEntries(cells.map(({ key, verdict }) => [key, verdict]));
}

function relabelled(
  manifest: RunManifest,
  pools: readonly Pool[],
  at: number,
  sides: readonly LaunchRecord[][],
  slowed: number | null,
  slowdown: number,
): RunData {
  const run = `drawn-${at}`;
  const createdAt = new Date(Date.parse(manifest.createdAt) + at).toISOString();
  const cells = pools.map(({ planned }, i) => ({ ...planned, launches: sides[i]!.length }));
  const records = pools.flatMap(({ metric, better }, cell) => {
    const factor = cell !== slowed ? 1 : better === "higher" ? 1 / (1 + slowdown) : 1 + slowdown;
    return sides[cell]!.map((record, launch) => {
      // The gate rests on one metric; the others would only take time.
      return { ...record, run, launch, metrics: { [metric]: record.metrics[metric]! * factor } };
    });
  });
  return { manifest: { ...manifest, run, createdAt, cells, order: [] }, records };
}

function shuffled(length: number, uniform: () => number): Float64Array {
  const order = Float64Array.from({ length }, (_, i) => i);
  shuffle(order, 0, length, uniform);
  return order;
}
