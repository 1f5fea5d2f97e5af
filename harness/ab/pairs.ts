import type { EngineInfo, MetricInfo, Warning } from "../../suites/suite.js";
import type { LaunchPair } from "../compare/causes/causes.js";
import { type Evidence, effectOf } from "../compare/evidence.js";
import { exactCheck } from "../compare/exact.js";
import { fieldsText, protocolFields, protocolMismatch } from "../compare/guard.js";
import { summarizeSide } from "../compare/launches.js";
import { gatedMetric, type MetricsOf } from "../compare/primary-metric.js";
import type { CompareOptions, ExactCheck, ExcludedLaunch, Reason, SideSummary } from "../compare/types.js";
import type { LaunchRecord } from "../record/schema.js";
import type { PlannedCell } from "../run/manifest.js";
import { median, standardDeviation } from "../stats/quantile.js";
import { signedRank } from "../stats/signed-rank.js";
import { centerInterval } from "../stats/walsh.js";

/** One cell of both variants, its launches paired. */
export interface PairedCell {
  planned: { a: PlannedCell; b: PlannedCell };
  info: MetricInfo;
  /** Valid pairs only: the values of both have the pairs' order. What is excluded says why its pair is broken. */
  a: SideSummary;
  b: SideSummary;
  barrier: Reason | null;
  evidence: Evidence | null;
  exact: ExactCheck[];
  engine: { base: EngineInfo | null; next: EngineInfo | null };
  /** The launches of A and of B that succeeded. */
  launches: LaunchPair;
  warnings: Warning[];
}

type Launches = ReadonlyMap<number, LaunchRecord>;

/**
 * Null where the metric asked for belongs to another mode.
 *
 * @param asked fields of the protocol that the variants set, and so may differ in.
 */
export function pairCells(
  planned: { a: PlannedCell; b: PlannedCell },
  launches: { a: Launches; b: Launches },
  options: CompareOptions,
  metricsOf: MetricsOf,
  asked: readonly string[] = [],
): PairedCell | null {
  const metrics = metricsOf(planned.a.cell.suite);
  const info = gatedMetric(planned.a.cell, metrics, options.metric);
  if (info === null) return null;
  const all = {
    a: summarizeSide(planned.a, launches.a, info.name),
    b: summarizeSide(planned.b, launches.b, info.name),
  };
  const broken = new Set([...all.a.excluded, ...all.b.excluded].map(({ launch }) => launch));
  const a = wholePairs(all.a, broken);
  const b = wholePairs(all.b, broken);
  const [base, next] = [succeeded(launches.a), succeeded(launches.b)];
  const exact = metrics
    .filter((metric) => metric.assume === "exact")
    .flatMap((metric) => exactCheck(metric.name, base, next) ?? []);
  const barrier = protocolMismatch(base, next, asked) ?? nothingMeasured(a, all);
  return {
    planned,
    info,
    a,
    b,
    barrier,
    evidence: barrier === null ? pairedEvidence(a.values, b.values, options.level) : null,
    exact,
    engine: { base: base[0]?.engine ?? null, next: next[0]?.engine ?? null },
    launches: { base, next },
    warnings: [...protocolWarning(base[0], next[0], barrier), ...cellWarnings(a, all, exact, [...base, ...next])],
  };
}

/** Effect and p of B over A from the differences of the logarithms, pair by pair. At least one pair. */
export function pairedEvidence(a: readonly number[], b: readonly number[], level: number): Evidence {
  const differences = a.map((value, i) => Math.log(b[i]!) - Math.log(value));
  return {
    effect: effectOf(centerInterval(differences, level), level),
    p: signedRank(differences).p,
    noise: standardDeviation(differences),
  };
}

function wholePairs(side: SideSummary, broken: ReadonlySet<number>): SideSummary {
  const own = new Set(side.excluded.map(({ launch }) => launch));
  const launches = Array.from({ length: side.planned }, (_, launch) => launch).filter((launch) => !own.has(launch));
  const values = side.values.filter((_, i) => !broken.has(launches[i]!));
  const noise = standardDeviation(values.map(Math.log));
  return {
    ...side,
    valid: values.length,
    values,
    median: values.length === 0 ? null : median(values),
    noise: Number.isFinite(noise) ? noise : null,
  };
}

function nothingMeasured(paired: SideSummary, all: { a: SideSummary; b: SideSummary }): Reason | null {
  if (paired.valid > 0) return null;
  for (const [name, code, side] of [
    ["A", "base-not-measured", all.a],
    ["B", "next-not-measured", all.b],
  ] as const) {
    if (side.valid > 0) continue;
    const why = mostTelling(side.excluded);
    const missed = side.excluded.every((launch) => launch.code === "quality-missed");
    const message = `${name} has no valid launch of ${side.planned}${why === undefined ? "" : ` (${why.message})`}`;
    if (why?.code !== "not-recorded") return { code: missed ? "quality-missed" : code, message };
  }
  return { code: "next-not-measured", message: "no pair has a valid launch of both variants" };
}

/** What the variants made different, where that is not refused. */
function protocolWarning(a: LaunchRecord | undefined, b: LaunchRecord | undefined, barrier: Reason | null): Warning[] {
  if (a === undefined || b === undefined || barrier !== null) return [];
  const fields = protocolFields(a, b);
  if (fields.length === 0) return [];
  return [{ code: "ab.other-work", message: `as the variants ask, the work differs: ${fieldsText(a, b, fields)}` }];
}

/** A launch that was never made says less than one that failed. */
function mostTelling(excluded: readonly ExcludedLaunch[]): ExcludedLaunch | undefined {
  return excluded.find(({ code }) => code !== "not-recorded") ?? excluded[0];
}

function cellWarnings(
  paired: SideSummary,
  all: { a: SideSummary; b: SideSummary },
  exact: readonly ExactCheck[],
  records: readonly LaunchRecord[],
): Warning[] {
  const warnings: Warning[] = [];
  if (paired.valid < paired.planned) {
    const kinds = Object.entries(all).flatMap(([side, { excluded }]) =>
      [...new Set(excluded.map(({ code }) => code))].map((code) => `${code} in ${side.toUpperCase()}`),
    );
    const message = `${paired.planned - paired.valid} of ${paired.planned} pairs are broken: ${kinds.join(", ")}`;
    warnings.push({ code: "pairs-broken", message });
  }
  for (const check of exact) {
    if (check.equal === check.pairs) continue;
    const { seed, base, next } = check.firstDifference!;
    const message = `${check.metric} differs under the same seed in ${check.pairs - check.equal} of ${check.pairs} pairs (seed ${seed}: ${base} in A, ${next} in B)`;
    warnings.push({ code: "exact-differs", message });
  }
  const seen = new Map<string, Warning>();
  for (const warning of records.flatMap((record) => record.warnings)) seen.set(warning.code, warning);
  return [...warnings, ...seen.values()];
}

function succeeded(records: Launches): LaunchRecord[] {
  return [...records.values()].filter((record) => record.status === "ok").sort((x, y) => x.launch - y.launch);
}
