import { throughFacts } from "../../reports/through.js";
import { type Weather, weatherOf } from "../compare/weather.js";
import { formatPercent } from "../console/format.js";
import { visible } from "../console/visible.js";
import type { Run } from "../run/run-dir.js";
import { type Io, paint } from "./io.js";

/** How the machine was through a run, a line each; a sentinel that moved or failed is a warning, never an exit code. */
export function tellWeather(run: Run, io: Io): Weather[] {
  const warn = (message: string) => io.err(`${paint(io.color.err, "yellow", "warning:")} ${visible(message)}\n`);
  for (const { line, message } of run.sentinelDamage ?? []) warn(`sentinel.jsonl:${line}: ${message}`);
  const failures = new Map<string, number>();
  for (const { cell, failure } of run.sentinels ?? []) {
    if (failure === null) continue;
    const text = `the sentinel on ${cell.engine} failed: ${failure.kind}: ${failure.message}`;
    failures.set(text, (failures.get(text) ?? 0) + 1);
  }
  for (const [text, count] of failures) warn(count === 1 ? text : `${text} (${count} times)`);
  const weather = weatherOf(run);
  for (const { sentinel, within } of weather.filter((one) => one.within.moved)) {
    warn(`the machine was not steady: ${sentinel} was ${formatPercent(within.ratio - 1)} apart within the run`);
  }
  io.err("\n");
  for (const { name, text } of throughFacts(run)) io.err(`${visible(`${name}: ${text}`)}\n`);
  return weather;
}
