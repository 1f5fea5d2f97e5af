import { describe, expect, it } from "vitest";
import type { LaunchRecord } from "../../record/schema.js";
import { compareRuns } from "../compare.js";
import { buildRun, type CellSpec, failed, MACHINE, metricsOf, type RunSpec } from "../testdata/runs.js";
import { causeLines } from "./text.js";
import type { Causes } from "./types.js";

const FAST = [100, 100.1, 99.9, 100.2, 99.8];
const SLOW = FAST.map((value) => value * 0.8);
const ENGINE = { name: "fake", backend: "fake", version: "1", device: "cpu", details: {} };
const TELEMETRY = { loadAverageBefore: 0, loadAverageAfter: 0, cpuStealShare: 0 };
const SOFTWARE = { version: "0.1.0", commit: "abc", node: "22.1.0" };
const WATCHED = { ...TELEMETRY, cpu: cpu(3000) };

function cpu(mhz: number): NonNullable<LaunchRecord["telemetry"]["cpu"]> {
  return {
    samples: 9,
    busyShare: 0.5,
    foreignShare: 0,
    mhz: { least: mhz - 10, median: mhz, most: mhz + 10 },
    quotaThrottledSeconds: null,
  };
}

/** Launches that all say the same beside their figures. */
const launches = (values: readonly number[], said: Partial<LaunchRecord> = {}): CellSpec["launches"] =>
  values.map((value) => ({ value, telemetry: WATCHED, ...said }));

const xla = (details: Record<string, string>) => ({
  engine: { name: "xla", backend: "cpu", version: "1", device: "cpu", details: { pluginVersion: "0.6", ...details } },
});

function causes(before: Partial<RunSpec>, after: Partial<RunSpec>): Causes | null {
  const base = buildRun({ run: "run-a", cells: [{ launches: launches(FAST) }], ...before });
  const next = buildRun({ run: "run-b", cells: [{ launches: launches(SLOW) }], ...after });
  return compareRuns(base, next, { metricsOf }).cells[0]!.causes;
}

const cells = (values: readonly number[], said?: Partial<LaunchRecord>, cell: Partial<CellSpec> = {}) => ({
  cells: [{ ...cell, launches: launches(values, said) }],
});

type Case = { before?: Partial<RunSpec>; after?: Partial<RunSpec>; lines: string[] };

const warned = (code: string, message: string) => ({ warnings: [{ code, message }] });

const table: Record<string, Case> = {
  "nothing that is recorded": { lines: ["differs in nothing that is recorded"] },
  "another commit": {
    after: cells(SLOW, { software: { ...SOFTWARE, commit: "0123456789abcdef0123" } }),
    lines: ["differs in code: commit abc → 0123456789ab"],
  },
  "another version, which no commit is known of": {
    after: cells(SLOW, { software: { ...SOFTWARE, version: "0.2.0", commit: null } }),
    lines: ["differs in code: commit abc → unknown; version 0.1.0 → 0.2.0"],
  },
  "uncommitted changes on one side": {
    after: cells(SLOW, { software: { ...SOFTWARE, commit: "abc-dirty" } }),
    lines: ["differs in code: uncommitted changes no → yes"],
  },
  "uncommitted changes on both sides may be any": {
    before: cells(FAST, { software: { ...SOFTWARE, commit: "abc-dirty" } }),
    after: cells(SLOW, { software: { ...SOFTWARE, commit: "abc-dirty" } }),
    lines: ["differs in nothing that is recorded", "not known of code: both sides ran changes that are in no commit"],
  },
  "the plugin, its flags and what it made of one of two programs": {
    before: cells(FAST, xla({ pluginSha256: "aa", xlaFlags: "{}", optimizedPrograms: "train:11 score:22" })),
    after: cells(SLOW, xla({ pluginSha256: "bb", xlaFlags: '{"a":1}', optimizedPrograms: "train:33 score:22" })),
    lines: ['differs in compiler: optimized program train 11 → 33; pluginSha256 aa → bb; xlaFlags {} → {"a":1}'],
  },
  "the settings that a GPU's compiler tuned anew for the same program": {
    before: cells(FAST, xla({ optimizedPrograms: "train:11", programSettings: "train:22" })),
    after: cells(SLOW, xla({ optimizedPrograms: "train:11", programSettings: "train:33" })),
    lines: ["differs in compiler: kernel settings train 22 → 33"],
  },
  "an engine that compiles, by its version": {
    before: cells(FAST, xla({})),
    after: cells(SLOW, { engine: { ...xla({}).engine, version: "2" } }),
    lines: ["differs in compiler: version 1 → 2"],
  },
  "a library": {
    after: cells(SLOW, { engine: { ...ENGINE, version: "2", details: { tensorflow: "2.9" } } }),
    lines: ["differs in environment: tensorflow (missing) → 2.9; version 1 → 2"],
  },
  "kernel and driver": {
    after: { machine: { soft: { ...MACHINE.soft, kernel: "6.2.0", gpu: { driver: "580" } } } },
    lines: ["differs in environment: gpu.driver (missing) → 580; kernel 6.1.0 → 6.2.0"],
  },
  "the clock that the launches ran at": {
    after: cells(SLOW, { telemetry: { ...TELEMETRY, cpu: cpu(2400) } }),
    lines: ["differs in environment: CPU clock 3000 MHz → 2400 MHz"],
  },
  "a clock that moved less than the margin is none": {
    after: cells(SLOW, { telemetry: { ...TELEMETRY, cpu: cpu(2990) } }),
    lines: ["differs in nothing that is recorded"],
  },
  "throttling of the newer run": {
    after: cells(SLOW, warned("throttled.gpu", "GPU 0 held its clock down: sw_power_cap")),
    lines: ["differs in machine health: GPU 0 held its clock down: sw_power_cap 0 of 5 launches → 5 of 5 launches"],
  },
  "the same load on both sides is no difference": {
    before: cells(FAST, warned("disturbed.cpu", "other programs")),
    after: cells(SLOW, warned("disturbed.cpu", "other programs")),
    lines: ["differs in nothing that is recorded"],
  },
  "launches that nobody watched": {
    after: cells(SLOW, { telemetry: TELEMETRY }),
    lines: [
      "differs in nothing that is recorded",
      "not known of machine health: the machine was not watched through the launches of the newer run",
    ],
  },
  "data and protocol": {
    after: cells(SLOW, {}, { protocol: { negatives: 99, dataset: "d2" } }),
    lines: ["differs in method: dataset d1 → d2; negatives 100 → 99"],
  },
  "another precision of an engine": {
    before: cells(FAST, { engine: { ...ENGINE, details: { dtype: "float32" } } }),
    after: cells(SLOW, { engine: { ...ENGINE, details: { dtype: "float16" } } }),
    lines: ["differs in method: dtype float32 → float16"],
  },
  "a planted fault": {
    after: cells(SLOW, warned("fault.injected", "a fault was planted")),
    lines: ["differs in method: planted fault none → a fault was planted"],
  },
  "noise, where the verdict stays open": {
    before: cells([100, 120, 90, 110, 95]),
    after: cells([100, 121, 89, 112, 96]),
    lines: [
      "differs in nothing that is recorded",
      "noise: launches with a figure 5 of 5 → 5 of 5; coefficient of variation 11.5 % → 12.3 %",
    ],
  },
  "few launches": {
    before: cells(FAST.slice(0, 2)),
    after: cells(SLOW.slice(0, 2)),
    lines: ["differs in nothing that is recorded", "noise: launches with a figure 2 of 2 → 2 of 2"],
  },
  "a side without a launch says what the runs say": {
    after: { cells: [{ launches: [failed()] }], machine: { soft: { kernel: "6.2.0" } } },
    lines: ["differs in environment: kernel 6.1.0 → 6.2.0"],
  },
};

describe("causes of a verdict", () => {
  it.each(Object.entries(table))("%s", (_, { before = {}, after = {}, lines }) => {
    expect(causeLines(causes(before, after)!)).toEqual(lines);
  });

  it("a cell that is the same has none", () => {
    expect(causes({}, { cells: [{ launches: launches(FAST) }] })).toBeNull();
  });

  it("another backend is one difference, not as many as it has words", () => {
    const found = causes(
      cells(FAST, xla({ xlaFlags: "{}" })),
      cells(SLOW, { engine: { ...ENGINE, backend: "wasm", details: { simd: true } } }),
    );
    expect(found!.differ).toEqual([
      { label: "method", evidence: [{ what: "engine", base: "xla.cpu", next: "fake.wasm" }] },
    ]);
  });

  it("values of launches that differ within a side are all told", () => {
    const mixed = FAST.map((value, i) => ({
      value,
      telemetry: WATCHED,
      ...xla({ optimizedPrograms: i === 0 ? "train:12" : "train:11" }),
    }));
    const found = causes({ cells: [{ launches: mixed }] }, cells(SLOW, xla({ optimizedPrograms: "train:11" })));
    expect(causeLines(found!)).toEqual(["differs in compiler: optimized program train 11, 12 → 11"]);
  });

  it.each([
    ["both sides", { optimizedPrograms: "train:11" }, { optimizedPrograms: "train:11" }, null],
    ["one side", {}, { optimizedPrograms: "train:11" }, null],
    ["no side", {}, {}, "baseline"],
  ])("what a compiler made is untold unless a difference of it is: told by %s", (_, before, after, untold) => {
    const found = causes(
      cells(FAST, xla({ programs: "train:00", ...before })),
      cells(SLOW, xla({ programs: "train:00", ...after })),
    )!;
    const why = `the launches of the ${untold} do not say what it made of the programs`;
    expect(found.untold).toEqual(untold === null ? [] : [{ label: "compiler", why }]);
  });

  it("long lists are cut in text and whole in the data", () => {
    const soft = Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [name, name.repeat(99)]));
    const found = causes({}, { machine: { soft } })!;
    expect(found.differ[0]!.evidence).toHaveLength(6);
    const [line] = causeLines(found);
    expect(line).toMatch(/; and 3 more$/);
    expect(line!.length).toBeLessThan(300);
  });
});
