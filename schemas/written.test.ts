import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { main } from "../harness/cli/main.js";
import { captureIo, runMain } from "../harness/cli/test-support-io.js";
import { buildRun, type CellSpec, failed, quality, type RunSpec } from "../harness/compare/testdata/runs.js";
import { writeRun } from "../harness/compare/testdata/write-run.js";
import { launches, withKernel, writeNight } from "../harness/history/testdata/nights.js";
import { sentinel } from "../harness/record/testdata/sentinels.js";
import { openLine, sealLine } from "../storage/checked-line.js";
import { packageRoot } from "../storage/package-root.js";
import { documents } from "./documents.js";

const root = packageRoot();
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });

/** What a schema that is shipped has against a document. */
function errorsOf(name: string, document: unknown): ErrorObject[] {
  const schema = JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8")) as { $id: string };
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  validate(document);
  return [...(validate.errors ?? [])];
}

const linesOf = (path: string) => readFileSync(path, "utf8").trim().split("\n");
const objects = (path: string) => linesOf(path).map((line) => JSON.parse(line) as Record<string, unknown>);

let cwd: string;
const env = () => ({ PATH: process.env.PATH, HOME: cwd, NCF_BENCH_CACHE: join(cwd, "cache") });
let run: string;
let kept: string | undefined;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ncf-schemas-"));
  run = join(cwd, "a");
  kept = process.env.NCF_BENCH_CACHE;
  process.env.NCF_BENCH_CACHE = join(cwd, "cache");
  const smoke = readFileSync(join(root, "harness/cli/testdata/smoke.yaml"), "utf8");
  // fp16 is not supported by the fake engine: the record of what could not be measured is a record, too.
  writeFileSync(join(cwd, "m.yaml"), smoke.replace("engine: fake,", "engine: fake, precision: [fp32, fp16],"));
  const { err } = await runMain(["run", "--matrix", "m.yaml", "--launches", "1", "--out", "a"], { cwd, env: env() });
  expect(err).toContain("2 of 4 launches");
});
afterAll(async () => {
  if (kept === undefined) delete process.env.NCF_BENCH_CACHE;
  else process.env.NCF_BENCH_CACHE = kept;
  await rm(cwd, { recursive: true });
});

describe("what a run writes", () => {
  it("is as the schemas say: manifest, records of success and failure, readings of the sentinel", () => {
    const records = objects(join(run, "records.jsonl"));
    expect(new Set(records.map(({ status }) => status))).toEqual(new Set(["ok", "unsupported"]));
    for (const record of records) expect(errorsOf("record", record)).toEqual([]);
    const readings = objects(join(run, "sentinel.jsonl"));
    expect(readings.length).toBe(3);
    for (const reading of readings) expect(errorsOf("sentinel", reading)).toEqual([]);
    expect(errorsOf("run", JSON.parse(readFileSync(join(run, "run.json"), "utf8")))).toEqual([]);
  });

  it("also where a figure is not finite, a sentinel failed, and a newer minor version says more", () => {
    const record = openLine(Buffer.from(linesOf(join(run, "records.jsonl"))[0]!));
    const epochs = [{ epoch: 0, seconds: 1, loss: Number.NaN, items: 1, steps: 1, phases: { compute: Infinity } }];
    const odd = { ...record, epochs, metrics: { "train.loss": -Infinity }, schema: "ncf-bench.record/1.7", news: 1 };
    expect(errorsOf("record", JSON.parse(sealLine(odd)))).toEqual([]);
    expect(errorsOf("sentinel", JSON.parse(sealLine(sentinel({ seconds: null }))))).toEqual([]);
  });
});

describe("what else is kept", () => {
  it("is as the schemas say: experiments and bisections, from before their first launch on", async () => {
    // Stopped at the first launch: the file is there by then.
    const begin = (...argv: string[]) => {
      const { io, abort } = captureIo({ cwd, env: env() });
      io.err = (text) => (text.startsWith("[1/") ? abort.abort() : undefined);
      return main(argv, io);
    };
    const chosen = ["--matrix", "m.yaml", "--cell", "mode=train", "precision=fp32"];
    expect(await begin("ab", "batch=512", ...chosen, "--out", "ab")).toBe(130);
    expect(errorsOf("ab", JSON.parse(readFileSync(join(cwd, "ab/ab.json"), "utf8")))).toEqual([]);
    expect(await begin("bisect", "as-is", "batch=512", "batch=128", ...chosen, "--out", "bisect")).toBe(130);
    expect(errorsOf("bisect", JSON.parse(readFileSync(join(cwd, "bisect/bisect.json"), "utf8")))).toEqual([]);
  });

  it("is as the schemas say: a baseline, and who accepted it, in a file that names its schema", async () => {
    const dir = await mkdtemp(join(cwd, "kept-"));
    for (const one of ["run-a", "run-b"]) {
      await writeRun(dir, buildRun({ run: one, cells: [{ launches: figures(one === "run-a" ? 1 : 0.8) }] }));
    }
    await runMain(["baseline", "save", "v1", "run-a"], { cwd: dir });
    await runMain(["accept", "run-b", "--because", "a test"], { cwd: dir });
    const baseline = JSON.parse(readFileSync(join(dir, ".ncf-bench/baselines/v1/baseline.json"), "utf8")) as object;
    expect(baseline).toMatchObject({ run: "run-b" });
    expect(errorsOf("baseline", baseline)).toEqual([]);
    expect(errorsOf("baseline", { ...baseline, files: { "run.json": "abc" } })).not.toEqual([]);
    const accepted = readFileSync(join(dir, "bench/accepted.yaml"), "utf8");
    expect(accepted.split("\n")[0]).toBe(`# Schema: ${documents.accepted!.schema}`);
    const entries = parse(accepted) as object[];
    expect(errorsOf("accepted", entries)).toEqual([]);
    expect(errorsOf("accepted", [{ ...entries[0], because: undefined }])).not.toEqual([]);
  });
});

describe("what is shipped", () => {
  it.each(readdirSync(join(root, "suites/matrices")))("%s is as the schema that it names says", (file) => {
    const text = readFileSync(join(root, "suites/matrices", file), "utf8");
    const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? "none";
    expect(join("suites/matrices", named)).toBe("schemas/matrix.schema.json");
    expect(errorsOf("matrix", parse(text))).toEqual([]);
  });

  it.each(readdirSync(join(root, "reference/published")))("the reference table %s is as the schema says", (file) => {
    const table = JSON.parse(readFileSync(join(root, "reference/published", file), "utf8")) as unknown;
    expect(errorsOf("reference", table)).toEqual([]);
  });
});

const figures = (factor: number, noise = 0.002) =>
  [-1.5, 0.5, -0.5, 1, 0].map((x) => 17_800 * factor * (1 + noise * x));

/** What `compare` or `history` prints, of runs in a folder of their own. */
async function printed(argv: readonly string[], write: (dir: string) => Promise<void>): Promise<unknown> {
  const dir = await mkdtemp(join(cwd, "printed-"));
  await write(dir);
  const { out } = await runMain([...argv, "--json"], { cwd: dir });
  return JSON.parse(out);
}

function cells(next: number): CellSpec[] {
  return [
    { launches: figures(next) },
    { cell: { batch: 2048 }, launches: figures(1, next === 1 ? 0.05 : 0.06) },
    { cell: { batch: 4096 }, launches: next === 1 ? figures(1) : [...figures(1), failed("timeout")] },
    { cell: { batch: 8192 }, launches: figures(1), protocol: { negatives: next === 1 ? 100 : 99 } },
    {
      cell: { batch: 16_384 },
      launches: figures(1).map((value, seed) => ({ value, metrics: exactly(value, seed, next) })),
    },
    { cell: { batch: next === 1 ? 7 : 9 }, launches: figures(1) },
  ];
}

/** The loss repeats under a seed; in the newer run it became NaN. */
const exactly = (value: number, seed: number, next: number) => ({
  "train.throughput": value,
  "train.loss": next === 1 ? 0.5 + seed / 100 : Number.NaN,
});

const compared = (first: Partial<RunSpec> = {}, ...argv: string[]) =>
  printed(["compare", "run-a", "run-b", ...argv], async (dir) => {
    for (const spec of [
      { run: "run-a", cells: cells(1), ...first },
      { run: "run-b", createdAt: "2026-01-03T03:04:05.000Z", cells: cells(0.8) },
      { run: "run-c", createdAt: "2026-01-04T03:04:05.000Z", cells: cells(0.8) },
    ]) {
      await writeRun(dir, buildRun(spec));
    }
  });

const history = () =>
  printed(["history"], async (dir) => {
    for (let night = 0; night < 16; night++) {
      await writeNight(dir, night, {
        machine: withKernel(night < 8 ? "6.1.0" : "6.2.0"),
        cells: [
          { launches: night === 5 ? [failed("timeout")] : launches(night < 8 ? 20_000 : 16_000, night) },
          { cell: { batch: 4096 }, launches: [failed("oom")] },
        ],
      });
    }
  });

/** A run on a GPU of the published tables, one launch of which is faster than that GPU can be. */
const checked = () =>
  printed(["check", "run-a"], async (dir) => {
    const launch = (value: number) => ({
      value,
      epochs: [0, 1, 2].map((epoch) => ({
        epoch,
        seconds: 99_308_850 / value,
        loss: 0.1,
        items: 99_308_850,
        steps: 95,
      })),
      quality: quality(0.9588, 0.9562),
    });
    const cell = { engine: "xla", gpus: 1, precision: "fp16", batch: 1_048_576, dataset: "ml-20m" } as const;
    const options = {
      target: 0.9562,
      topk: 10,
      validNegative: 100,
      validUsersPerBatch: 5000,
      negativeSamples: 4,
      lazyAdam: false,
    };
    const view = { gpus: [{ vendor: "NVIDIA", model: "Tesla V100-SXM2-16GB", memoryBytes: 16_945_512_448 }] };
    await writeRun(
      dir,
      buildRun({
        run: "run-a",
        cells: [
          {
            cell,
            options,
            protocol: { users: 138_493, items: 26_744, evalNegatives: 100 },
            launches: [14.2e6, 400e6].map(launch),
          },
        ],
        machine: { view },
        datasets: { "ml-20m": { dir: "/d", name: "ml-20m", synthetic: false, hash: "h" } },
      }),
    );
  });

describe("what is printed as JSON", () => {
  it("of a comparison is as the schema says, confirmed, refused and over another machine, too", async () => {
    const machine = { fingerprint: "m-2", identity: { cpu: { model: "Other CPU", cores: 8 }, gpus: [] } };
    const all = await Promise.all([
      compared(),
      compared({}, "--confirm", "run-c"),
      compared({ machine }),
      compared({ machine }, "--cross-machine"),
    ]);
    for (const one of all) expect(errorsOf("comparison", one)).toEqual([]);
    const said = all as {
      cells: { reason: { code: string }; exact: unknown[] }[];
      confirmation: object;
      refused: object;
    }[];
    expect(said[0]!.cells.map(({ reason }) => reason.code)).toEqual(
      expect.arrayContaining(["beyond-margin", "protocol-mismatch", "cell-missing"]),
    );
    expect(said[0]!.cells[4]!.exact).toMatchObject([{ firstDifference: { next: null } }]);
    expect([said[1]!.confirmation, said[2]!.refused]).toEqual([expect.any(Object), expect.any(Object)]);
  });

  it("of a check is as the schema says, with figures that apply and a launch that cannot be", async () => {
    const said = (await checked()) as { cells: { applied: unknown[]; roofline: { invalid: unknown[] } }[] };
    expect(errorsOf("check", said)).toEqual([]);
    expect(said.cells[0]!.applied.length).toBeGreaterThan(0);
    expect(said.cells[0]!.roofline.invalid.length).toBe(1);
  });

  it("of a history is as the schema says, with a change, a gap and a cell that was never measured", async () => {
    const said = (await history()) as { series: { changes: unknown[]; gaps: unknown[] }[]; unmeasured: unknown[] };
    expect(errorsOf("history", said)).toEqual([]);
    expect([said.series[0]!.changes.length, said.series[0]!.gaps.length, said.unmeasured.length]).toEqual([1, 1, 1]);
  });
});

/** A copy with one member changed; undefined takes it out. */
function broken(document: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(document) as Record<string, unknown>;
  const steps = path.split(".");
  const last = steps.pop()!;
  let at = copy;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

describe("a broken document is refused, where it is broken", () => {
  const document: Record<string, () => unknown> = {
    record: () => objects(join(run, "records.jsonl")).find(({ status }) => status === "ok"),
    run: () => JSON.parse(readFileSync(join(run, "run.json"), "utf8")),
    sentinel: () => objects(join(run, "sentinel.jsonl"))[0],
    matrix: () => parse(readFileSync(join(root, "suites/matrices/quick.yaml"), "utf8")),
    reference: () => JSON.parse(readFileSync(join(root, "reference/published/paper-2017.json"), "utf8")),
    comparison: () => compared(),
    check: checked,
    history,
  };

  it.each([
    ["record", "schema", "ncf-bench.record/2.0"],
    ["record", "check", undefined],
    ["record", "status", "fine"],
    ["record", "launch", -1],
    ["record", "durationSeconds", "1 s"],
    ["record", "cell.batch", 0],
    ["record", "metrics.train\u2024x", "fast"],
    ["record", "engine.details.fake", [true]],
    ["record", "telemetry", null],
    ["run", "schema", "ncf-bench.record/1.0"],
    ["run", "seed", 1.5],
    ["run", "cells.0.launches", -1],
    ["run", "order.0", [0]],
    ["run", "machine.fingerprint", undefined],
    ["sentinel", "schema", "ncf-bench.sentinel/2.0"],
    ["sentinel", "place", "later"],
    ["sentinel", "reading.seconds", []],
    ["matrix", "matrix", 2],
    ["matrix", "launches", 0],
    ["matrix", "cells.0.speed", 1],
    ["matrix", "name", "Quick!"],
    ["reference", "schema", "ncf-bench.reference/2.0"],
    ["reference", "figures.0.unit", "items"],
    ["reference", "figures", []],
    ["comparison", "schema", "ncf-bench.comparison/2.0"],
    ["comparison", "cells.0.verdict", "worse"],
    ["comparison", "cells.0.reason.code", "because"],
    ["comparison", "cells.0.gated.p", 2],
    ["comparison", "exitCode", 7],
    ["comparison", "counts.same", undefined],
    ["check", "cells.0.applied.0.verdict", "same"],
    ["check", "counts.reasons.weather", 1],
    ["check", "counts.figures", -1],
    ["history", "schema", "ncf-bench.history/2.0"],
    ["history", "series.0.points.0.median", null],
    ["history", "series.0.changes.0.verdict", "same"],
  ])("%s with another %s", async (name, path, value) => {
    const whole = await document[name]!();
    expect(errorsOf(name, whole)).toEqual([]);
    const errors = errorsOf(name, broken(whole, path, value));
    const parent = `/${path.split(".").slice(0, -1).join("/")}`.replace(/\/$/, "");
    expect(errors.map(({ instancePath }) => instancePath)).toContainEqual(expect.stringMatching(`^${parent}`));
  });
});
