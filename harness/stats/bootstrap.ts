import { normalQuantile, normalUpperTail } from "./normal.js";
import { mean, sortedQuantile } from "./quantile.js";
import { uniform } from "./random.js";

export interface Bootstrap {
  /** `percentile` is plain; `bca` corrects for bias and skewness, for a jackknife more of the statistic. */
  method: "percentile" | "bca";
  level: number;
  /** 2,000 is usual for 95 %. */
  resamples: number;
  seed: number;
}

export interface BootstrapInterval {
  /** The statistic of the groups as they are. */
  estimate: number;
  low: number;
  high: number;
}

/**
 * Interval of any statistic of one or more independent groups, each of which is resampled on its own; the same seed gives
 * the same interval. With fewer than about ten values a group it covers less than its level: small samples want a rank
 * interval instead (hodges-lehmann.ts, walsh.ts). An empty group gives NaN throughout.
 * `bca` falls back to `percentile` where every resample lies to one side of the estimate, which leaves its bias unmeasured.
 * Sources: B. Efron & R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapters 13 and 14; the acceleration of
 * several groups is that of A. C. Davison & D. V. Hinkley, "Bootstrap Methods and their Application", 1997, section 5.3.
 */
export function bootstrapInterval(
  groups: readonly (readonly number[])[],
  statistic: (groups: readonly (readonly number[])[]) => number,
  { method, level, resamples, seed }: Bootstrap,
): BootstrapInterval {
  if (groups.some((group) => group.length === 0)) return { estimate: Number.NaN, low: Number.NaN, high: Number.NaN };
  const estimate = statistic(groups);
  const next = uniform(seed);
  const replicates = Float64Array.from({ length: resamples }, () =>
    statistic(groups.map((group) => group.map(() => group[Math.floor(next() * group.length)]!))),
  ).sort();
  const tail = (1 - level) / 2;
  let [low, high] = [tail, 1 - tail];
  const bias = method === "bca" ? normalQuantile(shareBelow(replicates, estimate)) : Number.NaN;
  if (Number.isFinite(bias)) {
    const bend = acceleration(groups, statistic);
    [low, high] = [low, high].map((p) => corrected(p, bias, bend)) as [number, number];
  }
  return { estimate, low: sortedQuantile(replicates, low), high: sortedQuantile(replicates, high) };
}

/** Share of the replicates below the estimate, those equal to it counting one half. */
function shareBelow(replicates: Float64Array, estimate: number): number {
  let count = 0;
  for (const value of replicates) count += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  return count / replicates.length;
}

function corrected(p: number, bias: number, bend: number): number {
  const z = bias + normalQuantile(p);
  return normalUpperTail(-(bias + z / (1 - bend * z)));
}

/** Acceleration from the jackknife: a sixth of the skewness of the statistic's influence values. */
function acceleration(
  groups: readonly (readonly number[])[],
  statistic: (groups: readonly (readonly number[])[]) => number,
): number {
  let squares = 0;
  let cubes = 0;
  groups.forEach((group, g) => {
    const n = group.length;
    if (n < 2) return;
    const without = group.map((_, left) => statistic(groups.with(g, group.toSpliced(left, 1))));
    const center = mean(without);
    for (const value of without) {
      const influence = (n - 1) * (center - value);
      squares += influence ** 2 / n ** 2;
      cubes += influence ** 3 / n ** 3;
    }
  });
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
