import type { LaunchRecord } from "../../record/schema.js";
import { median } from "../../stats/quantile.js";
import { isDisturbance } from "../../telemetry/disturbances.js";
import type { SentinelMove } from "../types.js";
import type { LabelledDifference } from "./facts.js";

/** Throttling, memory errors and foreign load, where another share of the launches of one side met them. */
export function healthDifferences(base: readonly LaunchRecord[], next: readonly LaunchRecord[]): LabelledDifference[] {
  const [before, after] = [disturbedLaunches(base), disturbedLaunches(next)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((what) => {
    const [a, b] = [before.get(what) ?? 0, after.get(what) ?? 0];
    if (a * next.length === b * base.length) return [];
    const of = (count: number, records: readonly LaunchRecord[]) => `${count} of ${records.length} launches`;
    return [{ label: "machine health", what, base: of(a, base), next: of(b, next) }];
  });
}

/** Launches by what disturbed them. */
function disturbedLaunches(records: readonly LaunchRecord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { warnings } of records) {
    const own = new Set(warnings.filter(({ code }) => isDisturbance(code)).map(({ message }) => message));
    for (const what of own) counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return counts;
}

/** Sentinels of the cell that moved: a frozen program, so that it is the machine. */
export function sentinelDifferences(moves: readonly SentinelMove[], key: string | undefined): LabelledDifference[] {
  const milliseconds = (seconds: number) => `${Number((seconds * 1000).toPrecision(4))} ms a pass`;
  return moves
    .filter(({ moved, cells }) => moved && key !== undefined && cells.includes(key))
    .map(({ sentinel, seconds: { base, next } }) => ({
      label: "machine health",
      what: sentinel,
      base: milliseconds(base),
      next: milliseconds(next),
    }));
}

/** Why a side's launches cannot tell how the machine was, or null. */
export function healthUntold(base: readonly LaunchRecord[], next: readonly LaunchRecord[]): string | null {
  for (const [side, records] of [
    ["baseline", base],
    ["newer run", next],
  ] as const) {
    if (records.some(({ telemetry }) => telemetry.cpu === undefined)) {
      return `the machine was not watched through the launches of the ${side}`;
    }
    if (records.some(({ telemetry }) => telemetry.gpus === null)) {
      return `the GPUs could not be watched through the launches of the ${side}`;
    }
  }
  return null;
}

const CLOCKS: readonly [string, (record: LaunchRecord) => number[]][] = [
  ["SM clock", ({ telemetry }) => (telemetry.gpus ?? []).flatMap((gpu) => gpu.smClockMhz?.median ?? [])],
  ["memory clock", ({ telemetry }) => (telemetry.gpus ?? []).flatMap((gpu) => gpu.memoryClockMhz?.median ?? [])],
  ["CPU clock", ({ telemetry }) => [telemetry.cpu?.mhz?.median ?? []].flat()],
];

/**
 * Clocks at which the launches ran, where they moved: the medians differ by more than `margin` and no launch of one side
 * had a clock that the other side had, too.
 */
export function clockDifferences(
  base: readonly LaunchRecord[],
  next: readonly LaunchRecord[],
  margin: number,
): LabelledDifference[] {
  return CLOCKS.flatMap(([what, clocksOf]) => {
    const [a, b] = [base, next].map((records) => records.flatMap((record) => medianOf(clocksOf(record))));
    if (a!.length === 0 || b!.length === 0) return [];
    const apart = Math.max(...a!) < Math.min(...b!) || Math.max(...b!) < Math.min(...a!);
    const [before, after] = [median(a!), median(b!)];
    if (!apart || Math.abs(after / before - 1) <= margin) return [];
    const text = (mhz: number) => `${Math.round(mhz)} MHz`;
    return [{ label: "environment", what, base: text(before), next: text(after) }];
  });
}

function medianOf(values: readonly number[]): number[] {
  return values.length === 0 ? [] : [median(values)];
}
