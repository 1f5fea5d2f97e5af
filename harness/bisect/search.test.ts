import { describe, expect, it } from "vitest";
import { gaussian, uniform } from "../stats/random.js";
import { type Observation, stepPosterior } from "./posterior.js";
import { likeliest, nextProbe, sideInformation, stepGroups } from "./search.js";

interface Found {
  right: boolean;
  probability: number;
  probes: number;
}

/** A whole search over simulated variants: ends first, then the probe that says most until the posterior passes. */
function search(seed: number, world: { variants: number; step: number; noise: number; heavy?: boolean }): Found {
  const next = uniform(seed);
  const normal = gaussian(next);
  const truth = 1 + Math.floor(next() * (world.variants - 1));
  const drawn = (variant: number, pairs: number): Observation => ({
    variant,
    differences: Array.from({ length: pairs }, () => {
      const stray = world.heavy && next() < 0.05 ? 10 : 1;
      return (variant >= truth ? world.step : 0) + world.noise * stray * normal();
    }),
  });
  const observations = [drawn(world.variants - 1, 10)];
  for (let probes = 1; ; probes++) {
    const posterior = stepPosterior(world.variants, observations);
    const best = likeliest(stepGroups(posterior, new Set()));
    if (best.probability >= 0.95 || probes > 200) {
      return { right: best.to === truth, probability: best.probability, probes };
    }
    observations.push(drawn(nextProbe(posterior, new Set(), 2)!.variant, 2));
  }
}

const many = (count: number, world: Parameters<typeof search>[1]): Found[] =>
  Array.from({ length: count }, (_, i) => search(1000 + i, world));

describe("the search for the step", () => {
  // 80 searches that are right 95 times in 100 are right in fewer than 69 with probability under 0.001.
  it.each([
    ["5 % in noise of 2 %", { variants: 16, step: -0.05, noise: 0.02 }, 12],
    ["3 % in noise of 2 %, faster", { variants: 9, step: 0.03, noise: 0.02 }, 25],
    ["5 % with stray pairs", { variants: 16, step: -0.05, noise: 0.01, heavy: true }, 12],
  ])("names the right one at least as often as it promises: %s", (_, world, affordable) => {
    const found = many(80, world);
    expect(found.filter(({ right }) => right).length).toBeGreaterThanOrEqual(69);
    const mean = found.reduce((sum, { probes }) => sum + probes, 0) / found.length;
    expect(mean).toBeLessThan(affordable);
  });

  it("without noise halves, as bisecting does: 100 variants in at most 8 probes", () => {
    const found = many(20, { variants: 100, step: -0.1, noise: 0 });
    expect(found.every(({ right, probes }) => right && probes <= 8)).toBe(true);
  });

  it("is not sure too soon: where the noise hides the step, one probe leaves all open", () => {
    const posterior = stepPosterior(9, [
      { variant: 8, differences: [0.01, -0.02, 0.03, 0.02, -0.01, 0.02, 0.01, 0.03] },
      { variant: 4, differences: [0.01, -0.01] },
    ]);
    expect(Math.max(...posterior.steps)).toBeLessThan(0.3);
    expect(posterior.steps.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
  });

  it("does not depend on the order or the grouping of what was observed", () => {
    const [a, b, c] = [
      { variant: 5, differences: [-0.05, -0.06, -0.04, -0.05] },
      { variant: 2, differences: [0.01, -0.01] },
      { variant: 3, differences: [-0.05, -0.02] },
    ];
    const whole = stepPosterior(6, [a, b, c]).steps;
    const parts = stepPosterior(6, [c, { ...b, differences: [0.01] }, a, { ...b, differences: [-0.01] }]).steps;
    parts.forEach((p, k) => {
      expect(p).toBeCloseTo(whole[k]!, 10);
    });
    expect(likeliest(stepGroups({ steps: whole, step: 0, scale: 1 }, new Set())).to).toBe(3);
  });
});

describe("the next probe", () => {
  const posterior = { steps: [0, 0.1, 0.1, 0.5, 0.2, 0.1], step: 0.05, scale: 0.02 };

  it("splits what is likely into halves, never asks what is known, and goes around what cannot be measured", () => {
    expect(nextProbe(posterior, new Set(), 2)!.variant).toBe(3);
    expect(nextProbe(posterior, new Set([3]), 2)!.variant).toBe(2);
    expect(nextProbe(posterior, new Set([1, 2, 3, 4]), 2)).toBeNull();
    expect(nextProbe({ ...posterior, steps: [0, 1] }, new Set(), 2)).toBeNull();
  });

  it("steps around a variant that cannot be measured are one answer", () => {
    expect(stepGroups(posterior, new Set([2, 3])).map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [2, 4],
      [5, 5],
    ]);
    expect(stepGroups(posterior, new Set([2, 3]))[1]!.probability).toBeCloseTo(0.8, 12);
  });

  it.each([
    [0.5, 0, 0],
    [0.5, 20, 1],
    [0.1, 20, 0.469],
    [0, 5, 0],
    [1, 5, 0],
    // Capacity of two equally likely means two standard deviations apart (binary input, Gaussian noise of variance 1).
    [0.5, 2, 0.486],
  ])("a share of %d and %d standard deviations tell %d bits", (share, distance, bits) =>
    expect(sideInformation(share, distance)).toBeCloseTo(bits, 3),
  );
});
