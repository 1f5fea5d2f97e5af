import { describe, expect, it } from "vitest";
import { parseProcStat, stealShare, watchHost } from "./telemetry.js";

const STAT = "cpu  100 0 50 800 10 0 5 35 7 0\ncpu0 50 0 25 400 5 0 2 17 3 0\nintr 1\n";

describe("parseProcStat", () => {
  it("adds up the eight fields of all CPUs; guest time is in user time already", () => {
    expect(parseProcStat(STAT)).toEqual({ steal: 35, total: 1000 });
  });

  it.each(["", "cpu0 1 2 3", "cpu  1 2 3", "cpu  a b c d e f g h"])("is null for %j", (text) => {
    expect(parseProcStat(text)).toBeNull();
  });
});

describe("stealShare", () => {
  it.each([
    [{ steal: 10, total: 100 }, { steal: 15, total: 200 }, 0.05],
    [{ steal: 10, total: 100 }, { steal: 9, total: 200 }, 0],
    [{ steal: 10, total: 100 }, { steal: 10, total: 100 }, null],
    [null, { steal: 10, total: 100 }, null],
  ])("from %j to %j is %j", (before, after, share) => {
    expect(stealShare(before, after)).toBe(share);
  });
});

it("watchHost sees this host", () => {
  const seen = watchHost()();
  expect(seen.loadAverageBefore).toBeGreaterThanOrEqual(0);
  expect(seen.loadAverageAfter).toBeGreaterThanOrEqual(0);
});
