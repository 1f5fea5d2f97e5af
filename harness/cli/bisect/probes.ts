import { UserError } from "../../../errors/user-error.js";
import { suiteMetrics } from "../../../suites/metrics.js";
import { type AbComparison, analyse } from "../../ab/analyse.js";
import { sharedCells } from "../../ab/cells.js";
import { planExperiment } from "../../ab/create.js";
import { launchesLeft } from "../../ab/execute.js";
import { readExperiment } from "../../ab/experiment.js";
import { type Bisection, probeFolder } from "../../bisect/bisection.js";
import { gatedMetric } from "../../compare/primary-metric.js";
import { beginExperiment, resumeExperiment } from "../ab/measure.js";
import { planVariant, type Surveyed, survey } from "../ab/plan.js";
import type { Io } from "../io.js";
import type { MatrixOptions, PlannedMatrix } from "../matrix-options.js";

/** Seeds between two probes: each launch of a search has its own, unless a probe has this many pairs. */
const SEEDS_OF_PROBE = 1000;

/** The cell of every variant, planned before anything is measured. Throws `UserError` unless it is one cell in each. */
export async function planAll(bisection: Bisection, good: Surveyed, io: Io): Promise<void> {
  const a = await planVariant(bisection.options as MatrixOptions, good, io);
  for (const [index, variant] of bisection.variants.entries()) {
    const b = await planVariant(bisection.options as MatrixOptions, { ...good, variant }, io);
    onlyCell(bisection, a, b, index);
  }
}

/** Measures a probe, or what is left of it. Null: the signal stopped it. */
export async function measureProbe(
  dir: string,
  bisection: Bisection,
  probe: number,
  io: Io,
): Promise<AbComparison | null> {
  const folder = probeFolder(dir, probe);
  const before = await readExperiment(folder);
  let interrupted = false;
  if (before === null) interrupted = (await begin(folder, bisection, probe, io)).interrupted;
  else if (launchesLeft(before).length > 0) interrupted = (await resumeExperiment(before, io)).interrupted;
  if (interrupted) return null;
  const saved = (await readExperiment(folder))!;
  return analyse(saved.experiment, saved, suiteMetrics, folder);
}

async function begin(folder: string, bisection: Bisection, probe: number, io: Io): Promise<{ interrupted: boolean }> {
  const { id, seed, margin, alpha, metric } = bisection;
  const index = bisection.probes[probe]!;
  const variants = { a: bisection.variants[0]!, b: bisection.variants[index]! };
  const surveyed = { a: await survey(variants.a, io), b: await survey(variants.b, io) };
  const options = bisection.options as MatrixOptions;
  const planned = { a: await planVariant(options, surveyed.a, io), b: await planVariant(options, surveyed.b, io) };
  onlyCell(bisection, planned.a, planned.b, index);
  const experiment = planExperiment({
    id: `${id}-${String(probe).padStart(3, "0")}`,
    seed: seed + probe * SEEDS_OF_PROBE,
    blocks: probe === 0 ? bisection.endBlocks : bisection.blocks,
    margin,
    alpha,
    metric,
    command: ["bisect", "--resume", id],
    variants,
    plans: { a: planned.a.plan, b: planned.b.plan },
  });
  return beginExperiment(folder, experiment, planned, surveyed, io);
}

/** Throws `UserError` where the plans are not one pair of cells that has the metric. */
function onlyCell(bisection: Bisection, a: PlannedMatrix, b: PlannedMatrix, index: number): void {
  sharedCells({ a: a.plan, b: b.plan }, { a: bisection.variants[0]!, b: bisection.variants[index]! });
  const { cells } = a.plan;
  if (cells.length === 1 && gatedMetric(cells[0]!.cell, a.suite.metrics, bisection.metric) !== null) return;
  throw new UserError({
    code: "bisect.cells",
    what:
      cells.length === 1 ? "the cell does not have this metric" : `${cells.length} cells are selected; one is searched`,
    where: cells.length === 1 ? "--metric" : "--cell",
    hint: "choose one cell: --cell mode=train batch=…; ncf-bench plan shows them",
  });
}
