import { expect, it } from "vitest";
import { noPlugin, testPlugins } from "../../../xla/test-support.js";
import { synthesize } from "../data/build.js";
import type { NcfSession } from "../engine.js";
import { openRequest } from "../test-support.js";
import { tfjsEngine } from "./tfjs/engine.js";
import { pluginSession } from "./xla/test-support.js";

const dataset = synthesize("users=40,items=50,ratings=1000,seed=3");
const shape = { factors: 8, layers: [32, 16] };

/** Every phase has time of its own, none has more than there was, and no time is counted twice. */
async function expectPhases(
  session: NcfSession,
  phases: readonly string[],
  within: Record<string, string> | undefined,
) {
  try {
    for (const epoch of [0, 1]) {
      const begin = performance.now();
      const { phases: seconds = {} } = await session.trainEpoch(epoch);
      const passed = (performance.now() - begin) / 1000;
      expect(Object.keys(seconds).sort()).toEqual([...phases].sort());
      expect(Math.min(...Object.values(seconds))).toBeGreaterThan(0);
      expect(Object.values(seconds).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(passed);
    }
    expect(session.info().within).toEqual(within);
  } finally {
    await session.close();
  }
}

it.each(["wasm", "cpu"])("tfjs on %s times all of an epoch's phases apart", async (backend) => {
  const request = openRequest(dataset, { engine: "tfjs", backend, batch: 500, shape, dropout: 0.5 });
  const phases = ["sampling", "feed", "compute", "readBack", "host"];
  await expectPhases(await tfjsEngine.open(request), phases, undefined);
});

it.skipIf(noPlugin).each(testPlugins)(
  "xla on %s times them apart but for the data, which its program draws",
  async (plugin) => {
    const request = openRequest(dataset, { engine: "xla", batch: 500, shape, dropout: 0.5 });
    const session = await pluginSession(plugin, request);
    await expectPhases(session, ["feed", "compute", "readBack", "host"], { sampling: "compute" });
  },
);
