import { shiftInterval } from "../stats/hodges-lehmann.js";
import type { CompareOptions, MetricComparison, Reason, SideSummary, Verdict } from "./types.js";

/** Next over base by the launches alone that the machine left in peace; null where a side has none. */
export function undisturbedRatio(base: SideSummary, next: SideSummary, level: number): number | null {
  const [x, y] = [undisturbed(base), undisturbed(next)];
  if (x.length === 0 || y.length === 0) return null;
  return Math.exp(shiftInterval(x.map(Math.log), y.map(Math.log), level).estimate);
}

/**
 * Why a verdict may be the machine's and not the program's, or null. Disturbed launches are never dropped, for what slows a
 * program may disturb it, too; but a verdict stands only where the others lead to it as well. Where every launch of both
 * sides was disturbed, as on a GPU that always runs at its power limit, the sides are alike in that. Takes verdicts away and
 * never gives one, so that no error rate rises.
 */
export function disturbedReason(
  verdict: Verdict,
  { base, next, better }: Pick<MetricComparison, "base" | "next" | "better">,
  { level, margin }: Pick<CompareOptions, "level" | "margin">,
): Reason | null {
  if (base.disturbed.length + next.disturbed.length === 0) return null;
  if (undisturbed(base).length + undisturbed(next).length === 0) return null;
  const counts = `${base.disturbed.length} of ${base.valid} + ${next.disturbed.length} of ${next.valid} launches were disturbed`;
  const ratio = undisturbedRatio(base, next, level);
  if (ratio === null) return { code: "disturbed", message: `${counts}, all of one side` };
  if (direction(ratio, better, margin) === verdict) return null;
  const change = Number(((ratio - 1) * 100).toPrecision(3));
  const message = `${counts}; the others say ${change > 0 ? "+" : ""}${change} %, which is not ${verdict}`;
  return { code: "disturbed", message };
}

function direction(ratio: number, better: MetricComparison["better"], margin: number): Verdict {
  if (ratio <= 1 + margin && ratio >= 1 / (1 + margin)) return "same";
  return ratio > 1 === (better === "higher") ? "faster" : "slower";
}

function undisturbed({ values, launches, disturbed }: SideSummary): number[] {
  const left = new Set(disturbed.map(({ launch }) => launch));
  return values.filter((_, i) => !left.has(launches[i]!));
}
