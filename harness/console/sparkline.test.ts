import { describe, expect, it } from "vitest";
import { sparkline } from "./sparkline.js";

const of = (...values: (number | null)[]) => values.map((value) => ({ value }));

describe("sparkline", () => {
  it.each([
    ["from least to most", of(1, 2, 3, 4, 5, 6, 7, 8), 8, 0, "▁▂▃▄▅▆▇█"],
    ["flat where all are equal", of(5, 5, 5), 8, 0, "▅▅▅"],
    ["nearly flat within the least scale", of(100, 101, 100), 8, 0.1, "▄▅▄"],
    ["gaps", of(1, null, 8), 8, 0, "▁·█"],
    ["one character for several points: their median", of(1, 1, 1, 8, 8, 8, 1, 99), 2, 0, "▁█"],
    ["nothing of nothing", [], 8, 0, ""],
    ["only gaps", of(null, null), 8, 0, "··"],
    ["a single one", of(3), 8, 0.08, "▅"],
  ])("%s", (_name, points, width, least, text) => expect(sparkline(points, width, least)).toBe(text));

  it("shades a span whose figures are all shaded, and leaves shaded ones out of the others", () => {
    const points = [{ value: 1 }, { value: 99, shaded: true }, { value: 8 }, { value: 8 }];
    expect(sparkline(points, 4, 0)).toBe("▁░██");
    expect(sparkline(points, 2, 0)).toBe("▁█");
  });
});
