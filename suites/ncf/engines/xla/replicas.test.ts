import { afterEach, describe, expect, it } from "vitest";
import { mostDevices, noPlugin, testPlugins } from "../../../../xla/test-support.js";
import { synthesize } from "../../data/build.js";
import { buildEvaluationSet } from "../../evalset.js";
import { openRequest, tinyDataset } from "../../test-support.js";
import { expectWithin, worstShares } from "../test-support.js";
import type { DeviceValues, Runtime } from "./runtime.js";
import type { XlaSession } from "./session.js";
import { pluginSession } from "./test-support.js";

const dataset = synthesize("users=40,items=50,ratings=1000,seed=3");
const odd = synthesize("users=41,items=50,ratings=1000,seed=3");
const shape = { factors: 8, layers: [32, 64, 32] };
const EPOCHS = [0, 1, 2, 3];

/** The devices sum in another order: float32 losses of 40 steps of training stay this close. */
const LOSS_TOLERANCE = 1e-5;

// On GPUs it takes all of the tests' eight.
const plugins = testPlugins.filter((plugin) => mostDevices(plugin) >= 8);

const none = noPlugin || plugins.length === 0;

describe.skipIf(none).each(none ? testPlugins : plugins)("devices of plugin %s", (plugin) => {
  const sessions: XlaSession[] = [];
  afterEach(async () => {
    for (const session of sessions.splice(0)) await session.close();
  });
  const open = async (devices: number, raw: NonNullable<Parameters<typeof openRequest>[1]>) => {
    const ratings = raw.shardOptimizer === undefined ? dataset : odd;
    const session = await pluginSession(plugin, openRequest(ratings, { engine: "xla", shape, ...raw }), { devices });
    sessions.push(session);
    return session;
  };
  const losses = async (session: XlaSession) => {
    const all = [];
    for (const epoch of EPOCHS) all.push((await session.trainEpoch(epoch)).loss);
    return all;
  };

  it.each([2, 4, 8])("%i train to the losses of one, epoch by epoch", async (devices) => {
    const raw = { batch: 500, dropout: 0.5, negTrick: false };
    const [one, many] = [await losses(await open(1, raw)), await losses(await open(devices, raw))];
    expect(one.at(-1)).toBeLessThan(one[0]! - 0.05);
    for (const epoch of EPOCHS) expect(Math.abs(many[epoch]! - one[epoch]!)).toBeLessThan(LOSS_TOLERANCE);
    await sessions[1]!.verifyTraining();
    const checksum = sessions[1]!.info().observed!.weightsSha256OnAllDevices;
    expect(await sessions[1]!.weightChecksums()).toEqual(Array(devices).fill(checksum));
  });

  it("each have a batch of their own with weak scaling: the same as a global batch of all together", async () => {
    const [weak, strong] = [await open(4, { batch: 125, scaling: "weak" }), await open(4, { batch: 500 })];
    for (const session of [weak, strong]) expect(await session.trainEpoch(0)).toMatchObject({ steps: 10, items: 4800 });
    expect(await weak.exportState()).toEqual(await strong.exportState());
  });

  // 41 users and 50 items divide into neither 3 nor 4 equal parts.
  it.each([
    { what: "3 devices", devices: 3, raw: {} },
    { what: "4 devices, lazy Adam", devices: 4, raw: { lazyAdam: true, dropoutMode: "tf-inert" } },
    { what: "4 devices, factored", devices: 4, raw: { formulation: "factored" as const } },
  ])("with a sharded optimizer train as one does, and as without: $what", async ({ devices, raw }) => {
    const asked = { batch: 500, shardOptimizer: false, ...raw };
    const sharded = await open(devices, { ...asked, shardOptimizer: true });
    const [whole, one] = [await open(devices, asked), await open(1, asked)];
    for (const session of [sharded, whole, one]) for (const epoch of [0, 1]) await session.trainEpoch(epoch);
    await sharded.verifyTraining();
    const state = await sharded.exportState();
    expectWithin(worstShares(state, await whole.exportState()));
    const set = buildEvaluationSet(odd, 30, 5);
    expect((await sharded.rank(set, 10)).hits).toBe((await whole.rank(set, 10)).hits);
    // Its state is everyone's: another number of devices goes on with it.
    await one.importState(state);
    for (const session of [sharded, one]) await session.trainEpoch(2);
    expectWithin(worstShares(await one.exportState(), await sharded.exportState()));
  });

  it("skip a step together when only rows of one of them overflow", async () => {
    // Each user has one item of its own; the network's other path is shut, so that only user 0's gradient can overflow.
    const own = tinyDataset([[0], [1], [2], [3]], [1, 2, 3, 0], 4);
    const options = { lossScale: "dynamic", shardOptimizer: true, negativeSamples: 0, dropout: 0, batch: 4 };
    const asked = openRequest(own, { engine: "xla", shape, ...options });
    const session = await pluginSession(
      plugin,
      { ...asked, cell: { ...asked.cell, precision: "fp16" } },
      { devices: 4 },
    );
    sessions.push(session);
    const { parameters, adam } = await session.exportState();
    parameters.get("dense_1/bias")!.data.fill(-1000);
    parameters.get("user_table")!.data.fill(0.01);
    parameters.get("item_table")!.data.fill(0.01);
    parameters.get("item_table")!.data.fill(1024, 0, shape.factors);
    parameters.get("output/kernel")!.data.fill(-256, 0, shape.factors);
    await session.importState({ parameters, adam, lossScale: { scale: 2 ** 115, goodSteps: 3 } });
    const before = await session.exportState();
    await session.trainEpoch(0);
    expect(await session.exportState()).toEqual({ ...before, lossScale: { scale: 2 ** 114, goodSteps: 0 } });
    // With a scale at which it does not, the same step is taken.
    await session.importState({ parameters, adam, lossScale: { scale: 2 ** 80, goodSteps: 3 } });
    await session.trainEpoch(0);
    expect((await session.exportState()).lossScale).toEqual({ scale: 2 ** 80, goodSteps: 4 });
  });

  it("that drifted apart are a failure that names them", async () => {
    const session = await open(3, { batch: 500 });
    await session.trainEpoch(0);
    const { weights, runtime } = session as unknown as { weights: DeviceValues; runtime: Runtime };
    const buffers = weights.get("output/bias")!;
    const { client } = runtime.devices;
    buffers[2]!.dispose();
    buffers[2] = await client.fromHost(Float32Array.of(3), "f32", [1], client.devices[2]!);
    await expect(session.verifyTraining()).rejects.toThrow(/weights of device 2 are not those of device 0/);
  });
});
