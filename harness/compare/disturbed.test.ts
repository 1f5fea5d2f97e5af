import { expect, it } from "vitest";
import { alikeRatio } from "./disturbed.js";
import type { SideSummary } from "./types.js";

/** Launches by figure and by what disturbed them. */
function side(...launches: [value: number, ...codes: string[]][]): SideSummary {
  return {
    planned: launches.length,
    valid: launches.length,
    values: launches.map(([value]) => value),
    median: null,
    noise: null,
    launches: launches.map((_, i) => 10 + i),
    excluded: [],
    disturbed: launches.flatMap(([, ...codes], i) => (codes.length > 0 ? [{ launch: 10 + i, codes }] : [])),
  };
}
const times = (count: number, value: number, ...codes: string[]) =>
  Array.from({ length: count }, (): [number, ...string[]] => [value, ...codes]);
const cap = "throttled.gpu";

it.each([
  ["undisturbed ones, where half as many were disturbed alike", [3, 100, 4, 50], [3, 90, 6, 25], 0.9],
  ["undisturbed ones, though up to twice as many were disturbed alike", [2, 100, 4, 50], [2, 90, 4, 25], 0.9],
  ["those disturbed alike, where more than twice as many", [1, 100, 4, 50], [1, 90, 4, 25], 0.5],
  ["those disturbed alike, where a side has no others", [0, 100, 4, 50], [3, 90, 4, 25], 0.5],
  ["none, where a side has nothing but such", [0, 100, 4, 50], [4, 90, 0, 25], null],
] as const)("compares %s", (_, [n0, value0, m0, capped0], [n1, value1, m1, capped1], ratio) => {
  const base = side(...times(n0, value0), ...times(m0, capped0, cap));
  const next = side(...times(m1, capped1, cap), ...times(n1, value1));
  const found = alikeRatio(base, next, 0.95);
  if (ratio === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(ratio, 12);
});

it("takes launches for alike that met the same, in whatever order it was told", () => {
  const base = side(...times(3, 100, cap, "disturbed.cpu"));
  expect(alikeRatio(base, side(...times(3, 80, "disturbed.cpu", cap)), 0.95)).toBeCloseTo(0.8, 12);
  expect(alikeRatio(base, side(...times(3, 80, cap)), 0.95)).toBeNull();
});
