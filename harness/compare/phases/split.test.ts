import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LaunchTime } from "./launch-time.js";
import { splitChange } from "./split.js";
import type { Part, Split } from "./types.js";

const time = (phases: Record<string, number>, region: number, evaluation: number | null = null): LaunchTime => ({
  region,
  phases: new Map(Object.entries(phases)),
  evaluation,
});
const side = (times: readonly LaunchTime[], within: Record<string, string> = {}) => ({ times, within });
const named = (parts: readonly Part[], name: string) => parts.find((part) => part.name === name);
const names = ({ parts }: Split) => parts.map(({ name }) => name);

/** Launches whose phases spread a little, with `extra` seconds in one of them. */
function launches(count: number, extra: Record<string, number> = {}): LaunchTime[] {
  return Array.from({ length: count }, (_, i) => {
    const wave = 1 + 0.01 * Math.sin(7 * i + 1);
    const phases = { sampling: wave + (extra.sampling ?? 0), compute: 5 * wave + (extra.compute ?? 0) };
    const region = phases.sampling + phases.compute + 0.5 + (extra.rest ?? 0);
    return time(phases, region, 2 * wave + (extra.evaluation ?? 0));
  });
}

const seconds = fc.double({ min: 0, max: 1e4, noNaN: true });
const anyTime = fc
  .record({
    phases: fc.dictionary(fc.constantFrom("sampling", "feed", "compute", "readBack", "host", "other"), seconds),
    rest: fc.double({ min: -1, max: 100, noNaN: true }),
    evaluation: fc.option(seconds),
  })
  .map(({ phases, rest, evaluation }) =>
    time(
      phases,
      Object.values(phases).reduce((sum, value) => sum + value, rest),
      evaluation,
    ),
  );
const anySide = fc.record({
  times: fc.array(anyTime, { minLength: 1, maxLength: 14 }),
  within: fc.dictionary(fc.constantFrom("sampling", "readBack", "feed"), fc.constantFrom("compute", "host", "nothing")),
});

describe("a change split into phases", () => {
  it("whatever the sides timed, the parts sum to the whole: both sides, the change and its shares", () => {
    fc.assert(
      fc.property(anySide, anySide, fc.constantFrom("epoch", "batch"), (base, next, round) => {
        const { parts, whole, epoch } = splitChange(base, next, 0.95, round);
        const scale = 1e-9 * (1 + Math.abs(whole.base) + Math.abs(whole.next));
        const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
        for (const field of ["base", "next", "change"] as const) {
          expect(Math.abs(sum((part) => part[field]) - whole[field])).toBeLessThanOrEqual(20 * scale);
        }
        if (epoch !== null) {
          expect(Math.abs(epoch.change + named(parts, "evaluation")!.change - whole.change)).toBeLessThanOrEqual(scale);
        }
        if (Math.abs(whole.change) > 1) expect(sum((part) => part.share!)).toBeCloseTo(1, 5);
        expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it.each(["sampling", "compute", "rest", "evaluation"])(
    "one second more of %s is found there and nowhere else",
    (part) => {
      for (const count of [5, 12]) {
        const split = splitChange(side(launches(count)), side(launches(count, { [part]: 1 })), 0.95, "epoch");
        expect(split.intervals.method).toBe(count < 10 ? "welch" : "bootstrap");
        expect(split.parts.filter(({ moved }) => moved).map(({ name }) => name)).toEqual([part]);
        const found = named(split.parts, part)!;
        expect(found.change).toBeCloseTo(1, 9);
        expect(found.share).toBeCloseTo(1, 9);
        expect(found.interval!.low).toBeGreaterThan(0.8);
        expect(found.interval!.high).toBeLessThan(1.2);
      }
    },
  );

  it("what rounding loses in the rest has not moved, however equal the launches are", () => {
    const equal = (compute: number) =>
      side(Array.from({ length: 5 }, () => time({ feed: 0.1, compute }, 0.1 + compute)));
    const { parts } = splitChange(equal(0.2), equal(0.7), 0.95, "epoch");
    expect(named(parts, "rest")!.change).not.toBe(0);
    expect(parts.filter(({ moved }) => moved).map(({ name }) => name)).toEqual(["compute"]);
  });

  it("one launch a side has no interval and proves nothing", () => {
    const { parts, whole } = splitChange(side(launches(1)), side(launches(1, { compute: 9 })), 0.95, "epoch");
    expect([...parts, whole].every(({ interval, moved }) => interval === null && !moved)).toBe(true);
  });

  it("an epoch that nobody split is all rest", () => {
    const split = splitChange(side([time({}, 3)]), side([time({}, 4)]), 0.95, "epoch");
    expect(names(split)).toEqual(["rest"]);
    expect(named(split.parts, "rest")).toMatchObject({ base: 3, next: 4, change: 1, share: 1 });
    expect(split.unsplit).toHaveLength(5);
    expect(split.unsplit[0]).toEqual({ phase: "sampling", only: null, heldBy: "rest" });
  });

  it("a phase that one side alone timed goes to the phase that holds it on the other side", () => {
    const old = side([time({ compute: 5 }, 6)], { readBack: "compute" });
    const split = splitChange(old, side([time({ compute: 4, readBack: 1 }, 6)]), 0.95, "epoch");
    expect(names(split)).toEqual(["compute", "rest"]);
    expect(named(split.parts, "compute")).toMatchObject({ base: 5, next: 5, change: 0 });
    expect(split.unsplit).toContainEqual({ phase: "readBack", only: "next", heldBy: "compute" });
  });

  it("and into the rest where the records do not say which holds it", () => {
    const split = splitChange(side([time({ compute: 5 }, 6)]), side([time({ compute: 4, host: 1 }, 6)]), 0.95, "epoch");
    expect(named(split.parts, "rest")).toMatchObject({ base: 1, next: 2 });
    expect(split.unsplit).toContainEqual({ phase: "host", only: "next", heldBy: "rest" });
  });

  it("a phase that one launch of many lacks cannot stand for itself", () => {
    const some = [...launches(3), time({ sampling: 1 }, 7, 2)];
    expect(names(splitChange(side(some), side(launches(3)), 0.95, "epoch"))).toEqual([
      "sampling",
      "rest",
      "evaluation",
    ]);
  });

  it("evaluation counts only where every launch evaluated", () => {
    const split = splitChange(side(launches(2)), side([time({ sampling: 1, compute: 5 }, 6.5)]), 0.95, "epoch");
    expect(names(split)).not.toContain("evaluation");
    expect(split.epoch).toBeNull();
  });

  it("intervals of all parts together hold the truth in 95 % of experiments with five launches a side", () => {
    // Twelve standard uniforms sum to nearly a normal variable.
    let state = 7;
    const uniform = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6);
    const five = (extra: number) =>
      side(
        Array.from({ length: 5 }, () => {
          const phases = { sampling: 10 + normal(), compute: 50 + 3 * normal() + extra };
          return time(phases, phases.sampling + phases.compute + 5 + normal());
        }),
      );
    const truth: Record<string, number> = { sampling: 0, compute: 4, rest: 0 };
    const runs = 400;
    let held = 0;
    for (let i = 0; i < runs; i++) {
      const { parts } = splitChange(five(0), five(4), 0.95, "epoch");
      if (parts.every(({ name, interval }) => interval!.low <= truth[name]! && truth[name]! <= interval!.high)) held++;
    }
    expect(held / runs).toBeGreaterThan(0.92);
    expect(held / runs).toBeLessThan(0.995);
  });
});
