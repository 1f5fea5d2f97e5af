import { describe, expect, it } from "vitest";
import { noPlugin, testPlugins } from "../../../../xla/test-support.js";
import { synthesize } from "../../data/build.js";
import { openRequest } from "../../test-support.js";
import { explainFailure } from "./failure.js";
import { pluginRuntime, pluginSession } from "./test-support.js";

const cell = { batch: 64, gpus: 0, xla: "max" } as const;

/** What a call rejects with. */
async function errorOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}

describe.skipIf(noPlugin).each(testPlugins)("a failure on plugin %s", (plugin) => {
  it("to compile is one of the compiler's, with what to try", async () => {
    const runtime = await pluginRuntime(plugin);
    const error = await errorOf(runtime.devices.client.compile("module @m { nonsense }"));
    expect(explainFailure(error, cell)).toMatchObject({ kind: "compile", hint: "try it with xla=on" });
    expect(explainFailure(error, { ...cell, xla: "on" })).toMatchObject({ hint: expect.stringMatching(/doctor/) });
    runtime.dispose();
  });

  it("to find room is one of memory, names the batch, and leaves the process alive", async () => {
    const dataset = synthesize("users=40,items=50,ratings=1000,seed=3");
    const shape = { factors: 64, layers: [256, 256] };
    const session = await pluginSession(plugin, openRequest(dataset, { engine: "xla", shape, batch: 2 ** 29 }));
    const error = await errorOf(session.trainEpoch(0));
    expect(explainFailure(error, { ...cell, batch: 2 ** 29 })).toMatchObject({
      kind: "oom",
      message: expect.stringMatching(/no room/),
      hint: expect.stringMatching(/smaller than 536870912/),
    });
    await session.close();
  });

  it("of another kind is the device's", async () => {
    const runtime = await pluginRuntime(plugin);
    const error = await errorOf(runtime.devices.client.fromHost(new Float32Array(3), "f32", [4]));
    expect(explainFailure(error, cell)).toMatchObject({ kind: "device" });
    runtime.dispose();
  });
});

describe("an error of no plugin", () => {
  it("means lack of memory where the host cannot make an array, else nothing special", () => {
    const tooLarge = (() => {
      try {
        return new Float64Array(2 ** 52);
      } catch (error) {
        return error;
      }
    })();
    expect(explainFailure(new RangeError("Array buffer allocation failed"), cell)).toMatchObject({ kind: "oom" });
    expect(explainFailure(tooLarge, cell)).toBeNull();
    expect(explainFailure(new Error("Out of memory"), cell)).toBeNull();
  });
});
