import { afterEach, describe, expect, it } from "vitest";
import { noPlugin, testPlugins } from "../../../../xla/test-support.js";
import { synthesize } from "../../data/build.js";
import type { ModelState } from "../../engine.js";
import { openRequest } from "../../test-support.js";
import { OracleSession } from "../oracle/session.js";
import { relativeDistance } from "../test-support.js";
import type { XlaSession } from "./session.js";
import { pluginSession } from "./test-support.js";

/** 9,000 items: at batch 4,096 three steps, at 16,384 one that is padded. */
const dataset = synthesize("users=100,items=120,ratings=1900,seed=4");
const shape = { factors: 64, layers: [256, 256, 128, 64] };

const truths = new Map<number, Promise<{ state: ModelState; loss: number }>>();

/** One epoch in float64; computed once for all plugins. */
function truthAt(batch: number): Promise<{ state: ModelState; loss: number }> {
  const train = async () => {
    const oracle = new OracleSession(openRequest(dataset, { shape, batch }));
    const { loss } = await oracle.trainEpoch(0);
    return { state: await oracle.exportState(), loss };
  };
  const truth = truths.get(batch) ?? train();
  truths.set(batch, truth);
  return truth;
}

// A compiler that multiplies large matrices wrongly shows it only at sizes where it takes its fast path.
describe.skipIf(noPlugin).each(testPlugins)("the reference's layers on plugin %s", (plugin) => {
  let session: XlaSession | undefined;
  afterEach(async () => {
    await session?.close();
    session = undefined;
  });

  it.each([
    { batch: 4096, formulation: "layerwise", precision: "fp32", tolerance: 1e-4 },
    { batch: 4096, formulation: "factored", precision: "fp32", tolerance: 1e-4 },
    { batch: 16384, formulation: "layerwise", precision: "fp32", tolerance: 1e-4 },
    { batch: 16384, formulation: "factored", precision: "fp32", tolerance: 1e-4 },
    { batch: 16384, formulation: "layerwise", precision: "bf16", tolerance: 2 ** -4 },
    { batch: 16384, formulation: "layerwise", precision: "fp16", tolerance: 2 ** -5.5 },
  ] as const)(
    "have the oracle's gradients: $precision, $formulation, batch $batch",
    async (asked) => {
      const { batch, formulation, precision, tolerance } = asked;
      const truth = await truthAt(batch);
      const request = openRequest(dataset, { engine: "xla", shape, batch, formulation, lossScale: 32768 });
      session = await pluginSession(plugin, { ...request, cell: { ...request.cell, precision } });
      const { loss } = await session.trainEpoch(0);
      const state = await session.exportState();
      for (const [name, m] of truth.state.adam!.m) {
        expect(relativeDistance(state.adam!.m.get(name)!, m), name).toBeLessThan(tolerance);
      }
      expect(Math.abs(loss - truth.loss)).toBeLessThan(tolerance / 8);
    },
    120_000,
  );
});
