import type { GpuTelemetry, LaunchRecord, Range } from "../harness/record/schema.js";
import { median } from "../harness/stats/quantile.js";

export type TelemetryUnit = "MHz" | "W" | "°C" | "share" | "load";

/** One quantity of the machine through the launches of a run, in the order in which they ran. */
export interface TelemetryStrip {
  title: string;
  unit: TelemetryUnit;
  /** Of the launches that told it; `order` from 1 among all of the run. */
  launches: (Range & { order: number; held: boolean })[];
  /** Launches of the run, told or not. */
  of: number;
}

/** What of a launch a strip shows; null where it was not told. */
const QUANTITIES: { title: string; unit: TelemetryUnit; of: (record: LaunchRecord) => Range | null }[] = [
  { title: "GPU clock", unit: "MHz", of: (record) => overGpus(record, ({ smClockMhz }) => smClockMhz) },
  { title: "GPU memory clock", unit: "MHz", of: (record) => overGpus(record, ({ memoryClockMhz }) => memoryClockMhz) },
  { title: "GPU power", unit: "W", of: (record) => overGpus(record, ({ powerWatts }) => powerWatts) },
  { title: "GPU temperature", unit: "°C", of: (record) => overGpus(record, ({ temperatureCelsius: t }) => t) },
  { title: "CPU clock", unit: "MHz", of: ({ telemetry }) => telemetry.cpu?.mhz ?? null },
  { title: "CPU busy", unit: "share", of: ({ telemetry }) => single(telemetry.cpu?.busyShare) },
  { title: "CPU used by others", unit: "share", of: ({ telemetry }) => single(telemetry.cpu?.foreignShare) },
  { title: "CPU stolen by the hypervisor", unit: "share", of: ({ telemetry }) => single(telemetry.cpuStealShare) },
  { title: "Load before the launch", unit: "load", of: ({ telemetry }) => single(telemetry.loadAverageBefore) },
];

/** A strip for every quantity that two launches or more told. */
export function telemetryStrips(records: Iterable<LaunchRecord>): TelemetryStrip[] {
  const ran = [...records]
    .filter(({ status }) => status !== "unsupported")
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : a.id < b.id ? -1 : 1));
  return QUANTITIES.flatMap(({ title, unit, of }) => {
    const launches = ran.flatMap((record, i) => {
      const range = of(record);
      return range === null
        ? []
        : [{ ...range, order: i + 1, held: unit !== "load" && unit !== "share" && isHeld(record) }];
    });
    return launches.length < 2 ? [] : [{ title, unit, launches, of: ran.length }];
  });
}

/** Whether a GPU of the launch held its clock down. */
function isHeld({ telemetry }: LaunchRecord): boolean {
  return (telemetry.gpus ?? []).some(({ throttled }) => throttled !== null && Object.keys(throttled).length > 0);
}

function overGpus({ telemetry }: LaunchRecord, pick: (gpu: GpuTelemetry) => Range | null): Range | null {
  const told = (telemetry.gpus ?? []).flatMap((gpu) => pick(gpu) ?? []);
  if (told.length === 0) return null;
  return {
    least: Math.min(...told.map(({ least }) => least)),
    median: median(told.map((range) => range.median)),
    most: Math.max(...told.map(({ most }) => most)),
  };
}

function single(value: number | null | undefined): Range | null {
  return value === null || value === undefined ? null : { least: value, median: value, most: value };
}
