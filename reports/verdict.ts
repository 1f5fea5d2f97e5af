import { causeLines } from "../harness/compare/causes/text.js";
import type { CellComparison, Effect, MetricComparison, Verdict } from "../harness/compare/types.js";
import { formatPercent } from "../harness/console/format.js";
import { type Figure, shareFigure } from "./figure.js";
import { cleanLine } from "./text.js";

/** A cell's verdict as a row shows it. */
export interface VerdictReport {
  verdict: Verdict;
  /** Said besides colour. */
  symbol: string;
  tone: "slower" | "faster" | "same" | "open" | "none";
  code: string;
  reason: string;
  /** Change of the metric, next over baseline, with its interval; the bounds are null where unbounded. */
  change: { ratio: number; low: number | null; high: number | null; text: string } | null;
  /** Smallest change this many launches could have shown. */
  sees: Figure;
  baseline: { planned: number; valid: number };
  /** Launches that would settle an open verdict. */
  needed: string | null;
  /** What differs between the sides and may be why, a line a cause. */
  causes: string[];
}

const SYMBOLS: Record<Verdict, string> = {
  slower: "▼",
  faster: "▲",
  same: "=",
  inconclusive: "?",
  "not comparable": "≠",
};

const TONES = {
  slower: "slower",
  faster: "faster",
  same: "same",
  inconclusive: "open",
  "not comparable": "none",
} as const;

export function verdictSymbol(verdict: Verdict): string {
  return SYMBOLS[verdict];
}

export function verdictReport({ verdict, reason, gated, causes }: CellComparison): VerdictReport {
  return {
    verdict,
    symbol: SYMBOLS[verdict],
    tone: TONES[verdict],
    code: reason.code,
    reason: cleanLine(reason.message),
    change: gated.effect === null ? null : { ...bounds(gated.effect), text: changeText(gated.effect) },
    sees: shareFigure(gated.mde),
    baseline: { planned: gated.base.planned, valid: gated.base.valid },
    needed: neededText(gated),
    causes: causes === null ? [] : causeLines(causes).map(cleanLine),
  };
}

function bounds({ ratio, low, high }: Effect) {
  return { ratio, low, high };
}

export function changeText({ ratio, low, high }: Effect): string {
  const side = (bound: number | null) =>
    bound === null ? "open" : formatPercent(bound - 1, { signed: true }).slice(0, -2);
  return `${formatPercent(ratio - 1, { signed: true })} (${side(low)} to ${side(high)} %)`;
}

function neededText({ launchesNeeded }: MetricComparison): string | null {
  if (launchesNeeded === null) return null;
  const base = launchesNeeded.base === null ? "" : ` and ${launchesNeeded.base} of the baseline`;
  return `about ${launchesNeeded.next} launches${base} would settle it`;
}
