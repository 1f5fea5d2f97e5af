import type { LaunchRecord } from "../../record/schema.js";
import type { RunData } from "../run-data.js";
import type { EnvironmentDifference, MetricComparison, SentinelMove } from "../types.js";
import {
  codeDifferences,
  compilerUntold,
  dirtyOnBothSides,
  engineDifferences,
  type LabelledDifference,
  machineDifferences,
  methodDifferences,
} from "./facts.js";
import { clockDifferences, healthDifferences, healthUntold, sentinelDifferences } from "./health.js";
import { noiseDifferences } from "./noise.js";
import { type Causes, causeLabels } from "./types.js";

/** What of two runs is the same for all their cells. */
export interface RunPair {
  base: RunData;
  next: RunData;
  environment: readonly EnvironmentDifference[];
  sentinels: readonly SentinelMove[];
}

/** The launches of one cell that succeeded. */
export interface LaunchPair {
  base: readonly LaunchRecord[];
  next: readonly LaunchRecord[];
}

/**
 * What differs between the sides of a cell and so may have made its verdict, sorted into code, compiler, environment,
 * machine health, method and noise, each with what either side says. Null for a cell that is the same.
 */
export function causesOf(runs: RunPair, { base, next }: LaunchPair, gated: MetricComparison): Causes | null {
  if (gated.verdict === "same") return null;
  const measured = base.length > 0 && next.length > 0;
  const found: LabelledDifference[] = [
    ...machineDifferences(runs.environment),
    ...(measured
      ? [
          ...codeDifferences(base, next),
          ...engineDifferences(base, next),
          ...clockDifferences(base, next, gated.margin),
          ...healthDifferences(base, next),
          ...sentinelDifferences(runs.sentinels, base[0]?.key),
          ...methodDifferences(base, next),
        ]
      : []),
    ...noiseDifferences(gated),
  ];
  const differ = causeLabels.flatMap((label) => {
    const evidence = found.filter((one) => one.label === label).map(({ label: _, ...rest }) => rest);
    return evidence.length === 0 ? [] : [{ label, evidence }];
  });
  return { differ, untold: measured ? untold(base, next, differ) : [] };
}

function untold(
  base: readonly LaunchRecord[],
  next: readonly LaunchRecord[],
  differ: Causes["differ"],
): Causes["untold"] {
  const health = healthUntold(base, next);
  const compiler = differ.some(({ label }) => label === "compiler") ? null : compilerUntold(base, next);
  return [
    ...(dirtyOnBothSides(base, next)
      ? [{ label: "code" as const, why: "both sides ran changes that are in no commit" }]
      : []),
    ...(compiler === null ? [] : [{ label: "compiler" as const, why: compiler }]),
    ...(health === null ? [] : [{ label: "machine health" as const, why: health }]),
  ];
}
