import { describe, expect, it } from "vitest";
import { buildRun, failed, type LaunchSpec } from "../compare/testdata/runs.js";
import type { GpuTelemetry } from "../record/schema.js";
import { summarizeTelemetry } from "./run-telemetry.js";

const LOAD = { loadAverageBefore: 0, loadAverageAfter: 0, cpuStealShare: 0 };

function gpu(clock: number, throttled: Record<string, number> | null): GpuTelemetry {
  return {
    index: 0,
    uuid: "GPU-0",
    samples: 9,
    smClockMhz: { least: clock - 100, median: clock, most: clock + 10 },
    memoryClockMhz: null,
    powerWatts: { least: 60, median: 200, most: 250 },
    temperatureCelsius: null,
    throttled,
    eccCorrected: null,
    eccUncorrected: null,
    foreign: null,
    unavailable: {},
  };
}

const records = (...launches: LaunchSpec[]) => buildRun({ cells: [{ launches }] }).records;

describe("telemetry of a run", () => {
  it("counts launches that were disturbed, each once, and by what", () => {
    const hot = { code: "throttled.gpu", message: "GPU 0 held its clock down: power cap" };
    const busy = { code: "disturbed.cpu", message: "other programs" };
    const seen = summarizeTelemetry(
      records(
        { value: 1, warnings: [hot, busy, { code: "data.synthetic", message: "no disturbance" }] },
        { value: 1, warnings: [hot, hot] },
        { value: 1 },
        failed(),
      ),
    );
    expect([seen.launches, seen.disturbed]).toEqual([4, 2]);
    expect(seen.disturbances).toEqual([
      { message: hot.message, launches: 2 },
      { message: busy.message, launches: 1 },
    ]);
  });

  it("spans clocks and power over launches and GPUs, and counts launches by why a GPU held its clock down", () => {
    const seen = summarizeTelemetry(
      records(
        {
          value: 1,
          telemetry: { ...LOAD, gpus: [gpu(1500, { "power cap": 3 }), gpu(1400, { "power cap": 9, heat: 1 })] },
        },
        { value: 1, telemetry: { ...LOAD, gpus: [gpu(1300, {})] } },
      ),
    );
    expect(seen.smClockMhz).toEqual({ least: 1200, median: 1400, most: 1510 });
    expect(seen.powerWatts).toEqual({ least: 60, median: 200, most: 250 });
    expect([seen.memoryClockMhz, seen.cpuMhz]).toEqual([null, null]);
    expect(seen.throttled).toEqual({ "power cap": 1, heat: 1 });
  });

  it("gives items per joule by cell, of launches that succeeded and told their power", () => {
    const energy = (itemsPerJoule: number) => ({ joules: 1, seconds: 1, items: 1, itemsPerJoule });
    const all = records(
      { value: 1, telemetry: { ...LOAD, energy: energy(100), samplingSeconds: 0.01 } },
      { value: 1, telemetry: { ...LOAD, energy: energy(300), samplingSeconds: 0.03 } },
      { value: 1 },
    );
    const seen = summarizeTelemetry(all);
    expect([...seen.itemsPerJoule]).toEqual([[all[0]!.key, 200]]);
    expect(seen.samplingShare).toBeCloseTo(0.02, 12);
  });

  it("of nothing says nothing", () => {
    expect(summarizeTelemetry([])).toMatchObject({ launches: 0, disturbed: 0, throttled: null, samplingShare: null });
  });
});
