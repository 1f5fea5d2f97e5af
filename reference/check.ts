import { ExitCode } from "../errors/exit-code.js";
import { missedTarget, qualityTarget } from "../harness/record/quality-target.js";
import type { LaunchRecord } from "../harness/record/schema.js";
import type { PlannedCell, RunManifest } from "../harness/run/manifest.js";
import { mean } from "../harness/stats/quantile.js";
import { namedDataset } from "../suites/ncf/data/named.js";
import type { MachineView } from "../suites/suite.js";
import { bandOfFigure, judgeBand } from "./band.js";
import { deviceOf } from "./device.js";
import type { References, Source } from "./load.js";
import { type CellContext, isGating, type Mismatch, mismatch, mismatchOrder, statedDifferences } from "./match.js";
import { fastestEpoch, inferThroughputs, launchQuantity, quantityInfo } from "./quantity.js";
import { rooflineBound, type TableSizes } from "./roofline.js";
import { type Device, dependsOnEvaluation, type Figure } from "./schema.js";
import { type AppliedReference, type CellCheck, CHECK_SCHEMA, type CheckResult, type RooflineCheck } from "./types.js";

export interface CheckedRun {
  manifest: RunManifest;
  records: readonly LaunchRecord[];
}

/**
 * Holds a run against published figures. A figure is applied only where GPU model, memory, count, precision, XLA, batch,
 * data set, model and evaluation negatives match; every other one is counted with the first thing that differs. Published
 * figures are bands, never samples. Pure.
 */
export function checkRun(run: CheckedRun, references: References): CheckResult {
  const nearest = new Map<string, Mismatch | null>();
  const cells = run.manifest.cells.map((planned) => checkCell(run, planned, references, nearest));
  const counts = count(cells, nearest);
  return { schema: CHECK_SCHEMA, run: run.manifest.run, cells, counts, ...conclude(cells, counts) };
}

function checkCell(
  run: CheckedRun,
  planned: PlannedCell,
  { sources, devices }: References,
  nearest: Map<string, Mismatch | null>,
): CellCheck {
  const measured = run.records.filter(({ run: id, key, status, launch }) => {
    return id === run.manifest.run && key === planned.key && status === "ok" && launch < planned.launches;
  });
  const device = deviceOf(gpusOf(run.manifest), planned.cell.gpus, devices);
  const roofline = device === null ? null : checkRoofline(planned, measured, device);
  const broken = new Set(roofline?.invalid.map(({ launch }) => launch));
  const target = qualityTarget(planned);
  const missed = measured.flatMap((record) => {
    const message = missedTarget(record, target);
    return message === null ? [] : [{ launch: record.launch, message }];
  });
  const excluded = new Set([...broken, ...missed.map(({ launch }) => launch)]);
  const valid = measured.filter((record) => !excluded.has(record.launch));
  const check: CellCheck = {
    key: planned.key,
    planned: planned.launches,
    valid: valid.length,
    roofline,
    applied: [],
    notApplicable: {},
    qualityMissed: missed,
  };
  const context: CellContext = {
    planned,
    device,
    dataset: datasetOf(run.manifest, planned, measured),
    evalNegatives: evalNegativesOf(planned, measured),
  };
  const sound = measured.filter(({ launch }) => !broken.has(launch));
  for (const source of sources) {
    for (const figure of source.figures) {
      // Quality and the time to it are judged on launches that missed their target too: they are what is in question.
      const judged = figure.measures && dependsOnEvaluation(figure.measures.quantity) ? sound : valid;
      const result = applyFigure(figure, source, context, judged);
      if (typeof result === "string") check.notApplicable[result] = (check.notApplicable[result] ?? 0) + 1;
      else check.applied.push(result);
      noteNearest(nearest, figure.id, typeof result === "string" ? result : null);
    }
  }
  return check;
}

function applyFigure(
  figure: Figure,
  { title, own }: Source,
  context: CellContext,
  launches: readonly LaunchRecord[],
): AppliedReference | Mismatch {
  const differs = mismatch(figure, context);
  if (differs !== null) return differs;
  const measures = figure.measures!;
  const values = launches.flatMap((record) => launchQuantity(record, measures) ?? []);
  const without = measures.quantity === "timeToTarget" ? launches.filter(neverReached).length : 0;
  if (values.length + without === 0) return "not-measured";
  const statistic = measures.statistic === "max" ? Math.max(...values) : mean(values);
  const measured = values.length === 0 ? null : statistic;
  const { unit, better } = quantityInfo(measures.quantity);
  const band = bandOfFigure(figure);
  const engine = launches[0]?.engine;
  const differences = statedDifferences(
    figure,
    context.planned,
    engine ? `${engine.name} ${engine.version} (${engine.backend})` : "an unnamed engine",
  );
  if (without > 0)
    differences.push(`${without} of ${launches.length} launches never reached the target, so have no time`);
  return {
    figure,
    source: title,
    // A launch that never reaches the target takes for ever: the others' mean is no time to it.
    verdict: measured === null || without > 0 ? "missed" : judgeBand(measured, band, better),
    gated: isGating(figure, own),
    measured,
    unit,
    better,
    band,
    ratio: measured === null ? null : measured / figure.value,
    valid: values.length,
    planned: context.planned.launches,
    differences,
  };
}

/** Whether the launch was evaluated and never exceeded its target. */
function neverReached({ quality }: LaunchRecord): boolean {
  return quality !== null && quality.timeToTargetSeconds === null;
}

function checkRoofline(planned: PlannedCell, records: readonly LaunchRecord[], device: Device): RooflineCheck | null {
  if (planned.cell.backend === "emulated") return null;
  const tables = tableSizes(records);
  const bound = rooflineBound(planned.cell, device, { tables, lazyAdam: planned.options.lazyAdam === true });
  if (bound === null) return null;
  const reached = records.flatMap((record) => {
    const quantities = planned.cell.mode === "train" ? [fastestEpoch(record)] : inferThroughputs(record);
    const known = quantities.filter((figure) => figure !== null);
    return known.length === 0 ? [] : [{ launch: record.launch, throughput: Math.max(...known) }];
  });
  return {
    device: device.id,
    bound,
    share: reached.length === 0 ? null : Math.max(...reached.map(({ throughput }) => throughput)) / bound,
    invalid: reached.filter(({ throughput }) => !(throughput > 0 && throughput <= bound)),
  };
}

/**
 * The name of the cell's data set, or null: a synthetic one is never the real one, nor are ratings of another size that
 * only bear the name of a published set.
 */
function datasetOf(manifest: RunManifest, planned: PlannedCell, records: readonly LaunchRecord[]): string | null {
  const dataset = manifest.datasets[planned.cell.dataset];
  if (dataset === undefined || dataset.synthetic) return null;
  const known = namedDataset(dataset.name);
  const whole = ({ protocol }: LaunchRecord) => protocol?.users === known?.users && protocol?.items === known?.items;
  return known === undefined || records.every(whole) ? dataset.name : null;
}

/** Null where the launches differ. */
function evalNegativesOf({ options }: PlannedCell, records: readonly LaunchRecord[]): unknown {
  const stated = new Set(records.map(({ protocol }) => protocol?.evalNegatives ?? options.validNegative));
  if (stated.size === 0) return options.validNegative;
  return stated.size === 1 ? [...stated][0] : null;
}

/** Users and items as the protocol states them, where it does. */
function tableSizes(records: readonly LaunchRecord[]): TableSizes | null {
  const protocol = records[0]?.protocol;
  return typeof protocol?.users === "number" && typeof protocol.items === "number"
    ? { users: protocol.users, items: protocol.items }
    : null;
}

function gpusOf({ machine }: RunManifest): MachineView["gpus"] {
  const view = machine.view as Partial<MachineView> | undefined;
  return Array.isArray(view?.gpus) ? view.gpus : [];
}

/** Keeps, for each figure, the reason of the cell that matched furthest; null once it was applied. */
function noteNearest(nearest: Map<string, Mismatch | null>, id: string, reason: Mismatch | null): void {
  const known = nearest.get(id);
  if (known === null) return;
  const rank = (one: Mismatch) => mismatchOrder.indexOf(one as (typeof mismatchOrder)[number]);
  if (known === undefined || reason === null || rank(reason) > rank(known)) nearest.set(id, reason);
}

function count(cells: readonly CellCheck[], nearest: ReadonlyMap<string, Mismatch | null>): CheckResult["counts"] {
  const applied = cells.flatMap((cell) => cell.applied);
  const reasons: Partial<Record<Mismatch, number>> = {};
  for (const reason of nearest.values()) if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const of = (verdict: AppliedReference["verdict"]) =>
    applied.filter((one) => one.gated && one.verdict === verdict).length;
  return {
    figures: nearest.size,
    applied: [...nearest.values()].filter((reason) => reason === null).length,
    passed: of("passed"),
    missed: of("missed"),
    suspicious: of("suspicious"),
    context: applied.filter((one) => !one.gated).length,
    invalidLaunches: cells.reduce((sum, cell) => sum + (cell.roofline?.invalid.length ?? 0), 0),
    notApplicable: [...nearest.values()].filter((reason) => reason !== null).length,
    reasons,
  };
}

/** What is certain and bad first (1), then what was not measured or not checked at all (5), then what is in doubt (3). */
function conclude(
  cells: readonly CellCheck[],
  counts: CheckResult["counts"],
): Pick<CheckResult, "exitCode" | "exitReason"> {
  const missedTargets = cells.reduce((sum, cell) => sum + cell.qualityMissed.length, 0);
  if (counts.invalidLaunches > 0) {
    return {
      exitCode: ExitCode.Regression,
      exitReason: `${counts.invalidLaunches} launches above the hardware's bound`,
    };
  }
  if (counts.missed > 0) return { exitCode: ExitCode.Regression, exitReason: `${counts.missed} references missed` };
  if (missedTargets > 0) {
    return { exitCode: ExitCode.Regression, exitReason: `${missedTargets} launches missed the quality target` };
  }
  const short = ({ applied }: CellCheck) => applied.some((one) => one.gated && one.valid < one.planned);
  const incomplete = cells.filter((cell) => cell.valid < cell.planned || short(cell)).length;
  if (incomplete > 0)
    return {
      exitCode: ExitCode.Incomplete,
      exitReason: `${incomplete} of ${cells.length} cells not measured as planned`,
    };
  if (counts.passed + counts.suspicious === 0) {
    return { exitCode: ExitCode.Incomplete, exitReason: "no published figure applies to this hardware and protocol" };
  }
  if (counts.suspicious > 0) {
    return { exitCode: ExitCode.Inconclusive, exitReason: `${counts.suspicious} measurements better than is credible` };
  }
  return { exitCode: ExitCode.Ok, exitReason: `${counts.passed} references met` };
}
