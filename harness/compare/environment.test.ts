import { describe, expect, it } from "vitest";
import { compareRuns } from "./compare.js";
import { environmentDifferences } from "./environment.js";
import { buildRun, MACHINE, metricsOf } from "./testdata/runs.js";

const launches = [99.8, 99.9, 100, 100.1, 100.2];
const run = (name: string, machine: Record<string, unknown> = {}, version = "1") =>
  buildRun({ run: name, cells: [{ launches, version }], machine });

describe("differences of the environment", () => {
  it("two runs on one machine have none", () => {
    expect(environmentDifferences(run("a"), run("b"))).toEqual([]);
  });

  it("what was seen of an engine in a launch is none", () => {
    const [a, b] = [run("a"), run("b")];
    for (const record of b.records) record.engine = { ...record.engine!, observed: { compileSeconds: 3 } };
    expect(environmentDifferences(a, b)).toEqual([]);
    for (const record of b.records) record.engine = { ...record.engine!, details: { threads: 3 } };
    expect(environmentDifferences(a, b)).not.toEqual([]);
  });

  it.each([
    ["a changed field", { cpu: { model: "New CPU", cores: 8 }, gpus: [] }, "cpu.model", "Test CPU", "New CPU"],
    ["a missing field", { cpu: { model: "Test CPU" }, gpus: [] }, "cpu.cores", "8", "(missing)"],
    ["a new field", { cpu: { model: "Test CPU", cores: 8 }, gpus: [], mig: "on" }, "mig", "(missing)", "on"],
    ["an unknown value", { cpu: { model: null, cores: 8 }, gpus: [] }, "cpu.model", "Test CPU", "unknown"],
    [
      "a GPU more",
      { cpu: { model: "Test CPU", cores: 8 }, gpus: [{ model: "H100" }] },
      "gpus.0.model",
      "(missing)",
      "H100",
    ],
  ])("%s of the identity is named and refuses the comparison", (_, identity, field, base, next) => {
    const other = run("b", { fingerprint: "m-2", identity });
    expect(environmentDifferences(run("a"), other)).toContainEqual({ class: "identity", field, base, next });
    const comparison = compareRuns(run("a"), other, { metricsOf });
    expect(comparison.exitCode).toBe(4);
    expect(comparison.refused?.message).toContain(field);
    expect(comparison.cells[0]!.gated.effect).toBeNull();
  });

  it("unknown on both sides is equal", () => {
    const identity = { cpu: { model: null } };
    expect(environmentDifferences(run("a", { identity }), run("b", { identity }))).toEqual([]);
  });

  it("GPUs that could not be told are never taken as equal", () => {
    const identity = { cpu: { model: "Test CPU" }, gpus: null };
    expect(compareRuns(run("a", { identity }), run("b", { identity }), { metricsOf }).exitCode).toBe(4);
  });

  it("a machine without an identity cannot be shown to be the same", () => {
    const bare = { identity: undefined };
    expect(compareRuns(run("a", bare), run("b", bare), { metricsOf }).exitCode).toBe(4);
  });

  it("equal identities with different fingerprints are refused too", () => {
    const other = run("b", { fingerprint: "m-2" });
    expect(environmentDifferences(run("a"), other)).toEqual([
      { class: "identity", field: "fingerprint", base: "m-1", next: "m-2" },
    ]);
  });

  it("a run that was resumed on another machine is refused", () => {
    const next = run("b");
    next.records[2] = { ...next.records[2]!, machine: "m-9" };
    const comparison = compareRuns(run("a"), next, { metricsOf });
    expect(comparison.refused?.code).toBe("machine-mismatch");
    expect(comparison.environment[0]).toMatchObject({ field: "machine of the launches", next: "m-1, m-9" });
  });

  it("a soft difference warns and compares", () => {
    const comparison = compareRuns(run("a"), run("b", { soft: { ...MACHINE.soft, kernel: "6.2.0" } }), { metricsOf });
    expect(comparison.exitCode).toBe(0);
    expect(comparison.warnings).toEqual([{ code: "environment.soft", message: "kernel changed from 6.1.0 to 6.2.0" }]);
  });

  it("an engine's version is shown as what changed", () => {
    expect(environmentDifferences(run("a"), run("b", {}, "2"))).toEqual([
      { class: "engine", field: "fake.fake version", base: "1", next: "2" },
    ]);
  });

  it("ratios across machines are for information: an effect, no p, no verdict", () => {
    const other = run("b", { fingerprint: "m-2", identity: { cpu: "another" } });
    const comparison = compareRuns(run("a"), other, { metricsOf, crossMachine: true });
    expect(comparison.refused).toBeNull();
    expect(comparison.cells[0]).toMatchObject({ verdict: "not comparable", reason: { code: "cross-machine" } });
    expect(comparison.cells[0]!.gated.effect?.ratio).toBeCloseTo(1, 6);
    expect(comparison.cells[0]!.gated.adjustedP).toBeNull();
  });
});
