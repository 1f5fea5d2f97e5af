import { describe, expect, it } from "vitest";
import type { MachineDescription } from "../machine/describe.js";
import { emptyGpu } from "../machine/gpu.js";
import { machineRows } from "./machine.js";
import { runMain } from "./test-support-io.js";

describe("ncf-bench machine", () => {
  it("prints the fingerprint first, and as JSON the same", async () => {
    const table = await runMain(["machine"]);
    const json = await runMain(["machine", "--json"]);
    expect([table.code, json.code]).toEqual([0, 0]);
    const parsed = JSON.parse(json.out) as MachineDescription & { software: { version: string } };
    expect(table.out.split("\n")[2]).toMatch(new RegExp(`^fingerprint +${parsed.fingerprint}$`));
    expect(parsed.software.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it("shows GPUs with what is told of them, and what hides some", async () => {
    const json = await runMain(["machine", "--json"]);
    const machine = JSON.parse(json.out) as MachineDescription;
    const gpu = {
      ...emptyGpu("NVIDIA"),
      index: 0,
      model: "NVIDIA H100",
      memoryBytes: 80 * 2 ** 30,
      powerLimitWatts: 700,
    };
    const told = (changed: Partial<MachineDescription>) =>
      machineRows({ ...machine, gpusLimitedBy: null, ...changed })
        .filter(([title]) => title!.startsWith("GPU"))
        .map((row) => row.join(": "));
    expect(told({ gpus: [gpu], gpuReason: null })).toEqual(["GPU 0: NVIDIA H100, 80.0 GiB, 700 W"]);
    expect(told({ gpus: null, gpuReason: "it hangs" })).toEqual(["GPUs: cannot be told: it hangs"]);
    expect(told({ gpus: [emptyGpu("AMD")], gpusLimitedBy: "HIP_VISIBLE_DEVICES=" })).toEqual([
      "GPU ?: unknown model",
      "GPUs visible: 0 of 1 (HIP_VISIBLE_DEVICES=)",
    ]);
  });
});
