import { describe, expect, it } from "vitest";
import type { GpuTelemetry, Telemetry } from "../record/schema.js";
import { disturbancesOf, isDisturbance } from "./disturbances.js";

const calm: Telemetry = {
  loadAverageBefore: 9,
  loadAverageAfter: 9,
  cpuStealShare: 0.02,
  cpu: { samples: 9, busyShare: 1, foreignShare: 0.1, mhz: null, quotaThrottledSeconds: 0.1 },
};
const gpu: GpuTelemetry = {
  index: 3,
  uuid: "GPU-a",
  samples: 9,
  smClockMhz: null,
  memoryClockMhz: null,
  powerWatts: null,
  temperatureCelsius: null,
  throttled: {},
  eccCorrected: 0,
  eccUncorrected: null,
  foreign: [],
  unavailable: {},
};
const cpu = (changes: Partial<Telemetry["cpu"]>) => ({ ...calm, cpu: { ...calm.cpu!, ...changes } });
const onGpu = (changes: Partial<GpuTelemetry>) => ({ ...calm, gpus: [gpu, { ...gpu, index: 4, ...changes }] });

describe("disturbancesOf", () => {
  it.each([
    ["nothing of a calm launch", calm, []],
    ["nothing of a calm GPU", onGpu({}), []],
    ["nothing where nothing is told", onGpu({ throttled: null, foreign: null, eccCorrected: null }), []],
    ["nothing where GPUs could not be watched", { ...calm, gpus: null }, []],
    [
      "other programs on the CPUs",
      cpu({ foreignShare: 0.11 }),
      ["disturbed.cpu: other programs used more than 10 % of the machine's CPU time"],
    ],
    [
      "steal",
      { ...calm, cpuStealShare: 0.03 },
      ["disturbed.steal: the hypervisor gave more than 2 % of the CPU time to others"],
    ],
    [
      "a CPU quota",
      cpu({ quotaThrottledSeconds: 0.2 }),
      ["throttled.cpu: the CPU quota of the control group stopped threads for more than 1 % of the time"],
    ],
    [
      "a throttled GPU, by its reasons",
      onGpu({ throttled: { "power cap": 1, "hardware slowdown": 2 } }),
      ["throttled.gpu: GPU 4 held its clock down: power cap, hardware slowdown"],
    ],
    [
      "others on a GPU, each name once",
      onGpu({ foreign: ["python3", "python3", "train"] }),
      ["disturbed.gpu: other programs were on GPU 4: python3, train"],
    ],
    [
      "memory errors",
      onGpu({ eccCorrected: 2, eccUncorrected: 1 }),
      ["disturbed.ecc: GPU 4 met memory errors: uncorrected and corrected"],
    ],
  ])("tells %s", (_name, telemetry, said) => {
    const warnings = disturbancesOf(telemetry as Telemetry, 10);
    expect(warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual(said);
    expect(warnings.every(({ code }) => isDisturbance(code))).toBe(true);
  });

  it("takes no tick of a short launch for steal", () => {
    expect(disturbancesOf({ ...calm, cpuStealShare: 0.5 }, 0.5).map(({ code }) => code)).not.toContain(
      "disturbed.steal",
    );
  });
});

it.each(["telemetry.gpu", "worker.lingered", "throttle", "fault.injected"])("%s is no disturbance", (code) => {
  expect(isDisturbance(code)).toBe(false);
});
