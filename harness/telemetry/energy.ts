import { performance } from "node:perf_hooks";
import type { LaunchEvent } from "../../suites/suite.js";
import type { Energy } from "../record/schema.js";
import type { GpuSample } from "./gpu-sample.js";

/** A stretch of timed work on the harness's monotonic clock, in seconds. */
export interface TimedPart {
  from: number;
  to: number;
  items: number;
}

/** Fewer samples within the timed work, or a shorter one, say nothing of its power: some GPUs tell that of the second before. */
const LEAST = { samples: 3, seconds: 3 };

/** When the launch's timed work was done, from the news of it: an epoch, or a batch size of inference, is told of at its end. */
export class TimedWork {
  readonly parts: TimedPart[] = [];

  see(event: LaunchEvent, now = performance.now() / 1000): void {
    if (event.type === "epoch") this.add(now, event.sample.seconds, event.sample.items);
    if (event.type === "inference") {
      const { latencies, batch } = event.sample;
      this.add(
        now,
        latencies.reduce((sum, latency) => sum + latency, 0),
        latencies.length * batch,
      );
    }
  }

  private add(now: number, seconds: number, items: number): void {
    if (Number.isFinite(seconds) && seconds > 0) this.parts.push({ from: now - seconds, to: now, items });
  }
}

/**
 * Energy of all the launch's GPUs over its timed work: power between two samples is taken to change in a straight line.
 * Null where the work was too short, or a GPU does not tell its power, was sampled too seldom, or is shared in MIG slices.
 */
export function energyOf(parts: readonly TimedPart[], gpus: readonly (readonly GpuSample[])[]): Energy | null {
  const items = parts.reduce((sum, part) => sum + part.items, 0);
  if (items === 0 || gpus.length === 0) return null;
  const [begin, end] = [parts[0]!.from, parts.at(-1)!.to];
  if (end - begin < LEAST.seconds) return null;
  let joules = 0;
  for (const samples of gpus) {
    const power = samples.flatMap(({ at, powerWatts, mig }) =>
      powerWatts === null || mig === true ? [] : [{ at, watts: powerWatts }],
    );
    if (power.filter(({ at }) => at >= begin && at <= end).length < LEAST.samples) return null;
    for (const { from, to } of parts) joules += integrate(power, from, to);
  }
  const seconds = parts.reduce((sum, { from, to }) => sum + to - from, 0);
  return { joules, seconds, items, itemsPerJoule: items / joules };
}

/** Integral of power from one moment to another; before the first and after the last sample it stays as it was there. */
function integrate(power: readonly { at: number; watts: number }[], from: number, to: number): number {
  const inner = power.filter(({ at }) => at > from && at < to);
  const points = [{ at: from, watts: wattsAt(power, from) }, ...inner, { at: to, watts: wattsAt(power, to) }];
  return points
    .slice(1)
    .reduce((sum, { at, watts }, i) => sum + ((at - points[i]!.at) * (watts + points[i]!.watts)) / 2, 0);
}

function wattsAt(power: readonly { at: number; watts: number }[], when: number): number {
  const next = power.findIndex(({ at }) => at >= when);
  if (next < 0) return power.at(-1)!.watts;
  if (next === 0) return power[0]!.watts;
  const [a, b] = [power[next - 1]!, power[next]!];
  return a.watts + ((b.watts - a.watts) * (when - a.at)) / (b.at - a.at);
}
