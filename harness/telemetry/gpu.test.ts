import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import { GpuProcesses } from "./gpu-processes.js";
import { allColumns, columnsWithout, parseGpuSample } from "./gpu-sample.js";
import { summarizeGpu } from "./gpu-summary.js";
import { GpuWatch } from "./gpu-watch.js";

const UUID = "GPU-6f1f2b4c-0000-4a6e-9d2f-1f6c9d1f0a01";
const fakes = join(packageRoot(), "harness/telemetry/testdata");

/** Watches the fake GPU until there are `looks` samples or the watch broke off. */
async function watch(mode: string, looks = 3) {
  const env = { ...process.env, PATH: `${fakes}:${process.env.PATH}`, FAKE_SMI: mode };
  const watching = new GpuWatch({ uuids: [UUID], everySeconds: 0.5, env });
  watching.workerStarted(1);
  const deadline = Date.now() + 10_000;
  while (watching.looks < looks && watching.broken === null && Date.now() < deadline) {
    await new Promise((done) => setTimeout(done, 10));
  }
  return watching.end();
}

describe("GpuWatch", () => {
  it("sums up clocks, power, temperature and ECC of a healthy GPU", async () => {
    const { gpus, reason, samples } = await watch("healthy");
    expect(reason).toBeNull();
    const n = samples[0]!.length;
    expect(n).toBeGreaterThanOrEqual(3);
    expect(gpus).toEqual([
      {
        index: 0,
        uuid: UUID,
        samples: n,
        smClockMhz: { least: 1985 - 5 * n, median: 1980 - 2.5 * (n - 1), most: 1980 },
        memoryClockMhz: { least: 2619, median: 2619, most: 2619 },
        powerWatts: { least: 300.5, median: 300.5 + (n - 1) / 2, most: 299.5 + n },
        temperatureCelsius: { least: 55, median: 55, most: 55 },
        throttled: {},
        eccCorrected: 0,
        eccUncorrected: 0,
        foreign: [],
        unavailable: {},
      },
    ]);
  });

  it("counts throttled samples by reason and memory errors that came up", async () => {
    const { gpus, samples } = await watch("throttled");
    const n = samples[0]!.length;
    expect(gpus![0]).toMatchObject({
      throttled: { "software thermal slowdown": n },
      eccCorrected: n - 1,
      eccUncorrected: 0,
    });
  });

  it("asks a new driver for the field's new name", async () => {
    const { gpus, reason, samples } = await watch("new");
    const n = samples[0]!.length;
    expect(reason).toBeNull();
    expect(gpus![0]!.throttled).toEqual({ "power cap": n, "software thermal slowdown": n });
  });

  it("does without the fields that an old driver refuses, and says so", async () => {
    const { gpus, reason } = await watch("old");
    expect(reason).toBeNull();
    expect(gpus![0]).toMatchObject({ throttled: null, eccCorrected: 0, powerWatts: { most: 250.25 } });
    expect(gpus![0]!.unavailable).toEqual({
      throttle: "this driver's nvidia-smi does not know the field",
      mig: "this driver's nvidia-smi does not know the field",
    });
  });

  it("turns N/A into null with the driver's word, never into 0", async () => {
    const { gpus } = await watch("not-told");
    const { samples: _, index, uuid, foreign, unavailable, ...told } = gpus![0]!;
    expect([index, uuid, foreign]).toEqual([0, UUID, []]);
    expect(Object.values(told).every((value) => value === null)).toBe(true);
    expect(unavailable.powerWatts).toBe("[N/A]");
  });

  it("leaves out the GPUs that the launch does not use", async () => {
    expect((await watch("two")).gpus!.map(({ index }) => index)).toEqual([0]);
  });

  it("keeps what was seen before nvidia-smi died, and says that it died", async () => {
    const { gpus, reason } = await watch("dies", 1000);
    expect(gpus![0]!.samples).toBe(3);
    expect(reason).toBe("nvidia-smi exited with 15: GPU is lost");
  });

  it.each([
    ["exit9", /exited with 9: NVIDIA-SMI has failed because/],
    ["hang", /told nothing before the launch ended/],
  ])("has no GPU to tell of where nvidia-smi does %s", async (mode, reason) => {
    const watching = await (mode === "hang" ? watch(mode, 0) : watch(mode));
    expect(watching).toMatchObject({ gpus: null, samples: [] });
    expect(watching.reason).toMatch(reason);
  });

  it("says that nvidia-smi is absent", async () => {
    const watching = new GpuWatch({ uuids: [UUID], everySeconds: 0.5, env: { PATH: "/nonexistent" } });
    await expect.poll(() => watching.broken).toBe("nvidia-smi is not installed");
    expect(await watching.end()).toMatchObject({ gpus: null, reason: "nvidia-smi is not installed" });
  });
});

describe("GpuProcesses", () => {
  const lines = (known: number[], ...all: string[]) => {
    const processes = new GpuProcesses((pid) => known.includes(pid));
    for (const line of all) processes.line(line);
    return processes;
  };
  const other = `${UUID}, 7, /home/a/job, run/python3`;

  it.each([
    ["nobody", lines([]), []],
    ["our worker alone", lines([42], `${UUID}, 42, node`), []],
    ["another beside our worker, told twice", lines([7, 42], other, `${UUID}, 42, node`, other), ["python3"]],
    ["another alone, which we know not to be ours", lines([7], other), ["python3"]],
    ["in a container, one of the host's pids: ours", lines([], `${UUID}, 9000, [Not Found]`), []],
    ["in a container, two: the later is ours", lines([], other, `${UUID}, 9000, [Not Found]`), ["python3"]],
    ["in a container, two unnamed", lines([], `${UUID}, 8, [Not Found]`, `${UUID}, 9, [Not Found]`), ["a program"]],
    ["another on another GPU", lines([7], "GPU-other, 7, python3"), []],
    ["prose", lines([], "No running processes found", "GPU-x"), []],
  ])("%s", (_name, processes, foreign) => {
    expect(processes.foreign(UUID, 42)).toEqual(foreign);
  });
});

describe("parseGpuSample", () => {
  const row = `0, ${UUID}, 1980, 2619, 312.44, 290.25, 55, 0x00000000000000E8, 3, 1, Enabled`;

  it("reads a row through colours and spaces", () => {
    expect(parseGpuSample(`\u001b[32m${row}\u001b[0m `, allColumns(), 5)).toMatchObject({
      at: 5,
      index: 0,
      powerWatts: 312.44,
      throttle: 0xe8,
      eccUncorrected: 1,
      mig: true,
    });
  });

  it("reads what driver 580.159.04 says of an idle H200", () => {
    const recorded =
      "0, GPU-67306218-edfb-a22a-fa52-5417667400a1, 345, 3201, 80.37, 80.82, 39, 0x0000000000000001, 0, 0, Disabled";
    expect(parseGpuSample(recorded, allColumns(), 0)).toEqual({
      at: 0,
      index: 0,
      uuid: "GPU-67306218-edfb-a22a-fa52-5417667400a1",
      smClockMhz: 345,
      memoryClockMhz: 3201,
      powerWatts: 80.37,
      temperatureCelsius: 39,
      throttle: 1,
      eccCorrected: 0,
      eccUncorrected: 0,
      mig: false,
      unavailable: {},
    });
  });

  it.each(["", row.slice(0, 40), `${row}, 1`, row.replace("0,", "Warning:,")])("takes %j for no row", (line) => {
    expect(parseGpuSample(line, allColumns(), 0)).toBeNull();
  });

  it.each([
    ["1980", "0", "smClockMhz"],
    ["312.44, 290.25", "-1, -1", "powerWatts"],
    ["0x00000000000000E8", "12", "throttle"],
    [" 3,", " 1.5,", "eccCorrected"],
    ["Enabled", "maybe", "mig"],
  ])("does not believe %j being %j", (from, to, key) => {
    const sample = parseGpuSample(row.replace(from, to), allColumns(), 0)!;
    expect(sample[key as "mig"]).toBeNull();
    expect(sample.unavailable[key]).toMatch(/^unreadable: /);
  });

  it.each([
    ["[N/A]", "290.25", 290.25],
    ["312.44", "[N/A]", 312.44],
    ["-1", "290.25", 290.25],
  ])("takes the power of this moment, else the average: %s and %s", (instant, average, watts) => {
    const sample = parseGpuSample(row.replace("312.44, 290.25", `${instant}, ${average}`), allColumns(), 0)!;
    expect([sample.powerWatts, sample.unavailable]).toEqual([watts, {}]);
  });

  it("does not ask again for what was never asked", () => {
    expect(columnsWithout(allColumns(), "memory.total")).toBeNull();
  });
});

it("a counter that was reset counts from zero", () => {
  const row = (corrected: number) => `0, ${UUID}, 1980, 2619, 312.44, 300, 55, 0x0, ${corrected}, 0, Disabled`;
  const samples = [5, 6, 2, 2].map((corrected) => parseGpuSample(row(corrected), allColumns(), 0)!);
  expect(summarizeGpu(samples, null)).toMatchObject({ eccCorrected: 3, throttled: {}, foreign: null });
});
