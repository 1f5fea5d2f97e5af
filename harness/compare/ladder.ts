import { leastAttainableP } from "../stats/mann-whitney.js";
import { canDecide } from "../stats/power.js";
import type { CompareOptions, Effect, MetricComparison, Reason, SideSummary, Verdict } from "./types.js";

export interface Rung {
  verdict: Verdict;
  reason: Reason;
}

/** All that the ladder looks at. `effect`, `p` and `adjustedP` are null together, when a side has no valid launch. */
export interface LadderInput {
  better: MetricComparison["better"];
  base: SideSummary;
  next: SideSummary;
  /** Why the two must not be compared, found before any figure was looked at. */
  barrier: Reason | null;
  effect: Effect | null;
  p: number | null;
  adjustedP: number | null;
  /** Tests in the family that the p was adjusted over. */
  family: number;
  /** What the design could give at best; that of two independent samples unless given. */
  limits?: DesignLimits;
}

export interface DesignLimits {
  /** Whether one test alone could be decided. */
  able: boolean;
  leastP: number;
  /** What was measured, e.g. `5 + 5 launches`. */
  what: string;
}

/**
 * The verdict of one metric of one cell. It starts at `inconclusive` and climbs on evidence alone: a change needs both an
 * adjusted p below alpha and a whole interval beyond the margin; `same` needs the whole interval inside it.
 */
export function climb(input: LadderInput, options: CompareOptions): Rung {
  if (input.barrier !== null) return { verdict: "not comparable", reason: input.barrier };
  const unmeasured = unmeasuredSide(input);
  if (unmeasured !== null) return { verdict: "not comparable", reason: unmeasured };
  const { effect, adjustedP } = input;
  const low = effect?.low ?? 0;
  const high = effect?.high ?? Number.POSITIVE_INFINITY;
  const [lower, upper] = [1 / (1 + options.margin), 1 + options.margin];
  const beyond = high < lower || low > upper;
  const interval = low === 0 ? "an unbounded interval" : `${percent(low - 1)} to ${percent(high - 1)}`;
  if (beyond && adjustedP! < options.alpha) {
    const better = high < lower === (input.better === "lower");
    const message = `${interval} lies beyond ±${percent(options.margin, false)} and p ${figure(adjustedP!)} is below ${options.alpha}`;
    return { verdict: better ? "faster" : "slower", reason: { code: "beyond-margin", message } };
  }
  if (lower <= low && high <= upper) {
    const message = `${interval} lies inside ±${percent(options.margin, false)}`;
    return { verdict: "same", reason: { code: "within-margin", message } };
  }
  return { verdict: "inconclusive", reason: openReason(input, beyond, interval, options) };
}

function openReason(input: LadderInput, beyond: boolean, interval: string, options: CompareOptions): Reason {
  const { alpha, level } = options;
  const { able, leastP: least, what } = input.limits ?? independentLimits(input, options);
  if (!able) {
    const message = `${what} can give no p below ${figure(least)} and no interval at ${percent(level, false)}`;
    return { code: "too-few-launches", message };
  }
  if (!beyond) {
    return { code: "interval-too-wide", message: `${interval} reaches across ±${percent(options.margin, false)}` };
  }
  if (least * input.family >= alpha) {
    const message = `${what} can give no p below ${figure(least)}, too much for a family of ${input.family} cells`;
    return { code: "family-too-large", message };
  }
  const message = `p ${figure(input.adjustedP!)} over ${input.family} cells is not below ${alpha}`;
  return { code: "not-significant", message };
}

function independentLimits({ base, next }: LadderInput, { alpha, level }: CompareOptions): DesignLimits {
  const [n1, n2] = [base.valid, next.valid];
  return {
    able: canDecide({ n1, n2, alpha, level }),
    leastP: leastAttainableP(n1, n2),
    what: `${n1} + ${n2} launches`,
  };
}

function unmeasuredSide({ base, next }: LadderInput): Reason | null {
  if (next.planned === 0) return { code: "cell-missing", message: "the newer run does not have this cell" };
  for (const [side, summary, code] of [
    ["baseline", base, "base-not-measured"],
    ["newer run", next, "next-not-measured"],
  ] as const) {
    if (summary.valid > 0) continue;
    const why = summary.excluded[0];
    const message = `no valid launch of ${summary.planned} in the ${side}${why === undefined ? "" : ` (${why.message})`}`;
    const all = (kind: string) => summary.excluded.every((launch) => launch.code === kind);
    if (all("quality-missed")) return { code: "quality-missed", message };
    return { code: all("metric-missing") ? "metric-missing" : code, message };
  }
  return null;
}

export function percent(share: number, signed = true): string {
  if (!Number.isFinite(share)) return "∞";
  const text = Number((share * 100).toPrecision(3));
  return `${signed && text > 0 ? "+" : ""}${text} %`;
}

export function figure(p: number): string {
  return p === 0 ? "0" : p < 1e-4 ? p.toExponential(1) : String(Number(p.toPrecision(2)));
}
