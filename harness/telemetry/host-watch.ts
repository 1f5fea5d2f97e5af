import { performance } from "node:perf_hooks";
import type { CpuTelemetry, Telemetry } from "../record/schema.js";
import {
  type CpuTimes,
  cpuTimes,
  fastestCpuMhz,
  load,
  processSeconds,
  quotaSeconds,
  stealShare,
  toSeconds,
} from "./proc.js";
import { rangeOf } from "./range.js";

/** One look at the host. */
export interface HostSample {
  times: CpuTimes | null;
  /** CPU seconds of the worker so far; null before it runs and once it is gone. */
  workerSeconds: number | null;
  /** CPU seconds of the harness itself so far. */
  ownSeconds: number;
  mhz: number | null;
}

/** Less time than this between two looks says nothing: /proc counts hundredths of a second. */
const LEAST_SECONDS = 1;

/** Looks at the host before, through and after one launch. */
export class HostWatch {
  private readonly loadBefore = load();
  private readonly before = cpuTimes();
  private readonly quotaBefore = quotaSeconds();
  private readonly samples: HostSample[] = [];
  private readonly timer: NodeJS.Timeout | null;
  private worker: number | null = null;
  /** Time that looking has taken so far: not less than its CPU time. */
  lookedSeconds = 0;

  /** `everySeconds` null: looks before and after only. */
  constructor(everySeconds: number | null) {
    this.timer = everySeconds === null ? null : setInterval(() => this.look(), everySeconds * 1000).unref();
  }

  workerStarted(pid: number): void {
    this.worker = pid;
    if (this.timer !== null) this.look();
  }

  end(): Pick<Telemetry, "loadAverageBefore" | "loadAverageAfter" | "cpuStealShare" | "cpu"> {
    if (this.timer !== null) clearInterval(this.timer);
    const quotaAfter = quotaSeconds();
    const quota = this.quotaBefore === null || quotaAfter === null ? null : Math.max(0, quotaAfter - this.quotaBefore);
    return {
      loadAverageBefore: this.loadBefore,
      loadAverageAfter: load(),
      cpuStealShare: stealShare(this.before, cpuTimes()),
      cpu: summarizeHost(this.samples, quota),
    };
  }

  private look(): void {
    const begin = performance.now();
    const { user, system } = process.cpuUsage();
    this.samples.push({
      times: cpuTimes(),
      workerSeconds: this.worker === null ? null : processSeconds(this.worker),
      ownSeconds: (user + system) / 1e6,
      mhz: fastestCpuMhz(),
    });
    this.lookedSeconds += (performance.now() - begin) / 1000;
  }
}

/** What the looks at the host add up to. Shares are of all CPUs' time between the first and last look at a living worker. */
export function summarizeHost(samples: readonly HostSample[], quotaThrottledSeconds: number | null): CpuTelemetry {
  const living = samples.filter(({ times, workerSeconds }) => times !== null && workerSeconds !== null);
  const [first, last] = [living[0], living.at(-1)];
  const shares = first === undefined || last === undefined ? null : sharesBetween(first, last);
  return {
    samples: samples.length,
    busyShare: shares?.busy ?? null,
    foreignShare: shares?.foreign ?? null,
    mhz: rangeOf(samples.map(({ mhz }) => mhz)),
    quotaThrottledSeconds,
  };
}

function sharesBetween(first: HostSample, last: HostSample): { busy: number; foreign: number } | null {
  const [from, to] = [first.times!, last.times!];
  const total = toSeconds(to.total - from.total);
  // All CPUs' time is never less than the wall time.
  if (total < LEAST_SECONDS) return null;
  const busy = total - toSeconds(to.idle - from.idle) - toSeconds(to.steal - from.steal);
  const ours = last.workerSeconds! - first.workerSeconds! + last.ownSeconds - first.ownSeconds;
  const share = (seconds: number) => Math.min(1, Math.max(0, seconds / total));
  return { busy: share(busy), foreign: share(busy - ours) };
}
