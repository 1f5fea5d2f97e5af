import { readFileSync } from "node:fs";
import { loadavg } from "node:os";

/** Seconds of a tick in /proc: USER_HZ is 100 on every architecture that Node.js runs on. */
const TICK_SECONDS = 0.01;

/** CPU time since boot, in ticks over all CPUs. */
export interface CpuTimes {
  steal: number;
  /** Idle and waiting for input or output. */
  idle: number;
  total: number;
}

export function load(): number | null {
  return process.platform === "win32" ? null : loadavg()[0]!;
}

export function cpuTimes(): CpuTimes | null {
  return parseProcStat(read("/proc/stat"));
}

/** The first line of /proc/stat in ticks: user nice system idle iowait irq softirq steal; guest time is in user already. */
export function parseProcStat(text: string): CpuTimes | null {
  const line = /^cpu +(.*)$/m.exec(text)?.[1];
  const ticks = line?.split(" ").slice(0, 8).map(Number) ?? [];
  if (ticks.length < 8 || ticks.some(Number.isNaN)) return null;
  return { steal: ticks[7]!, idle: ticks[3]! + ticks[4]!, total: ticks.reduce((sum, tick) => sum + tick, 0) };
}

/** Share of all CPUs' time between the two readings; null where the system does not tell or no tick passed. */
export function stealShare(before: CpuTimes | null, after: CpuTimes | null): number | null {
  if (before === null || after === null || after.total <= before.total) return null;
  return Math.max(0, after.steal - before.steal) / (after.total - before.total);
}

/** CPU seconds of a process and of the children it has waited for; null where it is gone or the system does not tell. */
export function processSeconds(pid: number): number | null {
  return parseProcessStat(read(`/proc/${pid}/stat`));
}

/** Fields 14 to 17 of /proc/PID/stat. The name in parentheses may hold anything, so fields are counted from its end. */
export function parseProcessStat(text: string): number | null {
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ticks = fields.slice(11, 15).map(Number);
  if (!text.includes(")") || ticks.length < 4 || ticks.some(Number.isNaN)) return null;
  return ticks.reduce((sum, tick) => sum + tick, 0) * TICK_SECONDS;
}

export const toSeconds = (ticks: number): number => ticks * TICK_SECONDS;

/** MHz of the fastest CPU at the moment, which is one that works; null where the system does not tell (most of ARM). */
export function fastestCpuMhz(text = read("/proc/cpuinfo")): number | null {
  const all = [...text.matchAll(/^cpu MHz\s*:\s*(\d+(?:\.\d+)?)$/gm)].map((match) => Number(match[1]));
  return all.length === 0 ? null : Math.max(...all);
}

/** Seconds for which our control group's CPU quota has stopped its threads so far; null without such a quota. */
export function quotaSeconds(): number | null {
  const own = /^0::(.*)$/m.exec(read("/proc/self/cgroup"))?.[1] ?? "";
  for (const path of [`/sys/fs/cgroup${own}/cpu.stat`, "/sys/fs/cgroup/cpu.stat", "/sys/fs/cgroup/cpu/cpu.stat"]) {
    const seconds = parseCpuStat(read(path));
    if (seconds !== null) return seconds;
  }
  return null;
}

/** `throttled_usec` of version 2, `throttled_time` in ns of version 1. */
export function parseCpuStat(text: string): number | null {
  const [, name, value] = /^(throttled_usec|throttled_time) (\d+)$/m.exec(text) ?? [];
  return value === undefined ? null : Number(value) / (name === "throttled_usec" ? 1e6 : 1e9);
}

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
