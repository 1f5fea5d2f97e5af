// Figures for people: three significant digits (four from 1000 of a unit on), a narrow no-surprise alphabet, never `1e+6`.

const SI = [
  [1e12, "T"],
  [1e9, "G"],
  [1e6, "M"],
  [1e3, "k"],
  [1, ""],
] as const;

/** `17_800` -> `17.8 k`; with a unit `17.8 kitems/s` reads badly, so the unit follows a prefix as `17.8 k items/s`. */
export function formatSi(value: number, unit = ""): string {
  if (!Number.isFinite(value)) return withUnit(nonFinite(value), unit);
  if (value === 0) return withUnit("0", unit);
  const size = Math.abs(value);
  if (size < 1) return withUnit(formatSignificant(value), unit);
  // Rounding first: 999,950 is `1.00 M`, not `1000 k`.
  const rounded = Number(size.toPrecision(3));
  const [scale, prefix] = SI.find(([limit]) => rounded >= limit)!;
  const figure = rounded < 1000 && Number.isInteger(value) ? String(value) : significant(value / scale, 3);
  return withUnit(prefix === "" ? figure : `${figure} ${prefix}`, unit);
}

const TIMES = [
  [1, "s"],
  [1e-3, "ms"],
  [1e-6, "µs"],
  [1e-9, "ns"],
] as const;

/** Seconds: `12.3 µs`, `1.23 s`, `95.0 s`, from two minutes on `2 min 05 s`, `1 h 02 min`. */
export function formatSeconds(seconds: number): string {
  if (!Number.isFinite(seconds)) return withUnit(nonFinite(seconds), "s");
  if (seconds === 0) return "0 s";
  const sign = seconds < 0 ? "-" : "";
  const size = Math.abs(seconds);
  const whole = Math.round(size);
  if (whole >= 3600) {
    const minutes = Math.round(size / 60);
    return `${sign}${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
  }
  if (whole >= 120) return `${sign}${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
  const rounded = Number(size.toPrecision(3));
  const [scale, unit] = TIMES.find(([limit]) => rounded >= limit) ?? TIMES.at(-1)!;
  return `${significant(seconds / scale, 3)} ${unit}`;
}

/** A share as per cent: `0.0123` -> `1.23 %`; `signed` writes `+1.23 %`, as for changes. */
export function formatPercent(share: number, opts: { signed?: boolean } = {}): string {
  if (!Number.isFinite(share)) return withUnit(nonFinite(share), "%");
  const percent = share * 100;
  const text = percent === 0 ? "0" : Math.abs(percent) < 0.01 ? percent.toFixed(4) : significant(percent, 3);
  return `${opts.signed && share > 0 ? "+" : ""}${text} %`;
}

const BYTES = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"] as const;

/** Bytes in powers of 1024: `8.00 GiB`. */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return withUnit(nonFinite(bytes), "B");
  let value = bytes;
  let step = 0;
  while (Math.abs(Number(value.toPrecision(4))) >= 1024 && step < BYTES.length - 1) {
    value /= 1024;
    step++;
  }
  return `${step === 0 ? String(value) : significant(value, 3)} ${BYTES[step]}`;
}

/** Kept: to make one takes a thousand times as long as to use it. */
const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** A whole count with separators: `1,048,576`. */
export function formatCount(count: number): string {
  return Number.isFinite(count) ? whole.format(count) : nonFinite(count);
}

/** A plain figure of `digits` significant digits without exponent: `0.00123`, `12.3`, `1,234`. */
export function formatSignificant(value: number, digits = 3): string {
  return Number.isFinite(value) ? significant(value, digits) : nonFinite(value);
}

function significant(value: number, digits: number): string {
  if (value === 0) return "0";
  const rounded = Number(value.toPrecision(digits));
  const exponent = Math.floor(Math.log10(Math.abs(rounded)));
  if (exponent >= digits) return whole.format(Math.round(value));
  return rounded.toFixed(Math.min(20, Math.max(0, digits - 1 - exponent)));
}

function nonFinite(value: number): string {
  return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
}

function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}
