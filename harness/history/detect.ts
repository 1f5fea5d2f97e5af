import { bestSplit, changePoints } from "../stats/change-points.js";
import { median, medianAbsoluteDeviation } from "../stats/quantile.js";
import { type Welch, welch } from "../stats/welch.js";

export interface Step {
  /** First value of the new level. */
  index: number;
  /** Welch's test from the level before to the level after, up to the neighbouring steps. */
  test: Welch;
}

/** Fewest values on either side of a step. */
export const MINIMUM_SIZE = 3;
/** Longest series that is searched as a whole; longer ones by windows, since E-divisive takes the square of the length. */
const WINDOW = 60;
/** Values that one value of the next coarser view stands for. */
const COARSER = 8;
/** The fewest permutations that resolve alpha: a proposal is cheap to drop. */
const CANDIDATE = { alpha: 0.05, permutations: 19, minimumSize: MINIMUM_SIZE };
/** Welch's p is taken at the place where it looks best, so it has to be far below the usual level. */
export const ACCEPT_P = 0.001;
export const LEVEL = 0.95;
/** Five times what has to be reached in the end, where more values are on both sides. */
const PROMISING_P = 0.005;
const PROMISING_DEVIATIONS = 3.5;

/**
 * Where the level of a series of logarithms changes by more than `margin` (also of logarithms), in order. E-divisive
 * proposes, over windows that overlap by half and over views that average 8, 64, … values (a small step shows in many values
 * only); Welch's test and the margin dispose: the least credible step is dropped until the whole 95 % interval of each one
 * lies beyond the margin and its p is below 0.001. Deterministic.
 * After D. S. Matteson & N. A. James, JASA 109, 2014, and the two stages of H. Fleming et al., "Hunter: Using Change Point
 * Detection to Hunt for Performance Regressions", ICPE 2023.
 */
export function findSteps(values: readonly number[], margin: number): Step[] {
  const stands = (test: Welch) => test.p < ACCEPT_P && Math.max(test.low, -test.high) > margin;
  let kept = dispose(values, propose(values), stands);
  // Each step is placed again between its neighbours, which the windows did not know.
  const placed = kept.map(({ index }, i) => {
    const [from, to] = [kept[i - 1]?.index ?? 0, kept[i + 1]?.index ?? values.length];
    return place(values, Math.max(from, index - WINDOW / 2), Math.min(to, index + WINDOW / 2)) ?? index;
  });
  kept = dispose(values, placed, stands);
  return kept;
}

function propose(values: readonly number[]): number[] {
  const found: number[] = [];
  let view = values;
  for (let size = 1; view.length >= 2 * MINIMUM_SIZE; size *= COARSER) {
    for (const index of inWindows(view)) {
      const [from, to] = [(index - MINIMUM_SIZE) * size, (index + MINIMUM_SIZE) * size];
      found.push(size === 1 ? index : (place(values, Math.max(0, from), Math.min(values.length, to)) ?? index * size));
    }
    if (view.length <= WINDOW) break;
    view = averages(view, COARSER);
  }
  return found;
}

function inWindows(values: readonly number[]): number[] {
  const found: number[] = [];
  for (let from = 0; from === 0 || from + WINDOW / 2 < values.length; from += WINDOW / 2) {
    const window = values.slice(from, from + WINDOW);
    if (!promising(window)) continue;
    found.push(...changePoints(window, { ...CANDIDATE, seed: from }).map(({ index }) => from + index));
  }
  return found;
}

/**
 * Whether a window is worth permutations, which are nearly all of the time: its best split, or some three values in a row
 * (a short spell on another level), would have to stand out if it were to hold in the end.
 */
function promising(window: readonly number[]): boolean {
  const split = bestSplit(Float64Array.from(window), 0, window.length, MINIMUM_SIZE);
  if (split === null) return false;
  if (welch(window.slice(0, split.index), window.slice(split.index), LEVEL).p < PROMISING_P) return true;
  const center = median(window);
  const reach = (PROMISING_DEVIATIONS * medianAbsoluteDeviation(window)) / Math.sqrt(MINIMUM_SIZE);
  return averagesOfNeighbours(window).some((value) => Math.abs(value - center) > reach);
}

function averagesOfNeighbours(values: readonly number[]): number[] {
  return values.slice(2).map((value, i) => (values[i]! + values[i + 1]! + value) / MINIMUM_SIZE);
}

function averages(values: readonly number[], size: number): number[] {
  return Array.from({ length: Math.floor(values.length / size) }, (_, i) => {
    let sum = 0;
    for (let at = i * size; at < (i + 1) * size; at++) sum += values[at]!;
    return sum / size;
  });
}

/** The most marked step of values[from … to - 1], at most a few windows of them around the middle. */
function place(values: readonly number[], from: number, to: number): number | null {
  const reach = 2 * WINDOW;
  const middle = Math.floor((from + to) / 2);
  const [first, last] = [Math.max(from, middle - reach), Math.min(to, middle + reach)];
  const part = Float64Array.from(values.slice(first, last));
  const split = bestSplit(part, 0, part.length, MINIMUM_SIZE);
  return split === null ? null : first + split.index;
}

/** Drops the proposal with the largest p among those that do not stand, until all do. */
function dispose(values: readonly number[], proposed: readonly number[], stands: (test: Welch) => boolean): Step[] {
  const indexes = [...new Set(proposed)].sort((a, b) => a - b);
  const testAt = (i: number): Welch =>
    welch(
      values.slice(indexes[i - 1] ?? 0, indexes[i]),
      values.slice(indexes[i], indexes[i + 1] ?? values.length),
      LEVEL,
    );
  const tests = indexes.map((_, i) => testAt(i));
  for (;;) {
    let worst = -1;
    for (const [i, test] of tests.entries()) {
      if (!stands(test) && (worst < 0 || test.p > tests[worst]!.p)) worst = i;
    }
    if (worst < 0) return indexes.map((index, i) => ({ index, test: tests[i]! }));
    indexes.splice(worst, 1);
    tests.splice(worst, 1);
    for (const i of [worst - 1, worst]) if (i >= 0 && i < indexes.length) tests[i] = testAt(i);
  }
}
