import type { EngineInfo, MetricInfo, Warning } from "../../suites/suite.js";
import type { LaunchRecord } from "../record/schema.js";
import { isDisturbance } from "../telemetry/disturbances.js";
import { causesOf, type RunPair } from "./causes/causes.js";
import { exactCheck } from "./exact.js";
import type { CellPair } from "./pairing.js";
import type { CellComparison, MetricComparison } from "./types.js";

/** All that is said of one cell. */
export function cellComparison(
  pair: CellPair,
  gated: MetricComparison,
  others: MetricComparison[],
  metrics: readonly MetricInfo[],
  runs: RunPair,
): CellComparison {
  const exact = metrics
    .filter((metric) => metric.assume === "exact")
    .flatMap((metric) => exactCheck(metric.name, pair.base, pair.next) ?? []);
  return {
    key: pair.planned.key,
    cell: pair.planned.cell,
    verdict: gated.verdict,
    reason: gated.reason,
    gated,
    others,
    exact,
    engine: { base: engineOf(pair.base), next: engineOf(pair.next) },
    causes: causesOf(runs, pair, gated),
    warnings: cellWarnings(gated, exact, pair),
  };
}

function cellWarnings(gated: MetricComparison, exact: CellComparison["exact"], pair: CellPair): Warning[] {
  const warnings: Warning[] = [];
  for (const [side, summary] of [["baseline", gated.base] as const, ["newer run", gated.next] as const]) {
    if (summary.valid === summary.planned || summary.planned === 0) continue;
    const kinds = [...new Set(summary.excluded.map((launch) => launch.code))].join(", ");
    const message = `${summary.planned - summary.valid} of ${summary.planned} launches of the ${side} give no figure: ${kinds}`;
    warnings.push({ code: "launches-excluded", message });
  }
  for (const [side, { valid, disturbed }] of [
    ["baseline", gated.base],
    ["newer run", gated.next],
  ] as const) {
    if (disturbed.length === 0) continue;
    const codes = [...new Set(disturbed.flatMap((launch) => launch.codes))].sort().join(", ");
    const message = `${disturbed.length} of ${valid} launches of the ${side} were disturbed: ${codes}`;
    warnings.push({ code: "launches-disturbed", message });
  }
  for (const check of exact) {
    if (check.equal === check.pairs) continue;
    const { seed, base, next } = check.firstDifference!;
    const message = `${check.metric} differs under the same seed in ${check.pairs - check.equal} of ${check.pairs} pairs (seed ${seed}: ${base} → ${next})`;
    warnings.push({ code: "exact-differs", message });
  }
  const seen = new Map<string, Warning>();
  for (const warning of pair.next.flatMap((record) => record.warnings)) {
    if (!isDisturbance(warning.code)) seen.set(warning.code, warning);
  }
  return [...warnings, ...seen.values()];
}

function engineOf(records: readonly LaunchRecord[]): EngineInfo | null {
  return records.find((record) => record.engine !== null)?.engine ?? null;
}
