import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import { matchGolden } from "../../test/golden.js";
import type { CellExplanation, ChangeExplanation, Part } from "../compare/phases/types.js";
import { buildRun, type LaunchSpec, type RunSpec } from "../compare/testdata/runs.js";
import { writeRun } from "../compare/testdata/write-run.js";
import { runMain } from "./test-support-io.js";

const smoke = join(packageRoot(), "harness/cli/testdata/smoke.yaml");
const golden = (name: string) => fileURLToPath(new URL(`testdata/explain/${name}`, import.meta.url));

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "ncf-explain-"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const ncf = (argv: string[], env: Record<string, string> = {}) =>
  runMain(argv, { cwd, env: { PATH: process.env.PATH, HOME: cwd, NCF_BENCH_CACHE: join(cwd, "cache"), ...env } });
const explained = async (...argv: string[]): Promise<ChangeExplanation> =>
  JSON.parse((await ncf(["explain", ...argv, "--json"])).out) as ChangeExplanation;
const part = (cell: CellExplanation, name: string): Part | undefined =>
  cell.split!.parts.find((one) => one.name === name);
const moved = (cell: CellExplanation) => cell.split!.parts.filter((one) => one.moved).map(({ name }) => name);

const PHASES = { sampling: 0.1, feed: 0.2, compute: 0.6, readBack: 0.05, host: 0.05 };

describe("ncf-bench explain finds a slowdown that was planted in the fake engine", { timeout: 120_000 }, () => {
  const runs: [string, object, Record<string, string>?][] = [
    ["base", {}],
    ["feed", { phases: { ...PHASES, feed: 0.4 } }],
    ["evaluation", { secondsPerBatch: 0.05 }],
    ["unsplit", { phases: {} }],
    ["rest", {}, { NCF_BENCH_FAULT: "slow=1.5" }],
  ];
  beforeAll(async () => {
    for (const [index, [name, script, env]] of runs.entries()) {
      const fake = JSON.stringify({ noise: 0.005, phases: PHASES, within: { sampling: "compute" }, ...script });
      const argv = ["run", "--matrix", smoke, "--launches", "3", "--seed", String(index + 1), "--out", name, "--json"];
      const { code, err } = await ncf([...argv, "--cell", "mode=train"], { NCF_BENCH_FAKE: fake, ...env });
      expect(code, err).toBe(0);
    }
  }, 110_000);

  it.each([
    ["feed", ["feed"]],
    ["evaluation", ["evaluation"]],
    // The fault prolongs what the harness times around the engine.
    ["rest", ["rest"]],
  ])("in %s", async (name, parts) => {
    const { cells } = await explained("base", name, "--cell", "mode=train");
    const [cell] = cells as [CellExplanation];
    expect(moved(cell)).toEqual(parts);
    expect(part(cell, parts[0]!)!.share).toBeCloseTo(1, 1);
    const sum = cell.split!.parts.reduce((total, one) => total + one.change, 0);
    expect(sum).toBeCloseTo(cell.split!.whole.change, 12);
  });

  it("and names the planted fault as what differs", async () => {
    const { cells } = await explained("base", "rest", "--cell", "mode=train");
    const method = cells[0]!.causes!.differ.find(({ label }) => label === "method");
    expect(method!.evidence.map(({ what }) => what)).toEqual(["planted fault"]);
  });

  it("and says it, with what differs, what was not timed apart, and exit 0", async () => {
    const { code, out, err } = await ncf(["explain", "base", "feed"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^ncf\/train\/fake\S+: (slower|inconclusive), train\.throughput -/m);
    expect(out).toMatch(/^Most of it lies in host to device: \+\d/m);
    expect(out).toMatch(/^= whole .* 100 %$/m);
  });

  it("a side whose engine did not split its epochs leaves them to the rest, and says so", async () => {
    const [cell] = (await explained("base", "unsplit", "--cell", "train")).cells as [CellExplanation];
    expect(cell.split!.parts.map(({ name }) => name)).toEqual(["rest", "evaluation"]);
    expect(cell.split!.unsplit).toContainEqual({ phase: "feed", only: "base", heldBy: "rest" });
  });
});

describe("ncf-bench explain on records", () => {
  const epoch = (index: number, seconds: number, phases?: Record<string, number>) => ({
    epoch: index,
    seconds,
    loss: 0.3,
    items: 1000,
    steps: 10,
    ...(phases ? { phases } : {}),
  });
  const launch = (slow: number, i: number): LaunchSpec => {
    const wave = 1 + 0.001 * ((i * 7) % 5);
    const phases = { sampling: 0.2 * wave, feed: 0.1 * wave, compute: (1 + slow) * wave };
    const seconds = phases.sampling + phases.feed + phases.compute + 0.02;
    return {
      value: 1000 / seconds,
      epochs: [epoch(0, 9, phases), epoch(1, seconds, phases), epoch(2, seconds, phases)],
      evaluations: [1, 2].map((at) => ({ epoch: at, seconds: 0.3 * wave, hr: 0.5, ndcg: 0.3, pairs: 9, users: 3 })),
    };
  };
  const inferred = (slow: number, i: number): LaunchSpec => {
    const wave = 1 + 0.001 * ((i * 3) % 5);
    const sample = (variant: "fed" | "resident", seconds: number) => ({
      variant,
      batch: 64,
      warmupIterations: 1,
      latencies: [seconds * wave, seconds * wave],
    });
    const fed = 0.003 + slow;
    return { value: 64 / (fed * wave), inference: [sample("fed", fed), sample("resident", 0.002)] };
  };
  const five = (make: (slow: number, i: number) => LaunchSpec, slow: number) =>
    Array.from({ length: 5 }, (_, i) => make(slow, i));
  const write = (spec: RunSpec) => writeRun(cwd, buildRun(spec));

  beforeAll(async () => {
    const cells = (slow: number): RunSpec["cells"] => [
      { launches: five(launch, slow) },
      { cell: { mode: "infer" }, launches: five(inferred, slow / 100) },
      { cell: { batch: 2048 }, launches: five(launch, 0) },
    ];
    await write({ run: "run-a", cells: cells(0) });
    await write({ run: "run-b", cells: cells(0.25) });
    await write({ run: "run-c", cells: [{ launches: five(launch, 0), protocol: { negatives: 99 } }] });
    await write({ run: "run-d", cells: [{ launches: [700, 710, 720, 730, 740] }] });
  });

  it("prints epochs and batches, part by part", async () => {
    const { code, out } = await ncf(["explain", "run-a", "run-b"]);
    matchGolden(golden("parts.stdout"), out);
    expect(code).toBe(0);
  });

  it("a batch is split into compute and copies by its resident variant", async () => {
    const { cells } = await explained("run-a", "run-b", "--cell", "mode=infer");
    expect(cells).toHaveLength(1);
    expect(cells[0]!.split!.parts.map(({ name }) => name)).toEqual(["compute", "copies", "rest"]);
    expect(moved(cells[0]!)).toEqual(["copies"]);
  });

  it("cells that are the same are left out, and explained where asked for", async () => {
    expect((await ncf(["explain", "run-a", "run-b"])).out).toContain("Cells that are the same, left out: 1");
    const { cells } = await explained("run-a", "run-b", "--cell", "mode=train", "batch=2048");
    expect(cells.map(({ verdict, causes }) => [verdict, causes])).toEqual([["same", null]]);
    expect(moved(cells[0]!)).toEqual([]);
  });

  it("another protocol is refused with exit 4, and records without times exit 5", async () => {
    const refused = await ncf(["explain", "run-a", "run-c", "--cell", "mode=train", "batch=1024"]);
    expect(refused.code).toBe(4);
    expect(refused.out).toMatch(/no split: the protocol differs/);
    const bare = await ncf(["explain", "run-a", "run-d", "--cell", "mode=train", "batch=1024"]);
    expect(bare.code).toBe(5);
    expect(bare.out).toMatch(/no split: the records of the newer run hold no time of an epoch after the first/);
  });

  it("a cell that is not there exits 2 and names those that are", async () => {
    const { code, out, err } = await ncf(["explain", "run-a", "run-b", "--cell", "batch=7"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/no cell batch=7\n.*batch=2048/);
  });
});
