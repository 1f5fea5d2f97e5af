import { afterEach, describe, expect, it } from "vitest";
import { mostDevices, noPlugin, testPlugins } from "../../../../xla/test-support.js";
import { synthesize } from "../../data/build.js";
import { inferenceBatch } from "../../inference.js";
import { openRequest } from "../../test-support.js";
import type { XlaSession } from "./session.js";
import { pluginSession } from "./test-support.js";

const dataset = synthesize("users=200,items=300,ratings=8000,seed=3");
const shape = { factors: 8, layers: [32, 16, 8] };
const BATCHES = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576];

describe.skipIf(noPlugin).each(testPlugins)("inference on plugin %s", (plugin) => {
  let session: XlaSession | undefined;
  afterEach(async () => {
    await session?.close();
    session = undefined;
  });
  const open = async (devices: number, formulation: "layerwise" | "factored" = "layerwise") => {
    const asked = openRequest(dataset, { engine: "xla", shape, formulation });
    session = await pluginSession(plugin, { ...asked, cell: { ...asked.cell, mode: "infer" } }, { devices });
    return { session, request: (batch: number) => ({ ...asked, cell: { ...asked.cell, batch } }) };
  };

  const cases = [
    { devices: 1, formulation: "layerwise", batches: BATCHES },
    { devices: 1, formulation: "factored", batches: [1, 1000, 65536] },
    // Where the devices do not divide the batch, it is padded.
    { devices: 3, formulation: "layerwise", batches: [1, 4, 1000, 65536] },
  ] as const;
  it.each(cases.filter(({ devices }) => devices <= mostDevices(plugin)))(
    "gives the logits of score: $formulation on $devices devices",
    async ({ devices, formulation, batches }) => {
      const { session, request } = await open(devices, formulation);
      for (const batch of batches) {
        for (const variant of ["resident", "fed"] as const) {
          const pairs = inferenceBatch(request(batch), variant);
          const expected = new Float32Array(batch);
          await session.score(pairs.users, pairs.items, expected);
          const prepared = await session.inference(pairs);
          await prepared.run();
          await prepared.run();
          const logits = await prepared.logits();
          prepared.dispose();
          let worst = logits.length === batch ? 0 : Infinity;
          for (let i = 0; i < batch; i++) worst = Math.max(worst, Math.abs(logits[i]! - expected[i]!));
          expect(worst, `${variant}, batch ${batch}`).toBeLessThan(1e-6);
        }
      }
    },
    60_000,
  );
});
