import { UserError } from "../../errors/user-error.js";
import { leastAttainableP } from "../stats/mann-whitney.js";
import { alikeRatio } from "./disturbed.js";
import { MOST_LAUNCHES, POWER } from "./evidence.js";
import { figure, percent } from "./ladder.js";
import type { CellComparison, CellConfirmation, Comparison, MetricComparison } from "./types.js";

export const EXPLANATION_SCHEMA = "ncf-bench.explanation/1.0";

/** One rung of the ladder of verdicts: what was asked, and what the figures said. */
export interface Step {
  question: string;
  /** Null: it was not asked, for an earlier answer decided. */
  answer: boolean | null;
  figures: string;
}

/** All that led to one cell's verdict. */
export interface Explanation extends Pick<Comparison, "base" | "next" | "options" | "environment" | "refused"> {
  schema: typeof EXPLANATION_SCHEMA;
  cell: CellComparison;
  steps: Step[];
  /** Tests that p was adjusted over: the gated metrics that could be tested, of all cells. */
  family: number;
  /** Least two-sided p that so many launches can give; null where a side has none. */
  leastP: number | null;
  /** The ratio by launches alone that the machine left in peace, or disturbed alike; null where none was, or none are alike. */
  alikeRatio: number | null;
  /** What the ladder does not take from the options: chance behind `mde` and `launchesNeeded`, and most launches asked for. */
  constants: { power: number; mostLaunches: number };
  confirmation: CellConfirmation | null;
}

/** Explains the one cell whose key is `asked`, or contains it. Throws `UserError` where that is none or several. */
export function explainCell(comparison: Comparison, asked: string): Explanation {
  const cell = findCell(comparison, asked);
  const { base, next, options, environment, refused } = comparison;
  const { gated } = cell;
  const family = comparison.cells.filter((one) => one.gated.p !== null).length;
  const [n1, n2] = [gated.base.valid, gated.next.valid];
  const touched = gated.base.disturbed.length + gated.next.disturbed.length > 0;
  const facts = {
    family,
    leastP: n1 > 0 && n2 > 0 ? leastAttainableP(n1, n2) : null,
    alikeRatio: touched ? alikeRatio(gated.base, gated.next, options.level) : null,
  };
  const confirmation = comparison.confirmation?.cells.find(({ key }) => key === cell.key) ?? null;
  return {
    schema: EXPLANATION_SCHEMA,
    ...{ base, next, options, environment, refused },
    cell,
    steps: stepsOf(gated, comparison, facts, confirmation),
    ...facts,
    constants: { power: POWER, mostLaunches: MOST_LAUNCHES },
    confirmation,
  };
}

function stepsOf(
  gated: MetricComparison,
  { options, refused }: Comparison,
  facts: Pick<Explanation, "family" | "leastP" | "alikeRatio">,
  confirmation: CellConfirmation | null,
): Step[] {
  const { base, next, effect, adjustedP, p } = gated;
  const steps: Step[] = [];
  const ask = (question: string, answer: boolean | null, figures: string) => steps.push({ question, answer, figures });
  const measured = base.valid > 0 && next.valid > 0;
  const barred = gated.verdict === "not comparable" && measured;
  ask("Do machine, protocol and backend agree?", !barred, barred ? (refused ?? gated.reason).message : "they do");
  const sides = `${base.valid} of ${base.planned} + ${next.valid} of ${next.planned} launches gave a figure`;
  ask("Was it measured on both sides?", barred ? null : measured, sides);
  if (barred || !measured || effect === null || adjustedP === null || p === null) return steps;
  const [lower, upper] = [1 / (1 + options.margin), 1 + options.margin];
  const [low, high] = [effect.low ?? 0, effect.high ?? Number.POSITIVE_INFINITY];
  const interval = effect.low === null ? "unbounded" : `${percent(low - 1)} … ${percent(high - 1)}`;
  const bounds = `${interval} against ${percent(lower - 1)} … ${percent(upper - 1)}`;
  const least = `the least p of ${base.valid} + ${next.valid} launches is ${figure(facts.leastP!)}, ${figure(Math.min(1, facts.leastP! * facts.family))} over ${facts.family} tests`;
  const able = facts.leastP! * facts.family < options.alpha && effect.low !== null;
  ask("Can so many launches show a change?", able, least);
  const small = adjustedP < options.alpha;
  ask(`Is p, adjusted by Holm, below ${options.alpha}?`, small, `p ${figure(p)}, adjusted ${figure(adjustedP)}`);
  const beyond = high < lower || low > upper;
  ask("Does the whole interval lie beyond the margin?", beyond, bounds);
  const inside = lower <= low && high <= upper;
  ask("Does it lie inside?", beyond ? null : inside, bounds);
  const touched = base.disturbed.length + next.disturbed.length;
  if (touched > 0) {
    const ratio = facts.alikeRatio === null ? "there are none" : `they say ${percent(facts.alikeRatio - 1)}`;
    const asked = (beyond && small) || inside;
    ask("Do launches that met the same agree?", asked ? gated.reason.code !== "disturbed" : null, ratio);
  }
  if (gated.reason.code === "machine-moved") {
    ask("Did it move more than the machine's sentinel?", false, gated.reason.message);
  }
  if (confirmation !== null) {
    ask("Does the later run confirm it?", confirmation.state === "confirmed", confirmation.message);
  }
  return steps;
}

function findCell({ cells }: Comparison, asked: string): CellComparison {
  const exact = cells.find(({ key }) => key === asked);
  const found = exact === undefined ? cells.filter(({ key }) => key.includes(asked)) : [exact];
  if (found.length === 1) return found[0]!;
  const few = (found.length === 0 ? cells : found).slice(0, 5).map(({ key }) => key);
  throw new UserError({
    code: found.length === 0 ? "compare.no-such-cell" : "compare.several-cells",
    what: found.length === 0 ? "no cell of the baseline is called so" : `${found.length} cells are called so`,
    where: `--explain ${asked}`,
    hint:
      few.length === 0 ? "the baseline has no cells" : `give one key, or a part that only it has: ${few.join(", ")}`,
  });
}
