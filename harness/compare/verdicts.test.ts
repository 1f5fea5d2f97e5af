import { describe, expect, it } from "vitest";
import { compareRuns } from "./compare.js";
import { buildRun, type CellSpec, failed, type LaunchSpec, MACHINE, metricsOf, quality } from "./testdata/runs.js";
import type { CompareOptions, ReasonCode, Verdict } from "./types.js";

const seven = (center: number, spread = 0.002): number[] =>
  [-3, -2, -1, 0, 1, 2, 3].map((i) => center * (1 + spread * i));
const five = (center: number, spread = 0.002): number[] => seven(center, spread).slice(1, 6);

interface Case {
  base: CellSpec | readonly LaunchSpec[];
  next: CellSpec | readonly LaunchSpec[] | null;
  verdict: Verdict;
  code: ReasonCode;
  exit: number;
  /** More cells without any change on both sides. */
  family?: number;
  /** The changed cell stands this often. */
  options?: Partial<CompareOptions>;
  machine?: Record<string, unknown>;
}

const throttled = (value: number): LaunchSpec => ({
  value,
  warnings: [{ code: "throttled.gpu", message: "GPU 0 held its clock down: SW power cap" }],
});
const target = { options: { target: 0.9, stopAtTarget: true } };
const reached = (hr: number, value = 100): LaunchSpec => ({ value, quality: quality(hr) });

/** One row for each way a verdict can come about. */
const LADDER: Record<string, Case> = {
  "20 % fewer items a second in 5 + 5 launches": {
    base: five(100),
    next: five(80),
    verdict: "slower",
    code: "beyond-margin",
    exit: 1,
  },
  "20 % more": { base: five(100), next: five(120), verdict: "faster", code: "beyond-margin", exit: 0 },
  "the same figures": { base: seven(100), next: seven(100.1), verdict: "same", code: "within-margin", exit: 0 },
  "all values equal": {
    base: Array(5).fill(7),
    next: Array(5).fill(7),
    verdict: "same",
    code: "within-margin",
    exit: 0,
  },
  "a proven change of 1 % is the same within a margin of 2 %": {
    base: seven(100, 0.0005),
    next: seven(99, 0.0005),
    verdict: "same",
    code: "within-margin",
    exit: 0,
  },
  "and slower within one of 0.5 %": {
    base: seven(100, 0.0005),
    next: seven(99, 0.0005),
    options: { margin: 0.005 },
    verdict: "slower",
    code: "beyond-margin",
    exit: 1,
  },
  "3 + 3 launches, however far apart": {
    base: [100, 101, 102],
    next: [50, 51, 52],
    verdict: "inconclusive",
    code: "too-few-launches",
    exit: 3,
  },
  "a single launch": { base: [100], next: [100], verdict: "inconclusive", code: "too-few-launches", exit: 3 },
  "noise as wide as the margin": {
    base: five(100, 0.03),
    next: five(100.5, 0.03),
    verdict: "inconclusive",
    code: "interval-too-wide",
    exit: 3,
  },
  "5 + 5 launches in a family of twelve": {
    base: five(100),
    next: five(80),
    family: 11,
    verdict: "inconclusive",
    code: "family-too-large",
    exit: 3,
  },
  "7 + 7 launches in a family of twelve": {
    base: seven(100),
    next: seven(80),
    family: 11,
    verdict: "slower",
    code: "beyond-margin",
    exit: 1,
  },
  "an interval beyond the margin whose p is not small enough for the family": {
    base: [100, 101, 102, 103, 104, 105, 106],
    next: [60, 61, 62, 63, 64, 65, 103.5],
    family: 11,
    verdict: "inconclusive",
    code: "not-significant",
    exit: 3,
  },
  "slower only while the machine was disturbed": {
    base: seven(100),
    next: [100, ...[70, 71, 72, 73, 74, 75].map(throttled)],
    verdict: "inconclusive",
    code: "disturbed",
    exit: 3,
  },
  "slower in every launch, disturbed or not": {
    base: seven(100),
    next: seven(80).map((value, i) => (i < 4 ? throttled(value) : value)),
    verdict: "slower",
    code: "beyond-margin",
    exit: 1,
  },
  "slower with all launches of one side disturbed": {
    base: seven(100),
    next: seven(80).map(throttled),
    verdict: "inconclusive",
    code: "disturbed",
    exit: 3,
  },
  "slower with all launches of both sides disturbed alike": {
    base: seven(100).map(throttled),
    next: seven(80).map(throttled),
    verdict: "slower",
    code: "beyond-margin",
    exit: 1,
  },
  "slower with nearly all launches at the power limit, by those alone": {
    base: seven(100).map((value, i) => (i < 6 ? throttled(value) : 100)),
    next: seven(80).map((value, i) => (i < 6 ? throttled(value) : 100)),
    verdict: "slower",
    code: "beyond-margin",
    exit: 1,
  },
  "slower with all launches of one side at the power limit and most of the other": {
    base: seven(100).map((value, i) => (i < 6 ? throttled(value) : value)),
    next: seven(80).map(throttled),
    verdict: "slower",
    code: "beyond-margin",
    exit: 1,
  },
  "faster only beside a disturbed baseline": {
    base: seven(80).map(throttled),
    next: seven(100),
    verdict: "inconclusive",
    code: "disturbed",
    exit: 3,
  },
  "the same only because the baseline was held back": {
    base: [...seven(100).slice(0, 6).map(throttled), 110],
    next: seven(100),
    verdict: "inconclusive",
    code: "disturbed",
    exit: 3,
  },
  "the same with a disturbed launch among others": {
    base: seven(100),
    next: seven(100).map((value, i) => (i === 3 ? throttled(value) : value)),
    verdict: "same",
    code: "within-margin",
    exit: 0,
  },
  "another machine": {
    base: five(100),
    next: five(100),
    machine: { fingerprint: "m-2", identity: { cpu: { model: "Other CPU", cores: 8 }, gpus: [] } },
    verdict: "not comparable",
    code: "machine-mismatch",
    exit: 4,
  },
  "another machine, for information": {
    base: five(100),
    next: five(50),
    machine: { fingerprint: "m-2", identity: { cpu: { model: "Other CPU", cores: 8 }, gpus: [] } },
    options: { crossMachine: true },
    verdict: "not comparable",
    code: "cross-machine",
    exit: 0,
  },
  "another protocol": {
    base: five(100),
    next: { launches: five(100), protocol: { negatives: 99, dataset: "d1" } },
    verdict: "not comparable",
    code: "protocol-mismatch",
    exit: 4,
  },
  "no protocol": {
    base: five(100),
    next: { launches: five(100), protocol: null },
    verdict: "not comparable",
    code: "protocol-missing",
    exit: 4,
  },
  "launches of one run that differ in their protocol": {
    base: five(100),
    next: [...five(100), { value: 100, protocol: { negatives: 1 }, protocolHash: "other" }],
    verdict: "not comparable",
    code: "protocol-mixed",
    exit: 4,
  },
  "another backend of the same engine": {
    base: { launches: five(100), backend: "wasm" },
    next: { launches: five(100), backend: "cpu" },
    verdict: "not comparable",
    code: "backend-mismatch",
    exit: 4,
  },
  "another version of the same backend is compared": {
    base: { launches: seven(100), version: "1" },
    next: { launches: seven(100), version: "2" },
    verdict: "same",
    code: "within-margin",
    exit: 0,
  },
  "a cell that the newer run lacks": {
    base: five(100),
    next: null,
    verdict: "not comparable",
    code: "cell-missing",
    exit: 5,
  },
  "a newer run whose launches all failed": {
    base: five(100),
    next: [failed(), failed("timeout")],
    verdict: "not comparable",
    code: "next-not-measured",
    exit: 5,
  },
  "a newer run that was stopped before this cell": {
    base: five(100),
    next: [undefined, undefined],
    verdict: "not comparable",
    code: "next-not-measured",
    exit: 5,
  },
  "a baseline whose launches all failed": {
    base: [failed(), failed()],
    next: five(100),
    verdict: "not comparable",
    code: "base-not-measured",
    exit: 5,
  },
  "same figures, but one launch of the newer run failed": {
    base: seven(100),
    next: [...seven(100), failed()],
    verdict: "same",
    code: "within-margin",
    exit: 5,
  },
  "slower, and one launch failed besides": {
    base: five(100),
    next: [...five(80), failed()],
    verdict: "slower",
    code: "beyond-margin",
    exit: 1,
  },
  "same figures, and one launch of the baseline failed": {
    base: [...seven(100), failed()],
    next: seven(100),
    verdict: "same",
    code: "within-margin",
    exit: 0,
  },
  "launches that measured another metric": {
    base: five(100),
    next: five(1).map(() => ({})),
    verdict: "not comparable",
    code: "metric-missing",
    exit: 5,
  },
  "NaN, zero and negative figures": {
    base: five(100),
    next: [Number.NaN, 0, -1, Number.POSITIVE_INFINITY].map((value) => ({ value })),
    verdict: "not comparable",
    code: "next-not-measured",
    exit: 5,
  },
  "every launch missed the target that was set": {
    base: { ...target, launches: five(100).map((value) => reached(0.95, value)) },
    next: { ...target, launches: five(200).map((value) => reached(0.85, value)) },
    verdict: "not comparable",
    code: "quality-missed",
    exit: 1,
  },
  "a fast launch that missed the target does not count": {
    base: { ...target, launches: seven(100).map((value) => reached(0.95, value)) },
    next: { ...target, launches: [...seven(100).map((value) => reached(0.95, value)), reached(0.85, 900)] },
    verdict: "same",
    code: "within-margin",
    exit: 1,
  },
  "a default target that nobody set takes no time away": {
    base: seven(100).map((value) => reached(0.5, value)),
    next: seven(100).map((value) => reached(0.5, value)),
    verdict: "same",
    code: "within-margin",
    exit: 0,
  },
  "a target named on the command line does": {
    base: seven(100).map((value) => reached(0.5, value)),
    next: {
      launches: seven(100).map((value) => reached(0.5, value)),
      options: { target: 0.9, stopAtTarget: false },
      optionsSet: ["target"],
    },
    verdict: "not comparable",
    code: "quality-missed",
    exit: 1,
  },
};

function outcome(row: Case) {
  const spec = (side: Case["base"]): CellSpec => ("launches" in side ? side : { launches: side });
  const rest = Array.from(
    { length: row.family ?? 0 },
    (_, i): CellSpec => ({
      cell: { batch: 2048 + i },
      launches: seven(50),
    }),
  );
  const base = buildRun({ run: "base", cells: [spec(row.base), ...rest] });
  const next = buildRun({
    run: "next",
    cells: [...(row.next === null ? [] : [spec(row.next)]), ...rest],
    machine: row.machine ?? MACHINE,
  });
  return compareRuns(base, next, { metricsOf, ...row.options });
}

describe("verdicts", () => {
  it.each(Object.entries(LADDER))("%s", (_, row) => {
    const comparison = outcome(row);
    const cell = comparison.cells[0]!;
    expect([cell.verdict, cell.reason.code, comparison.exitCode]).toEqual([row.verdict, row.code, row.exit]);
    expect(cell.reason.message).not.toMatch(/NaN %|undefined|null/);
  });

  it("has a row for every reason code of one comparison", () => {
    const every: Record<Exclude<ReasonCode, "confirmed" | "not-confirmed" | "machine-moved">, true> = {
      "beyond-margin": true,
      "within-margin": true,
      "too-few-launches": true,
      "family-too-large": true,
      "interval-too-wide": true,
      "not-significant": true,
      disturbed: true,
      "cross-machine": true,
      "machine-mismatch": true,
      "protocol-mismatch": true,
      "protocol-missing": true,
      "protocol-mixed": true,
      "backend-mismatch": true,
      "cell-missing": true,
      "base-not-measured": true,
      "next-not-measured": true,
      "quality-missed": true,
      "metric-missing": true,
    };
    expect([...new Set(Object.values(LADDER).map((row) => row.code))].sort()).toEqual(Object.keys(every).sort());
  });
});
