import { qn } from "../stats/robust-scale.js";
import { centerInterval } from "../stats/walsh.js";

/** Paired differences of logarithms, a variant over the good end; variant 0 is that end itself. */
export interface Observation {
  variant: number;
  differences: readonly number[];
}

/** What the observations say of where, among ordered variants, the figure made its step. */
export interface Posterior {
  /** Probability that the step came with variant k, by k; index 0 is always 0. Sums to 1. */
  steps: number[];
  /** Posterior mean of the step, a difference of logarithms. */
  step: number;
  /** Posterior mean of the scale of one pair's difference. */
  scale: number;
}

/** Degrees of freedom of the differences: heavy tails, so that one disturbed pair moves little. */
const TAILS = 4;
const STEP_POINTS = 25;
const SCALES = Array.from({ length: 9 }, (_, i) => Math.exp((i - 4) / 4));

/**
 * One step among `variants` ordered variants: those before it are as the good end, those from it on differ by one amount.
 * Each step equally likely beforehand; its size and the noise unknown. Differences are Student t (4 degrees of freedom)
 * about 0 or about the step; size and scale are integrated out over a grid around what the last variant's own observations say.
 * Source: K. L. Lange, R. J. A. Little & J. M. G. Taylor, "Robust Statistical Modeling Using the t Distribution", JASA 84,
 * 1989; the change point as in A. F. M. Smith, Biometrika 62, 1975.
 *
 * @param observations any order, several of one variant; the last variant must have been observed.
 */
export function stepPosterior(variants: number, observations: readonly Observation[]): Posterior {
  const last = variants - 1;
  const by = Array.from({ length: variants }, (_, variant) =>
    observations.filter((one) => one.variant === variant).flatMap(({ differences }) => differences),
  );
  const { sizes, scales } = grid(by[last]!);
  // By grid point and step: the logarithm of the likelihood, then the weight.
  const weights = new Float64Array(scales.length * sizes.length * last);
  let at = 0;
  for (const scale of scales) {
    const before = by.map((differences) => logLikelihood(differences, 0, scale));
    for (const size of sizes) {
      const after = by.map((differences) => logLikelihood(differences, size, scale));
      // Step at k: variants 1 … k - 1 lie about 0, k … last about the step.
      let log = after.reduce((sum, one, variant) => (variant === 0 ? sum : sum + one), 0);
      for (let k = 1; k <= last; k++) {
        weights[at++] = log;
        log += before[k]! - after[k]!;
      }
    }
  }
  const most = weights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i] = Math.exp(weights[i]! - most);
  const result: Posterior = { steps: Array.from({ length: variants }, () => 0), step: 0, scale: 0 };
  weights.forEach((weight, i) => {
    const point = Math.floor(i / last);
    result.steps[1 + (i % last)]! += weight / total;
    result.step += (weight / total) * sizes[point % sizes.length]!;
    result.scale += (weight / total) * scales[Math.floor(point / sizes.length)]!;
  });
  return result;
}

/** Sizes within five standard errors of the last variant's centre, and scales about the noise of its pairs. */
function grid(differences: readonly number[]): { sizes: number[]; scales: number[] } {
  const { estimate } = centerInterval([...differences], 0.95);
  const noise = differences.length < 2 ? 0 : qn([...differences]);
  // Scripted times have no noise at all.
  const scale = Math.max(Number.isFinite(noise) ? noise : 0, Math.abs(estimate) / 1000, 1e-6);
  const reach = (5 * scale) / Math.sqrt(differences.length);
  const middle = (STEP_POINTS - 1) / 2;
  const sizes = Array.from({ length: STEP_POINTS }, (_, i) => estimate + (reach * (i - middle)) / middle);
  return { sizes, scales: SCALES.map((factor) => factor * scale) };
}

function logLikelihood(differences: readonly number[], center: number, scale: number): number {
  let log = -differences.length * Math.log(scale);
  for (const difference of differences) {
    const z = (difference - center) / scale;
    log -= ((TAILS + 1) / 2) * Math.log1p((z * z) / TAILS);
  }
  return log;
}
