import { expect, it } from "vitest";
import type { PluginName } from "../../../../xla/plugins/pins.js";
import { isGpuPlugin, noPlugin, testPlugins } from "../../../../xla/test-support.js";
import type { Cell } from "../../../cell.js";
import { synthesize } from "../../data/build.js";
import { buildEvaluationSet } from "../../evalset.js";
import { openRequest } from "../../test-support.js";
import { pluginSession } from "./test-support.js";

const dataset = synthesize("users=300,items=400,ratings=15000,seed=1");
const set = buildEvaluationSet(dataset, 100, 1);
const SEEDS = [1, 2, 3];
const EPOCHS = 6;

const plugins = testPlugins.filter((plugin, at) => at === 0 || isGpuPlugin(plugin));

/** Mean hit rate after training, over the seeds. */
async function hitRate(plugin: PluginName, precision: Cell["precision"]): Promise<number> {
  let sum = 0;
  for (const seed of SEEDS) {
    const shape = { factors: 8, layers: [64, 32, 16, 8] };
    const asked = openRequest(dataset, { engine: "xla", shape, batch: 2048, seed, lossScale: "dynamic" });
    const session = await pluginSession(plugin, { ...asked, cell: { ...asked.cell, precision } });
    for (let epoch = 0; epoch < EPOCHS; epoch++) await session.trainEpoch(epoch);
    sum += (await session.rank(set, 10)).hits / dataset.users;
    await session.close();
  }
  return sum / SEEDS.length;
}

it.skipIf(noPlugin).each(plugins)(
  "fp16, bf16 and tf32 reach the hit rate of fp32 within noise on plugin %s (needs `ncf-bench setup cpu`)",
  async (plugin) => {
    const exact = await hitRate(plugin, "fp32");
    expect(exact).toBeGreaterThan(0.3);
    // Two standard errors of a share of so many users and seeds.
    const noise = 2 * Math.sqrt((exact * (1 - exact)) / (dataset.users * SEEDS.length));
    for (const precision of ["tf32", "bf16", "fp16"] as const) {
      const reached = await hitRate(plugin, precision);
      expect(Math.abs(reached - exact), `${precision}: ${reached}, fp32: ${exact}`).toBeLessThan(noise);
    }
  },
  120_000,
);
