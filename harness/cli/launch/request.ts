import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "../../../errors/user-error.js";
import { Cell } from "../../../suites/cell.js";
import { checkpointNames } from "../../../suites/ncf/training.js";
import { modelName } from "../../../suites/ncf/workload.js";
import type { MachineView, Suite } from "../../../suites/suite.js";
import type { CellFlags, TrainFlags } from "./flags.js";

/** What the reference trains with when nothing is said (specification, section 12). */
export const REFERENCE_BATCH = 1_048_576;

/** The cell that the flags name. Throws `UserError` where they contradict each other or name none. */
export function cellOf(
  flags: CellFlags,
  what: { mode: Cell["mode"]; batch: number; dataset: string },
  suite: Suite,
  view: MachineView,
): Cell {
  const shape = { factors: flags.factors ?? 64, layers: flags.layers ?? [256, 256, 128, 64] };
  const gpus = flags.gpus ?? Math.min(1, view.gpus.length);
  const backend = flags.backend ?? "auto";
  const engine = flags.engine ?? suite.defaultEngine(view, gpus, backend);
  const cell = Cell.safeParse({
    suite: suite.name,
    mode: what.mode,
    engine,
    backend,
    gpus,
    precision: precisionOf(flags),
    xla: flags.xla ?? suite.defaultXla(engine),
    batch: what.batch,
    model: modelName(shape),
    ...(flags.formulation ? { formulation: flags.formulation } : {}),
    ...(flags.weak ? { scaling: "weak" } : {}),
    dataset: what.dataset,
  });
  if (cell.success) return cell.data;
  const issue = cell.error.issues[0]!;
  const flag =
    { batch: "--batch-size", model: "--factors/--layers" }[String(issue.path[0])] ?? `--${String(issue.path[0])}`;
  throw new UserError({ code: "flag.invalid", what: issue.message, where: flag, hint: "see --help for what it takes" });
}

/** The data set's name as given; a path that exists is made absolute, for it must mean the same in every process. */
export function datasetOf(flags: CellFlags, cwd: string, fallback?: string): string {
  const spec = flags.data ?? flags.dataset ?? fallback;
  if (spec === undefined) {
    throw new UserError({
      code: "flag.no-dataset",
      what: "no data set was named",
      where: "--data",
      hint: "name ratings with --data DIR, or add --dataset synthetic:ml-100k, which needs no download",
    });
  }
  const path = resolve(cwd, spec);
  return !spec.startsWith("synthetic:") && existsSync(path) ? path : spec;
}

function precisionOf(flags: CellFlags): Cell["precision"] {
  const mixed = (["fp16", "amp", "manualFp16"] as const).find((name) => flags[name]);
  if (mixed === undefined) return flags.precision ?? "fp32";
  if (flags.precision !== undefined && flags.precision !== "fp16") {
    throw new UserError({
      code: "flag.contradiction",
      what: `--precision ${flags.precision} contradicts --${mixed === "manualFp16" ? "manual-fp16" : mixed}`,
      hint: "give one of the two",
    });
  }
  return "fp16";
}

/** The suite's options that were given; the suite fills in the rest. Paths become absolute. */
export function trainOptionsOf(flags: TrainFlags, cwd: string): Record<string, unknown> {
  const path = (value: string | undefined) => (value === undefined ? undefined : resolve(cwd, value));
  const { epochs, validUsersPerBatch, negativeSamples, learningRate, beta1, beta2, eps, topk, target } = flags;
  const { validNegative, dropout, dropoutMode, lossScale, evalAfter, evalSeed, minRatings } = flags;
  const { stopAtTarget, lazyAdam, shardOptimizer, resume, checkpointEvery } = flags;
  const given = {
    ...{ epochs, validUsersPerBatch, negativeSamples, learningRate, beta1, beta2, eps, topk, target },
    ...{ validNegative, dropout, dropoutMode, lossScale, evalAfter, evalSeed, minRatings },
    ...{ stopAtTarget, lazyAdam, shardOptimizer, resume, checkpointEvery },
    negTrick: flags.negTrick ? undefined : false,
    checkpointDir: path(flags.checkpointDir),
    loadCheckpointPath: checkpointOf(flags, cwd),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/**
 * The checkpoint to start from. Where only --checkpoint-dir is given, a test reads the best epoch from it, as the
 * reference's README tells (its source did not), and --resume the last one.
 */
function checkpointOf(flags: TrainFlags, cwd: string): string | undefined {
  if (flags.loadCheckpointPath !== undefined) return resolve(cwd, flags.loadCheckpointPath);
  if (flags.mode !== "test" && !flags.resume) return undefined;
  if (flags.checkpointDir !== undefined) {
    return resolve(cwd, flags.checkpointDir, flags.mode === "test" ? checkpointNames.best : checkpointNames.last);
  }
  if (!flags.resume) return undefined;
  throw new UserError({
    code: "flag.no-checkpoint",
    what: "no checkpoint to go on with",
    where: "--resume",
    hint: "name it with --load-checkpoint-path FILE, or its folder with --checkpoint-dir DIR",
  });
}
