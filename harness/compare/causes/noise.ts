import { percent } from "../ladder.js";
import type { MetricComparison } from "../types.js";
import type { LabelledDifference } from "./facts.js";

/** Few launches where the verdict stays open, and a spread of them above the margin. */
export function noiseDifferences({ verdict, reason, base, next, margin }: MetricComparison): LabelledDifference[] {
  if (verdict === "not comparable") return [];
  const found: LabelledDifference[] = [];
  const open = verdict === "inconclusive" && reason.code !== "disturbed";
  const wide = Math.max(base.noise ?? 0, next.noise ?? 0) > margin;
  if (open) {
    const launches = ({ valid, planned }: typeof base) => `${valid} of ${planned}`;
    found.push({ label: "noise", what: "launches with a figure", base: launches(base), next: launches(next) });
  }
  if (wide || (open && reason.code !== "too-few-launches")) {
    const spread = ({ noise }: typeof base) => (noise === null ? "unknown" : percent(noise, false));
    found.push({ label: "noise", what: "coefficient of variation", base: spread(base), next: spread(next) });
  }
  return found;
}
