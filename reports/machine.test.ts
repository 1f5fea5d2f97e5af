import { expect, it } from "vitest";
import { machineReport } from "./machine.js";

const gpu = { model: "NVIDIA H200" };
const identity = { cpu: { model: "Xeon", usableCpus: 16 }, memoryGiB: 128 };
const line = (gpus: { view?: unknown; identity?: unknown }) =>
  machineReport({
    fingerprint: "f",
    identity: { ...identity, gpus: gpus.identity },
    soft: {},
    ...("view" in gpus ? { view: { gpus: gpus.view } } : {}),
  }).line;

it.each([
  ["the GPUs that were visible", { view: [gpu, gpu], identity: [{ ...gpu, count: 8 }] }, "2 × NVIDIA H200"],
  ["none that was visible", { view: [], identity: [{ ...gpu, count: 8 }] }, "no GPU"],
  ["those of the identity, where a run's index holds no more", { identity: [{ ...gpu, count: 8 }] }, "8 × NVIDIA H200"],
  [
    "two models",
    {
      identity: [
        { ...gpu, count: 1 },
        { model: "T400", count: 2 },
      ],
    },
    "1 × NVIDIA H200, 2 × T400",
  ],
  ["that the identity has none", { identity: [] }, "no GPU"],
  ["that they could not be told", { identity: null }, "GPUs not told"],
  ["what an unknown description leaves", { view: ["x"] }, "1 × unknown GPU"],
])("a machine's line tells %s", (_, gpus, told) => {
  expect(line(gpus)).toBe(`Xeon, 16 CPUs, 128 GiB, ${told}`);
});
