import { afterEach, describe, expect, it } from "vitest";
import { synthesize } from "../../data/build.js";
import { openRequest } from "../../test-support.js";
import type { DeviceValues, Runtime } from "./runtime.js";
import type { XlaSession } from "./session.js";
import { cpuPlugins, cpuSession } from "./test-support.js";

const dataset = synthesize("users=40,items=50,ratings=1000,seed=3");
const shape = { factors: 8, layers: [32, 64, 32] };
const EPOCHS = [0, 1, 2, 3];

/** The devices sum in another order: float32 losses of 40 steps of training stay this close. */
const LOSS_TOLERANCE = 1e-5;

describe.skipIf(cpuPlugins.length === 0).each(cpuPlugins)("devices of plugin %s", (plugin) => {
  const sessions: XlaSession[] = [];
  afterEach(async () => {
    for (const session of sessions.splice(0)) await session.close();
  });
  const open = async (devices: number, raw: NonNullable<Parameters<typeof openRequest>[1]>) => {
    const session = await cpuSession(plugin, openRequest(dataset, { engine: "xla", shape, ...raw }), { devices });
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
