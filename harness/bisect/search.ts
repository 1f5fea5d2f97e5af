import type { Posterior } from "./posterior.js";

/** A run of steps that no variant which can be measured tells apart: mostly one. */
export interface StepGroup {
  from: number;
  to: number;
  probability: number;
}

export interface Probe {
  variant: number;
  /** Expected information about the step's place, in bits. */
  bits: number;
}

/** Steps that can be told apart, in order, where some variants cannot be measured. */
export function stepGroups({ steps }: Posterior, unmeasurable: ReadonlySet<number>): StepGroup[] {
  const groups: StepGroup[] = [];
  let from = 1;
  for (let variant = 1; variant < steps.length; variant++) {
    if (unmeasurable.has(variant)) continue;
    const probability = steps.slice(from, variant + 1).reduce((sum, p) => sum + p, 0);
    groups.push({ from, to: variant, probability });
    from = variant + 1;
  }
  return groups;
}

/** The likeliest group of steps. */
export function likeliest(groups: readonly StepGroup[]): StepGroup {
  return groups.reduce((best, group) => (group.probability > best.probability ? group : best));
}

/**
 * The variant whose comparison with the good end is expected to say most about where the step is; null where none can be
 * measured. Its mean of `pairs` differences lies about 0 or about the step; what it tells is the mutual information of
 * the mean and of the side that the variant is on. Source: D. V. Lindley, "On a Measure of the Information Provided by an
 * Experiment", Annals of Mathematical Statistics 27, 1956.
 */
export function nextProbe(posterior: Posterior, unmeasurable: ReadonlySet<number>, pairs: number): Probe | null {
  const { steps, step, scale } = posterior;
  let best: Probe | null = null;
  let beyond = 0;
  // The last variant is beyond the step for sure: measuring it again says nothing of the place.
  for (let variant = 1; variant < steps.length - 1; variant++) {
    beyond += steps[variant]!;
    if (unmeasurable.has(variant)) continue;
    const bits = sideInformation(beyond, Math.abs(step) / (scale / Math.sqrt(pairs)));
    if (best === null || bits > best.bits) best = { variant, bits };
  }
  return best;
}

/** Bits that one normal figure tells of which of two means, `distance` standard deviations apart, it has; prior `share`. */
export function sideInformation(share: number, distance: number): number {
  if (share <= 0 || share >= 1) return 0;
  // So far apart, the figure tells the side itself.
  if (distance > 20) return -share * Math.log2(share) - (1 - share) * Math.log2(1 - share);
  const [low, high, points] = [-8, distance + 8, 400];
  const width = (high - low) / points;
  let information = 0;
  for (let i = 0; i < points; i++) {
    const y = low + (i + 0.5) * width;
    const [zero, one] = [density(y), density(y - distance)];
    const mixed = (1 - share) * zero + share * one;
    if (zero > 0) information += width * (1 - share) * zero * Math.log2(zero / mixed);
    if (one > 0) information += width * share * one * Math.log2(one / mixed);
  }
  return Math.max(0, information);
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}
