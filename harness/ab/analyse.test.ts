import { describe, expect, it } from "vitest";
import { compareRuns } from "../compare/compare.js";
import { buildRun, type CellSpec, failed, type LaunchSpec, metricsOf } from "../compare/testdata/runs.js";
import { analyse } from "./analyse.js";
import { AB_SCHEMA, type Experiment } from "./experiment.js";
import { parseVariant } from "./variant.js";

const variant = (text: string) => parseVariant(text, "--b", ".");

function experiment(changes: Partial<Experiment> = {}): Experiment {
  return {
    schema: AB_SCHEMA,
    id: "x",
    createdAt: "2026-01-02T03:04:05.000Z",
    seed: 1,
    a: variant("as-is"),
    b: variant("env:X=1"),
    blocks: 5,
    order: [],
    margin: 0.02,
    alpha: 0.05,
    metric: null,
    command: ["ab", "env:X=1", "--blocks", "5", "--seed", "1"],
    ...changes,
  };
}

/** A machine that drifts by a fifth over the experiment; the pairs themselves differ by well under 1 %. */
const drifting = (factor: number, noise = 0.002, pairs = 10): number[] =>
  Array.from({ length: pairs }, (_, i) => 1e5 * (1 + 0.02 * i) * factor * (1 + noise * Math.sin(1e4 * i * factor)));

const compared = (a: CellSpec[], b: CellSpec[], changes: Partial<Experiment> = {}) =>
  analyse(
    experiment(changes),
    { a: buildRun({ run: "x-a", cells: a }), b: buildRun({ run: "x-b", cells: b }) },
    metricsOf,
    "x",
  );
const one = (a: readonly LaunchSpec[], b: readonly LaunchSpec[], changes: Partial<Experiment> = {}) =>
  compared([{ launches: a }], [{ launches: b }], changes);

describe("the verdict of an A/B experiment", () => {
  it.each([
    ["slower", "beyond-margin", drifting(1), drifting(0.95), 1],
    ["faster", "beyond-margin", drifting(1), drifting(1.05), 0],
    ["same", "within-margin", drifting(1), drifting(1.002), 0],
    ["inconclusive", "interval-too-wide", drifting(1, 0.05), drifting(1.013, 0.05), 3],
    ["inconclusive", "too-few-launches", drifting(1).slice(0, 4), drifting(0.9).slice(0, 4), 3],
  ] as const)("%s (%s)", (verdict, reason, a, b, exitCode) => {
    const result = one(a, b);
    expect(result.cells[0]).toMatchObject({ verdict, reason: { code: reason } });
    expect(result.exitCode).toBe(exitCode);
    expect(result.counts[verdict]).toBe(1);
  });

  it("sees 5 % through a drift of 20 %, which two samples of the same launches do not", () => {
    const [base, next] = [drifting(1), drifting(0.95)].map((launches, i) =>
      buildRun({ run: `r-${i}`, cells: [{ launches }] }),
    );
    const unpaired = compareRuns(base!, next!, { metricsOf, labels: { base: "a", next: "b" } });
    expect(unpaired.cells[0]!.verdict).toBe("inconclusive");
    const { effect, p, mde } = one(drifting(1), drifting(0.95)).cells[0]!.gated;
    expect(effect!.ratio).toBeCloseTo(0.95, 2);
    // All ten differences have one sign: 2 / 2^10.
    expect(p).toBeCloseTo(2 / 1024, 12);
    expect(mde).toBeLessThan(0.03);
    expect(one(drifting(1), drifting(1)).cells[0]!.gated).toMatchObject({ p: 1, effect: { ratio: 1 } });
  });

  it("drops both launches of a pair that broke, counts it, and keeps the others in pairs", () => {
    const [a, b] = [drifting(1), drifting(0.95)];
    const result = one(
      a.map((value, i) => (i === 2 ? failed("timeout") : value)),
      b.map((value, i) => (i === 5 ? failed("crash") : i === 7 ? undefined : value)),
    );
    const { base, next } = result.cells[0]!.gated;
    const kept = [0, 1, 3, 4, 6, 8, 9];
    expect(base).toMatchObject({ planned: 10, valid: 7, values: kept.map((i) => a[i]) });
    expect(next).toMatchObject({ planned: 10, valid: 7, values: kept.map((i) => b[i]) });
    expect(result.cells[0]!.warnings).toContainEqual({
      code: "pairs-broken",
      message: "3 of 10 pairs are broken: failed in A, failed in B, not-recorded in B",
    });
    expect([result.cells[0]!.verdict, result.exitCode]).toEqual(["slower", 1]);
  });

  it("broken pairs are never a pass: what is left says same, the exit code 5", () => {
    const b = drifting(1.001).map((value, i) => (i === 0 ? failed("crash") : value));
    const result = one(drifting(1), b);
    expect([result.cells[0]!.verdict, result.exitCode]).toEqual(["same", 5]);
    expect(result.nextCommand).toBe("ncf-bench ab env:X=1 --blocks 5 --seed 11");
  });

  it("a variant without any valid launch is not comparable, and says why", () => {
    const result = one(
      drifting(1),
      drifting(1).map(() => failed("crash")),
    );
    expect(result.cells[0]).toMatchObject({ verdict: "not comparable", reason: { code: "next-not-measured" } });
    expect([result.exitCode, result.nextCommand]).toEqual([5, "ncf-bench doctor"]);
  });

  it("is corrected over the cells: 6 pairs decide one cell, and none of two", () => {
    const cell = (factor: number, batch: number): CellSpec => ({
      cell: { batch },
      launches: drifting(factor, 0.002, 6),
    });
    expect(compared([cell(1, 1)], [cell(0.9, 1)]).cells[0]!.verdict).toBe("slower");
    const two = compared([cell(1, 1), cell(1, 2)], [cell(0.9, 1), cell(0.9, 2)]);
    expect(two.cells.map(({ verdict, reason }) => [verdict, reason.code])).toEqual(
      Array(2).fill(["inconclusive", "family-too-large"]),
    );
  });

  it("other backends are what it is for; another protocol is refused unless a variant asks for it", () => {
    const other = (spec: Partial<CellSpec>) => [{ launches: drifting(1), ...spec }];
    expect(compared(other({ backend: "wasm" }), other({ backend: "cpu" })).cells[0]!.verdict).toBe("same");
    const work = { protocol: { negatives: 99, dataset: "d1" } };
    const refused = compared(other({}), other(work));
    expect([refused.cells[0]!.reason.code, refused.exitCode]).toEqual(["protocol-mismatch", 4]);
    const asked = compared(other({}), other(work), { b: variant("set:negatives=99") });
    expect([asked.cells[0]!.verdict, asked.exitCode]).toEqual(["same", 0]);
    expect(asked.cells[0]!.warnings[0]).toMatchObject({
      code: "ab.other-work",
      message: expect.stringContaining("100 → 99"),
    });
  });

  it.each([
    [
      "more pairs where it is open",
      drifting(1, 0.03),
      drifting(1.002, 0.03),
      /^ncf-bench ab env:X=1 --seed 1 --blocks \d+$/,
    ],
    [
      "the rest of one that is not finished",
      drifting(1),
      [...drifting(1).slice(0, 9), undefined],
      /--resume x$|--seed 11$/,
    ],
    ["nothing where all is said", drifting(1), drifting(1), /^null$/],
  ] as const)("asks for %s", (_, a, b, command) => {
    expect(String(one(a, b).nextCommand)).toMatch(command);
  });
});
