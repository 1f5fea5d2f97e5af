import * as Plot from "@observablehq/plot";
import { describe, expect, it } from "vitest";
import { HOSTILE } from "../test-support-hostile.js";
import { elements } from "../test-support-outline.js";
import { drawChart, drawInFrame } from "./svg.js";

describe("drawChart", () => {
  it("says the description to screen readers and keeps every text from outside text", () => {
    for (const text of HOSTILE.filter((hostile) => hostile.length < 1000)) {
      const svg = drawChart(text, {
        marks: [Plot.text([{ x: 1, y: 1, text }], { x: "x", y: "y", text: "text", title: "text" })],
      });
      const all = elements(`<!doctype html><body>${svg}</body>`);
      const names = new Set(all.map((element) => element.localName));
      for (const name of names)
        expect(["html", "head", "body", "svg", "g", "path", "text", "tspan", "title"]).toContain(name);
      for (const { attributes } of all)
        for (const { name } of attributes) expect(name).not.toMatch(/^on|style|href|^id$/);
      const [root] = all.filter((element) => element.localName === "svg");
      // The parser of this test drops what no document may hold; the rest must come back as it was.
      if (!/[\u0085\ud800\r]/.test(text) && !text.includes("\0")) expect(root!.getAttribute("aria-label")).toBe(text);
    }
  });

  it("takes out style elements and attributes, which the page's policy forbids", () => {
    const svg = drawChart("d", { marks: [Plot.dotX([1, 2, 3], { mixBlendMode: "multiply" })] });
    expect(svg).not.toMatch(/style|<defs|url\(/);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img" aria-label="d" [^>]*viewBox="0 0 440 /,
    );
  });

  it("is the same bytes each time, with coordinates to a hundredth", () => {
    const draw = () => drawChart("d", { marks: [Plot.dot([[1 / 3, 2 / 7]]), Plot.ruleY([0])] });
    const first = draw();
    draw();
    expect(draw()).toBe(first);
    expect(first).not.toMatch(/="[^"]*\.\d{3}/);
  });
});

describe("drawInFrame", () => {
  const options = { x: { domain: [0, 1] }, y: { domain: [0, 1] } };
  let made: string[] = [];
  const layer = <Key extends string | null>(key: Key, name: string) => ({
    key,
    marks: () => {
      made.push(name);
      return [Plot.text([[0, 0]], { text: () => name })];
    },
  });
  /** Texts of the chart, apart from ticks. */
  const drawn = (frame: string, key: string | null, name: string, description = "d") => {
    made = [];
    const svg = drawInFrame(description, options, layer(frame, frame), layer(key, name));
    return [...svg.matchAll(/<text[^>]*>([a-z][^<]*)</g)].map(([, text]) => text);
  };

  it("draws a frame once, behind all that is shown in it", () => {
    expect(drawn("one frame", null, "first")).toEqual(["one frame", "first"]);
    expect(made.sort()).toEqual(["first", "one frame"]);
    expect(drawn("one frame", null, "second")).toEqual(["one frame", "second"]);
    expect(made).toEqual(["second"]);
  });

  it("draws what is shown once a frame and key, whatever the chart is called", () => {
    expect(drawn("frame a", "key", "shown")).toEqual(["frame a", "shown"]);
    expect(drawn("frame a", "key", "shown", "another")).toEqual(["frame a", "shown"]);
    expect(made).toEqual([]);
    expect(drawn("frame b", "key", "shown")).toEqual(["frame b", "shown"]);
    expect(drawn("frame a", "key 2", "shown 2")).toEqual(["frame a", "shown 2"]);
  });
});
