import { describe, expect, it } from "vitest";
import { analyse } from "../ab/analyse.js";
import { AB_SCHEMA } from "../ab/experiment.js";
import { parseVariant } from "../ab/variant.js";
import { buildRun, failed, type LaunchSpec, metricsOf } from "../compare/testdata/runs.js";
import { BISECT_SCHEMA, type Bisection } from "./bisection.js";
import { evaluate, type ProbeResult } from "./evaluate.js";

const variants = Array.from({ length: 6 }, (_, i) => parseVariant(`env:V=${i}`, "variant", "."));

const bisection: Bisection = {
  schema: BISECT_SCHEMA,
  id: "x",
  createdAt: "2026-01-02T03:04:05.000Z",
  seed: 1,
  variants,
  options: {},
  endBlocks: 5,
  blocks: 1,
  margin: 0.02,
  alpha: 0.05,
  metric: null,
  threshold: 0.95,
  maxProbes: 20,
  probes: [],
};

/** A probe of so many pairs whose ratio to the good end is `factor`, with 0.4 % of noise. */
function probe(variant: number, factor: number | "crash", pairs = variant === 5 ? 10 : 2): ProbeResult {
  const figures = (scale: number): number[] =>
    Array.from({ length: pairs }, (_, i) => 1e5 * scale * (1 + 0.004 * Math.sin(1e4 * (i + variant) * scale)));
  const b: LaunchSpec[] = factor === "crash" ? figures(1).map(() => failed("crash")) : figures(factor);
  const sides = { a: variants[0]!, b: variants[variant]!, order: [], command: [] };
  const experiment = { ...bisection, ...sides, schema: AB_SCHEMA } as const;
  const runs = {
    a: buildRun({ run: "a", cells: [{ launches: figures(1) }] }),
    b: buildRun({ run: "b", cells: [{ launches: b }] }),
  };
  return { variant, comparison: analyse(experiment, runs, metricsOf, "x") };
}

describe("what the probes of a bisection say", () => {
  it("begins with nothing, and after the ends asks for the middle", () => {
    expect(evaluate(bisection, [])).toMatchObject({ status: "searching", probes: 0, answer: null });
    const outcome = evaluate(bisection, [probe(5, 0.9)]);
    expect(outcome).toMatchObject({ status: "searching", exitCode: 3, next: { variant: 2 } });
    for (const { probability } of outcome.variants.slice(1)) expect(probability).toBeCloseTo(0.2, 6);
  });

  it.each([
    ["slower", 0.9, 1],
    ["faster", 1.1, 0],
  ])("names the step that made it %s, with its probability and size", (verdict, factor, exitCode) => {
    const outcome = evaluate(bisection, [probe(5, factor), probe(2, 1), probe(3, factor)]);
    expect(outcome).toMatchObject({ status: "found", answer: { from: 3, to: 3 }, exitCode });
    expect(outcome.exitReason).toBe(`variant 3 made it ${verdict}`);
    expect(outcome.answer!.probability).toBeGreaterThan(0.95);
    expect(outcome.ratio).toBeCloseTo(factor, 2);
    expect(outcome.variants.map(({ pairs }) => pairs)).toEqual([0, 0, 2, 2, 0, 10]);
    expect(outcome.warnings).toEqual([]);
  });

  it.each([
    ["no-step", [probe(5, 1.001)], 0],
    ["open", [probe(5, 0.97, 4)], 3],
    ["not-measured", [probe(5, "crash")], 5],
  ] as const)(
    "%s where the ends do not differ, did not decide, or failed: nothing more is probed",
    (status, results, exitCode) => {
      expect(evaluate(bisection, results)).toMatchObject({ status, exitCode, next: null, answer: null });
    },
  );

  it("goes around a variant that crashes, and answers with the steps that it hides", () => {
    const ends = [probe(5, 0.9), probe(2, "crash")];
    expect(evaluate(bisection, ends).next!.variant).toBe(3);
    const outcome = evaluate(bisection, [...ends, probe(3, 0.9), probe(1, 1)]);
    expect(outcome).toMatchObject({ status: "found", answer: { from: 2, to: 3 } });
    expect(outcome.exitReason).toBe("one of the variants 2 to 3 made it slower");
  });

  it("gives up after the probes that it may make, and says that it does not know", () => {
    const outcome = evaluate({ ...bisection, maxProbes: 1 }, [probe(5, 0.9)]);
    expect(outcome).toMatchObject({ status: "open", exitCode: 3, next: null });
  });

  it("warns of a variant that is like neither end", () => {
    const outcome = evaluate(bisection, [probe(5, 0.8), probe(2, 0.9, 12), probe(1, 1)]);
    expect(outcome.warnings).toMatchObject([
      { code: "bisect.several-steps", message: expect.stringContaining("env:V=2") },
    ]);
  });
});
