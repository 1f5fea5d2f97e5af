import { benjaminiHochberg, holm } from "../stats/multiplicity.js";
import { disturbedReason } from "./disturbed.js";
import { neededLaunches, smallestDetectableChange } from "./evidence.js";
import { climb } from "./ladder.js";
import type { Pending } from "./pairing.js";
import type { CompareOptions, MetricComparison } from "./types.js";

/** Adjusts the p-values over the family and lets each member climb. */
export function judge(family: readonly Pending[], options: CompareOptions, refused: boolean): MetricComparison[] {
  const tested = refused ? [] : family.filter((one) => one.evidence !== null && one.barrier === null);
  const raw = tested.map((one) => one.evidence!.p);
  const [strict, lenient] = [holm(raw), benjaminiHochberg(raw)];
  const adjusted = new Map(tested.map((one, i) => [one, { holm: strict[i]!, discovery: lenient[i]! }]));
  const size = Math.max(1, tested.length);
  return family.map((one) => {
    const { info, base, next, evidence } = one;
    const p = adjusted.get(one);
    const effect = evidence?.effect ?? null;
    const climbed = climb(
      { ...one, better: info.better, effect, p: evidence?.p ?? null, adjustedP: p?.holm ?? null, family: size },
      options,
    );
    const decided = climbed.verdict !== "inconclusive" && climbed.verdict !== "not comparable";
    const disturbed = decided ? disturbedReason(climbed.verdict, { base, next, better: info.better }, options) : null;
    const rung = disturbed === null ? climbed : { verdict: "inconclusive" as const, reason: disturbed };
    const open = climbed.verdict === "inconclusive" && evidence !== null;
    return {
      metric: info.name,
      unit: info.unit,
      better: info.better,
      gated: one.gated,
      ...rung,
      base,
      next,
      effect,
      p: p === undefined ? null : evidence!.p,
      adjustedP: p?.holm ?? null,
      discoveryP: p?.discovery ?? null,
      margin: options.margin,
      mde: evidence && p ? smallestDetectableChange(base.valid, next.valid, evidence.noise, size, options) : null,
      launchesNeeded: open ? neededLaunches(base, next, evidence, size, options) : null,
    };
  });
}
