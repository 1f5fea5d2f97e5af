import * as Plot from "@observablehq/plot";
import { expect, it, vi } from "vitest";
import { type CurveOptions, curveChart } from "./curve.js";

vi.mock("@observablehq/plot", { spy: true });

const values = (...all: number[]) => all.map((value, epoch) => ({ epoch, value }));
const options: CurveOptions = {
  name: "HR@10 of a",
  axis: "HR",
  series: [values(0.125, 0.5), values(0.25, 0.625)],
  domain: [0, 1],
  epochs: [0, 1],
  color: "var(--c1)",
};

it("draws equal curves once, alike but for what they are called", () => {
  const [a, b] = ["a", 'b<"$&'].map((name) => curveChart({ ...options, name }));
  expect(a).toContain('aria-label="Line chart of a by epoch over 2 launches: median from 0.1875 at epoch 0');
  expect(b).toContain('aria-label="Line chart of b&lt;&quot;$&amp; by epoch over 2 launches');
  for (const svg of [a, b]) expect(svg).toMatch(/^<svg xmlns="[^"<]+" role="img" aria-label="[^"<]+" [^<]+><g/);
  for (const svg of [a, b]) expect(svg?.match(/ (xmlns|role|aria-label)=/g)).toHaveLength(3);
  // The frame, then the curves.
  expect(Plot.plot).toHaveBeenCalledTimes(2);
  const unnamed = (svg?: string) => svg!.replace(/aria-label="Line[^"]*"/, "");
  expect(unnamed(b)).toBe(unnamed(a));
});

it.each<[string, Partial<CurveOptions>]>([
  ["median", { series: [values(0.125, 0.5), values(0.25, 0.75)] }],
  ["spread around one median", { series: [values(0.0625, 0.375), values(0.3125, 0.75)] }],
  ["number of launches", { series: [values(0.1875, 0.5625)] }],
  ["colour", { color: "var(--c2)" }],
  ["scale", { domain: [0, 2] }],
  ["axis", { axis: "loss" }],
  ["epochs", { epochs: [0, 4] }],
])("draws curves of another %s otherwise", (_, other) => {
  const inner = (one: CurveOptions) => curveChart(one).replace(/aria-label="Line[^"]*"/, "");
  const first = inner(options);
  expect(inner({ ...options, ...other })).not.toBe(first);
  expect(inner(options)).toBe(first);
});
