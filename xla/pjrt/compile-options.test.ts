import { describe, expect, it } from "vitest";
import { encodeCompileOptions } from "./compile-options.js";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Field 3, 15 bytes: device_ordinal -1 in ten bytes, then replicas and partitions. */
const build = (replicas: string, partitions: string) => `1a0f${"08ffffffffffffffffff01"}20${replicas}28${partitions}`;
/** Field 7: a map entry of a name (field 1) and a value (field 2). */
const text = (value: string) => Buffer.from(value).toString("hex");

describe("compile options on the wire", () => {
  it.each([
    { what: "nothing given", options: {}, wire: build("01", "01") },
    { what: "replicas", options: { replicas: 8 }, wire: build("08", "01") },
    { what: "partitions", options: { partitions: 2 }, wire: build("01", "02") },
    {
      what: "a flag that is a text",
      options: { flags: { a: "xy" } },
      wire: `${build("01", "01")}3a090a0161${"1204"}0a02${text("xy")}`,
    },
    {
      what: "a flag that is true",
      options: { flags: { a: true } },
      wire: `${build("01", "01")}3a070a0161${"1202"}1001`,
    },
    {
      what: "a flag that is false",
      options: { flags: { a: false } },
      wire: `${build("01", "01")}3a070a0161${"1202"}1000`,
    },
    {
      what: "a flag that is an integer",
      options: { flags: { a: 3 } },
      wire: `${build("01", "01")}3a070a0161${"1202"}1803`,
    },
    {
      what: "a flag that is a fraction",
      options: { flags: { a: 0.5 } },
      wire: `${build("01", "01")}3a0e0a0161${"1209"}21000000000000e03f`,
    },
  ])("$what", ({ options, wire }) => {
    expect(hex(encodeCompileOptions(options))).toBe(wire);
  });

  it("does not depend on the order of flags, which keys the compile cache", () => {
    const [one, other] = [
      { a: 1, b: true },
      { b: true, a: 1 },
    ].map((flags) => hex(encodeCompileOptions({ flags })));
    expect(one).toBe(other);
  });

  it.each([{ replicas: 0 }, { replicas: -1 }, { partitions: 1.5 }, { partitions: Number.NaN }])(
    "refuses %o, over which plugins end the process",
    (options) => {
      expect(() => encodeCompileOptions(options)).toThrow(/must be a positive integer \(INVALID_ARGUMENT\)/);
    },
  );
});
