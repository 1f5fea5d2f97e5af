import { afterEach, describe, expect, it } from "vitest";
import { cpuPlugins, isGpuPlugin, mostDevices, noPlugin, testPlugins } from "../../../../xla/test-support.js";
import { synthesize } from "../../data/build.js";
import type { OpenRequest } from "../../engine.js";
import { buildEvaluationSet } from "../../evalset.js";
import { rankPositives } from "../../metrics.js";
import { openRequest } from "../../test-support.js";
import type { ModelShape } from "../../workload.js";
import { OracleSession } from "../oracle/session.js";
import { expectLogits, expectWithin, worstShares } from "../test-support.js";
import { openXla } from "./open.js";
import type { XlaSession } from "./session.js";
import { expectSameState, pluginSession } from "./test-support.js";

const dataset = synthesize("users=40,items=50,ratings=1000,seed=3");
const small: ModelShape = { factors: 4, layers: [16, 8, 4] };
const odd: ModelShape = { factors: 3, layers: [10, 7, 5, 3] };
const deep: ModelShape = { factors: 8, layers: [32, 64, 96, 32] };
const wide: ModelShape = { factors: 8, layers: [32, 64, 32] };

let session: XlaSession | undefined;
afterEach(async () => {
  await session?.close();
  session = undefined;
});

/** Virtual devices of the CPU plugin stand in for GPUs. */
function onDevices(request: OpenRequest, devices: number): OpenRequest {
  return { ...request, cell: { ...request.cell, gpus: devices, backend: "emulated", xla: "on" } };
}

function request(backend: string, raw: Parameters<typeof openRequest>[1]): OpenRequest {
  const asked = openRequest(dataset, { engine: "xla", backend, batch: 500, ...raw });
  const gpus = testPlugins.some((name) => name === backend && isGpuPlugin(name)) ? 1 : 0;
  return { ...asked, cell: { ...asked.cell, gpus, xla: "on" } };
}

describe.skipIf(noPlugin).each(testPlugins)("the oracle and plugin %s (needs `ncf-bench setup cpu`)", (plugin) => {
  // 4,800 samples: at batch 500 the tenth step is the short last one.
  it.each([
    { what: "dropout active at 0.5, words of 32", raw: { shape: wide, dropout: 0.5 } },
    { what: "dropout active at 0.5, narrow layers", raw: { shape: small, dropout: 0.5 } },
    { what: "dropout active at 0.3, odd widths", raw: { shape: odd, dropout: 0.3 } },
    { what: "dropout inert", raw: { shape: small, dropoutMode: "tf-inert" } },
    { what: "lazy Adam", raw: { shape: small, dropoutMode: "tf-inert", lazyAdam: true } },
    { what: "exact negatives", raw: { shape: odd, negTrick: false } },
    { what: "factored, dropout active", raw: { shape: wide, formulation: "factored" as const } },
    { what: "factored, exact negatives", raw: { shape: odd, negTrick: false, formulation: "factored" as const } },
  ])("agree tensor by tensor after 10 steps with a short last batch: $what", async ({ raw }) => {
    const asked = request(plugin, raw);
    session = await openXla(asked);
    const oracle = new OracleSession(asked);
    const truth = await oracle.trainEpoch(0);
    const trained = await session.trainEpoch(0);
    expect(trained).toMatchObject({ steps: 10, items: 4800 });
    expect(trained.loss).toBeCloseTo(truth.loss, 5);
    expectWithin(worstShares(await session.exportState(), await oracle.exportState()));
    await expectLogits(session, oracle, dataset);
  });

  const gpuCases = [
    { what: "layerwise", raw: { shape: deep } },
    { what: "factored, items sorted", raw: { shape: deep, formulation: "factored" as const } },
    { what: "widths that fill no word", raw: { shape: odd, formulation: "factored" as const } },
    { what: "two devices", raw: { shape: deep, formulation: "factored" as const }, devices: 2 },
  ].filter(({ devices = 1 }) => devices <= mostDevices(plugin));
  it.each(gpuCases)("agree tensor by tensor running the programs of a GPU: $what", async ({ raw, devices = 1 }) => {
    const asked = request(plugin, raw);
    session = await pluginSession(plugin, asked, { platform: "cuda", devices });
    const oracle = new OracleSession(asked);
    expect((await session.trainEpoch(0)).loss).toBeCloseTo((await oracle.trainEpoch(0)).loss, 5);
    expectWithin(worstShares(await session.exportState(), await oracle.exportState()));
  });

  it.each(["off", "max"] as const)("agree with xla=%s", async (xla) => {
    const asked = request(plugin, { shape: wide });
    session = await openXla({ ...asked, cell: { ...asked.cell, xla } });
    const oracle = new OracleSession(asked);
    await oracle.trainEpoch(0);
    await session.trainEpoch(0);
    expectWithin(worstShares(await session.exportState(), await oracle.exportState()));
  });

  it.each(["layerwise", "factored"] as const)(
    "rank alike, on the devices and from scores on the host: %s",
    async (formulation) => {
      const asked = request(plugin, { shape: wide, formulation });
      session = await pluginSession(plugin, asked, { devices: Math.min(3, mostDevices(plugin)) });
      await session.trainEpoch(0);
      const set = buildEvaluationSet(dataset, 30, 5);
      const scores = new Float32Array(set.items.length);
      const users = Int32Array.from(set.items, (_, i) => Math.floor(i / set.perUser));
      await session.score(users, set.items, scores);
      const expected = rankPositives(scores, dataset.users, set.perUser, set.duplicate, 0, 10);
      const ranked = await session.rank(set, 10);
      expect(ranked.hits).toBe(expected.hits);
      expect(ranked.dcg).toBeCloseTo(expected.dcg, 4);
    },
  );

  it("continue from an imported state as if they had never stopped", async () => {
    session = await openXla(request(plugin, { shape: wide }));
    await session.trainEpoch(0);
    const middle = await session.exportState();
    await session.trainEpoch(1);
    const straight = await session.exportState();
    await session.importState(middle);
    await session.trainEpoch(1);
    expectSameState(plugin, await session.exportState(), straight);
  });
});

describe.skipIf(cpuPlugins.length === 0)("XLA on virtual devices (needs `ncf-bench setup cpu`)", () => {
  it.each([
    { devices: 2, batch: 500 },
    { devices: 4, batch: 512 },
    { devices: 8, batch: 500 },
  ])("trains on $devices devices as on one, batch $batch", async ({ devices, batch }) => {
    const asked = onDevices(request("auto", { shape: wide, batch }), devices);
    session = await openXla(asked);
    const oracle = new OracleSession(asked);
    const truth = await oracle.trainEpoch(0);
    expect((await session.trainEpoch(0)).loss).toBeCloseTo(truth.loss, 5);
    expectWithin(worstShares(await session.exportState(), await oracle.exportState()));
    expect(new Set(await session.weightChecksums()).size).toBe(1);
  });
});
