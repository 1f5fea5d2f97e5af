import { describe, expect, it } from "vitest";
import { synthesize } from "../../data/build.js";
import { dropoutKey } from "../../dropout.js";
import { buildEvaluationSet } from "../../evalset.js";
import { evaluate } from "../../evaluation.js";
import { initialParameters } from "../../initial-weights.js";
import { EpochSampler } from "../../sampling.js";
import { openRequest } from "../../test-support.js";
import { parameterCount } from "../../workload.js";
import { adamStepSize, adamUpdate } from "./adam.js";
import { crossEntropy } from "./loss.js";
import { type Dropout, Network } from "./network.js";
import { OracleSession } from "./session.js";

const dataset = synthesize("users=25,items=30,ratings=625,seed=4");
const shape = { factors: 3, layers: [8, 6, 4] };
const COUNT = 12;

function batchOf(count: number): { users: Int32Array; items: Int32Array; labels: Float32Array } {
  const sampler = new EpochSampler(dataset, { negativeSamples: 4, negTrick: true }, count, 1);
  const batch = { users: new Int32Array(count), items: new Int32Array(count), labels: new Float32Array(count) };
  sampler.begin(0);
  sampler.fill(0, batch.users, batch.items, batch.labels);
  return batch;
}

describe("gradients", () => {
  const dropout = (rate: number): Dropout => ({ rate, keys: [dropoutKey(3, 0, 0, 0), dropoutKey(3, 0, 0, 1)] });

  it.each([
    { what: "without dropout", drop: null },
    { what: "with dropout at 0.5", drop: dropout(0.5) },
    { what: "with dropout at 0.2", drop: dropout(0.2) },
  ])("equal central differences for every parameter, $what", ({ drop }) => {
    const parameters = initialParameters(shape, dataset.users, dataset.items, 5);
    // Larger tables than the initial 0.01: products of small numbers would hide a wrong term.
    for (const name of ["user_table", "item_table"]) {
      const { data } = parameters.get(name)!;
      for (let i = 0; i < data.length; i++) data[i]! *= 50;
    }
    // Biases off zero: a unit whose inputs are all dropped would sit on ReLU's kink, where there is no derivative.
    for (const name of ["dense_1/bias", "dense_2/bias"]) parameters.get(name)!.data.fill(0.05);
    const network = new Network(shape, parameters);
    const { users, items, labels } = batchOf(COUNT);
    const lossNow = () => crossEntropy(network.forward(users, items, COUNT, drop).logits, labels, COUNT).loss;
    const forward = network.forward(users, items, COUNT, drop);
    const gradients = network.backward(forward, crossEntropy(forward.logits, labels, COUNT).dLogits);

    let checked = 0;
    let nonZero = 0;
    for (const [name, values] of network.parameters) {
      for (let i = 0; i < values.length; i++) {
        const saved = values[i]!;
        const h = 1e-5;
        values[i] = saved + h;
        const up = lossNow();
        values[i] = saved - h;
        const numeric = (up - lossNow()) / (2 * h);
        values[i] = saved;
        expect(Math.abs(gradients.get(name)![i]! - numeric), `${name}[${i}]`).toBeLessThan(1e-8);
        checked++;
        if (Math.abs(numeric) > 1e-6) nonZero++;
      }
    }
    expect(checked).toBe(parameterCount(shape, dataset.users, dataset.items));
    expect(nonZero).toBeGreaterThan(100);
  });
});

describe("Adam", () => {
  const options = { learningRate: 0.0045, beta1: 0.25, beta2: 0.5, eps: 1e-8 };

  it("equals a calculation by hand, also for a row without a gradient", () => {
    const [w, m, v] = [Float64Array.of(1, 1), new Float64Array(2), new Float64Array(2)];
    // Step 1: g = 2 for the first value only. lr_1 = lr sqrt(0.5) / 0.75.
    adamUpdate(w, Float64Array.of(2, 0), m, v, adamStepSize(options, 1), options);
    expect([...m, ...v]).toEqual([1.5, 0, 2, 0]);
    const first = 1 - (((0.0045 * Math.sqrt(0.5)) / 0.75) * 1.5) / (Math.sqrt(2) + 1e-8);
    expect(w[0]).toBeCloseTo(first, 15);
    expect(w[1]).toBe(1);
    // Step 2: no gradient at all; moments decay and the value still moves.
    adamUpdate(w, Float64Array.of(0, 0), m, v, adamStepSize(options, 2), options);
    expect([...m, ...v]).toEqual([0.375, 0, 1, 0]);
    const second = first - (((0.0045 * Math.sqrt(0.75)) / 0.9375) * 0.375) / (1 + 1e-8);
    expect(w[0]).toBeCloseTo(second, 15);
    expect(w[1]).toBe(1);
  });

  it("moves untouched rows when dense, leaves them when lazy", async () => {
    const untouched = async (lazyAdam: boolean): Promise<number> => {
      const session = new OracleSession(openRequest(dataset, { batch: 4, lazyAdam }));
      const { users, items, labels } = batchOf(4);
      session.trainStep(users, items, labels, 4, 0, 0);
      const before = (await session.exportState()).parameters.get("user_table")!.data;
      const others = Int32Array.from({ length: 4 }, (_, i) => (users[0]! + 1 + i) % dataset.users);
      session.trainStep(others, items, labels, 4, 0, 1);
      const after = (await session.exportState()).parameters.get("user_table")!.data;
      const row = users[0]! * 12;
      return Math.max(...Array.from({ length: 12 }, (_, i) => Math.abs(after[row + i]! - before[row + i]!)));
    };
    expect(await untouched(false)).toBeGreaterThan(1e-6);
    expect(await untouched(true)).toBe(0);
  });
});

describe("the model", () => {
  it("has the reference's parameter counts", () => {
    const reference = { factors: 64, layers: [256, 256, 128, 64] };
    expect(parameterCount(reference, 138_493, 26_744)).toBe(31_832_577);
    expect(parameterCount(reference, 6_040, 3_706)).toBe(1_978_305);
  });

  it("begins with loss ln 2 and random ranking", async () => {
    const larger = synthesize("users=300,items=400,ratings=9000,seed=6");
    const hits: number[] = [];
    for (let seed = 0; seed < 10; seed++) {
      const session = new OracleSession(openRequest(larger, { seed, shape: { factors: 8, layers: [16, 8] } }));
      const { users, items, labels } = batchOf(200);
      const logits = new Float64Array(200);
      await session.score(users, items, logits);
      expect(Math.abs(crossEntropy(logits, labels, 200).loss - Math.LN2)).toBeLessThan(0.01);
      const set = buildEvaluationSet(larger, 100, seed);
      const sample = await evaluate(session, set, 0, { topk: 10, validUsersPerBatch: 64, clock: () => 0 });
      expect(sample).toMatchObject({ users: 300, pairs: 30_300 });
      hits.push(sample.hr);
    }
    const mean = hits.reduce((sum, hr) => sum + hr, 0) / hits.length;
    expect(mean).toBeGreaterThan(0.02);
    expect(mean).toBeLessThan(0.3);
  });

  it("has initial weights of the stated distributions, the same for the same seed", () => {
    const parameters = initialParameters({ factors: 64, layers: [256, 256, 128, 64] }, 500, 400, 3);
    const table = Array.from(parameters.get("user_table")!.data);
    const sd = Math.sqrt(table.reduce((sum, x) => sum + x * x, 0) / table.length);
    expect(sd).toBeCloseTo(0.01, 4);
    const limits = { "dense_1/kernel": 0.108253, "dense_2/kernel": 0.125, "dense_3/kernel": 0.176777 };
    for (const [name, limit] of Object.entries({ ...limits, "output/kernel": 0.153093 })) {
      const largest = Array.from(parameters.get(name)!.data).reduce((max, x) => Math.max(max, Math.abs(x)), 0);
      expect(largest).toBeLessThanOrEqual(limit + 1e-6);
      expect(largest).toBeGreaterThan(limit * 0.9);
    }
    for (const name of ["dense_1/bias", "output/bias"]) expect(Math.max(...parameters.get(name)!.data)).toBe(0);
    expect(initialParameters(shape, 5, 5, 1)).toEqual(initialParameters(shape, 5, 5, 1));
    expect(initialParameters(shape, 5, 5, 1)).not.toEqual(initialParameters(shape, 5, 5, 2));
  });

  it("learns taste: HR@10 far above chance and above popularity", { timeout: 120_000 }, async () => {
    const taste = synthesize("users=200,items=300,ratings=8000,seed=8");
    const options = { learningRate: 0.005, beta1: 0.9, beta2: 0.999, dropoutMode: "tf-inert" };
    const session = new OracleSession(
      openRequest(taste, { batch: 256, shape: { factors: 8, layers: [32, 16, 8] }, ...options }),
    );
    const set = buildEvaluationSet(taste, 100, 1);
    for (let epoch = 0; epoch < 15; epoch++) await session.trainEpoch(epoch);
    const trained = await evaluate(session, set, 0, { topk: 10, validUsersPerBatch: 500, clock: () => 0 });

    const popularity = new Float64Array(taste.items);
    for (const item of taste.trainItems) popularity[item]!++;
    const byPopularity = {
      score: async (_: Int32Array, items: Int32Array, out: Float32Array | Float64Array) => {
        items.forEach((item, i) => {
          out[i] = popularity[item]!;
        });
      },
    };
    const popular = await evaluate(Object.assign(Object.create(session), byPopularity), set, 0, {
      topk: 10,
      validUsersPerBatch: 500,
      clock: () => 0,
    });
    expect(trained.hr).toBeGreaterThan(0.3);
    expect(trained.hr).toBeGreaterThan(popular.hr);
  });
});
