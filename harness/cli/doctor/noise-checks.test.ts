import { describe, expect, it } from "vitest";
import { clockChecks, containerChecks } from "./environment-checks.js";
import { noiseFindings } from "./noise-checks.js";

const byId = (seconds: readonly number[]) =>
  new Map(noiseFindings("xla.cpu", seconds).map((check) => [check.id, check]));
const around = (center: number, spread: number) =>
  Array.from({ length: 10 }, (_, i) => center * (1 + spread * Math.sin(7 * i)));

describe("what ten identical launches say", () => {
  it("tells the spread and a smallest change beyond the margin", () => {
    const quiet = byId(around(1, 0.005));
    expect(quiet.get("noise")).toMatchObject({ status: "ok", value: expect.stringMatching(/vary by 0\.\d+ %/) });
    const change = Number(/slowdown of ([\d.]+) %/.exec(quiet.get("noise.change")!.value)![1]);
    // The margin of 2 % and what noise of 0.4 % adds to it.
    expect(change).toBeGreaterThan(2);
    expect(change).toBeLessThan(4);
    expect(quiet.get("noise.drift")!.status).toBe("ok");
  });

  it("warns where the changes that people look for would not be found", () => {
    expect(byId(around(1, 0.3)).get("noise")).toMatchObject({ status: "warn", fix: expect.stringContaining("doctor") });
  });

  it("warns of a machine that became slower meanwhile", () => {
    const warming = Array.from({ length: 10 }, (_, i) => 1 + 0.02 * i);
    expect(byId(warming).get("noise.drift")).toMatchObject({
      status: "warn",
      value: expect.stringMatching(/more than the first 5/),
    });
  });

  it("takes identical times for no noise at all", () => {
    expect(byId(Array(10).fill(0.5)).get("noise.change")!.value).toMatch(/slowdown of 2\.0 %/);
  });
});

describe("what a container was told of GPUs", () => {
  it.each([
    [{}, []],
    [{ NVIDIA_VISIBLE_DEVICES: "void" }, ["warn"]],
    [{ NVIDIA_VISIBLE_DEVICES: "all", NVIDIA_DRIVER_CAPABILITIES: "compute,utility" }, ["ok"]],
    [{ NVIDIA_DRIVER_CAPABILITIES: "all" }, ["ok"]],
    [{ NVIDIA_DRIVER_CAPABILITIES: "utility" }, ["warn"]],
  ])("%j: %j", (env, statuses) => expect(containerChecks(env).map(({ status }) => status)).toEqual(statuses));
});

it("knows clocks that are slow to read", () => {
  expect(clockChecks(() => "tsc\n")).toMatchObject([{ status: "ok", value: "tsc" }]);
  expect(clockChecks(() => "hpet\n")).toMatchObject([{ status: "note" }]);
  expect(
    clockChecks(() => {
      throw new Error("no such file");
    }),
  ).toEqual([]);
});
