import { UserError } from "../../errors/user-error.js";
import { deviationBound } from "../stats/chi-square.js";
import { median } from "../stats/quantile.js";
import { type CellPrior, NOISE_CONFIDENCE } from "./launch-plan.js";
import { recordsByCell, summarizeSide } from "./launches.js";
import { gatedMetric, type MetricsOf } from "./primary-metric.js";
import type { RunData } from "./run-data.js";

/**
 * Noise and time of those of the baseline's cells that are in `keys` and have a valid launch. The noise is the upper
 * confidence bound of the standard deviation of the launches' logarithms; a cell with a single valid launch takes the
 * largest one of the others.
 *
 * @throws UserError where no cell has two valid launches, so that no noise is known.
 */
export function baselinePriors(baseline: RunData, keys: ReadonlySet<string>, metricsOf: MetricsOf): CellPrior[] {
  const records = recordsByCell(baseline).cells;
  const known = baseline.manifest.cells.flatMap((planned) => {
    if (!keys.has(planned.key)) return [];
    const launches = records.get(planned.key)!;
    const metric = gatedMetric(planned.cell, metricsOf(planned.cell.suite), null)!;
    const { valid, noise } = summarizeSide(planned, launches, metric.name);
    if (valid === 0) return [];
    const seconds = [...launches.values()].filter(({ status }) => status === "ok").map((one) => one.durationSeconds);
    const bound = noise === null ? null : deviationBound(noise, valid, NOISE_CONFIDENCE);
    return [{ key: planned.key, baseLaunches: valid, bound, seconds: median(seconds) }];
  });
  const bounds = known.flatMap(({ bound }) => (bound === null ? [] : [bound]));
  if (known.length > 0 && bounds.length === 0) {
    throw new UserError({
      code: "plan.noise-unknown",
      what: `no cell of ${baseline.manifest.run} has two valid launches, so its noise is not known and no number of launches can be planned`,
      where: "--baseline",
      hint: "save a baseline of at least five launches: ncf-bench run --launches 5",
    });
  }
  return known.map(({ bound, ...prior }) => ({ ...prior, noise: bound ?? Math.max(...bounds) }));
}
