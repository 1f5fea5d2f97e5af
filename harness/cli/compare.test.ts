import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { matchGolden } from "../../test/golden.js";
import { buildRun, type CellSpec, failed, type LaunchSpec, MACHINE, type RunSpec } from "../compare/testdata/runs.js";
import { writeRun } from "../compare/testdata/write-run.js";
import { COMPARISON_SCHEMA } from "../compare/types.js";
import { runMain } from "./test-support-io.js";

const golden = (name: string) => fileURLToPath(new URL(`testdata/compare/${name}`, import.meta.url));

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ncf-compare-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const write = (spec: RunSpec) => writeRun(cwd, buildRun(spec));
const ncf = (...argv: string[]) => runMain(argv, { cwd });

const scaled = (factor: number, noise = 0.002): number[] =>
  [-1.5, 0.5, -0.5, 1, 0].map((step) => 17_800 * factor * (1 + noise * step));

function inference(throughput: number): LaunchSpec[] {
  return scaled(throughput / 17_800).map((value) => ({
    metrics: {
      "infer.fed.throughput": value,
      "infer.fed.latency.p50": 1024 / value,
      "infer.fed.latency.p99": (1024 / value) * (throughput > 1e6 ? 3 : 1),
    },
  }));
}

/** Two runs that show one of everything that a person may meet. */
async function mixedRuns(): Promise<void> {
  const infer: CellSpec["cell"] = { mode: "infer" };
  const cells = (next: boolean): CellSpec[] => [
    { launches: scaled(next ? 0.8 : 1) },
    { cell: { batch: 2048 }, launches: scaled(1.001) },
    { cell: { batch: 4096 }, launches: scaled(1, 0.05) },
    { cell: { batch: 8192 }, launches: next ? [...scaled(1), failed("timeout")] : [...scaled(1), 17_810] },
    { cell: { batch: 16_384 }, launches: scaled(1), ...(next ? { protocol: { negatives: 99, dataset: "d1" } } : {}) },
    { cell: infer, launches: inference(next ? 1_000_001 : 1_000_000) },
  ];
  await write({ run: "run-a", cells: [...cells(false), { cell: { batch: 7 }, launches: scaled(1) }] });
  await write({
    run: "run-b",
    cells: [...cells(true), { cell: { batch: 9 }, launches: scaled(1) }],
    machine: { soft: { ...MACHINE.soft, kernel: "6.2.0" } },
  });
}

describe("ncf-bench compare", () => {
  it("shows the environment first, every verdict with its reason, and what to run next", async () => {
    await mixedRuns();
    const { code, out, err } = await ncf("compare", "run-a", "run-b");
    matchGolden(golden("mixed.stdout"), out);
    matchGolden(golden("mixed.stderr"), err);
    expect(code).toBe(1);
  });

  it("two runs of the same thing are the same, exit 0", async () => {
    await write({ run: "run-a", cells: [{ launches: scaled(1) }] });
    await write({ run: "run-b", cells: [{ launches: scaled(1.0005) }] });
    const { code, out, err } = await ncf("compare", "run-a", "run-b");
    matchGolden(golden("same.stdout"), out);
    expect([code, err]).toEqual([0, ""]);
  });

  it("a planted slowdown of 20 % in five launches exits 1, against a baseline by its name", async () => {
    await write({ run: "run-a", cells: [{ launches: scaled(1, 0.01) }] });
    await write({ run: "run-b", cells: [{ launches: scaled(0.8, 0.01) }] });
    expect((await ncf("baseline", "save", "v1", "run-a")).code).toBe(0);
    const { code, out } = await ncf("compare", "v1", "run-b");
    expect(code).toBe(1);
    expect(out).toContain("slower");
    expect(out).toContain("v1 = run-a");
  });

  it("another machine is refused with exit 4 and what differs, and shown with --cross-machine", async () => {
    await write({ run: "run-a", cells: [{ launches: scaled(1) }] });
    const machine = { fingerprint: "m-2", identity: { ...MACHINE.identity, memoryGiB: 64 } };
    await write({ run: "run-b", cells: [{ launches: scaled(0.5) }], machine });
    const refused = await ncf("compare", "run-a", "run-b");
    matchGolden(golden("refused.stdout"), refused.out);
    expect(refused.code).toBe(4);
    const crossed = await ncf("compare", "run-a", "run-b", "--cross-machine");
    matchGolden(golden("cross-machine.stdout"), crossed.out);
    expect(crossed.code).toBe(0);
  });

  it("--confirm asks a later run about what is slower: what it does not say, too, is no regression", async () => {
    const cells = (...factors: number[]): CellSpec[] =>
      factors.map((factor, i) => ({ cell: { batch: 1024 << i }, launches: scaled(factor) }));
    await write({ run: "run-a", cells: cells(1, 1, 1) });
    await write({ run: "run-b", createdAt: "2026-01-03T03:04:05.000Z", cells: cells(0.8, 0.7, 1) });
    await write({ run: "run-c", createdAt: "2026-01-04T03:04:05.000Z", cells: cells(0.82, 1) });
    await write({ run: "run-d", createdAt: "2026-01-04T03:04:05.000Z", cells: cells(1).slice(0, 1) });
    const confirmed = await ncf("compare", "run-a", "run-b", "--confirm", "run-c");
    matchGolden(golden("confirm.stdout"), confirmed.out);
    expect([confirmed.code, confirmed.err]).toEqual([1, ""]);
    const missing = await ncf("compare", "run-a", "run-b", "--confirm", "run-d");
    matchGolden(golden("confirm-missing.stdout"), missing.out);
    expect(missing.code).toBe(5);
    for (const wrong of ["run-b", "run-a", "nothing"]) {
      const { code, out, err } = await ncf("compare", "run-a", "run-b", "--confirm", wrong);
      expect([code, out, err]).toEqual([2, "", expect.stringContaining("→")]);
    }
  });

  it("--explain shows every number behind one cell's verdict", async () => {
    await mixedRuns();
    for (const [part, name] of [
      ["batch=1024/", "explain-slower"],
      ["batch=4096", "explain-open"],
      ["batch=16384", "explain-protocol"],
      ["batch=8192", "explain-excluded"],
    ] as const) {
      const key = `ncf/train/fake/gpus=0/fp32/xla=off/${part.replace("/", "")}/synthetic:ml-100k`;
      const { code, out } = await ncf("compare", "run-a", "run-b", "--explain", part === "batch=1024/" ? key : part);
      matchGolden(golden(`${name}.stdout`), out);
      expect(code).toBe(1);
    }
    const { out } = await ncf("compare", "run-a", "run-b", "--explain", "batch=4096", "--json");
    const said = JSON.parse(out) as { cell: unknown; steps: { answer: boolean | null }[] };
    const whole = JSON.parse((await ncf("compare", "run-a", "run-b", "--json")).out) as { cells: unknown[] };
    expect(said).toMatchObject({ schema: "ncf-bench.explanation/1.0", family: 5, cell: whole.cells[2] });
    expect(said.steps.map(({ answer }) => answer)).toEqual([true, true, true, false, false, false]);
    for (const wrong of ["batch=1", "ncf/", "speed"]) {
      const refused = await ncf("compare", "run-a", "run-b", "--explain", wrong);
      expect([refused.code, refused.out, refused.err]).toEqual([2, "", expect.stringContaining("batch=1024")]);
    }
  });

  it("--explain shows what disturbed launches and a confirming run had to say", async () => {
    const throttled = (value: number): LaunchSpec => ({
      value,
      warnings: [{ code: "throttled.gpu", message: "GPU 0 held its clock down: SW power cap" }],
    });
    const runs = { "run-b": scaled(0.8), "run-c": [...scaled(0.82).slice(1).map(throttled), ...scaled(1).slice(0, 1)] };
    await write({ run: "run-a", cells: [{ launches: scaled(1) }] });
    for (const [i, [run, launches]] of Object.entries(runs).entries()) {
      await write({ run, createdAt: `2026-01-0${3 + i}T00:00:00.000Z`, cells: [{ launches }] });
    }
    const alone = await ncf("compare", "run-a", "run-c", "--explain", "ncf");
    matchGolden(golden("explain-disturbed.stdout"), alone.out);
    expect(alone.code).toBe(3);
    const { code, out } = await ncf("compare", "run-a", "run-b", "--confirm", "run-c", "--explain", "ncf");
    expect(code).toBe(3);
    expect(out).toMatch(/Does the later run confirm it\? +no +neither confirmed nor refuted by the run run-c/);
  });

  it("--json is the whole comparison, with the exit code in it", async () => {
    await mixedRuns();
    const { code, out } = await ncf("compare", "run-a", "run-b", "--json");
    const comparison = JSON.parse(out) as { exitCode: number; cells: { verdict: string }[]; schema: string };
    expect(comparison).toMatchObject({ schema: COMPARISON_SCHEMA, exitCode: 1 });
    expect(code).toBe(1);
    expect(comparison.cells).toHaveLength(7);
  });

  it("--margin, --alpha and --metric decide, and their ranges are checked", async () => {
    await write({ run: "run-a", cells: [{ launches: scaled(1) }] });
    await write({ run: "run-b", cells: [{ launches: scaled(0.9) }] });
    expect((await ncf("compare", "run-a", "run-b", "--margin", "0.2")).code).toBe(0);
    expect((await ncf("compare", "run-a", "run-b", "--alpha", "0.001")).code).toBe(3);
    for (const wrong of ["0", "2", "x", ""]) {
      const { code, err } = await ncf("compare", "run-a", "run-b", "--margin", wrong);
      expect([code, err]).toEqual([2, expect.stringContaining("--margin")]);
    }
    const unknown = await ncf("compare", "run-a", "run-b", "--metric", "speed");
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("train.throughput")]);
  });

  it("an unknown name, a run against itself and an unknown flag exit 2 with what to do", async () => {
    await write({ run: "run-a", cells: [{ launches: scaled(1) }] });
    for (const argv of [["nothing"], ["run-a", "run-a"], ["run-a", "run-a", "--fast"], []]) {
      const { code, out, err } = await ncf("compare", ...argv);
      expect([argv, code, out]).toEqual([argv, 2, ""]);
      expect(err).toMatch(/→|--help/);
    }
  });

  it("a damaged baseline is an error, never a pass", async () => {
    await write({ run: "run-a", cells: [{ launches: scaled(1) }] });
    await write({ run: "run-b", cells: [{ launches: scaled(1) }] });
    await ncf("baseline", "save", "v1", "run-a");
    const path = join(cwd, ".ncf-bench/baselines/v1/records.jsonl");
    await writeFile(path, (await readFile(path, "utf8")).split("\n").slice(1).join("\n"));
    const { code, err } = await ncf("compare", "v1", "run-b");
    expect([code, err]).toEqual([2, expect.stringContaining("sha256")]);
  });
});

describe("ncf-bench baseline", () => {
  it("saves, lists, shows and removes", async () => {
    await write({ run: "run-a", cells: [{ launches: scaled(1) }] });
    expect((await ncf("baseline", "list")).out).toBe("");
    expect((await ncf("baseline", "save", "v1", "run-a")).out).toBe("v1 = run-a\n");
    expect(JSON.parse((await ncf("baseline", "list", "--json")).out)).toMatchObject([{ name: "v1", problem: null }]);
    expect((await ncf("baseline", "show", "v1")).out).toContain("ncf/train/fake");
    expect((await ncf("baseline", "save", "v1", "run-a")).code).toBe(2);
    expect((await ncf("baseline", "save", "v1", "run-a", "--force")).code).toBe(0);
    expect((await ncf("baseline", "remove", "v1")).code).toBe(0);
    expect((await ncf("baseline", "show", "v1")).code).toBe(2);
  });

  it("says when launches of the saved run are missing", async () => {
    await write({ run: "run-a", cells: [{ launches: [...scaled(1), failed()] }] });
    expect((await ncf("baseline", "save", "v1", "run-a")).err).toContain("only 5 of 6 launches");
  });
});
