import * as Plot from "@observablehq/plot";
import { expect, it, vi } from "vitest";
import type { TelemetryStrip } from "../telemetry.js";
import { telemetryPanels } from "./telemetry.js";

vi.mock("@observablehq/plot", { spy: true });

const strip = (count: number, median: number): TelemetryStrip => ({
  title: "GPU power",
  unit: "W",
  launches: Array.from({ length: count }, (_, i) => ({
    order: i + 1,
    held: false,
    least: median - 1,
    median,
    most: median + 1,
  })),
  of: count,
});
const ticks = (one: TelemetryStrip) =>
  [...telemetryPanels([one])[0]!.svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

it("draws each strip's own scale above the launches of its run, whatever was drawn before", () => {
  const launches = { 3: ["1", "2", "3"], 12: ["1", "3", "5", "7", "9", "11"] };
  const label = "launch, as they ran →";
  expect(ticks(strip(3, 100))).toEqual([...launches[3], label, "98.0 W", "100 W", "102 W"]);
  expect(ticks(strip(12, 100))).toEqual([...launches[12], label, "98.0 W", "100 W", "102 W"]);
  expect(ticks(strip(3, 300))).toEqual([...launches[3], label, "295 W", "300 W", "305 W"]);
});

it("draws the launches' axis once for all strips of a run", () => {
  const before = vi.mocked(Plot.plot).mock.calls.length;
  telemetryPanels([strip(5, 100), { ...strip(5, 1500), title: "GPU clock", unit: "MHz" }]);
  expect(vi.mocked(Plot.plot).mock.calls.length - before).toBe(3);
});
