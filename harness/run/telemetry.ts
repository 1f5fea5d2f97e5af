import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import type { Telemetry } from "../record/schema.js";

interface CpuTimes {
  steal: number;
  total: number;
}

/** Starts to watch the host around a launch; the returned function ends it and says what was seen. */
export function watchHost(): () => Telemetry {
  const loadBefore = load();
  const before = cpuTimes();
  return () => ({
    loadAverageBefore: loadBefore,
    loadAverageAfter: load(),
    cpuStealShare: stealShare(before, cpuTimes()),
  });
}

function load(): number | null {
  return process.platform === "win32" ? null : loadavg()[0]!;
}

/** Share of all CPUs' time between the two readings; null where the system does not tell or no tick passed. */
export function stealShare(before: CpuTimes | null, after: CpuTimes | null): number | null {
  if (before === null || after === null || after.total <= before.total) return null;
  return Math.max(0, after.steal - before.steal) / (after.total - before.total);
}

function cpuTimes(): CpuTimes | null {
  try {
    return parseProcStat(readFileSync("/proc/stat", "latin1"));
  } catch {
    return null;
  }
}

/** The first line of /proc/stat in ticks: user nice system idle iowait irq softirq steal; guest time is in user already. */
export function parseProcStat(text: string): CpuTimes | null {
  const line = /^cpu +(.*)$/m.exec(text)?.[1];
  const ticks = line?.split(" ").slice(0, 8).map(Number) ?? [];
  if (ticks.length < 8 || ticks.some(Number.isNaN)) return null;
  return { steal: ticks[7]!, total: ticks.reduce((sum, tick) => sum + tick, 0) };
}
