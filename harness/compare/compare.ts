import { UserError } from "../../errors/user-error.js";
import type { Warning } from "../../suites/suite.js";
import type { PlannedCell } from "../run/manifest.js";
import { cellComparison } from "./cell-comparison.js";
import { environmentDifferences } from "./environment.js";
import { countVerdicts, gate } from "./gate.js";
import { machineMismatch } from "./guard.js";
import { judge } from "./judge.js";
import { recordsByCell, summarizeSide } from "./launches.js";
import { afterMachine, machineWarnings, sentinelMoves } from "./machine-moved.js";
import { nextCommand } from "./next-command.js";
import { compareOptions } from "./options.js";
import { type CellPair, type Launches, pairCell } from "./pairing.js";
import { gatedMetric, type MetricsOf } from "./primary-metric.js";
import { restrictRun } from "./restrict.js";
import type { RunData } from "./run-data.js";
import {
  type AddedCell,
  COMPARISON_SCHEMA,
  type CompareOptions,
  type Comparison,
  type EnvironmentDifference,
  type RunReference,
  type SideSummary,
} from "./types.js";

export interface CompareRunsOptions extends Partial<CompareOptions> {
  /** The metrics of a suite by its name, e.g. `suiteMetrics`. */
  metricsOf: MetricsOf;
  /** How the sides were named by the user; their run ids if absent. */
  labels?: { base: string; next: string };
  /** Only these cells of the baseline, by key: the family is then theirs alone. All of them if absent. */
  cells?: readonly string[];
}

const NO_LAUNCHES: Launches = new Map();

/**
 * Compares a newer run with a baseline, cell by cell over launches. Pure: the same two runs give the same answer. Throws
 * `UserError` for options out of range, for a metric that no cell has, and for a run compared with itself.
 */
export function compareRuns(baseRun: RunData, nextRun: RunData, given: CompareRunsOptions): Comparison {
  const { metricsOf, labels, cells: only, ...rest } = given;
  const options = compareOptions(rest);
  refuseSameRun(baseRun, nextRun);
  const [base, next] = [baseRun, nextRun].map((run) => (only ? restrictRun(run, new Set(only)) : run)) as [
    RunData,
    RunData,
  ];
  const environment = environmentDifferences(base, next);
  const mismatch = machineMismatch(environment);
  const refused = options.crossMachine ? null : mismatch;
  const sides = { base: recordsByCell(base), next: recordsByCell(next) };
  const nextCells = new Map(next.manifest.cells.map((cell) => [cell.key, cell]));
  const pairs: CellPair[] = [];
  const skipped: string[] = [];
  for (const planned of base.manifest.cells) {
    const launches = {
      base: sides.base.cells.get(planned.key) ?? NO_LAUNCHES,
      next: sides.next.cells.get(planned.key) ?? NO_LAUNCHES,
    };
    const pair = pairCell({ base: planned, next: nextCells.get(planned.key) }, launches, mismatch, options, metricsOf);
    if (pair === null) skipped.push(planned.key);
    else pairs.push(pair);
  }
  requireMetric(options.metric, pairs, skipped);
  const gated = judge(
    pairs.map((pair) => pair.gated),
    options,
    refused !== null,
  );
  const others = judge(
    pairs.flatMap((pair) => pair.others),
    options,
    refused !== null,
  );
  const sentinels = sentinelMoves(base, next, options.level);
  const cells = pairs.map((pair, i) => {
    const [first, ...own] = [gated[i]!, ...others.splice(0, pair.others.length)].map((metric) =>
      afterMachine(metric, sentinels, pair.planned.key),
    );
    return cellComparison(pair, first!, own, metricsOf(pair.planned.cell.suite), {
      base,
      next,
      environment,
      sentinels,
    });
  });
  const known = new Set(base.manifest.cells.map((cell) => cell.key));
  const added = next.manifest.cells.filter((cell) => !known.has(cell.key));
  const references = {
    base: runReference(
      base,
      labels?.base,
      gated.map((comparison) => comparison.base),
    ),
    next: runReference(
      next,
      labels?.next,
      gated.map((comparison) => comparison.next),
    ),
  };
  return {
    schema: COMPARISON_SCHEMA,
    ...references,
    options,
    environment,
    sentinels,
    refused,
    cells,
    added: added.map((cell) => addedCell(cell, sides.next.cells.get(cell.key)!, options, metricsOf)),
    skipped,
    warnings: [
      ...runWarnings("baseline", base, sides.base.strangers),
      ...runWarnings("newer run", next, sides.next.strangers),
      ...softWarnings(environment),
      ...machineWarnings(sentinels, options.margin),
    ],
    confirmation: null,
    counts: countVerdicts(cells),
    nextCommand: nextCommand(base, next, { refused, cells, ...references }),
    ...gate({ refused, cells }),
  };
}

function addedCell(planned: PlannedCell, records: Launches, options: CompareOptions, metricsOf: MetricsOf): AddedCell {
  const metrics = metricsOf(planned.cell.suite);
  const info = gatedMetric(planned.cell, metrics, options.metric) ?? gatedMetric(planned.cell, metrics, null)!;
  const next = summarizeSide(planned, records, info.name);
  return { key: planned.key, cell: planned.cell, metric: info.name, unit: info.unit, next };
}

function softWarnings(environment: readonly EnvironmentDifference[]): Warning[] {
  return environment
    .filter((difference) => difference.class === "soft")
    .map(({ field, base, next }) => ({
      code: "environment.soft",
      message: `${field} changed from ${base} to ${next}`,
    }));
}

function runReference(run: RunData, label: string | undefined, sides: readonly SideSummary[]): RunReference {
  const { manifest } = run;
  const entry = run.acceptance?.entry ?? null;
  return {
    run: manifest.run,
    label: label ?? manifest.run,
    matrix: manifest.matrix,
    createdAt: manifest.createdAt,
    machine: manifest.machine.fingerprint,
    cells: manifest.cells.length,
    launchesPlanned: manifest.cells.reduce((sum, cell) => sum + cell.launches, 0),
    launchesValid: sides.reduce((sum, side) => sum + side.valid, 0),
    ...(entry && { accepted: { at: entry.at, by: entry.by, because: entry.because, replaces: entry.replaces } }),
  };
}

function runWarnings(side: string, run: RunData, strangers: number): Warning[] {
  const warnings: Warning[] = [];
  const damage = run.damage ?? [];
  if (damage.length > 0) {
    const lines = damage.map(({ line }) => line).join(", ");
    warnings.push({
      code: "records-damaged",
      message: `${side}: line ${lines} of its records could not be read (${damage[0]!.message})`,
    });
  }
  const problem = run.acceptance?.problem ?? null;
  if (problem !== null) warnings.push({ code: "baseline-not-accepted", message: `${side}: ${problem}` });
  if (strangers > 0) {
    warnings.push({ code: "records-unplanned", message: `${side}: ${strangers} records do not belong to its plan` });
  }
  return warnings;
}

function refuseSameRun(base: RunData, next: RunData): void {
  if (base.manifest.run !== next.manifest.run) return;
  throw new UserError({
    code: "compare.same-run",
    what: `both sides are the run ${base.manifest.run}, which is the same as itself`,
    hint: "measure again first: ncf-bench run",
  });
}

function requireMetric(metric: string | null, pairs: readonly CellPair[], skipped: readonly string[]): void {
  if (metric === null || pairs.length > 0 || skipped.length === 0) return;
  throw new UserError({
    code: "compare.metric-unmeasured",
    what: `no cell of the baseline has the metric ${metric}`,
    where: "--metric",
    hint: "leave --metric out to compare each cell's primary metric",
  });
}
