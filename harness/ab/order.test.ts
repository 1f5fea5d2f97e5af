import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockedOrder } from "./order.js";

const cellsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ index, key: `cell-${index}` }));

describe("the order of an A/B experiment", () => {
  it("makes each launch once, four of a cell in a row, A B B A or B A A B", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), fc.nat(), (cells, blocks, seed) => {
        const order = blockedOrder(cellsOf(cells), blocks, seed);
        expect(new Set(order.map((step) => step.join("/"))).size).toBe(cells * blocks * 4);
        for (let at = 0; at < order.length; at += 4) {
          const four = order.slice(at, at + 4);
          expect(["a b b a", "b a a b"]).toContain(four.map(([side]) => side).join(" "));
          expect(new Set(four.map(([, cell]) => cell)).size).toBe(1);
          const block = Math.floor(at / 4 / cells);
          expect(four.map(([, , pair]) => pair)).toEqual([2 * block, 2 * block, 2 * block + 1, 2 * block + 1]);
        }
      }),
      { seed: 5, numRuns: 50 },
    );
  });

  it("cancels a drift that is linear over a block, whichever variant begins", () => {
    const [drift] = [0.3];
    for (const seed of [1, 2, 3, 4, 5]) {
      const difference = blockedOrder(cellsOf(1), 3, seed).reduce(
        (sum, [side], time) => sum + (side === "b" ? 1 : -1) * drift * time,
        0,
      );
      expect(difference).toBeCloseTo(0, 12);
    }
  });

  it("begins with either variant about equally often, as the seed says, and repeats with it", () => {
    const firsts = blockedOrder(cellsOf(1), 400, 11).filter((_, at) => at % 4 === 0);
    const share = firsts.filter(([side]) => side === "a").length / firsts.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
    expect(blockedOrder(cellsOf(3), 5, 7)).toEqual(blockedOrder(cellsOf(3), 5, 7));
    expect(blockedOrder(cellsOf(3), 5, 7)).not.toEqual(blockedOrder(cellsOf(3), 5, 8));
  });
});
