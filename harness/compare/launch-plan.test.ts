import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../errors/user-error.js";
import { shiftInterval } from "../stats/hodges-lehmann.js";
import { mannWhitney } from "../stats/mann-whitney.js";
import { normal } from "../stats/testdata/random.js";
import { baselinePriors } from "./baseline-priors.js";
import { type CellPrior, planFixedLaunches, planGoal, planLaunches } from "./launch-plan.js";
import { buildRun, metricsOf } from "./testdata/runs.js";

const goal = planGoal({});
const prior = fc.record({
  key: fc.string(),
  baseLaunches: fc.integer({ min: 2, max: 30 }),
  noise: fc.double({ min: 0, max: 0.08, noNaN: true }),
  seconds: fc.double({ min: 0.1, max: 100, noNaN: true }),
});
const priors = fc.array(prior, { minLength: 1, maxLength: 8 });
const seeded = { seed: 53, numRuns: 60 };

describe("launches planned from a baseline", () => {
  it("less noise in a cell never asks for more launches of it, and never hides a larger change", () => {
    fc.assert(
      fc.property(priors, fc.double({ min: 0, max: 1, noNaN: true }), (cells, factor) => {
        const calm = cells.map((one) => ({ ...one, noise: one.noise * factor }));
        const [before, after] = [planLaunches(cells, goal, null), planLaunches(calm, goal, null)];
        for (const [i, cell] of after.cells.entries())
          expect(cell.launches).toBeLessThanOrEqual(before.cells[i]!.launches);
      }),
      seeded,
    );
  });

  it("a cell that nothing limits finds the change asked for and shows no change as the same", () => {
    fc.assert(
      fc.property(priors, (cells) => {
        for (const cell of planLaunches(cells, goal, null).cells) {
          if (cell.limitedBy !== null) continue;
          expect(cell.mde).toBeLessThanOrEqual(goal.detect + 1e-12);
          expect(cell.showsSame).toBe(true);
        }
      }),
      seeded,
    );
  });

  it("a budget is never exceeded, never buys more than was wanted, and what it leaves buys the worst cell nothing", () => {
    fc.assert(
      fc.property(priors, fc.double({ min: 0, max: 1.2, noNaN: true }), (cells, share) => {
        const whole = planLaunches(cells, goal, null);
        const budget = share * whole.expectedSeconds;
        let plan: ReturnType<typeof planLaunches>;
        try {
          plan = planLaunches(cells, goal, budget);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          const least = Number(/--budget (\d+)s/.exec((error as UserError).hint!)![1]);
          expect(least).toBeGreaterThanOrEqual(Math.floor(budget));
          expect(planLaunches(cells, goal, least).expectedSeconds).toBeLessThanOrEqual(least);
          return;
        }
        expect(plan.expectedSeconds).toBeLessThanOrEqual(budget * (1 + 1e-12));
        for (const [i, cell] of plan.cells.entries())
          expect(cell.launches).toBeLessThanOrEqual(whole.cells[i]!.launches);
        const cut = plan.cells.filter((cell, i) => cell.launches < whole.cells[i]!.launches && cell.limitedBy !== null);
        for (const cell of cut) expect(cell.limitedBy).toBe("budget");
      }),
      seeded,
    );
  });

  it("a larger budget never makes the worst cell see less, but for the steps of the exact distribution", () => {
    fc.assert(
      fc.property(priors, fc.double({ min: 0.3, max: 1, noNaN: true }), (cells, share) => {
        const whole = planLaunches(cells, goal, null).expectedSeconds;
        const worst = (budget: number) => {
          try {
            return Math.max(...planLaunches(cells, goal, budget).cells.map(({ mde }) => mde));
          } catch {
            return Number.POSITIVE_INFINITY;
          }
        };
        expect(worst(whole)).toBeLessThanOrEqual(1.05 * worst(share * whole));
      }),
      seeded,
    );
  });

  it("under a budget a noisy cell gets more launches than a calm one, so that both see about the same", () => {
    const cells = [0.01, 0.02, 0.03].map((noise, i) => ({ key: `${i}`, baseLaunches: 20, noise, seconds: 10 }));
    const strict = planGoal({ detect: 0.021 });
    const { cells: planned } = planLaunches(cells, strict, 450);
    const launches = planned.map((cell) => cell.launches);
    expect(launches).toEqual([...launches].sort((a, b) => a - b));
    expect(launches[2]! - launches[0]!).toBeGreaterThan(5);
    expect(planned.every(({ limitedBy }) => limitedBy === "budget")).toBe(true);
  });

  it.each<[string, Omit<CellPrior, "key" | "seconds">, number]>([
    ["one calm cell", { baseLaunches: 10, noise: 0.01 }, 1],
    ["twelve cells", { baseLaunches: 12, noise: 0.015 }, 12],
    ["a large baseline", { baseLaunches: 30, noise: 0.025 }, 4],
  ])("%s: the rule itself, simulated, has at least the power planned, both ways", (_, one, family) => {
    const cells = Array.from({ length: family }, (_, i) => ({ key: `${i}`, seconds: 1, ...one }));
    const { launches, limitedBy } = planLaunches(cells, goal, null).cells[0]!;
    expect(limitedBy).toBeNull();
    const draw = normal(97);
    const margin = Math.log1p(goal.margin);
    let [found, same] = [0, 0];
    for (let i = 0; i < 1500; i++) {
      const x = Array.from({ length: one.baseLaunches }, () => one.noise * draw());
      const y = Array.from({ length: launches }, () => one.noise * draw());
      const moved = y.map((value) => value + Math.log1p(goal.detect));
      const [still, shifted] = [shiftInterval(x, y, goal.level), shiftInterval(x, moved, goal.level)];
      if (still.low > -margin && still.high < margin) same++;
      if (shifted.low > margin && mannWhitney(x, moved).p < goal.alpha / family) found++;
    }
    // Three binomial standard deviations.
    const least = goal.power - 0.031;
    expect(found / 1500).toBeGreaterThan(least);
    expect(same / 1500).toBeGreaterThan(least);
  });

  it("where the baseline is too small for the aim, says so and how many launches a baseline needs", () => {
    const [cell] = planLaunches([{ key: "a", baseLaunches: 5, noise: 0.05, seconds: 1 }], goal, null).cells;
    expect(cell).toMatchObject({ launches: 20, limitedBy: "baseline", showsSame: false });
    expect(cell!.mde).toBeGreaterThan(goal.detect);
    const needed = cell!.baselineNeeded!;
    const larger = { key: "a", baseLaunches: needed, noise: 0.05, seconds: 1 };
    expect(planLaunches([larger], goal, null).cells[0]).toMatchObject({ limitedBy: null });
  });

  it("says what a given number of launches can show", () => {
    const cells = [{ key: "a", baseLaunches: 5, noise: 0.01, seconds: 2 }];
    expect(planFixedLaunches(cells, goal, 3).cells[0]).toMatchObject({ launches: 3, expectedSeconds: 6 });
    expect(planFixedLaunches(cells, goal, 2).cells[0]!.mde).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([0.02, 0.01, 1, Number.NaN])("a change of %d is refused: it must be larger than the margin", (detect) => {
    expect(() => planGoal({ detect })).toThrow(/--detect/);
  });
});

describe("what a baseline says beforehand", () => {
  const run = buildRun({
    cells: [
      { launches: [100, 101, 102, 103, 104] },
      { cell: { batch: 2048 }, launches: [100] },
      { cell: { batch: 4096 }, launches: [100, 100, 100] },
      { cell: { batch: 8192 }, launches: [undefined] },
    ],
  });
  const keys = run.manifest.cells.map(({ key }) => key);

  it("takes a bound of each cell's noise, and of one launch the largest of the others; no cell without a valid launch", () => {
    const found = baselinePriors(run, new Set(keys), metricsOf);
    expect(found.map(({ key, baseLaunches }) => [key, baseLaunches])).toEqual([
      [keys[0], 5],
      [keys[1], 1],
      [keys[2], 3],
    ]);
    // 1.5577 = sqrt(4 / 1.6488), the factor of Browne's bound for five.
    expect(found[0]!.noise / 0.0155).toBeCloseTo(1.5577, 1);
    expect(found[1]!.noise).toBe(found[0]!.noise);
    expect(found[2]!.noise).toBe(0);
  });

  it("leaves out cells that are not asked for, and refuses where no noise is known", () => {
    expect(baselinePriors(run, new Set([keys[2]!]), metricsOf)).toHaveLength(1);
    expect(() => baselinePriors(run, new Set([keys[1]!]), metricsOf)).toThrow(/noise is not known/);
    expect(baselinePriors(run, new Set(["other"]), metricsOf)).toEqual([]);
  });
});
