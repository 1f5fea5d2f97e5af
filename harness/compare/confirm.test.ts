import { describe, expect, it } from "vitest";
import { compareRuns } from "./compare.js";
import { cellsToConfirm, compareConfirmed, confirmComparison } from "./confirm.js";
import {
  type BuiltRun,
  buildRun,
  type CellSpec,
  failed,
  type LaunchSpec,
  MACHINE,
  metricsOf,
  quality,
} from "./testdata/runs.js";
import type { ConfirmationState } from "./types.js";

const seven = [99.7, 99.8, 99.9, 100, 100.1, 100.2, 100.3];
const times = (factor: number) => seven.map((value) => value * factor);

const runOf = (run: string, day: number, cells: readonly CellSpec[], machine: Record<string, unknown> = MACHINE) =>
  buildRun({ run, cells, machine, createdAt: `2026-01-0${day}T00:00:00.000Z` });
/** A family of one cell for each list of launches, all but the first unchanged in every run. */
const family = (run: string, day: number, first: CellSpec | null) =>
  runOf(run, day, [...(first === null ? [] : [first]), { cell: { batch: 7 }, launches: seven }]);
const base = family("base", 1, { launches: seven });
const slow = family("slow", 2, { launches: times(0.8) });
const confirmed = (again: BuiltRun, next = slow) => compareConfirmed(base, next, again, { metricsOf });

interface Case {
  again: CellSpec | null;
  state: ConfirmationState;
  exit: number;
  machine?: Record<string, unknown>;
}

const target = { options: { target: 0.9562, stopAtTarget: false } };

/** What a second run may say of a cell that the first found 20 % slower. */
const AGAIN: Record<string, Case> = {
  "slower, too": { again: { launches: times(0.85) }, state: "confirmed", exit: 1 },
  "the same": { again: { launches: seven }, state: "refuted", exit: 3 },
  faster: { again: { launches: times(1.3) }, state: "refuted", exit: 3 },
  "too noisy to say": { again: { launches: [60, 70, 80, 90, 100, 110, 120] }, state: "open", exit: 3 },
  "slower in too few launches": { again: { launches: [80, 81] }, state: "open", exit: 3 },
  "nothing: the cell is missing": { again: null, state: "not measured", exit: 5 },
  "nothing: every launch failed": { again: { launches: [failed(), failed()] }, state: "not measured", exit: 5 },
  "the same, but a launch failed": { again: { launches: [...seven, failed()] }, state: "refuted", exit: 5 },
  "slower, and a launch failed": { again: { launches: [...times(0.8), failed()] }, state: "confirmed", exit: 1 },
  "nothing of the same work": {
    again: { ...target, launches: times(0.8), protocol: { negatives: 99, dataset: "d1" } },
    state: "not comparable",
    exit: 4,
  },
  "nothing: its target was missed": {
    again: {
      options: { target: 0.9, stopAtTarget: true },
      launches: seven.map((value): LaunchSpec => ({ value, quality: quality(0.1) })),
    },
    state: "not measured",
    exit: 1,
  },
  "nothing: it is of another machine": {
    again: { launches: times(0.8) },
    machine: { fingerprint: "m-2", identity: { cpu: { model: "Other", cores: 8 }, gpus: [] } },
    state: "not comparable",
    exit: 4,
  },
};

describe("a cell that was found slower, and a second run that says", () => {
  it.each(Object.entries(AGAIN))("%s", (_, { again, state, exit, machine }) => {
    const run = runOf("again", 3, again === null ? [{ cell: { batch: 7 }, launches: seven }] : [again], machine);
    const { cells, confirmation, exitCode, exitReason, counts } = confirmed(run);
    expect(confirmation!.cells.map((one) => [one.key, one.state])).toEqual([[cells[0]!.key, state]]);
    expect([exitCode, exitReason]).toEqual([exit, expect.not.stringMatching(/undefined|null/)]);
    const [verdict, code] = state === "confirmed" ? ["slower", "confirmed"] : ["inconclusive", "not-confirmed"];
    expect(cells[0]).toMatchObject({ verdict, reason: { code }, gated: { verdict, reason: { code } } });
    expect(counts).toMatchObject({ slower: state === "confirmed" ? 1 : 0, same: 1 });
    // Both runs' figures are in the reason.
    expect(cells[0]!.reason.message).toMatch(/lies beyond ±2 % .*; /);
  });

  it("less than the first is not asked of the other cells: they may be missing from it", () => {
    expect(confirmed(runOf("again", 3, [{ launches: times(0.8) }])).exitCode).toBe(1);
  });

  it("p is adjusted over the flagged cells alone: few launches of one cell confirm what twelve could not", () => {
    const many = (run: string, day: number, factor: number) =>
      runOf(
        run,
        day,
        Array.from({ length: 12 }, (_, i) => ({
          cell: { batch: 1 + i },
          launches: i === 0 ? times(factor) : seven,
        })),
      );
    const five = runOf("again", 3, [{ cell: { batch: 1 }, launches: times(0.8).slice(0, 5) }]);
    const { confirmation, exitCode } = compareConfirmed(many("base", 1, 1), many("slow", 2, 0.8), five, { metricsOf });
    const { again } = confirmation!.cells[0]!;
    expect(again!.adjustedP).toBe(again!.p);
    expect(exitCode).toBe(1);
  });

  it("of two flagged cells the one that is not confirmed does not fail the other", () => {
    const two = (run: string, day: number, a: number, b: number) =>
      runOf(run, day, [{ launches: times(a) }, { cell: { batch: 9 }, launches: times(b) }]);
    const { cells, exitCode, exitReason, nextCommand } = compareConfirmed(
      two("base", 1, 1, 1),
      two("slow", 2, 0.8, 0.8),
      two("again", 3, 1, 0.8),
      { metricsOf },
    );
    expect(cells.map(({ reason }) => reason.code)).toEqual(["not-confirmed", "confirmed"]);
    expect([exitCode, exitReason]).toEqual([1, expect.stringContaining("confirmed by the run again")]);
    expect(nextCommand).toBeNull();
  });

  it("asks again where it is still open, and never until it says yes", () => {
    expect(confirmed(runOf("again", 3, [{ launches: seven }])).nextCommand).toBeNull();
    expect(confirmed(runOf("again", 3, [{ launches: [80, 81] }])).nextCommand).toContain("--confirm latest");
  });

  it("what changed around the program between the two runs is a warning", () => {
    const moved = { ...MACHINE, soft: { kernel: "6.9.0" } };
    expect(confirmed(runOf("again", 3, [{ launches: times(0.8) }], moved)).confirmation!.warnings).toContainEqual({
      code: "confirm.environment",
      message: "kernel was 6.1.0 in the run and is 6.9.0 in the one that is to confirm it",
    });
  });
});

describe("confirmation", () => {
  it("of nothing leaves the answer as it is", () => {
    const same = family("same", 2, { launches: seven });
    const first = compareRuns(base, same, { metricsOf });
    const { confirmation, ...rest } = confirmed(runOf("again", 3, []), same);
    expect(confirmation).toMatchObject({ cells: [], run: { run: "again" } });
    expect({ ...rest, confirmation: null }).toEqual(first);
  });

  it("names the cells to measure again, in the baseline's order", () => {
    expect(cellsToConfirm(compareRuns(base, slow, { metricsOf }))).toEqual([base.manifest.cells[0]!.key]);
  });

  it.each([
    ["the run itself", slow, {}, /cannot confirm itself/],
    ["an earlier run", runOf("earlier", 1, [{ launches: times(0.8) }]), {}, /not later than the run/],
    ["a time that is none", { ...slow, manifest: { ...slow.manifest, run: "x", createdAt: "?" } }, {}, /not later/],
    ["machines that differ", runOf("again", 3, []), { crossMachine: true }, /no verdicts to confirm/],
  ])("by %s is refused", (_, again, options, message) => {
    expect(() => compareConfirmed(base, slow, again, { metricsOf, ...options })).toThrow(message);
  });

  it("by a comparison with another baseline, other options or other cells is refused", () => {
    const first = compareRuns(base, slow, { metricsOf });
    const again = runOf("again", 3, [{ launches: times(0.8) }]);
    const cells = cellsToConfirm(first);
    const other = { ...base, manifest: { ...base.manifest, run: "other" } };
    for (const [second, message] of [
      [compareRuns(other, again, { metricsOf, cells }), /held against other/],
      [compareRuns(base, again, { metricsOf, cells, margin: 0.1 }), /another margin/],
      [compareRuns(base, again, { metricsOf }), /just the cells that were found slower/],
    ] as const) {
      expect(() => confirmComparison(first, second)).toThrow(message);
    }
  });
});
