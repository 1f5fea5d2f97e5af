import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg, holm } from "./multiplicity.js";
import { uniform } from "./random.js";
import { scipy } from "./testdata/load.js";

const probabilities = fc.array(fc.double({ noNaN: true, min: 0, max: 1 }), { minLength: 1, maxLength: 30 });

describe("families of tests", () => {
  it("Holm by hand: 0.01, 0.04, 0.03, 0.005 becomes 0.03, 0.06, 0.06, 0.02", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it("Benjamini-Hochberg is SciPy's false_discovery_control", () => {
    benjaminiHochberg(scipy.bh.p).forEach((p, i) => {
      expect(p).toBeCloseTo(scipy.bh.adjusted[i]!, 13);
    });
  });

  it("adjusting never lowers a p, keeps the order, and Holm is never below Benjamini-Hochberg", () => {
    fc.assert(
      fc.property(probabilities, (p) => {
        const [strict, lenient] = [holm(p), benjaminiHochberg(p)];
        p.forEach((value, i) => {
          expect(strict[i]).toBeLessThanOrEqual(1);
          expect(lenient[i]).toBeGreaterThanOrEqual(value);
          expect(strict[i]).toBeGreaterThanOrEqual(lenient[i]! - 1e-15);
          p.forEach((other, j) => {
            if (value < other) expect(strict[i]).toBeLessThanOrEqual(strict[j]!);
          });
        });
      }),
      { seed: 12 },
    );
  });

  it("twelve true nulls: Holm rejects some in 5 % of families, uncorrected tests in 46 %", () => {
    const next = uniform(13);
    let corrected = 0;
    let plain = 0;
    const families = 4000;
    for (let i = 0; i < families; i++) {
      const p = Array.from({ length: 12 }, next);
      if (holm(p).some((value) => value < 0.05)) corrected++;
      if (p.some((value) => value < 0.05)) plain++;
    }
    expect(corrected / families).toBeGreaterThan(0.038);
    expect(corrected / families).toBeLessThan(0.062);
    expect(plain / families).toBeGreaterThan(0.4);
  });
});
