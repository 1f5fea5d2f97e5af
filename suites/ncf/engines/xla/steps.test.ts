import { afterEach, describe, expect, it } from "vitest";
import { isGpuPlugin, mostDevices, noPlugin, testPlugins } from "../../../../xla/test-support.js";
import type { Cell } from "../../../cell.js";
import { synthesize } from "../../data/build.js";
import { openRequest } from "../../test-support.js";
import { expectSameState, pluginSession } from "./test-support.js";

const dataset = synthesize("users=40,items=50,ratings=1000,seed=3");

describe.skipIf(noPlugin).each(testPlugins)("an epoch on plugin %s", (plugin) => {
  const close: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const one of close.splice(0)) await one();
  });

  const cases: { what: string; raw: Record<string, unknown>; devices?: number; precision?: Cell["precision"] }[] = [
    { what: "dropout active", raw: { dropout: 0.5 } },
    { what: "exact negatives", raw: { negTrick: false, dropout: 0.3 } },
    { what: "lazy Adam", raw: { lazyAdam: true, dropoutMode: "tf-inert" } },
    { what: "factored", raw: { formulation: "factored" } },
    { what: "fp16 with a dynamic loss scale", raw: { lossScale: "dynamic" }, precision: "fp16" },
    { what: "bf16", raw: {}, precision: "bf16" },
    { what: "4 devices", raw: { negTrick: false }, devices: 4 },
  ];
  it.each(cases.filter(({ devices = 1 }) => devices <= mostDevices(plugin)))(
    "is the same as its steps one by one: $what",
    async ({ raw, devices = 1, precision = "fp32" }) => {
      const shape = { factors: 8, layers: [32, 64, 32] };
      const asked = openRequest(dataset, { engine: "xla", batch: 500, shape, ...raw });
      const request = { ...asked, cell: { ...asked.cell, precision } };
      const whole = await pluginSession(plugin, request, { devices });
      const stepped = await pluginSession(plugin, request, { devices, granularity: "step" });
      close.push(
        () => whole.close(),
        () => stepped.close(),
      );
      for (const epoch of [0, 1]) {
        const expected = await whole.trainEpoch(epoch);
        const { phases: _, loss, ...told } = await stepped.trainEpoch(epoch);
        expect(expected).toMatchObject(told);
        if (isGpuPlugin(plugin)) expect(expected.loss).toBeCloseTo(loss, precision === "fp32" ? 5 : 3);
        else expect(expected.loss).toBe(loss);
      }
      expectSameState(plugin, await stepped.exportState(), await whole.exportState(), precision);
    },
  );
});
