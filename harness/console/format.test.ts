import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBytes, formatCount, formatPercent, formatSeconds, formatSi, formatSignificant } from "./format.js";

describe("figures have three to four significant digits and the right prefix", () => {
  it.each([
    [0, "0"],
    [7, "7"],
    [42, "42"],
    [999, "999"],
    [999.6, "1.00 k"],
    [999_950, "1.00 M"],
    [17_800, "17.8 k"],
    [1_048_576, "1.05 M"],
    [47_654_877.9464, "47.7 M"],
    [2.5e9, "2.50 G"],
    [3e15, "3,000 T"],
    [0.9594, "0.959"],
    [12.345, "12.3"],
    [-17_800, "-17.8 k"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "∞"],
  ])("formatSi(%d) = %s", (value, text) => expect(formatSi(value)).toBe(text));

  it("puts the unit behind the prefix", () => {
    expect(formatSi(17_800, "items/s")).toBe("17.8 k items/s");
    expect(formatSi(5, "items/s")).toBe("5 items/s");
  });

  it.each([
    [0, "0 s"],
    [1.5e-10, "0.150 ns"],
    [1.234e-5, "12.3 µs"],
    [0.000_999_6, "1.00 ms"],
    [0.9996, "1.00 s"],
    [2.0847, "2.08 s"],
    [95, "95.0 s"],
    [119.4, "119 s"],
    [119.6, "2 min 00 s"],
    [125, "2 min 05 s"],
    [3599.6, "1 h 00 min"],
    [3725, "1 h 02 min"],
    [-0.5, "-500 ms"],
    [Number.NaN, "NaN s"],
  ])("formatSeconds(%d) = %s", (value, text) => expect(formatSeconds(value)).toBe(text));

  it.each([
    [0, {}, "0 %"],
    [0.0123, {}, "1.23 %"],
    [0.999, {}, "99.9 %"],
    [1.5, {}, "150 %"],
    [0.05, { signed: true }, "+5.00 %"],
    [-0.05, { signed: true }, "-5.00 %"],
    [0.00002, {}, "0.0020 %"],
  ])("formatPercent(%d, %o) = %s", (value, opts, text) => expect(formatPercent(value, opts)).toBe(text));

  it.each([
    [0, "0 B"],
    [1023, "1023 B"],
    [1024, "1.00 KiB"],
    [8 * 2 ** 30, "8.00 GiB"],
    [1024 ** 2 - 1, "1.00 MiB"],
  ])("formatBytes(%d) = %s", (value, text) => expect(formatBytes(value)).toBe(text));

  it("separates thousands of counts", () => expect(formatCount(1_048_576)).toBe("1,048,576"));

  it("never writes an exponent and stays within the rounding error of three digits", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e11, noNaN: true }), (value) => {
        const text = formatSignificant(value);
        expect(text).not.toMatch(/e/i);
        expect(Math.abs(Number(text.replaceAll(",", "")) / value - 1)).toBeLessThanOrEqual(0.0051);
      }),
      { seed: 20190716 },
    );
  });

  it("keeps the order of magnitudes: the figure times its prefix is the value", () => {
    const scale: Record<string, number> = { "": 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12 };
    fc.assert(
      fc.property(fc.double({ min: 1, max: 9e14, noNaN: true }), (value) => {
        const [figure, prefix = ""] = formatSi(value).split(" ");
        expect(Math.abs((Number(figure!.replaceAll(",", "")) * scale[prefix]!) / value - 1)).toBeLessThan(0.0051);
      }),
      { seed: 20190716 },
    );
  });
});
