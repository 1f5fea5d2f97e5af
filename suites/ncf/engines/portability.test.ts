import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpuPlugins } from "../../../xla/test-support.js";
import { loadCheckpoint, saveCheckpoint } from "../checkpoint.js";
import { synthesize } from "../data/build.js";
import type { NcfSession, OpenRequest } from "../engine.js";
import { buildEvaluationSet } from "../evalset.js";
import { evaluate } from "../evaluation.js";
import { openRequest } from "../test-support.js";
import { OracleSession } from "./oracle/session.js";
import { expectWithin, worstShares } from "./test-support.js";
import { openTfjs } from "./tfjs/session.js";
import { pluginSession } from "./xla/test-support.js";

const dataset = synthesize("users=120,items=90,ratings=4000,seed=3");
const shape = { factors: 4, layers: [16, 8, 4] };
const set = buildEvaluationSet(dataset, 50, 5);
const sizes = { shape, users: dataset.users, items: dataset.items };

const open: Record<string, (request: OpenRequest) => Promise<NcfSession>> = {
  xla: (request) => pluginSession(cpuPlugins[0]!, request, { devices: 2 }),
  wasm: (request) => openTfjs({ ...request, cell: { ...request.cell, backend: "wasm" } }),
  oracle: async (request) => new OracleSession(request),
};

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "ncf-port-"));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** One epoch on an engine, saved. */
async function train(engine: string): Promise<{ path: string; hits: number }> {
  const request = openRequest(dataset, { shape, batch: 500 });
  const session = await open[engine]!(request);
  try {
    await session.trainEpoch(0);
    const path = join(dir, `${engine}.safetensors`);
    await saveCheckpoint(path, await session.exportState(), { epoch: 0, seed: 7, ...sizes, hyperparameters: {} });
    return { path, hits: await hits(session) };
  } finally {
    await session.close();
  }
}

async function hits(session: NcfSession): Promise<number> {
  const clock = () => 0;
  const { hr } = await evaluate(session, set, 0, { topk: 10, validUsersPerBatch: 50, clock });
  return Math.round(hr * dataset.users);
}

describe.skipIf(cpuPlugins.length === 0)("a checkpoint (needs `ncf-bench setup cpu`)", () => {
  it.each(["xla", "wasm", "oracle"])("trained on %s has the same hits on every engine", async (from) => {
    const { path, hits: own } = await train(from);
    for (const to of ["xla", "wasm", "oracle"]) {
      const session = await open[to]!(openRequest(dataset, { shape, batch: 500 }));
      await session.importState((await loadCheckpoint(path, sizes)).state);
      // Scores that are nearly equal may change places between float32 and float64.
      expect(Math.abs((await hits(session)) - own), `${from} -> ${to}`).toBeLessThanOrEqual(1);
      await session.close();
    }
  });

  it.each([
    ["xla", "wasm"],
    ["wasm", "xla"],
    ["oracle", "xla"],
    ["xla", "oracle"],
  ])("begun on %s and resumed on %s trains as if the oracle had done it all", async (from, to) => {
    const request = openRequest(dataset, { shape, batch: 500 });
    const oracle = new OracleSession(request);
    const { path } = await train(from);
    const session = await open[to]!(request);
    await session.importState((await loadCheckpoint(path, sizes)).state);
    const { loss } = await session.trainEpoch(1);
    await oracle.trainEpoch(0);
    expect(loss).toBeCloseTo((await oracle.trainEpoch(1)).loss, 4);
    expectWithin(worstShares(await session.exportState(), await oracle.exportState(), TWO_EPOCHS));
    await session.close();
  });
});

/** Float32 over two epochs of 32 steps. */
const TWO_EPOCHS = { weights: [5e-4, 1e-2], m: [1e-5, 2e-2], v: [1e-8, 4e-2] } as const;
