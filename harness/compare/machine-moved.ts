import type { Warning } from "../../suites/suite.js";
import { welch } from "../stats/welch.js";
import type { RunData } from "./run-data.js";
import type { MetricComparison, SentinelMove } from "./types.js";
import { logSeconds, passSeconds, readingsByIdentity, sentinelName } from "./weather.js";

/**
 * How far each sentinel that both runs timed moved between them. Only an equal program on an equal engine (version, device
 * and all) tells of the machine: after a change of the plugin its sentinel says nothing, and is not here. Replicates are the
 * readings, each of a process of its own, so few that the interval is Welch's over their logarithms.
 */
export function sentinelMoves(base: RunData, next: RunData, level: number): SentinelMove[] {
  const after = readingsByIdentity(next);
  return [...readingsByIdentity(base)].flatMap(([identity, before]) => {
    const again = after.get(identity);
    if (again === undefined) return [];
    const { difference, low, high } = welch(logSeconds(before.readings), logSeconds(again.readings), level);
    return {
      sentinel: sentinelName(before.readings[0]!),
      ratio: Math.exp(difference),
      low: Number.isFinite(low) ? Math.exp(low) : null,
      high: Number.isFinite(high) ? Math.exp(high) : null,
      level,
      readings: { base: before.readings.length, next: again.readings.length },
      seconds: { base: passSeconds(before.readings), next: passSeconds(again.readings) },
      moved: low > 0 || high < 0,
      cells: [...before.cells].filter((key) => again.cells.has(key)),
    };
  });
}

/**
 * A metric's verdict after the machine's share is taken off: a change of time that its sentinel went through, too, is not
 * the software's. It stays `slower` or `faster` where more than the margin is left even if the sentinel moved as far as its
 * interval reaches, else it becomes `inconclusive`. Other verdicts stand, and metrics that are no times.
 */
export function afterMachine(
  comparison: MetricComparison,
  moves: readonly SentinelMove[],
  key: string,
): MetricComparison {
  const { verdict, effect, unit, better, margin, reason } = comparison;
  const move = moves.find(({ moved, cells }) => moved && cells.includes(key));
  if (move === undefined || effect?.low == null || effect.high === null || !/^s$|\/s$/.test(unit)) return comparison;
  if (verdict !== "slower" && verdict !== "faster") return comparison;
  const [low, high] = better === "lower" ? [effect.low, effect.high] : [1 / effect.high, 1 / effect.low];
  const [from, to] = [move.low!, move.high!];
  // Of a sentinel that moved the other way, the machine hid a part of the change: that explains nothing away.
  if (verdict === "slower" ? from <= 1 || low / to > 1 + margin : to >= 1 || from / high > 1 + margin)
    return comparison;
  const message = `${reason.message}, but ${describeMove(move)}: without the machine's share no more than the margin may be left`;
  return { ...comparison, verdict: "inconclusive", reason: { code: "machine-moved", message }, launchesNeeded: null };
}

/** Of moves beyond the margin: whatever the verdicts, the machine was not the same. */
export function machineWarnings(moves: readonly SentinelMove[], margin: number): Warning[] {
  return moves
    .filter(({ moved, ratio }) => moved && Math.abs(Math.log(ratio)) > Math.log1p(margin))
    .map((move) => ({ code: "machine-moved", message: `the machine moved: ${describeMove(move)}` }));
}

function describeMove({ sentinel, low, high }: SentinelMove): string {
  const percent = (ratio: number) => `${Number((Math.abs(ratio - 1) * 100).toPrecision(3))} %`;
  const [least, most] = low! > 1 ? [low!, high!] : [high!, low!];
  return `${sentinel} took ${percent(least)} to ${percent(most)} ${low! > 1 ? "longer" : "less time"}`;
}
