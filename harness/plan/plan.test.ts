import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../errors/user-error.js";
import { type Cell, cellKey } from "../../suites/cell.js";
import type { MachineView, Suite } from "../../suites/suite.js";
import { interleave, launchSeed } from "./order.js";
import { planRun } from "./plan.js";

const keyed = fc
  .uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 })
  .chain((keys) =>
    fc
      .array(fc.integer({ min: 1, max: 6 }), { minLength: keys.length, maxLength: keys.length })
      .map((launches) => keys.map((key, i) => ({ key, launches: launches[i]! }))),
  );

describe("interleave", () => {
  it("makes every launch of every cell exactly once, launch i of all cells before launch i + 1 of any", () => {
    fc.assert(
      fc.property(keyed, fc.nat(), (cells, seed) => {
        const order = interleave(cells, seed);
        const expected = cells.flatMap(({ launches }, i) => Array.from({ length: launches }, (_, n) => `${i}/${n}`));
        expect(order.map(([cell, launch]) => `${cell}/${launch}`).sort()).toEqual(expected.sort());
        const launches = order.map(([, launch]) => launch);
        expect(launches).toEqual([...launches].sort((a, b) => a - b));
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  const four = ["a", "b", "c", "d"].map((key) => ({ key, launches: 200 }));

  it("is fixed by the seed", () => {
    expect(interleave(four, 1)).toEqual(interleave(four, 1));
    expect(interleave(four, 1)).not.toEqual(interleave(four, 2));
  });

  it("puts every cell in every place of a block about equally often", () => {
    const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
    for (const [at, [cell]] of interleave(four, 5).entries()) counts[cell]![at % 4]!++;
    // 200 blocks: 50 expected, standard deviation 6.
    for (const row of counts) for (const count of row) expect(Math.abs(count - 50)).toBeLessThan(25);
  });

  it("gives launch i of every cell the same seed", () => {
    expect([0, 1, 2].map((launch) => launchSeed(40, launch))).toEqual([40, 41, 42]);
  });
});

describe("planRun", () => {
  const cell = (gpus: number): Cell => ({
    suite: "ncf",
    mode: "train",
    engine: "fake",
    backend: "auto",
    gpus,
    precision: "fp32",
    xla: "off",
    batch: 1,
    model: "reference",
    formulation: "layerwise",
    scaling: "strong",
    dataset: "d",
  });
  const suite = {
    parseOptions: (raw: Record<string, unknown>) => {
      if ("wrong" in raw) throw new UserError({ code: "x", what: "wrong option" });
      return { epochs: 30, ...raw };
    },
    unsupported: (asked: Cell, machine: MachineView) =>
      asked.gpus > machine.gpus.length ? { code: "gpus", reason: "not enough GPUs" } : null,
  } as unknown as Suite;
  const machine: MachineView = { gpus: [], logicalCpus: 2, memoryBytes: 1 };
  const request = {
    matrix: { name: "t", launches: 3, timeoutSeconds: 60 },
    cells: [0, 1].map((gpus) => ({ cell: cell(gpus), key: cellKey(cell(gpus)), options: { a: gpus } })),
    suite,
    machine,
    seed: 1,
  };

  it("leaves unsupported cells out of the order, with their reason, and fills in the options", () => {
    const plan = planRun(request);
    expect(plan.unsupported).toEqual([null, { code: "gpus", reason: "not enough GPUs" }]);
    expect(plan.order).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
    ]);
    expect(plan.cells.map((planned) => planned.options)).toEqual([
      { epochs: 30, a: 0 },
      { epochs: 30, a: 1 },
    ]);
  });

  it("takes launches and time limit from the command line where given", () => {
    const plan = planRun({ ...request, launches: 1, timeoutSeconds: 5 });
    expect(plan.order).toHaveLength(1);
    expect(plan.cells[0]).toMatchObject({ launches: 1, timeoutSeconds: 5 });
  });

  it("passes on what the suite refuses", () => {
    const wrong = request.cells.map((planned) => ({ ...planned, options: { wrong: 1 } }));
    expect(() => planRun({ ...request, cells: wrong })).toThrow("wrong option");
  });
});
