import fc from "fast-check";
import { expect, it } from "vitest";
import { layouts } from "./layout/layout.js";
import { decodeNamedValues, encodeNamedValues, type NamedValue } from "./named-value.js";
import { addressOf } from "./native.js";

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const value: fc.Arbitrary<NamedValue> = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.boolean(),
  int64,
  fc.array(int64),
  fc.float({ noInteger: true, noNaN: true, noDefaultInfinity: true }),
);

it("reads what it wrote: texts, integers, lists, floats and flags", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), value, { noNullPrototype: true }), (options) => {
      const { address, count, keep } = encodeNamedValues(options);
      expect(keep).toBeDefined();
      expect(decodeNamedValues(address, count)).toEqual(options);
    }),
    { seed: 7 },
  );
});

it("takes a whole number for an integer", () => {
  const { address, count } = encodeNamedValues({ cpu_device_count: 4 });
  expect(decodeNamedValues(address, count)).toEqual({ cpu_device_count: 4n });
});

it("steps over the entries of a later API, which say that they are longer", () => {
  const { size, fields } = layouts.PJRT_NamedValue;
  const longer = size + 12;
  const stride = size + 16;
  const { address, keep } = encodeNamedValues({ a: 1, b: 2 });
  const short = (keep as [Uint8Array])[0];
  expect(addressOf(short)).toBe(address);
  const memory = new Uint8Array(2 * stride);
  const view = new DataView(memory.buffer);
  for (const entry of [0, 1]) {
    memory.set(short.subarray(entry * size, (entry + 1) * size), entry * stride);
    view.setBigUint64(entry * stride, BigInt(longer), true);
  }
  expect(view.getBigInt64(stride + fields.value, true)).toBe(2n);
  expect(decodeNamedValues(addressOf(memory), 2)).toEqual({ a: 1n, b: 2n });
});
