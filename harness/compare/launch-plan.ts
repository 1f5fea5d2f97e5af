import { UserError } from "../../errors/user-error.js";
import { type Aim, canDecide, decides, fewest, smallestDetectableShift } from "../stats/power.js";
import { MOST_LAUNCHES, POWER } from "./evidence.js";
import { compareOptions } from "./options.js";

/** Chance that the true noise of a cell lies below the bound that is planned with: Browne's recommendation for pilots. */
export const NOISE_CONFIDENCE = 0.8;

/** Smallest change that is to be found, unless told otherwise. */
export const DEFAULT_DETECT = 0.05;

/**
 * Launches for one of the baseline's, where no number reaches the aim: with the baseline as it is, no further launch could
 * lower the smallest change by more than an eighth, sqrt(1 + 1/4).
 */
const MOST_PER_BASE_LAUNCH = 4;

/** What the baseline says of a cell before it is measured again. */
export interface CellPrior {
  key: string;
  /** Valid launches of the baseline, at least 1. */
  baseLaunches: number;
  /** Standard deviation of the logarithms to plan with; see `baselinePriors`. */
  noise: number;
  /** Seconds of a launch, at least 0. */
  seconds: number;
}

export interface PlanGoal {
  margin: number;
  alpha: number;
  level: number;
  /** Relative change to be found, beyond the margin. */
  detect: number;
  power: number;
}

export interface CellPlan extends CellPrior {
  launches: number;
  /** Relative change that is found with the goal's power at this noise. */
  mde: number;
  /** Whether a cell that did not change is shown to be the same with that power. */
  showsSame: boolean;
  /** What kept it from the goal: the size of the baseline, or the budget. */
  limitedBy: "baseline" | "budget" | null;
  /** Launches of a new baseline and as many of the run that reach the goal; null where these do, or none do. */
  baselineNeeded: number | null;
  expectedSeconds: number;
}

export interface LaunchPlan {
  goal: PlanGoal;
  budgetSeconds: number | null;
  expectedSeconds: number;
  cells: CellPlan[];
}

/** Fills in the defaults and checks the ranges. Throws `UserError`. */
export function planGoal(given: Partial<PlanGoal>): PlanGoal {
  const { detect = DEFAULT_DETECT, power = POWER, ...limits } = given;
  const { margin, alpha, level } = compareOptions(limits);
  if (!(detect > margin && detect < 1)) {
    throw new UserError({
      code: "plan.detect",
      what: `${detect} is not between the margin, ${margin}, and 1: a change inside the margin is no regression`,
      where: "--detect",
      hint: "ask for a larger change, or give a smaller --margin",
    });
  }
  return { margin, alpha, level, detect, power };
}

/**
 * Launches of every cell, fixed before the first is made, since looking at results to decide when to stop raises the
 * false alarms. Each cell gets the fewest with which a change of `detect` is found, and no change shown to be one, each with
 * probability `power` at Holm's strictest step over all cells. Where that takes more than `budgetSeconds`, the launches that
 * make the largest smallest-detectable change as small as the budget allows.
 *
 * @throws UserError where the budget allows fewer launches than the least that can decide every cell.
 */
export function planLaunches(priors: readonly CellPrior[], goal: PlanGoal, budgetSeconds: number | null): LaunchPlan {
  const cells = priors.map((prior) => new CellSearch(prior, goal, priors.length));
  const wanted = cells.map((cell) => cell.wanted());
  const cost = (launches: readonly number[]) => launches.reduce((sum, n, i) => sum + n * priors[i]!.seconds, 0);
  const launches =
    budgetSeconds === null || cost(wanted) <= budgetSeconds ? wanted : withinBudget(cells, wanted, budgetSeconds);
  return {
    goal,
    budgetSeconds,
    expectedSeconds: cost(launches),
    cells: cells.map((cell, i) => cell.plan(launches[i]!, launches[i]! < wanted[i]!)),
  };
}

/** `planLaunches` where the launches are given: what they can show. */
export function planFixedLaunches(priors: readonly CellPrior[], goal: PlanGoal, launches: number): LaunchPlan {
  const cells = priors.map((prior) => new CellSearch(prior, goal, priors.length).plan(launches, false));
  return {
    goal,
    budgetSeconds: null,
    expectedSeconds: cells.reduce((sum, { expectedSeconds }) => sum + expectedSeconds, 0),
    cells,
  };
}

/** Begins with the least launches that decide and gives the next ones to whichever cell sees least, while they fit. */
function withinBudget(cells: readonly CellSearch[], wanted: readonly number[], budget: number): number[] {
  const launches = cells.map((cell, i) => Math.min(cell.least(), wanted[i]!));
  let left = budget - launches.reduce((sum, n, i) => sum + n * cells[i]!.prior.seconds, 0);
  if (left < 0) throw tooSmall(budget, budget - left, launches);
  const open = new Set(cells.keys());
  while (open.size > 0) {
    const worst = [...open].reduce((a, b) => (cells[b]!.shift(launches[b]!) > cells[a]!.shift(launches[a]!) ? b : a));
    const next = cells[worst]!.better(launches[worst]!, wanted[worst]!);
    const price = next === null ? 0 : (next - launches[worst]!) * cells[worst]!.prior.seconds;
    if (next === null || price > left) {
      open.delete(worst);
      continue;
    }
    launches[worst] = next;
    left -= price;
  }
  return launches;
}

class CellSearch {
  readonly prior: CellPrior;
  private readonly goal: PlanGoal;
  private readonly limits: Pick<Aim, "sd" | "alpha" | "level" | "margin">;

  constructor(prior: CellPrior, goal: PlanGoal, family: number) {
    this.prior = prior;
    this.goal = goal;
    const { level, margin, alpha } = goal;
    this.limits = { sd: prior.noise, alpha: alpha / family, level, margin: Math.log1p(margin) };
  }

  /** Fewest launches of the run that can decide at all. A baseline of one launch takes many. */
  least(): number {
    const n1 = this.prior.baseLaunches;
    return fewest((n2) => canDecide({ n1, n2, ...this.limits }), 1, MOST_LAUNCHES) ?? MOST_LAUNCHES;
  }

  wanted(): number {
    const n1 = this.prior.baseLaunches;
    const most = Math.max(this.least(), Math.min(MOST_LAUNCHES, MOST_PER_BASE_LAUNCH * n1));
    return fewest((n2) => this.reaches(n1, n2), 1, most) ?? most;
  }

  /** The next number of launches up to `most` that sees a smaller change; null where none does. */
  better(launches: number, most: number): number | null {
    const now = this.shift(launches);
    for (let n = launches + 1; n <= most; n++) if (this.shift(n) < now) return n;
    return null;
  }

  /** Smallest shift of the logarithms that so many launches find. */
  shift(launches: number): number {
    const design = { n1: this.prior.baseLaunches, n2: launches, ...this.limits };
    return smallestDetectableShift(design, this.limits.sd, this.goal.power);
  }

  plan(launches: number, cut: boolean): CellPlan {
    const n1 = this.prior.baseLaunches;
    const short = !this.reaches(n1, launches);
    const limitedBy = !short ? null : cut ? "budget" : "baseline";
    return {
      ...this.prior,
      launches,
      mde: Math.expm1(this.shift(launches)),
      showsSame: decides(this.aim(0), n1, launches),
      limitedBy,
      baselineNeeded: limitedBy === "baseline" ? fewest((n) => this.reaches(n, n), n1, MOST_LAUNCHES) : null,
      expectedSeconds: launches * this.prior.seconds,
    };
  }

  private reaches(n1: number, n2: number): boolean {
    return decides(this.aim(0), n1, n2) && decides(this.aim(Math.log1p(this.goal.detect)), n1, n2);
  }

  private aim(shift: number): Aim {
    return { shift, power: this.goal.power, ...this.limits };
  }
}

function tooSmall(budget: number, least: number, launches: readonly number[]): UserError {
  const most = Math.max(...launches);
  const cells = launches.length === 1 ? "1 cell" : `${launches.length} cells`;
  return new UserError({
    code: "plan.budget",
    what: `${Number(budget.toPrecision(3))} s do not suffice: the least that can decide ${cells} is ${most} launches a cell, about ${Math.ceil(least)} s`,
    where: "--budget",
    hint: `give --budget ${Math.ceil(least)}s, or fewer cells by --cell`,
  });
}
