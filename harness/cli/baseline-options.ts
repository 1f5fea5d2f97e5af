import { Command } from "commander";
import { UserError } from "../../errors/user-error.js";
import { baselinePriors } from "../compare/baseline-priors.js";
import { DEFAULT_DETECT, type LaunchPlan, planFixedLaunches, planGoal, planLaunches } from "../compare/launch-plan.js";
import { DEFAULTS } from "../compare/options.js";
import type { MachineDescription } from "../machine/describe.js";
import { withLaunches } from "../plan/plan.js";
import type { Against } from "../run/manifest.js";
import type { Run } from "../run/run-dir.js";
import { parseDuration } from "./duration.js";
import { addMatrixOptions, type MatrixOptions, type PlannedMatrix, planMatrix } from "./matrix-options.js";
import { findRunOrBaseline } from "./run-arguments.js";
import { share } from "./share.js";

/** Options by which `run` and `plan` are told a baseline. */
export interface BaselineOptions extends MatrixOptions {
  baseline?: string;
  budget?: string;
  detect?: string;
  margin?: string;
  alpha?: string;
  confirm?: boolean;
}

/** Those of them that mean nothing without a baseline. */
const WITH_BASELINE = ["budget", "detect", "margin", "alpha", "confirm"] as const;

export const BASELINE_OPTIONS = ["baseline", ...WITH_BASELINE] as const;

export function addBaselineOptions(command: Command): Command {
  return command
    .option("--baseline <name>", "measure the cells of this baseline (or run) with as many launches as it takes")
    .option("--budget <time>", "with --baseline: the best launches that fit, e.g. 20m; a confirming run comes on top")
    .option("--detect <share>", `with --baseline: smallest change to be found (default: ${DEFAULT_DETECT})`)
    .option("--margin <share>", `with --baseline: relative change that counts (default: ${DEFAULTS.margin})`)
    .option("--alpha <share>", `with --baseline: error rate over all cells together (default: ${DEFAULTS.alpha})`)
    .option("--confirm", "with --baseline: measure what is slower again in a second run (the default)")
    .option("--no-confirm", "with --baseline: rest the verdict on one run");
}

/** A plan with the baseline that it was made from. */
export interface PlannedAgainst {
  base: Run;
  label: string;
  launchPlan: LaunchPlan;
  /** Keys of the baseline's cells that are compared; null: all. */
  cells: string[] | null;
  /** Planned cells of which the baseline has no valid launch. */
  unknown: string[];
  /** The baseline's cells that are compared and not planned. */
  missing: string[];
  confirm: boolean;
}

export interface Planned {
  planned: PlannedMatrix;
  /** Null without --baseline. */
  against: PlannedAgainst | null;
  /** The options with those that the baseline's own command gave. */
  options: MatrixOptions;
}

/**
 * From the options to the plan. With a baseline and no --matrix, the cells are those of the command that made the baseline,
 * and the launches those that the family needs. Throws `UserError` for whatever is wrong with them.
 */
export async function planWithBaseline(
  given: BaselineOptions,
  cwd: string,
  machine: MachineDescription,
): Promise<Planned> {
  if (given.baseline === undefined) {
    const stray = WITH_BASELINE.find((name) => given[name] !== undefined);
    if (stray !== undefined) throw usage(`--${stray}`, "goes with --baseline only");
    return { planned: await planMatrix(given, cwd, machine), against: null, options: given };
  }
  if (given.budget !== undefined && given.launches !== undefined) {
    throw usage("--budget", "chooses the launches, so it contradicts --launches");
  }
  const goal = planGoal({
    ...(given.margin === undefined ? {} : { margin: share(given.margin) }),
    ...(given.alpha === undefined ? {} : { alpha: share(given.alpha) }),
    ...(given.detect === undefined ? {} : { detect: share(given.detect) }),
  });
  const budget = given.budget === undefined ? null : parseDuration(given.budget, "--budget");
  const base = await findRunOrBaseline(given.baseline, cwd, { samples: false });
  const options = given.matrix === undefined ? { ...optionsOf(base), ...given } : given;
  const planned = await planMatrix(options, cwd, machine);
  const { plan, suite } = planned;
  const supported = plan.cells.filter((_, index) => plan.unsupported[index] === null).map(({ key }) => key);
  const priors = baselinePriors(base, new Set(supported), () => suite.metrics);
  if (supported.length > 0 && priors.length === 0) {
    throw new UserError({
      code: "plan.no-common-cell",
      what: `it has a valid launch of none of the ${supported.length} cells that are to be measured`,
      where: `--baseline ${given.baseline}`,
      hint: "leave out --matrix to measure the baseline's own cells",
    });
  }
  const launchPlan =
    given.launches === undefined ? planLaunches(priors, goal, budget) : planFixedLaunches(priors, goal, given.launches);
  const launches = new Map(launchPlan.cells.map((cell) => [cell.key, cell.launches]));
  const keys = plan.cells.map(({ key }) => key);
  const baseKeys = base.manifest.cells.map(({ key }) => key);
  // Who names cells asks about these; who does not, about all that the baseline has.
  const cells = given.cell === undefined ? null : baseKeys.filter((key) => keys.includes(key));
  return {
    planned: { ...planned, plan: withLaunches(plan, launches) },
    against: {
      base,
      label: given.baseline === "latest" ? base.manifest.run : given.baseline,
      launchPlan,
      cells,
      unknown: supported.filter((key) => !launches.has(key)),
      missing: (cells ?? baseKeys).filter((key) => !keys.includes(key)),
      confirm: given.confirm !== false,
    },
    options,
  };
}

/** What the manifest keeps of it. */
export function againstOf({ base, label, launchPlan, cells, confirm }: PlannedAgainst, confirmation: string): Against {
  return {
    baseline: label,
    run: base.manifest.run,
    cells,
    margin: launchPlan.goal.margin,
    alpha: launchPlan.goal.alpha,
    confirmation: confirm ? confirmation : null,
    plan: { ...launchPlan },
  };
}

/** The matrix options of the command that made a run, without its number of launches. */
function optionsOf({ manifest: { command, matrix } }: Run): MatrixOptions {
  const at = command.indexOf("run");
  if (at < 0) return { matrix };
  const parser = addMatrixOptions(new Command()).exitOverride().allowUnknownOption().allowExcessArguments();
  const { launches: _, ...options } = parser.parse(command.slice(at + 1), { from: "user" }).opts<MatrixOptions>();
  return { matrix, ...options };
}

function usage(flag: string, what: string): UserError {
  return new UserError({ code: "usage", what, where: flag, hint: "see ncf-bench run --help" });
}
