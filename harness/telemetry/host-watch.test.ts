import { describe, expect, it } from "vitest";
import { type HostSample, HostWatch, summarizeHost } from "./host-watch.js";

const sample = (total: number, idle: number, worker: number | null, own = 0): HostSample => ({
  times: { steal: 0, idle, total },
  workerSeconds: worker,
  ownSeconds: own,
  mhz: 2000 + total,
});

describe("summarizeHost", () => {
  it("tells what others used from what the launch and the harness did", () => {
    // 2 CPUs for 10 s: busy for 15 s, of which the worker had 9 and the harness 1.
    const seen = summarizeHost([sample(0, 0, 1, 2), sample(900, 300, 4, 2.5), sample(2000, 500, 10, 3)], 0.5);
    expect(seen).toEqual({
      samples: 3,
      busyShare: 0.75,
      foreignShare: 0.25,
      mhz: { least: 2000, median: 2900, most: 4000 },
      quotaThrottledSeconds: 0.5,
    });
  });

  it("leaves out the looks at which the worker was not there", () => {
    const seen = summarizeHost(
      [sample(0, 0, null), sample(1000, 1000, 0), sample(2000, 1500, 5), sample(9000, 1500, null)],
      null,
    );
    expect(seen).toMatchObject({ samples: 4, busyShare: 0.5, foreignShare: 0 });
  });

  it.each([
    ["without a look", []],
    ["with one look", [sample(500, 0, 1)]],
    ["over less than a second", [sample(500, 0, 1), sample(599, 0, 1.5)]],
    [
      "where the system does not tell",
      [
        { ...sample(0, 0, 1), times: null },
        { ...sample(900, 0, 1), times: null },
      ],
    ],
  ])("says nothing %s", (_name, samples) => {
    expect(summarizeHost(samples, null)).toMatchObject({ busyShare: null, foreignShare: null });
  });
});

it("HostWatch sees this host; without sampling it looks before and after only", async () => {
  const [often, never] = [new HostWatch(0.01), new HostWatch(null)];
  for (const watch of [often, never]) watch.workerStarted(process.pid);
  await expect.poll(() => often.end().cpu!.samples).toBeGreaterThan(0);
  const seen = often.end();
  expect(seen.loadAverageBefore).toBeGreaterThanOrEqual(0);
  expect(seen.loadAverageAfter).toBeGreaterThanOrEqual(0);
  expect(often.lookedSeconds).toBeGreaterThan(0);
  expect(never.end().cpu!.samples).toBe(0);
});
