import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { climb } from "./ladder.js";
import { DEFAULTS } from "./options.js";

const side = { planned: 7, valid: 7, values: [], median: 1, noise: 0, launches: [], excluded: [], disturbed: [] };

describe("the ladder", () => {
  it("for a metric where lower is better, more is slower", () => {
    const rung = (ratio: number) =>
      climb(
        {
          better: "lower",
          base: side,
          next: side,
          barrier: null,
          effect: { ratio, low: ratio - 0.01, high: ratio + 0.01, level: 0.95 },
          p: 0.001,
          adjustedP: 0.001,
          family: 1,
        },
        DEFAULTS,
      ).verdict;
    expect([rung(1.2), rung(0.8), rung(1)]).toEqual(["slower", "faster", "same"]);
  });

  it("never says slower or faster on p alone nor on the point alone, and same only inside the margin", () => {
    const share = fc.double({ min: 0.5, max: 2, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, p) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { verdict } = climb(
          {
            better: "higher",
            base: side,
            next: side,
            barrier: null,
            effect: { ratio: Math.sqrt(low * high), low, high, level: 0.95 },
            p,
            adjustedP: p,
            family: 1,
          },
          DEFAULTS,
        );
        if (verdict === "slower") expect(p < 0.05 && high < 1 / 1.02).toBe(true);
        else if (verdict === "faster") expect(p < 0.05 && low > 1.02).toBe(true);
        else if (verdict === "same") expect(low >= 1 / 1.02 && high <= 1.02).toBe(true);
        else expect(verdict).toBe("inconclusive");
      }),
      { seed: 51, numRuns: 500 },
    );
  });
});
