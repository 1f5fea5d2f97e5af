import { describe, expect, it } from "vitest";
import type { MachineView } from "../../../suites/suite.js";
import { runMain } from "../test-support-io.js";
import type { EngineAnswer } from "./engine-process.js";
import { placementCheck } from "./placement-checks.js";

const gpu = { vendor: "NVIDIA", model: "NVIDIA H100", uuid: "GPU-1", memoryBytes: 8e10 };
const machine: MachineView = { gpus: [gpu], logicalCpus: 8, memoryBytes: 1e11 };
const onGpu = { engine: "xla", backend: "cuda13", gpus: 1 };
const onCpu = { engine: "tfjs", backend: "wasm", gpus: 0 };

function answer(changes: { device?: string; agrees?: boolean; gpuProcesses?: string[] | null }): EngineAnswer {
  const { device = "NVIDIA H100", agrees = true, gpuProcesses = null } = changes;
  const engine = { name: "xla", backend: "cuda13", version: "1", device, details: {} };
  const figures = { loss: 0.6678, expectedLoss: 0.6678, hits: 98, expectedHits: 98, users: 120 };
  return { kind: "check", engine, ...figures, agrees, gpuProcesses };
}

describe("what an engine's answer means", () => {
  it.each([
    {
      what: "right, on the CPU that was asked for",
      cell: onCpu,
      given: answer({ device: "cpu (wasm)" }),
      status: "ok",
      value: /on cpu \(wasm\): loss 0\.6678/,
    },
    { what: "wrong", cell: onCpu, given: answer({ agrees: false }), status: "fail", value: /wrong answer/ },
    {
      what: "right, where the driver saw it",
      cell: onGpu,
      given: answer({ gpuProcesses: ["GPU-1"] }),
      status: "ok",
      value: /the driver saw it \(GPU-1\)/,
    },
    {
      what: "right, in a container",
      cell: onGpu,
      given: answer({ gpuProcesses: [] }),
      status: "ok",
      value: /GPU-1; the driver does not tell/,
    },
    {
      what: "right, on another GPU",
      cell: onGpu,
      given: answer({ gpuProcesses: ["GPU-2"] }),
      status: "fail",
      value: /on GPU-2, not on NVIDIA H100 GPU-1/,
    },
    {
      what: "right, but on the CPU in silence",
      cell: onGpu,
      given: answer({ device: "cpu" }),
      status: "fail",
      value: /it ran on cpu, not on NVIDIA H100/,
    },
    {
      what: "refused",
      cell: onGpu,
      given: { kind: "unsupported", code: "gpus", reason: "no usable GPU", hint: "do this" } as const,
      status: "warn",
      value: /no usable GPU/,
    },
    {
      what: "a crash",
      cell: onGpu,
      given: { kind: "failed", reason: "its process was ended by SIGSEGV" } as const,
      status: "warn",
      value: /does not run: its process was ended by SIGSEGV/,
    },
  ])("$what is $status", ({ cell, given, status, value }) => {
    const check = placementCheck(cell, given, machine);
    expect(check).toMatchObject({
      id: `run.${cell.engine}.${cell.backend}`,
      status,
      value: expect.stringMatching(value),
    });
    expect(check.fix === null).toBe(status === "ok");
  });
});

describe("ncf-bench doctor --level 2", () => {
  it("tries the engine that --only names, whose answer is the oracle's", async () => {
    const { code, out } = await runMain(["doctor", "--level", "2", "--only", "run.tfjs.wasm", "--json"], {
      env: process.env,
    });
    expect(code).toBe(0);
    const { level, checks } = JSON.parse(out);
    expect(level).toBe(2);
    expect(checks).toEqual([
      {
        id: "run.tfjs.wasm",
        status: "ok",
        value: expect.stringMatching(/on cpu \(wasm.*: loss (\d\.\d+) \(oracle \1\), (\d+) of 120 hits/),
        fix: null,
      },
    ]);
  });

  it("refuses a check that does not exist rather than passing without it", async () => {
    const { code, out, err } = await runMain(["doctor", "--only", "run.tfjs.wasm"], { env: process.env });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/there is no check "run.tfjs.wasm" at this level[\s\S]*run\.\* are at --level 2/);
  });

  it("prints the fixes as a script that runs nothing but comments where advice is no command", async () => {
    const { code, out } = await runMain(["doctor", "--only", "data", "--fix-script"], {
      env: { ...process.env, NCF_BENCH_CACHE: "/nonexistent/x" },
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^#!\/bin\/sh\n# Read[^\n]*\n\n# data: [^\n]*\nncf-bench data download ml-100k\n/);
  });
});
