import { describe, expect, it } from "vitest";
import {
  cpuTimes,
  fastestCpuMhz,
  parseCpuStat,
  parseProcessStat,
  parseProcStat,
  processSeconds,
  stealShare,
} from "./proc.js";

const STAT = "cpu  100 0 50 800 10 0 5 35 7 0\ncpu0 50 0 25 400 5 0 2 17 3 0\nintr 1\n";
const times = (steal: number, total: number) => ({ steal, idle: 0, total });

describe("parseProcStat", () => {
  it("adds up the eight fields of all CPUs; guest time is in user time already", () => {
    expect(parseProcStat(STAT)).toEqual({ steal: 35, idle: 810, total: 1000 });
  });

  it.each(["", "cpu0 1 2 3", "cpu  1 2 3", "cpu  a b c d e f g h"])("is null for %j", (text) => {
    expect(parseProcStat(text)).toBeNull();
  });
});

describe("stealShare", () => {
  it.each([
    [times(10, 100), times(15, 200), 0.05],
    [times(10, 100), times(9, 200), 0],
    [times(10, 100), times(10, 100), null],
    [null, times(10, 100), null],
  ])("from %j to %j is %j", (before, after, share) => {
    expect(stealShare(before, after)).toBe(share);
  });
});

it.each([
  ["42 (a) b (c)) S 1 42 42 0 -1 4194304 1 2 3 4 150 50 20 30 20 0 1 0 5 6", 2.5],
  ["42 (node) S 1", null],
  ["", null],
])("a process's seconds with those of its children, of %j: %j", (text, seconds) => {
  expect(parseProcessStat(text)).toBe(seconds);
});

it.each([
  ["nr_throttled 3\nthrottled_usec 2500000\n", 2.5],
  ["nr_throttled 3\nthrottled_time 2500000000\n", 2.5],
  ["usage_usec 5\n", null],
])("the seconds of a CPU quota, of %j: %j", (text, seconds) => {
  expect(parseCpuStat(text)).toBe(seconds);
});

it("takes the fastest CPU's clock", () => {
  expect(fastestCpuMhz("cpu MHz\t\t: 1200.5\nflags\t: x\ncpu MHz\t\t: 3100.250\n")).toBe(3100.25);
  expect(fastestCpuMhz("BogoMIPS\t: 50.00\n")).toBeNull();
});

it.runIf(process.platform === "linux")("reads this host and this process", () => {
  expect(cpuTimes()!.total).toBeGreaterThan(cpuTimes()!.idle);
  expect(processSeconds(process.pid)).toBeGreaterThan(0);
  expect(processSeconds(2 ** 30)).toBeNull();
});
