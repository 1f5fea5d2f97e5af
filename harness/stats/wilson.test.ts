import { describe, expect, it } from "vitest";
import { scipy } from "./testdata/load.js";
import { wilsonInterval } from "./wilson.js";

describe("Wilson interval", () => {
  it.each(scipy.wilson)("%d of %d at %d is SciPy's", (successes, trials, level, low, high) => {
    const interval = wilsonInterval(successes, trials, level);
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  it("says nothing about a proportion without trials", () => {
    expect(wilsonInterval(0, 0, 0.95)).toEqual({ low: 0, high: 1 });
  });
});
