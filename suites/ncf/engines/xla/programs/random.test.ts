import { describe, expect, it } from "vitest";
import { constant, iota } from "../../../../../xla/stablehlo/ops/constant.js";
import { program } from "../../../../../xla/stablehlo/test-support.js";
import { tensor } from "../../../../../xla/stablehlo/type.js";
import { noPlugin, PluginRunner, testPlugins } from "../../../../../xla/test-support.js";
import * as counter from "../../../random/counter.js";
import { feistelRoundKeys, IndexPermutation } from "../../../random/permutation.js";
import { bits32, boundedInt, deviceStreamKey, permuted } from "./random.js";

const u32 = (...dims: number[]) => tensor("u32", ...dims);
const SIZE = 500;
const range = Array.from({ length: SIZE }, (_, i) => i);

describe.skipIf(noPlugin).each(testPlugins)("plugin %s draws as the host does", (plugin) => {
  const runner = new PluginRunner(plugin);

  it("bits, bounded integers and keys of a stream", async () => {
    const key = counter.streamKey(42, counter.Purpose.TrainNegatives, 3, 1);
    const indices = range.map((i) => (i < 250 ? i : 2 ** 32 - i));
    const [bits, bounded, k0, k1] = await runner.run(
      program([u32(SIZE), u32(), u32()], (index, key0, key1) => {
        const { module } = index;
        const word = (value: number) => [constant(module, u32(), value), constant(module, u32(), 0)] as const;
        const derived = deviceStreamKey(module, [42, counter.Purpose.TrainNegatives, 3, 1].map(word));
        const given = { k0: key0, k1: key1 };
        return [bits32(given, index), boundedInt(given, index, 26_744), derived.k0, derived.k1];
      }),
      indices,
      [key.k0],
      [key.k1],
    );
    expect(bits).toEqual(indices.map((i) => counter.bits32(key, i)));
    expect(bounded).toEqual(indices.map((i) => counter.boundedInt(key, i, 26_744)));
    expect([k0, k1]).toEqual([[key.k0], [key.k1]]);
  });

  it.each([1, 2, 255, 256, 257, SIZE])("a shuffle of %d rows; positions beyond are left as they are", async (size) => {
    const key = counter.streamKey(7, counter.Purpose.Shuffle, 2);
    const host = new IndexPermutation(key, size);
    const [rows] = await runner.run(
      program(Array(6).fill(u32()), (...roundKeys) => permuted(iota(roundKeys[0]!.module, u32(SIZE)), roundKeys, size)),
      ...[...feistelRoundKeys(key)].map((word) => [word]),
    );
    expect(rows).toEqual(range.map((i) => (i < size ? host.at(i) : i)));
  });
});
