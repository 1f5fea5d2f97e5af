import { type Weather, weatherOf } from "../compare/weather.js";
import { formatPercent, formatSeconds } from "../console/format.js";
import type { Run } from "../run/run-dir.js";
import { type Io, paint } from "./io.js";

/** What a run's sentinels say of the machine, one line each; what moved or failed is a warning, never an exit code. */
export function tellWeather(run: Run, io: Io): Weather[] {
  const warn = (message: string) => io.err(`${paint(io.color.err, "yellow", "warning:")} ${message}\n`);
  for (const { line, message } of run.sentinelDamage ?? []) warn(`sentinel.jsonl:${line}: ${message}`);
  const failures = new Map<string, number>();
  for (const { cell, failure } of run.sentinels ?? []) {
    if (failure === null) continue;
    const text = `the sentinel on ${cell.engine} failed: ${failure.kind}: ${failure.message}`;
    failures.set(text, (failures.get(text) ?? 0) + 1);
  }
  for (const [text, count] of failures) warn(count === 1 ? text : `${text} (${count} times)`);
  const weather = weatherOf(run);
  for (const { sentinel, seconds, readings, within } of weather) {
    const figure = `${sentinel}: ${formatSeconds(seconds)} a pass`;
    const spread = formatPercent(within.ratio - 1);
    if (within.moved) warn(`the machine was not steady: ${figure}, ${spread} apart within the run`);
    else io.err(`${figure}, ${readings === 1 ? "timed once" : `${spread} apart in ${readings} timings`}\n`);
  }
  return weather;
}
