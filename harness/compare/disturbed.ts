import { shiftInterval } from "../stats/hodges-lehmann.js";
import type { CompareOptions, MetricComparison, Reason, SideSummary, Verdict } from "./types.js";

/**
 * Next over base by launches alone that met the same: those that the machine left in peace, unless more than twice as many
 * were disturbed alike on both sides. Null where the sides have no kind of launch in common.
 */
export function alikeRatio(base: SideSummary, next: SideSummary, level: number): number | null {
  const [before, after] = [byDisturbance(base), byDisturbance(next)];
  const common = [...before.keys()].filter((kind) => after.has(kind));
  const weight = (kind: string) =>
    Math.min(before.get(kind)!.length, after.get(kind)!.length) * (kind === UNDISTURBED ? 2 : 1);
  const [kind] = common.sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
  if (kind === undefined) return null;
  return Math.exp(shiftInterval(before.get(kind)!.map(Math.log), after.get(kind)!.map(Math.log), level).estimate);
}

/**
 * Why a verdict may be the machine's and not the program's, or null. Disturbed launches are never dropped, for what slows a
 * program may disturb it, too; but a verdict stands only where launches that met the same lead to it as well. (A GPU that
 * runs at its power limit says so in nearly every launch.) Takes verdicts away and never gives one, so that no error rate
 * rises.
 */
export function disturbedReason(
  verdict: Verdict,
  { base, next, better }: Pick<MetricComparison, "base" | "next" | "better">,
  { level, margin }: Pick<CompareOptions, "level" | "margin">,
): Reason | null {
  if (base.disturbed.length + next.disturbed.length === 0) return null;
  const counts = `${base.disturbed.length} of ${base.valid} + ${next.disturbed.length} of ${next.valid} launches were disturbed`;
  const ratio = alikeRatio(base, next, level);
  if (ratio === null) return { code: "disturbed", message: `${counts}, and no launches of both sides met the same` };
  if (direction(ratio, better, margin) === verdict) return null;
  const change = Number(((ratio - 1) * 100).toPrecision(3));
  const message = `${counts}; those that met the same say ${change > 0 ? "+" : ""}${change} %, which is not ${verdict}`;
  return { code: "disturbed", message };
}

function direction(ratio: number, better: MetricComparison["better"], margin: number): Verdict {
  if (ratio <= 1 + margin && ratio >= 1 / (1 + margin)) return "same";
  return ratio > 1 === (better === "higher") ? "faster" : "slower";
}

const UNDISTURBED = "";

/** A side's figures by what its launches met: the codes of it. */
function byDisturbance({ values, launches, disturbed }: SideSummary): Map<string, number[]> {
  const codes = new Map(disturbed.map((one) => [one.launch, [...new Set(one.codes)].sort().join(" ")]));
  const kinds = new Map<string, number[]>();
  for (const [i, value] of values.entries()) {
    const kind = codes.get(launches[i]!) ?? UNDISTURBED;
    kinds.set(kind, [...(kinds.get(kind) ?? []), value]);
  }
  return kinds;
}
