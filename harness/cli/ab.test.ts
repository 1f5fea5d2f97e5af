import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import { matchGolden } from "../../test/golden.js";
import { resolveCommit } from "../ab/commit.js";
import { findExperiment } from "../ab/experiment.js";
import { main } from "./main.js";
import { captureIo, runMain } from "./test-support-io.js";

const smoke = join(packageRoot(), "harness/cli/testdata/smoke.yaml");
const golden = (name: string) => fileURLToPath(new URL(`testdata/ab/${name}`, import.meta.url));

let cache: string;
let cwd: string;
beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), "ncf-cache-"));
  process.env.NCF_BENCH_CACHE = cache;
});
afterAll(() => rmSync(cache, { recursive: true }));
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "ncf-ab-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const env = () => ({ PATH: process.env.PATH, HOME: cwd, NCF_BENCH_CACHE: cache });
const train = ["--matrix", smoke, "--cell", "mode=train"];
const ab = (...argv: string[]) => runMain(["ab", ...argv], { cwd, env: env() });
const fake = (script: object) => `env:NCF_BENCH_FAKE=${JSON.stringify(script)}`;
const latest = () => findExperiment("latest", cwd);
/** What every machine must print alike: nothing of where this test lies, of how busy it was, and of what is committed. */
const anywhere = (text: string) => text.replaceAll(smoke, "smoke.yaml").replaceAll(/^ {2}\S.*\n/gm, "");

describe("ncf-bench ab", () => {
  it("finds a planted slowdown, exits 1, and keeps both variants in runs that compare reads", async () => {
    const slow = fake({ noise: 0.01, salt: 9, itemsPerSecond: 93_000 });
    const { code, out, err } = await ab(fake({ noise: 0.01 }), slow, ...train, "--blocks", "3");
    matchGolden(golden("slower.stdout"), anywhere(out));
    expect(code).toBe(1);
    expect(err).toMatch(/^\[12\/12\] [AB] ncf\/train\/fake/m);
    const { dir, experiment, a, b } = await latest();
    expect([a.records.length, b.records.length]).toEqual([6, 6]);
    // The two launches of a pair share their seed, and were made in the order that is kept.
    const made = [...a.records.map((r) => ["a", r] as const), ...b.records.map((r) => ["b", r] as const)]
      .sort(([, x], [, y]) => (x.startedAt < y.startedAt ? -1 : 1))
      .map(([side, record]) => [side, record.launch, record.seed]);
    expect(made).toEqual(experiment.order.map(([side, , pair]) => [side, pair, 1 + pair]));
    expect(a.manifest).toMatchObject({ run: `${experiment.id}-a`, ab: { experiment: experiment.id, side: "a" } });
    const compared = await runMain(["compare", join(dir, "a"), join(dir, "b"), "--json"], { cwd });
    expect(JSON.parse(compared.out).cells[0]).toMatchObject({ gated: { base: { valid: 6 }, next: { valid: 6 } } });
    expect((await runMain(["list"], { cwd })).out).not.toContain(experiment.id);
  });

  it("stopped in a pair it keeps what was made; resumed it makes that pair anew, and its result can be shown again", async () => {
    const abort = new AbortController();
    const { io, written } = captureIo({ cwd, env: env(), signal: abort.signal });
    const listen = io.err;
    io.err = (text) => {
      listen(text);
      if (text.startsWith("[3/12]")) abort.abort();
    };
    expect(await main(["ab", "batch=512", ...train, "--blocks", "3", "--out", "mine"], io)).toBe(130);
    expect(written.err).toMatch(/stopped after 3 of 12 launches.*\n.*ncf-bench ab --resume mine/);
    expect(written.out).toBe("");
    expect((await ab("--resume", "mine", "--dry-run")).out).toMatch(/^10 of 12 launches of/);
    const { code, out } = await ab("--resume", "mine", "--json");
    expect(JSON.parse(out)).toMatchObject({
      schema: "ncf-bench.ab-result/1.0",
      a: "as-is",
      b: "batch=512",
      cells: [{ verdict: "same", gated: { base: { valid: 6, planned: 6 }, p: expect.any(Number) } }],
      exitCode: 0,
      nextCommand: null,
    });
    expect(code).toBe(0);
    const { a, b, experiment } = await findExperiment("mine", cwd);
    const [torn] = experiment.order.slice(2, 3);
    const again = [...a.records, ...b.records].filter((record) => record.attempt === 1);
    expect(again.map(({ launch }) => launch)).toEqual([torn![2]]);
    const shown = await ab("--resume", "mine", "--json");
    expect([shown.out, shown.err.split("\n").length]).toEqual([out, 2]);
  });

  it("a variant that crashes breaks its pairs: counted, not comparable, exit 5", async () => {
    const { code, out, err } = await ab("env:NCF_BENCH_FAULT=crash@epoch=1", ...train, "--blocks", "3");
    matchGolden(golden("crash.stdout"), anywhere(out));
    expect([code, err]).toEqual([5, expect.stringContaining("6 of 6 pairs are broken: failed in B")]);
  });

  it("what one variant cannot do is measured by neither, and says why", async () => {
    const { code, out } = await ab("precision=fp16", ...train, "--json");
    const [cell] = JSON.parse(out).cells;
    expect([code, cell.verdict, cell.reason.message]).toEqual([
      5,
      "not comparable",
      expect.stringContaining("scripted not to know fp16"),
    ]);
    const { a, b } = await latest();
    expect([a.records.length, b.records.map(({ status }) => status)]).toEqual([0, ["unsupported"]]);
  });

  it("another checkout measures its own side", async () => {
    const other = join(cwd, "other");
    const worker = join(other, "dist/harness/worker");
    mkdirSync(worker, { recursive: true });
    writeFileSync(join(other, "package.json"), '{"version":"9.9.9","type":"module"}');
    const own = join(packageRoot(), "dist/harness/worker/main.js");
    writeFileSync(
      join(worker, "main.js"),
      `process.env.NCF_BENCH_FAKE = '{"itemsPerSecond":50000}';\nawait import(${JSON.stringify(own)});\n`,
    );
    const { code, out } = await ab("checkout=other", ...train, "--blocks", "3", "--json");
    const said = JSON.parse(out);
    expect([code, said.cells[0].verdict, said.cells[0].gated.effect.ratio]).toEqual([
      1,
      "slower",
      expect.closeTo(0.5, 3),
    ]);
    expect(said.environment).toContainEqual(expect.objectContaining({ field: "ncf-bench.version", next: "9.9.9" }));
    expect(said.warnings).toEqual([]);
  });

  it("a commit is built once, in the cache, and measures its own side; to look needs no build", async () => {
    const head = resolveCommit("HEAD", "test");
    const built = join(cache, "checkouts", head);
    const looked = await ab(`commit=${head.slice(0, 9)}`, ...train, "--blocks", "3", "--dry-run");
    expect([looked.code, existsSync(built)]).toEqual([0, false]);
    const { code, out, err } = await ab("commit=HEAD", ...train, "--blocks", "3", "--json");
    expect([code, JSON.parse(out).cells[0].verdict]).toEqual([0, "same"]);
    expect(err).toContain(`building commit ${head.slice(0, 12)} of ncf-bench\n`);
    const { experiment, b } = await latest();
    expect(experiment.b).toMatchObject({ commit: head, checkout: null });
    expect(b.records.map(({ software }) => software.commit)).toEqual(Array(6).fill(head));
    expect((await ab("commit=HEAD", ...train, "--blocks", "3")).err).not.toContain("building");
  });

  it("--dry-run shows the order and what it would find, and writes nothing", async () => {
    const { code, out } = await ab("xla=on", "--matrix", smoke, "--dry-run");
    matchGolden(golden("dry-run.stdout"), out);
    expect([code, existsSync(join(cwd, ".ncf-bench"))]).toEqual([0, false]);
  });

  it.each([
    [["--blocks", "3"], /no variant is given/],
    [["as-is", "as-is", "as-is"], /not 3.*bisect/],
    [["as-is", "--b", "gpus=1"], /not both ways/],
    [["speed=1"], /no setting "speed"/],
    [["commit=no-such-branch"], /there is no commit "no-such-branch"/],
    [["commit=HEAD checkout=."], /checkout sets checkout a second time/],
    [["gpus=1", "--blocks", "2"], /4 pairs can decide nothing for 1 cell.*\n.*--blocks 3/],
    [["gpus=1", "--launches", "5"], /--launches: is --blocks here/],
    [["gpus=1", "--metric", "speed"], /train\.throughput/],
    [["gpus=1", "--margin", "2"], /--margin/],
    [["--resume", "nothing"], /no A\/B experiment "nothing"/],
    [["--resume", "latest", "--blocks", "4"], /--blocks: is fixed/],
    [["gpus=1", "--resume", "latest"], /variants: is fixed/],
  ])("%j exits 2 with what to do, and nothing is written", async (argv, message) => {
    const { code, out, err } = await ab(...argv, ...(argv.includes("--resume") ? [] : train));
    expect([code, out, err]).toEqual([2, "", expect.stringMatching(message)]);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("refuses variants whose cells are no pairs, and an experiment that is damaged", async () => {
    const matrix = readFileSync(smoke, "utf8").replace(
      "{ mode: train, batch: 256 }",
      "{ mode: train, batch: [256, 512] }",
    );
    writeFileSync(join(cwd, "two.yaml"), matrix);
    const same = await ab("as-is", "--matrix", "two.yaml", "--dry-run");
    expect(same.out).toContain("60 launches in blocks of four");
    const { code, err } = await ab("batch=1024", "--matrix", "two.yaml");
    expect([code, err]).toEqual([2, expect.stringMatching(/3 cells of A and the 2 of B are no pairs.*\(batch\)/)]);
    await ab("precision=fp16", ...train, "--out", "mine");
    const path = join(cwd, "mine/ab.json");
    writeFileSync(path, readFileSync(path, "utf8").replace('"blocks": 5', '"blocks": "5"'));
    const damaged = await ab("--resume", "mine");
    expect([damaged.code, damaged.err]).toEqual([2, expect.stringMatching(/blocks: .*number/)]);
  });
});
