import { afterEach, describe, expect, it } from "vitest";
import type { Cell } from "../../../cell.js";
import { synthesize } from "../../data/build.js";
import type { ModelState, OpenRequest, Tensor } from "../../engine.js";
import { type ModelShape, WorkloadOptions } from "../../workload.js";
import { OracleSession } from "../oracle/session.js";
import { expectLogits, expectWithin, shareOfTolerance, worstShares } from "../test-support.js";
import { probeTfjs } from "./backends.js";
import { openTfjs, type TfjsSession } from "./session.js";

const dataset = synthesize("users=40,items=50,ratings=1000,seed=3");

function request(backend: string, batch: number, shape: ModelShape, raw: Record<string, unknown>): OpenRequest {
  const cell: Cell = {
    suite: "ncf",
    mode: "train",
    engine: "tfjs",
    backend,
    gpus: 0,
    precision: "fp32",
    xla: "off",
    batch,
    model: "reference",
    formulation: "layerwise",
    scaling: "strong",
    dataset: "synthetic",
  };
  return { cell, shape, options: WorkloadOptions.parse(raw), dataset, seed: 7 };
}

const native = probeTfjs().find((probe) => probe.backend === "tfjs-node")!;
const backends = ["cpu", "wasm", ...(native.usable ? ["tfjs-node"] : [])];
const small: ModelShape = { factors: 4, layers: [16, 8, 4] };
const odd: ModelShape = { factors: 3, layers: [10, 7, 5, 3] };

let session: TfjsSession | undefined;
afterEach(async () => {
  await session?.close();
  session = undefined;
});

describe.each(backends)("backend %s against the oracle", (backend) => {
  // 4,800 samples: at batch 500 the tenth step is the short last one.
  it.each([
    { what: "dropout active at 0.5", shape: small, options: { dropout: 0.5 } },
    { what: "dropout active at 0.3, odd widths", shape: odd, options: { dropout: 0.3 } },
    { what: "dropout inert, as in TensorFlow's reference", shape: small, options: { dropoutMode: "tf-inert" } },
    { what: "lazy Adam", shape: small, options: { dropoutMode: "tf-inert", lazyAdam: true } },
    { what: "exact negatives", shape: odd, options: { negTrick: false } },
  ])("agrees tensor by tensor after 10 steps with a short last batch: $what", async ({ shape, options }) => {
    const asked = request(backend, 500, shape, options);
    session = await openTfjs(asked);
    const oracle = new OracleSession(asked);
    const truth = await oracle.trainEpoch(0);
    const trained = await session.trainEpoch(0);
    expect(trained).toMatchObject({ steps: 10, items: 4800 });
    expect(trained.loss).toBeCloseTo(truth.loss, 5);
    const shares = worstShares(await session.exportState(), await oracle.exportState());
    expectWithin(shares);
    await expectLogits(session, oracle, dataset);
  });

  it("lets gradients through units that are open by less than 1e-7", async () => {
    const asked = request(backend, 4800, small, { dropoutMode: "tf-inert" });
    session = await openTfjs(asked);
    const oracle = new OracleSession(asked);
    const start = await oracle.exportState();
    for (const name of ["user_table", "item_table"]) {
      const { data } = start.parameters.get(name)!;
      for (let i = 0; i < data.length; i++) data[i]! *= 1e-7;
    }
    for (const each of [session, oracle]) {
      await each.importState({ ...start, adam: null });
      await each.trainEpoch(0);
    }
    const moment = (state: ModelState): Tensor => state.adam!.m.get("dense_2/bias")!;
    const truth = moment(await oracle.exportState());
    expect(Math.max(...truth.data.map(Math.abs))).toBeGreaterThan(1e-4);
    expect(shareOfTolerance(moment(await session.exportState()), truth, [1e-7, 2e-3])).toBeLessThan(1);
  });

  it("leaks no tensor over an epoch, an evaluation and inference", async () => {
    session = await openTfjs(request(backend, 512, small, {}));
    const out = new Float32Array(100);
    const [users, items] = [new Int32Array(100), new Int32Array(100)];
    const all = async (epoch: number): Promise<number> => {
      await session!.trainEpoch(epoch);
      await session!.score(users, items, out);
      for (const variant of ["fed", "resident"] as const) {
        const batch = await session!.inference({ variant, users, items });
        await batch.run();
        batch.dispose();
      }
      return session!.tensorCount();
    };
    const before = session.tensorCount();
    expect(await all(0)).toBe(before);
    expect(await all(1)).toBe(before);
  });

  it("continues from an imported state as if it had never stopped", async () => {
    const asked = request(backend, 512, small, {});
    session = await openTfjs(asked);
    await session.trainEpoch(0);
    const middle = await session.exportState();
    await session.trainEpoch(1);
    const straight = await session.exportState();
    await session.importState(middle);
    await session.trainEpoch(1);
    expect(await session.exportState()).toEqual(straight);
  });
});

it("agrees with the oracle at the reference's shape on wasm", { timeout: 120_000 }, async () => {
  const asked = request("wasm", 2400, { factors: 64, layers: [256, 256, 128, 64] }, {});
  session = await openTfjs(asked);
  const oracle = new OracleSession(asked);
  const [trained, truth] = [await session.trainEpoch(0), await oracle.trainEpoch(0)];
  expect(trained.loss).toBeCloseTo(truth.loss, 5);
  const shares = worstShares(await session.exportState(), await oracle.exportState());
  expect(Math.max(...Object.values(shares)), JSON.stringify(shares)).toBeLessThan(1);
});
