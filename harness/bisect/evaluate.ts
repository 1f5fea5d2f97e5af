import { ExitCode } from "../../errors/exit-code.js";
import type { AbComparison } from "../ab/analyse.js";
import { PAIRS_OF_BLOCK } from "../ab/order.js";
import { effectOf } from "../compare/evidence.js";
import type { Effect } from "../compare/types.js";
import { centerInterval } from "../stats/walsh.js";
import type { Bisection } from "./bisection.js";
import { type Observation, type Posterior, stepPosterior } from "./posterior.js";
import { likeliest, nextProbe, type Probe, type StepGroup, stepGroups } from "./search.js";

/** Of what a search comes to; `bisect.json`, which holds the search, has another. */
export const BISECT_RESULT_SCHEMA = "ncf-bench.bisect-result/1.0";

export interface ProbeResult {
  variant: number;
  comparison: AbComparison;
}

export interface VariantState {
  label: string;
  /** Valid of planned pairs, over all probes. */
  pairs: number;
  planned: number;
  /** Over the good end; null where nothing was measured. */
  effect: Effect | null;
  /** Probability that the step came with this variant; null for the good end and where there is none to look for. */
  probability: number | null;
}

/** `found`: a step passed the threshold. `no-step`: the ends are the same. `open`: the ends, or the probes, did not decide. */
export type BisectStatus = "searching" | "found" | "no-step" | "open" | "not-measured";

export interface BisectOutcome {
  schema: typeof BISECT_RESULT_SCHEMA;
  id: string;
  status: BisectStatus;
  variants: VariantState[];
  /** The likeliest step; more than one variant where those between could not be measured. */
  answer: StepGroup | null;
  /** The size of the step as a ratio, e.g. 0.95. */
  ratio: number | null;
  probes: number;
  next: Probe | null;
  warnings: { code: string; message: string }[];
  exitCode: ExitCode;
  exitReason: string;
}

/** What the probes so far say, and which is to be the next. Pure. The first one compares the ends. */
export function evaluate(bisection: Bisection, results: readonly ProbeResult[]): BisectOutcome {
  const observations = results.map(observationOf);
  const last = bisection.variants.length - 1;
  const outcome = {
    schema: BISECT_RESULT_SCHEMA as typeof BISECT_RESULT_SCHEMA,
    id: bisection.id,
    probes: results.length,
    answer: null,
    ratio: null,
    next: null,
    warnings: [],
  };
  const states = (posterior: Posterior | null) => variantStates(bisection, results, observations, posterior);
  const ends = results[0]?.comparison;
  const verdict = ends?.cells[0]?.verdict;
  if (ends === undefined) {
    const exitReason = "nothing was measured yet";
    return { ...outcome, status: "searching", variants: states(null), exitCode: ExitCode.Incomplete, exitReason };
  }
  if (verdict !== "slower" && verdict !== "faster") {
    const status = verdict === "same" ? "no-step" : verdict === "inconclusive" ? "open" : "not-measured";
    const exitReason =
      verdict === "same" ? "the ends do not differ: there is no step to find" : `the ends: ${ends.exitReason}`;
    return { ...outcome, status, variants: states(null), exitCode: ends.exitCode, exitReason };
  }
  const posterior = stepPosterior(bisection.variants.length, observations);
  const unmeasurable = new Set(
    results
      .map(({ variant }) => variant)
      .filter((variant) => variant !== last && differencesOf(observations, variant).length === 0),
  );
  const answer = likeliest(stepGroups(posterior, unmeasurable));
  const found = answer.probability >= bisection.threshold;
  const next =
    found || results.length >= bisection.maxProbes
      ? null
      : nextProbe(posterior, unmeasurable, bisection.blocks * PAIRS_OF_BLOCK);
  const variants = states(posterior);
  const said = {
    ...outcome,
    variants,
    answer,
    next,
    ratio: Math.exp(posterior.step),
    warnings: oddVariants(bisection, observations, posterior),
  };
  if (found) {
    const exitCode = verdict === "slower" ? ExitCode.Regression : ExitCode.Ok;
    return { ...said, status: "found", exitCode, exitReason: `${stepText(answer)} made it ${verdict}` };
  }
  const open = `no step has probability ${bisection.threshold} after ${results.length} probes`;
  return { ...said, status: next === null ? "open" : "searching", exitCode: ExitCode.Inconclusive, exitReason: open };
}

function stepText({ from, to }: StepGroup): string {
  return from === to ? `variant ${to}` : `one of the variants ${from} to ${to}`;
}

function observationOf({ variant, comparison }: ProbeResult): Observation {
  const { base, next } = comparison.cells[0]!.gated;
  return { variant, differences: base.values.map((value, i) => Math.log(next.values[i]! / value)) };
}

function variantStates(
  { variants }: Bisection,
  results: readonly ProbeResult[],
  observations: readonly Observation[],
  posterior: Posterior | null,
): VariantState[] {
  return variants.map(({ label }, variant) => {
    const differences = differencesOf(observations, variant);
    const planned = results
      .filter((one) => one.variant === variant)
      .reduce((sum, { comparison }) => sum + comparison.cells[0]!.gated.base.planned, 0);
    return {
      label,
      pairs: differences.length,
      planned,
      effect: differences.length === 0 ? null : effectOf(centerInterval(differences, 0.95), 0.95),
      probability: variant === 0 || posterior === null ? null : posterior.steps[variant]!,
    };
  });
}

/** Variants that are like neither side: the change then came in more than one step, which this search does not look for. */
function oddVariants(
  { variants, margin }: Bisection,
  observations: readonly Observation[],
  posterior: Posterior,
): BisectOutcome["warnings"] {
  const level = 1 - 0.05 / variants.length;
  return variants.flatMap(({ label }, variant) => {
    const differences = differencesOf(observations, variant);
    if (variant === 0 || variant === variants.length - 1 || differences.length === 0) return [];
    const { low, high } = centerInterval(differences, level);
    const clear = (center: number) => low > center + margin || high < center - margin;
    if (!clear(0) || !clear(posterior.step)) return [];
    const message = `variant ${variant} (${label}) is like neither end: more than one of the variants may have made the change`;
    return [{ code: "bisect.several-steps", message }];
  });
}

function differencesOf(observations: readonly Observation[], variant: number): number[] {
  return observations.filter((one) => one.variant === variant).flatMap(({ differences }) => [...differences]);
}
