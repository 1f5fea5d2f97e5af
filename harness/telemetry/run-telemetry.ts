import type { GpuTelemetry, LaunchRecord, Range } from "../record/schema.js";
import { median } from "../stats/quantile.js";
import { isDisturbance } from "./disturbances.js";

/** What was seen of the machine over the launches of a run; what no launch told is null. */
export interface RunTelemetry {
  /** Launches that ran, well or not. */
  launches: number;
  /** Of them, those that something but the program may have held back. */
  disturbed: number;
  /** By what, the most frequent first. */
  disturbances: { message: string; launches: number }[];
  smClockMhz: Range | null;
  memoryClockMhz: Range | null;
  powerWatts: Range | null;
  temperatureCelsius: Range | null;
  cpuMhz: Range | null;
  /** Launches in which a GPU held its clock down, by reason; null: no driver told. */
  throttled: Record<string, number> | null;
  /** Samples trained or scored for a joule of the GPUs: median over the launches of a cell, by its key. */
  itemsPerJoule: Map<string, number>;
  /** CPU time of our own sampling, as a share of the launches' time. */
  samplingShare: number | null;
}

export function summarizeTelemetry(records: Iterable<LaunchRecord>): RunTelemetry {
  const ran = [...records].filter(({ status }) => status !== "unsupported");
  const gpus = ran.flatMap(({ telemetry }) => telemetry.gpus ?? []);
  const over = (pick: (gpu: GpuTelemetry) => Range | null) => overall(gpus.flatMap((gpu) => pick(gpu) ?? []));
  return {
    launches: ran.length,
    ...disturbancesOver(ran),
    smClockMhz: over(({ smClockMhz }) => smClockMhz),
    memoryClockMhz: over(({ memoryClockMhz }) => memoryClockMhz),
    powerWatts: over(({ powerWatts }) => powerWatts),
    temperatureCelsius: over(({ temperatureCelsius }) => temperatureCelsius),
    cpuMhz: overall(ran.flatMap(({ telemetry }) => telemetry.cpu?.mhz ?? [])),
    throttled: throttledLaunches(ran),
    itemsPerJoule: energyByCell(ran),
    samplingShare: samplingShare(ran),
  };
}

function disturbancesOver(records: readonly LaunchRecord[]): Pick<RunTelemetry, "disturbed" | "disturbances"> {
  const found = records.map(
    ({ warnings }) => new Set(warnings.filter(({ code }) => isDisturbance(code)).map(({ message }) => message)),
  );
  return {
    disturbed: found.filter(({ size }) => size > 0).length,
    disturbances: counted(found)
      .map(([message, launches]) => ({ message, launches }))
      .sort((a, b) => b.launches - a.launches || (a.message < b.message ? -1 : 1)),
  };
}

function throttledLaunches(records: readonly LaunchRecord[]): RunTelemetry["throttled"] {
  const told = records.flatMap(({ telemetry }) => {
    const gpus = (telemetry.gpus ?? []).filter(({ throttled }) => throttled !== null);
    return gpus.length === 0 ? [] : [new Set(gpus.flatMap(({ throttled }) => Object.keys(throttled!)))];
  });
  return told.length === 0 ? null : Object.fromEntries(counted(told));
}

/** In how many of the sets each member is. */
function counted(sets: readonly ReadonlySet<string>[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const set of sets) for (const member of set) counts.set(member, (counts.get(member) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function energyByCell(records: readonly LaunchRecord[]): Map<string, number> {
  const byCell = new Map<string, number[]>();
  for (const { key, status, telemetry } of records) {
    if (status !== "ok" || telemetry.energy === undefined) continue;
    byCell.set(key, [...(byCell.get(key) ?? []), telemetry.energy.itemsPerJoule]);
  }
  return new Map([...byCell].map(([key, values]) => [key, median(values)]));
}

function samplingShare(records: readonly LaunchRecord[]): number | null {
  const sampled = records.filter(({ telemetry }) => telemetry.samplingSeconds !== undefined);
  const seconds = sampled.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0);
  if (seconds === 0) return null;
  return sampled.reduce((sum, { telemetry }) => sum + telemetry.samplingSeconds!, 0) / seconds;
}

/** Least and most of all, and the median of the launches' medians. */
function overall(ranges: readonly Range[]): Range | null {
  if (ranges.length === 0) return null;
  return {
    least: Math.min(...ranges.map(({ least }) => least)),
    median: median(ranges.map((range) => range.median)),
    most: Math.max(...ranges.map(({ most }) => most)),
  };
}
