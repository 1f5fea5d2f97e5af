import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, sha256Hex } from "./canonical-json.js";
import { parseStrictJson } from "./strict-json.js";

describe("canonicalJson", () => {
  it("sorts keys at every depth, leaves out undefined, keeps -0", () => {
    expect(canonicalJson({ b: [{ d: 1, c: "é\n" }], a: undefined, "": null, A: -0 })).toBe(
      '{"":null,"A":-0,"b":[{"c":"é\\n","d":1}]}',
    );
  });

  it("gives one text whatever order the members were added in", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.infiniteStream(fc.nat()), (object, random) => {
        const shuffled = Object.entries(object)
          .map((entry) => ({ entry, at: random.next().value as number }))
          .sort((x, y) => x.at - y.at)
          .map(({ entry }) => entry);
        const other = shuffled.reduce<Record<string, unknown>>((sum, [key, value]) => {
          Object.defineProperty(sum, key, { value, enumerable: true, configurable: true, writable: true });
          return sum;
        }, {});
        expect(canonicalJson(other)).toBe(canonicalJson(object));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  it.each([
    ["NaN", { a: [Number.NaN] }, /\$\.a\[0\]: NaN/],
    ["Infinity", Number.POSITIVE_INFINITY, /\$: Infinity/],
    ["bigint", { n: 1n }, /\$\.n: bigint/],
    ["function", () => 0, /function/],
    ["undefined in an array", [undefined], /\$\[0\]: undefined/],
    ["a hole", new Array(2), /undefined/],
    ["Date", { at: new Date(0) }, /Date/],
    ["Map", new Map(), /Map/],
    ["a cycle", cycle, /cycle/],
  ])("refuses %s instead of losing it", (_name, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });

  it("hashes as the standard says", () => {
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

/** Arrays in each other, as JSON.stringify indents them. */
function nested(levels: number): string {
  let value: unknown[] = [];
  for (let level = 1; level < levels; level++) value = [value];
  return JSON.stringify(value, null, 2);
}

describe("parseStrictJson", () => {
  it("reads what canonicalJson wrote, and all that JSON.parse reads of ordinary documents", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value);
        if (/"(__proto__|constructor|prototype)":/.test(text)) return;
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
        expect(parseStrictJson(JSON.stringify(value, null, 3))).toEqual(JSON.parse(text));
        expect(parseStrictJson(`${JSON.stringify(value, null, 2)}\n`)).toEqual(JSON.parse(text));
        expect(parseStrictJson(canonicalJson(value))).toEqual(value);
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  it("never accepts what JSON.parse refuses, and never throws anything but its own error", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'{}[]",:0123456789.eE+-truefalsn\\u \t\n') }),
      fc.json().chain((text) => fc.nat(text.length).map((at) => text.slice(0, at) + text.slice(at + 1))),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let ours: unknown;
        try {
          ours = parseStrictJson(text);
        } catch (error) {
          expect((error as Error).name).toBe("JsonSyntaxError");
          return;
        }
        expect(JSON.parse(text)).toEqual(ours);
      }),
      { seed: 3, numRuns: 5000 },
    );
  });

  it.each([
    ["a key twice", '{"a":1,"b":2,"a":3}', /"a" twice at character 13/],
    ["a key twice, escaped", '{"a":1,"\\u0061":3}', /twice/],
    ["__proto__", '{"__proto__":{"gate":"off"}}', /"__proto__" is refused/],
    ["constructor", '{"x":{"constructor":1}}', /refused/],
    ["an integer that loses digits", "[9007199254740993]", /loses digits/],
    ["a number that overflows", "1e999", /too large/],
    ["NaN", '{"t":NaN}', /unexpected character/],
    ["a leading zero", "01", /unexpected text/],
    ["a trailing comma", "[1,]", /unexpected character/],
    ["an unterminated object", '{"a":1', /unexpected end/],
    ["a raw newline in a string", '"a\nb"', /expected a string/],
    ["a byte order mark", "\ufeff{}", /unexpected character/],
    ["65 levels", "[".repeat(65) + "]".repeat(65), /deeper than 64/],
    ["200,000 brackets", "[".repeat(200_000), /deeper than 64/],
    ["65 levels, indented", nested(65), /deeper than 64/],
    ["a key twice, indented", '{\n  "a": 1,\n  "a": 1\n}', /"a" twice/],
    ["__proto__, indented", '{\n  "__proto__": 1\n}', /"__proto__" is refused/],
    ["an integer that loses digits, indented", "[\n  9007199254740993\n]\n", /loses digits/],
    ["nothing", "", /unexpected end/],
  ])("refuses %s", (_name, text, message) => {
    expect(() => parseStrictJson(text)).toThrow(message);
  });

  it("reads 64 levels, large exact integers and a string of four million characters", () => {
    expect(parseStrictJson(`${"[".repeat(64)}${"]".repeat(64)}`)).toBeInstanceOf(Array);
    expect(parseStrictJson(nested(64))).toBeInstanceOf(Array);
    expect(parseStrictJson("[9007199254740992,1e21,-0]")).toEqual([2 ** 53, 1e21, -0]);
    const long = "ä".repeat(4_000_000);
    expect(parseStrictJson(JSON.stringify(long))).toBe(long);
    const escaped = "\n".repeat(2_000_000);
    expect(parseStrictJson(JSON.stringify(escaped))).toBe(escaped);
  });
});
