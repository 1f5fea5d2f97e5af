import type { Warning } from "../../suites/suite.js";
import { causesOf, type RunPair } from "../compare/causes/causes.js";
import { environmentDifferences } from "../compare/environment.js";
import { POWER } from "../compare/evidence.js";
import { countVerdicts, gate } from "../compare/gate.js";
import { climb } from "../compare/ladder.js";
import { recordsByCell } from "../compare/launches.js";
import { compareOptions } from "../compare/options.js";
import type { MetricsOf } from "../compare/primary-metric.js";
import type { RunData } from "../compare/run-data.js";
import type {
  CellComparison,
  CompareOptions,
  Comparison,
  EnvironmentDifference,
  MetricComparison,
} from "../compare/types.js";
import { benjaminiHochberg, holm } from "../stats/multiplicity.js";
import { canDecidePaired, pairsToDecide, smallestDetectablePairedShift } from "../stats/paired-power.js";
import { leastAttainablePairedP } from "../stats/signed-rank.js";
import type { Experiment } from "./experiment.js";
import { nextCommand } from "./next-command.js";
import { sides } from "./order.js";
import { type PairedCell, pairCells } from "./pairs.js";
import { protocolAsked, unexpectedDifferences } from "./unexpected.js";

/** Of what an experiment comes to; `ab.json`, which plans it, has another. */
export const AB_RESULT_SCHEMA = "ncf-bench.ab-result/1.0";

/** More pairs than this are not asked for: the change then sits at the margin. */
const MOST_PAIRS = 1000;

export interface AbComparison
  extends Pick<Comparison, "counts" | "nextCommand" | "exitCode" | "exitReason" | "environment"> {
  schema: typeof AB_RESULT_SCHEMA;
  id: string;
  a: string;
  b: string;
  options: CompareOptions;
  /** Each with `base` for A and `next` for B; their samples hold valid pairs only, in the pairs' order. */
  cells: (CellComparison & { keys: { a: string; b: string } })[];
  warnings: Warning[];
}

/**
 * The verdicts of an experiment: B over A, cell by cell, from the logarithms of the ratios within pairs of neighbouring
 * launches with one seed. Signed rank p, Holm over the cells, interval of the Hodges-Lehmann centre, and the ladder that
 * `compare` climbs. Pure. Throws `UserError` for options out of range and for a metric that is not known.
 *
 * @param name by which the experiment is found, for the next command.
 */
export function analyse(
  experiment: Experiment,
  runs: { a: RunData; b: RunData },
  metricsOf: MetricsOf,
  name: string,
): AbComparison {
  const { margin, alpha, metric } = experiment;
  const options = compareOptions({ margin, alpha, metric });
  const sides = { a: recordsByCell(runs.a).cells, b: recordsByCell(runs.b).cells };
  const pairs = runs.a.manifest.cells.flatMap((a, i) => {
    const b = runs.b.manifest.cells[i]!;
    const launches = { a: sides.a.get(a.key)!, b: sides.b.get(b.key)! };
    return pairCells({ a, b }, launches, options, metricsOf, protocolAsked(experiment)) ?? [];
  });
  const tested = pairs.filter((pair) => pair.evidence !== null && pair.barrier === null);
  const raw = tested.map((pair) => pair.evidence!.p);
  const [strict, lenient] = [holm(raw), benjaminiHochberg(raw)];
  const family = Math.max(1, tested.length);
  // Both ran on one machine: what could not be told of it is the same unknown.
  const environment = environmentDifferences(runs.a, runs.b).filter(({ base, next }) => base !== next);
  const cells = pairs.map((pair) => {
    const at = tested.indexOf(pair);
    const p = at < 0 ? null : { raw: raw[at]!, holm: strict[at]!, discovery: lenient[at]! };
    return cellVerdict(pair, p, family, options, { base: runs.a, next: runs.b, environment, sentinels: [] });
  });
  return {
    schema: AB_RESULT_SCHEMA,
    id: experiment.id,
    a: experiment.a.label,
    b: experiment.b.label,
    options,
    environment,
    cells,
    warnings: experimentWarnings(experiment, runs, environment),
    counts: countVerdicts(cells),
    nextCommand: nextCommand(experiment, cells, name),
    ...gate({ refused: null, cells }),
  };
}

function cellVerdict(
  pair: PairedCell,
  p: { raw: number; holm: number; discovery: number } | null,
  family: number,
  options: CompareOptions,
  runs: RunPair,
): AbComparison["cells"][number] {
  const { info, planned, a, b, evidence, barrier } = pair;
  const { alpha, level } = options;
  const count = a.valid;
  const effect = evidence?.effect ?? null;
  const rung = climb(
    {
      better: info.better,
      base: a,
      next: b,
      barrier,
      effect,
      p: p?.raw ?? null,
      adjustedP: p?.holm ?? null,
      family,
      limits: {
        able: canDecidePaired({ pairs: count, alpha, level }),
        leastP: leastAttainablePairedP(count),
        what: `${count} pairs`,
      },
    },
    options,
  );
  const design = { alpha: alpha / family, level, margin: Math.log1p(options.margin) };
  const known = evidence !== null && p !== null && !Number.isNaN(evidence.noise);
  const shift = known ? smallestDetectablePairedShift({ ...design, pairs: count }, evidence.noise, POWER) : null;
  const needed =
    known && rung.verdict === "inconclusive"
      ? pairsToDecide(
          { ...design, shift: Math.log(evidence.effect.ratio), sd: evidence.noise, power: POWER },
          { atLeast: count + 1, limit: MOST_PAIRS },
        )
      : null;
  const gated: MetricComparison = {
    metric: info.name,
    unit: info.unit,
    better: info.better,
    gated: true,
    ...rung,
    base: a,
    next: b,
    effect,
    p: p?.raw ?? null,
    adjustedP: p?.holm ?? null,
    discoveryP: p?.discovery ?? null,
    margin: options.margin,
    mde: shift === null || !Number.isFinite(shift) ? null : Math.expm1(shift),
    launchesNeeded: needed === null ? null : { next: needed, base: needed },
  };
  return {
    key: planned.a.key,
    cell: planned.a.cell,
    ...rung,
    gated,
    others: [],
    exact: pair.exact,
    engine: pair.engine,
    causes: causesOf(runs, pair.launches, gated),
    warnings: pair.warnings,
    keys: { a: planned.a.key, b: planned.b.key },
  };
}

function experimentWarnings(
  experiment: Experiment,
  runs: { a: RunData; b: RunData },
  environment: readonly EnvironmentDifference[],
): Warning[] {
  const warnings: Warning[] = unexpectedDifferences(experiment, environment).map(({ field, base, next }) => ({
    code: "ab.other-difference",
    message: `${field} differs too, which neither variant names: ${base} in A, ${next} in B`,
  }));
  for (const side of sides) {
    const run = runs[side];
    for (const { line, message } of run.damage ?? []) {
      warnings.push({ code: "records-damaged", message: `${side}/records.jsonl:${line}: ${message}` });
    }
    const commits = new Set(run.records.map(({ software }) => `${software.version} ${software.commit}`));
    if (commits.size > 1) {
      const message = `launches of ${side.toUpperCase()} were made by different builds of ncf-bench: ${[...commits].join(", ")}`;
      warnings.push({ code: "ab.mixed-software", message });
    }
  }
  return warnings;
}
