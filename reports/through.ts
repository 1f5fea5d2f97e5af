import type { RunData } from "../harness/compare/run-data.js";
import { weatherOf } from "../harness/compare/weather.js";
import { formatPercent, formatSeconds, formatSignificant } from "../harness/console/format.js";
import type { Range } from "../harness/record/schema.js";
import { summarizeTelemetry } from "../harness/telemetry/run-telemetry.js";
import type { Fact } from "./facts.js";
import { cleanLine } from "./text.js";

/** How the machine was through the launches of a run: disturbances, clocks, power, energy and the sentinels. */
export function throughFacts(run: RunData): Fact[] {
  const seen = summarizeTelemetry(run.records.filter((record) => record.run === run.manifest.run));
  const facts: [string, string | null][] = [
    ["disturbed launches", seen.launches === 0 ? null : disturbedText(seen)],
    ["GPU clock held down", seen.throttled && throttledText(seen.throttled)],
    ["GPU clock", rangeText(seen.smClockMhz, "MHz")],
    ["GPU memory clock", rangeText(seen.memoryClockMhz, "MHz")],
    ["GPU power", rangeText(seen.powerWatts, "W")],
    ["GPU temperature", rangeText(seen.temperatureCelsius, "°C")],
    ["CPU clock", rangeText(seen.cpuMhz, "MHz")],
    ...[...seen.itemsPerJoule].map(([key, value]): [string, string] => [
      `items per joule, ${key}`,
      formatSignificant(value, 4),
    ]),
    ...weatherOf(run).map(({ sentinel, seconds, readings, within }): [string, string] => [
      sentinel,
      `${formatSeconds(seconds)} a pass, ${formatPercent(within.ratio - 1)} apart in ${readings} timings${within.moved ? ": the machine was not steady" : ""}`,
    ]),
    ["CPU time of our own sampling", seen.samplingShare === null ? null : formatPercent(seen.samplingShare)],
  ];
  return facts.flatMap(([name, text]) => (text === null ? [] : [{ name: cleanLine(name), text: cleanLine(text) }]));
}

function disturbedText({ disturbed, disturbances, launches }: ReturnType<typeof summarizeTelemetry>): string {
  const by = disturbances.map(({ message, launches: count }) => `${message} (${count})`).join("; ");
  return `${disturbed} of ${launches}${by === "" ? "" : `: ${by}`}`;
}

function throttledText(throttled: Record<string, number>): string {
  const reasons = Object.entries(throttled).map(
    ([reason, count]) => `${reason} (${count} launch${count === 1 ? "" : "es"})`,
  );
  return reasons.length === 0 ? "never" : reasons.join(", ");
}

function rangeText(range: Range | null, unit: string): string | null {
  if (range === null) return null;
  const [least, median, most] = [range.least, range.median, range.most].map((value) => Math.round(value));
  return `${median} ${unit}, ${least} to ${most}`;
}
