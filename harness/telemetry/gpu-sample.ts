import { stripVTControlCharacters } from "node:util";
import { NOT_TOLD } from "../machine/nvidia-smi.js";

/** One GPU at one moment. What was not told is null. */
export interface GpuSample {
  /** On the harness's monotonic clock, when the row arrived. */
  at: number;
  index: number | null;
  uuid: string | null;
  smClockMhz: number | null;
  memoryClockMhz: number | null;
  /** At this moment where the driver tells it, else as `power.draw`: from Ampere on averaged over the last second. */
  powerWatts: number | null;
  temperatureCelsius: number | null;
  /** Bits of `THROTTLE_REASONS` and of harmless reasons. */
  throttle: number | null;
  /** Since the driver was loaded. */
  eccCorrected: number | null;
  eccUncorrected: number | null;
  mig: boolean | null;
  /** Why a field is null, by field. */
  unavailable: Record<string, string>;
}

type Key = Exclude<keyof GpuSample, "at" | "unavailable"> | "averageWatts";

/** The field each query fills, and the names it has had, newest driver's last. */
const QUERIES = [
  ["index", ["index"]],
  ["uuid", ["uuid"]],
  ["smClockMhz", ["clocks.sm"]],
  ["memoryClockMhz", ["clocks.mem"]],
  ["powerWatts", ["power.draw.instant"]],
  ["averageWatts", ["power.draw"]],
  ["temperatureCelsius", ["temperature.gpu"]],
  ["throttle", ["clocks_throttle_reasons.active", "clocks_event_reasons.active"]],
  ["eccCorrected", ["ecc.errors.corrected.volatile.total"]],
  ["eccUncorrected", ["ecc.errors.uncorrected.volatile.total"]],
  ["mig", ["mig.mode.current"]],
] as const satisfies readonly (readonly [Key, readonly string[]])[];

/** A query of one driver: which field each column fills. */
export interface Column {
  key: Key;
  name: string;
}

/** Reasons for which a GPU runs below the clock it was set to, as NVML's nvmlClocksEventReasons bits. Idling is none. */
export const THROTTLE_REASONS: readonly (readonly [bit: number, reason: string])[] = [
  [0x04, "power cap"],
  [0x08, "hardware slowdown"],
  [0x20, "software thermal slowdown"],
  [0x40, "hardware thermal slowdown"],
  [0x80, "hardware power brake"],
];

export const allColumns = (): Column[] => QUERIES.map(([key, names]) => ({ key, name: names[0] }));

/** The columns for a driver that does not know the field `name`: under its other name, or without it. Null: it was not asked for. */
export function columnsWithout(columns: readonly Column[], name: string): Column[] | null {
  if (!columns.some((column) => column.name === name)) return null;
  return columns.flatMap((column) => {
    if (column.name !== name) return [column];
    const names: readonly string[] = QUERIES.find(([key]) => key === column.key)![1];
    const other = names[names.indexOf(name) + 1];
    return other === undefined ? [] : [{ key: column.key, name: other }];
  });
}

/** Reads one line of `--format=csv,noheader,nounits`; null for a line that is no row of these columns. */
export function parseGpuSample(line: string, columns: readonly Column[], at: number): GpuSample | null {
  const values = stripVTControlCharacters(line)
    .split(",")
    .map((value) => value.trim());
  if (values.length !== columns.length) return null;
  const fields: Record<string, number | string | boolean> = {};
  const unavailable: Record<string, string> = {};
  for (const [key] of QUERIES) {
    const column = columns.findIndex((one) => one.key === key);
    const text = values[column];
    if (text === undefined) unavailable[key] = "this driver's nvidia-smi does not know the field";
    else if (text === "" || NOT_TOLD.test(text)) unavailable[key] = text === "" ? "empty" : text;
    else {
      const value = parseValue(key, text);
      // A row whose index is not a number is no row but prose with as many commas.
      if (value === null && key === "index") return null;
      if (value === null) unavailable[key] = `unreadable: ${text.slice(0, 40)}`;
      else fields[key] = value;
    }
  }
  const { averageWatts, powerWatts, ...others } = Object.fromEntries(
    QUERIES.map(([key]) => [key, fields[key] ?? null]),
  );
  // Of the two columns for power one is enough.
  const watts = (powerWatts ?? averageWatts) as number | null;
  const { averageWatts: noPower, powerWatts: _, ...untold } = unavailable;
  if (watts === null) untold.powerWatts = noPower!;
  return { ...(others as unknown as GpuSample), powerWatts: watts, at, unavailable: untold };
}

function parseValue(key: Key, text: string): number | string | boolean | null {
  if (key === "uuid") return text;
  if (key === "mig") return /^enabled$/i.test(text) ? true : /^disabled$/i.test(text) ? false : null;
  if (key === "throttle") return /^0x[0-9a-f]{1,16}$/i.test(text) ? Number(text) : null;
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  const counts = key === "index" || key === "eccCorrected" || key === "eccUncorrected";
  if (counts) return Number.isSafeInteger(value) ? value : null;
  return value > 0 ? value : null;
}
