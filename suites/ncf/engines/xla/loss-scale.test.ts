import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { mostDevices, noPlugin, testPlugins } from "../../../../xla/test-support.js";
import { loadCheckpoint, saveCheckpoint } from "../../checkpoint.js";
import { synthesize } from "../../data/build.js";
import type { OpenRequest } from "../../engine.js";
import { openRequest } from "../../test-support.js";
import type { XlaSession } from "./session.js";
import { expectSameState, pluginSession } from "./test-support.js";

const dataset = synthesize("users=40,items=50,ratings=1000,seed=3");
const shape = { factors: 4, layers: [16, 8, 4] };
/** 4,800 items: at this batch an epoch is one step. */
const WHOLE = 4800;

function fp16(batch: number, lossScale: number | "dynamic"): OpenRequest {
  const asked = openRequest(dataset, { engine: "xla", batch, shape, lossScale });
  return { ...asked, cell: { ...asked.cell, precision: "fp16" } };
}

/** Codes of the warnings, but for what every run on virtual devices says. */
const told = (session: XlaSession) =>
  session
    .warnings()
    .map(({ code }) => code)
    .filter((code) => code !== "xla.emulated");

describe.skipIf(noPlugin).each(testPlugins)("the loss scale of fp16 on plugin %s", (plugin) => {
  const sessions: XlaSession[] = [];
  afterEach(async () => {
    for (const session of sessions.splice(0)) await session.close();
  });
  const open = async (batch: number, lossScale: number | "dynamic", devices = 1) => {
    const session = await pluginSession(plugin, fp16(batch, lossScale), { devices });
    sessions.push(session);
    return session;
  };

  it.each([1, 2].filter((devices) => devices <= mostDevices(plugin)))(
    "is halved at a step that overflows, which changes nothing else: %i devices",
    async (devices) => {
      const session = await open(WHOLE, "dynamic", devices);
      await session.importState({ ...(await session.exportState()), lossScale: { scale: 2 ** 40, goodSteps: 77 } });
      const before = await session.exportState();
      const { loss } = await session.trainEpoch(0);
      expect(loss).toBeCloseTo(Math.LN2, 2);
      expect(await session.exportState()).toEqual({ ...before, lossScale: { scale: 2 ** 39, goodSteps: 0 } });
      expect(session.info()).toMatchObject({
        details: { lossScale: "dynamic" },
        observed: { skippedSteps: 1, finalLossScale: 2 ** 39 },
      });
      expect(told(session)).toEqual(["train.skipped-steps"]);
    },
  );

  it("falls until steps are finite again, and Adam counts these alone", async () => {
    const session = await open(100, "dynamic");
    await session.importState({ ...(await session.exportState()), lossScale: { scale: 2 ** 40, goodSteps: 0 } });
    const { steps } = await session.trainEpoch(0);
    const { adam, lossScale } = await session.exportState();
    const skipped = Number(session.info().observed!.skippedSteps);
    expect(skipped).toBeGreaterThan(10);
    expect(skipped).toBeLessThan(30);
    expect(lossScale).toEqual({ scale: 2 ** (40 - skipped), goodSteps: steps - skipped });
    expect(adam!.step).toBe(steps - skipped);
    await session.trainEpoch(1);
    expect((await session.exportState()).adam!.step).toBe(2 * steps - skipped);
  });

  it("never falls below 1", async () => {
    const session = await open(WHOLE, "dynamic");
    const state = await session.exportState();
    state.parameters.get("output/bias")!.data[0] = Number.NaN;
    await session.importState({ ...state, lossScale: { scale: 2, goodSteps: 0 } });
    for (const epoch of [0, 1, 2]) await session.trainEpoch(epoch);
    expect((await session.exportState()).lossScale).toEqual({ scale: 1, goodSteps: 0 });
  });

  it("doubles after 2,000 good steps in a row", async () => {
    const session = await open(WHOLE, "dynamic");
    await session.importState({ ...(await session.exportState()), lossScale: { scale: 2 ** 12, goodSteps: 1998 } });
    const states = [];
    for (const epoch of [0, 1, 2]) {
      await session.trainEpoch(epoch);
      states.push((await session.exportState()).lossScale);
    }
    expect(states).toEqual([
      { scale: 2 ** 12, goodSteps: 1999 },
      { scale: 2 ** 13, goodSteps: 0 },
      { scale: 2 ** 13, goodSteps: 1 },
    ]);
    expect(session.info().observed).toMatchObject({ skippedSteps: 0, finalLossScale: 2 ** 13 });
  });

  it("starts at 32,768 where it is dynamic, and stays what it is where it is not", async () => {
    const [dynamic, fixed] = [await open(500, "dynamic"), await open(500, 512)];
    expect((await dynamic.exportState()).lossScale).toEqual({ scale: 32768, goodSteps: 0 });
    await fixed.trainEpoch(0);
    expect((await fixed.exportState()).lossScale).toBeNull();
    expect(fixed.info()).toMatchObject({
      details: { lossScale: 512 },
      observed: { skippedSteps: 0, finalLossScale: 512 },
    });
  });

  it("is kept in a checkpoint: a resumed training is the one that never stopped", async () => {
    const dir = mkdtempSync(join(tmpdir(), "ncf-scale-"));
    const path = join(dir, "last.safetensors");
    try {
      const straight = await open(500, "dynamic");
      await straight.importState({ ...(await straight.exportState()), lossScale: { scale: 2 ** 30, goodSteps: 0 } });
      await straight.trainEpoch(0);
      const sizes = { shape, users: dataset.users, items: dataset.items };
      await saveCheckpoint(path, await straight.exportState(), { epoch: 0, seed: 7, ...sizes, hyperparameters: {} });
      await straight.trainEpoch(1);
      const resumed = await open(500, "dynamic");
      await resumed.importState((await loadCheckpoint(path, sizes)).state);
      await resumed.trainEpoch(1);
      expectSameState(plugin, await resumed.exportState(), await straight.exportState(), "fp16");
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it("begins anew, and says so, after a checkpoint that was trained without one", async () => {
    const [fixed, dynamic] = [await open(500, 512), await open(500, "dynamic")];
    await fixed.trainEpoch(0);
    expect(told(dynamic)).toEqual([]);
    await dynamic.importState(await fixed.exportState());
    expect(told(dynamic)).toEqual(["train.loss-scale-restarted"]);
    expect((await dynamic.exportState()).lossScale).toEqual({ scale: 32768, goodSteps: 0 });
    await dynamic.trainEpoch(1);
    await dynamic.importState(await dynamic.exportState());
    expect(told(dynamic)).toEqual([]);
  });
});
