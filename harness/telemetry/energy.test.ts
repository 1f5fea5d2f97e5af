import { describe, expect, it } from "vitest";
import type { LaunchEvent } from "../../suites/suite.js";
import { energyOf, TimedWork } from "./energy.js";
import type { GpuSample } from "./gpu-sample.js";

const sample = (at: number, powerWatts: number | null, mig = false) => ({ at, powerWatts, mig }) as GpuSample;
const at = (power: (number | null)[], mig = false) => power.map((watts, i) => sample(i, watts, mig));
const whole = { from: 0, to: 4, items: 800 };

describe("energyOf", () => {
  it("is power times time where power is constant", () => {
    expect(energyOf([whole], [at([100, 100, 100, 100, 100])])).toEqual({
      joules: 400,
      seconds: 4,
      items: 800,
      itemsPerJoule: 2,
    });
  });

  it("integrates power that changes between samples, over the timed parts alone", () => {
    // 100 W at 0 s to 500 W at 4 s: 150 W on average in the first part, 400 W in the second.
    const ramp = at([100, 200, 300, 400, 500]);
    const parts = [
      { from: 0, to: 1, items: 10 },
      { from: 2.5, to: 3.5, items: 10 },
    ];
    expect(energyOf(parts, [ramp])).toMatchObject({ joules: 550, seconds: 2, items: 20 });
  });

  it("holds the nearest sample's power outside the samples, and adds up the GPUs", () => {
    const late = [sample(1, 100), sample(2, 100), sample(3, 100)];
    expect(energyOf([whole], [late, at([50, 50, 50, 50, 50])])).toMatchObject({ joules: 600 });
  });

  it.each([
    ["no timed work", [], [at([1, 1, 1])]],
    ["no GPU", [whole], []],
    ["a GPU that does not tell its power", [whole], [at([1, 1, 1, 1]), at([null, null, null, null])]],
    ["work too short for its power to show", [{ ...whole, to: 2.9 }], [at([1, 1, 1, 1, 1])]],
    ["too few samples in the timed work", [whole], [[0, 2, 9].map((moment) => sample(moment, 1))]],
    ["a GPU in slices", [whole], [at([1, 1, 1, 1, 1], true)]],
  ])("is not known with %s", (_name, parts, gpus) => {
    expect(energyOf(parts, gpus)).toBeNull();
  });
});

it("TimedWork takes epochs and inference, which are told of at their end, and nothing else", () => {
  const work = new TimedWork();
  const see = (event: unknown, now: number) => work.see(event as LaunchEvent, now);
  see({ type: "phase", name: "train" }, 1);
  see({ type: "epoch", sample: { seconds: 2, items: 30 } }, 5);
  see({ type: "evaluation", sample: { seconds: 1, items: 9 } }, 6);
  see({ type: "epoch", sample: { seconds: Number.NaN, items: 30 } }, 9);
  see({ type: "inference", sample: { batch: 4, latencies: [0.25, 0.5] } }, 11);
  expect(work.parts).toEqual([
    { from: 3, to: 5, items: 30 },
    { from: 10.25, to: 11, items: 8 },
  ]);
});
