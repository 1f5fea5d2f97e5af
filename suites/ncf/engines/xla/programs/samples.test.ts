import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PluginName } from "../../../../../xla/plugins/pins.js";
import { Module, type Value } from "../../../../../xla/stablehlo/ir.js";
import { replicaId } from "../../../../../xla/stablehlo/ops/collective.js";
import { iota } from "../../../../../xla/stablehlo/ops/constant.js";
import { tensor } from "../../../../../xla/stablehlo/type.js";
import { mostDevices, noPlugin, testPlugins } from "../../../../../xla/test-support.js";
import { synthesize } from "../../../data/build.js";
import { dropoutKey, fillDropoutMask } from "../../../dropout.js";
import { EpochSampler } from "../../../sampling.js";
import { openRequest } from "../../../test-support.js";
import { epochInputs, trainBitmap } from "../epoch-inputs.js";
import { disposeAll } from "../runtime.js";
import { pluginRuntime } from "../test-support.js";
import { trainSpec } from "../trainer.js";
import { dropoutMask } from "./dropout.js";
import { batchOf, epochOrder, localBatch, word } from "./samples.js";
import { buildProgram } from "./signature.js";
import { inputTypes } from "./train-program.js";

const dataset = synthesize("users=30,items=40,ratings=600,seed=5");
const shape = { factors: 4, layers: [8, 4] };

interface Drawn {
  users: number[];
  items: number[];
  labels: number[];
}

/** What a device trains on, by device: the padding, of weight 0, left out, and the samples' rows in the global batch. */
async function deviceBatch(
  plugin: PluginName,
  asked: { batch: number; replicas: number; seed: number; epoch: number; step: number; negTrick: boolean },
  sort = false,
): Promise<(Drawn & { rows: number[] })[]> {
  const { batch, replicas, seed, epoch, negTrick } = asked;
  const request = openRequest(dataset, { batch, shape, seed, negTrick, negativeSamples: 3 });
  const runtime = await pluginRuntime(plugin, replicas);
  try {
    const sizes = { shape, users: dataset.users, items: dataset.items };
    const spec = trainSpec(request, sizes, { count: replicas, platform: "cpu" });
    const module = new Module("batch", replicas);
    const args = [...inputTypes(spec), { name: "step", type: tensor("u32") }];
    const program = buildProgram(module, args, [], (named) => {
      const of = (name: string): Value => named.get(name)!;
      const inputs = {
        trainUsers: of("trainUsers"),
        trainItems: of("trainItems"),
        roundKeys: of("roundKeys"),
        negativeKey: of("negativeKey"),
        coordinates: of("coordinates"),
        bitmap: named.get("bitmap") ?? null,
      };
      const replica = replicas > 1 ? replicaId(module) : null;
      const order = epochOrder(inputs, spec.samples);
      const { users, items, labels, rows, weight } = batchOf(inputs, order, of("step"), replica, spec.samples, {
        users: sort,
        items: false,
      });
      return new Map(Object.entries({ users, items, labels, rows, ...(weight ? { weight } : {}) }));
    });
    const arrays = new Map<string, ArrayBufferView>([
      ...epochInputs(spec, request.options, { seed, epoch, updates: 0 }),
      ["trainUsers", dataset.trainUsers],
      ["trainItems", dataset.trainItems],
      ["bitmap", trainBitmap(dataset)],
      ["step", Uint32Array.of(asked.step)],
    ]);
    const values = new Map();
    for (const { name, type } of program.arguments) {
      values.set(name, await runtime.replicate(arrays.get(name)!, type.element, type.dims));
    }
    const results = await runtime.run(await runtime.compile(program), values);
    const local = localBatch(spec.samples);
    const drawn = [];
    for (let device = 0; device < replicas; device++) {
      const read = async <T extends Int32Array | Uint32Array | Float32Array>(name: string, into: T) =>
        Array.from(await results.get(name)![device]!.toHost(into));
      const weight = results.has("weight") ? await read("weight", new Float32Array(local)) : null;
      const kept = (values: number[]) => values.filter((_, i) => weight === null || weight[i] === 1);
      drawn.push({
        users: kept(await read("users", new Int32Array(local))),
        items: kept(await read("items", new Int32Array(local))),
        labels: kept(await read("labels", new Float32Array(local))),
        rows: kept(await read("rows", new Uint32Array(local))),
      });
    }
    disposeAll([...results.values(), ...values.values()]);
    return drawn;
  } finally {
    runtime.dispose();
  }
}

function hostBatch(asked: { batch: number; seed: number; epoch: number; step: number; negTrick: boolean }): Drawn {
  const sampler = new EpochSampler(dataset, { negativeSamples: 3, negTrick: asked.negTrick }, asked.batch, asked.seed);
  sampler.begin(asked.epoch);
  const [users, items] = [new Int32Array(asked.batch), new Int32Array(asked.batch)];
  const labels = new Float32Array(asked.batch);
  const count = sampler.fill(asked.step, users, items, labels);
  const take = (values: Int32Array | Float32Array) => Array.from(values.subarray(0, count));
  return { users: take(users), items: take(items), labels: take(labels) };
}

const joined = (parts: Drawn[]): Drawn => ({
  users: parts.flatMap(({ users }) => users),
  items: parts.flatMap(({ items }) => items),
  labels: parts.flatMap(({ labels }) => labels),
});

describe.skipIf(noPlugin).each(testPlugins)("samples drawn on plugin %s", (plugin) => {
  const batches = fc.record({
    batch: fc.integer({ min: 1, max: 900 }),
    replicas: fc.constantFrom(...[1, 2, 3, 8].filter((replicas) => replicas <= mostDevices(plugin))),
    seed: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    epoch: fc.integer({ min: 0, max: 2 ** 33 }),
    position: fc.double({ min: 0, max: 1, noNaN: true }),
    negTrick: fc.boolean(),
  });

  it("are the host's, sample by sample, cut over the devices in order", async () => {
    const total = dataset.trainItems.length * 4;
    await fc.assert(
      fc.asyncProperty(batches, async ({ position, ...asked }) => {
        const step = Math.round(position * (Math.ceil(total / asked.batch) - 1));
        const parts = await deviceBatch(plugin, { ...asked, step });
        expect(joined(parts)).toEqual(hostBatch({ ...asked, step }));
        expect(parts.flatMap(({ rows }) => rows)).toEqual(parts.flatMap(({ users }) => users).map((_, row) => row));
      }),
      { seed: 11, numRuns: 12 },
    );
  });

  it("are the same ones where they are sorted by user, each with its row in the batch", async () => {
    const asked = { batch: 300, replicas: 1, seed: 3, epoch: 2, step: 1, negTrick: false };
    const [sorted] = await deviceBatch(plugin, asked, true);
    const host = hostBatch(asked);
    expect(sorted!.users).toEqual([...host.users].sort((a, b) => a - b));
    for (const name of ["users", "items", "labels"] as const) {
      expect(sorted![name]).toEqual(sorted!.rows.map((row) => host[name][row]!));
    }
  });

  it.each([
    { rate: 0.5, width: 64 },
    { rate: 0.5, width: 7 },
    { rate: 0.3, width: 64 },
    { rate: 0.9, width: 5 },
  ])("keep the units that the host keeps: rate $rate, width $width", async ({ rate, width }) => {
    const [rows, key] = [50, dropoutKey(9, 1, 2, 0)];
    const module = new Module("mask");
    const program = buildProgram(module, [{ name: "key", type: tensor("u32", 2) }], [], (named) => {
      const words = { k0: word(named.get("key")!, 0), k1: word(named.get("key")!, 1) };
      return new Map([["mask", dropoutMask(words, iota(module, tensor("u32", rows)), width, rate)]]);
    });
    const runtime = await pluginRuntime(plugin);
    try {
      const values = new Map([["key", await runtime.replicate(Uint32Array.of(key.k0, key.k1), "u32", [2])]]);
      const results = await runtime.run(await runtime.compile(program), values);
      const kept = await results.get("mask")![0]!.toHost(new Uint8Array(rows * width));
      const host = new Float32Array(rows * width);
      fillDropoutMask(key, rate, host.length, host);
      expect(Array.from(kept)).toEqual(Array.from(host, (scale) => (scale > 0 ? 1 : 0)));
      disposeAll([...results.values(), ...values.values()]);
    } finally {
      runtime.dispose();
    }
  });
});
