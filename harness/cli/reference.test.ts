import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Figure } from "../../reference/schema.js";
import { ownFigure, ownTable } from "../../reference/testdata/own-table.js";
import { matchGolden } from "../../test/golden.js";
import { buildRun } from "../compare/testdata/runs.js";
import { writeRun } from "../compare/testdata/write-run.js";
import { runMain } from "./test-support-io.js";

const golden = (name: string) => fileURLToPath(new URL(`testdata/reference/${name}`, import.meta.url));

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ncf-reference-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const run = (...argv: string[]) => runMain(["reference", ...argv], { cwd });
const table = (changes: Partial<Figure> = {}) => JSON.stringify(ownTable([ownFigure(changes)]));
const kept = () => readdir(join(cwd, ".ncf-bench/references")).catch(() => []);

/** A run on one V100 at so many items a second. */
function v100(throughput: number) {
  const epochs = [0, 1].map((epoch) => ({ epoch, seconds: 95e6 / throughput, loss: 0.1, items: 95e6, steps: 95 }));
  const view = { gpus: [{ vendor: "NVIDIA", model: "Tesla V100-SXM2-16GB", memoryBytes: 16_945_512_448 }] };
  const cell = { engine: "xla", gpus: 1, precision: "fp32", batch: 1_048_576, dataset: "ml-20m" } as const;
  const options = { target: 0.9562, topk: 10, validNegative: 100, negativeSamples: 4, lazyAdam: false };
  const protocol = { users: 138_493, items: 26_744, evalNegatives: 100 };
  return buildRun({
    run: "run-a",
    cells: [{ cell, options, protocol, launches: [{ value: throughput, epochs }] }],
    machine: { view },
    datasets: { "ml-20m": { dir: "/d", name: "ml-20m", synthetic: false, hash: "h" } },
  });
}

describe("ncf-bench reference", () => {
  it("add keeps a table, and check and report hold runs against it", async () => {
    await writeFile(join(cwd, "mine.json"), table({ value: 9.6e6 }));
    const added = await run("add", "mine.json");
    expect([added.code, added.out]).toEqual([0, "mine: 1 of 1 figures are held against runs\n"]);
    expect(JSON.parse(await readFile(join(cwd, ".ncf-bench/references/mine.json"), "utf8"))).toEqual(
      JSON.parse(table({ value: 9.6e6 })),
    );
    await writeRun(cwd, v100(8e6));
    const { code, out } = await runMain(["check", "run-a", "--json"], { cwd });
    const own = JSON.parse(out).cells[0].applied.find((one: { figure: Figure }) => one.figure.id === "mine/1");
    expect([code, own]).toEqual([1, expect.objectContaining({ verdict: "missed", gated: true, measured: 8e6 })]);
    expect((await runMain(["report", "run-a", "--md", "-"], { cwd })).out).toContain("Acceptance of cluster b");
  });

  it("--name is the table's id from then on", async () => {
    await writeFile(join(cwd, "mine.json"), table());
    expect((await run("add", "mine.json", "--name", "cluster-b")).code).toBe(0);
    const { out } = await run("show", "cluster-b", "--json");
    expect(JSON.parse(out)).toMatchObject({ id: "cluster-b", figures: [{ id: "cluster-b/1" }] });
    expect(await kept()).toEqual(["cluster-b.json"]);
  });

  it("a table with an error leaves nothing behind, nor touches the one that is there", async () => {
    await writeFile(join(cwd, "bad.json"), table({ gpus: 0 }));
    const { code, out, err } = await run("add", "bad.json");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/bad\.json:1:\d+: figures\[0\]\.gpus: .*\n {2}→ .*reference --schema/);
    expect(await kept()).toEqual([]);
    await writeFile(join(cwd, "good.json"), table());
    await run("add", "good.json");
    const before = await readFile(join(cwd, ".ncf-bench/references/mine.json"), "utf8");
    expect((await run("add", "bad.json", "--force")).code).toBe(2);
    expect(await readFile(join(cwd, ".ncf-bench/references/mine.json"), "utf8")).toBe(before);
    expect(await kept()).toEqual(["mine.json"]);
  });

  it("a name that is taken is refused, of an own table until --force", async () => {
    await writeFile(join(cwd, "mine.json"), table());
    await run("add", "mine.json");
    const again = await run("add", "mine.json");
    expect([again.code, again.err]).toEqual([2, expect.stringMatching(/there is a table mine already\n.*--force/)]);
    await writeFile(join(cwd, "mine.json"), table({ value: 9e6 }));
    expect((await run("add", "mine.json", "--force")).code).toBe(0);
    expect(JSON.parse((await run("show", "mine", "--json")).out).figures[0].value).toBe(9e6);
    const published = await run("add", "mine.json", "--name", "paper-2017", "--force");
    expect([published.code, published.err]).toEqual([2, expect.stringContaining("published table paper-2017")]);
  });

  it.each([
    [["add", "none.json"], /none\.json: there is no such file/],
    [["add", "."], /cannot be read/],
    [["add", "mine.json", "--name", "../up"], /cannot be a table's name/],
    [["show", "none"], /there is no table "none" of yours/],
    [["remove", "none"], /there is no table "none" of yours/],
    [["remove", "paper-2017"], /there is no table "paper-2017" of yours/],
    [[], /say what to do/],
    [["nonsense"], /too many arguments|unknown command/],
  ])("%j exits 2 and says why", async (argv, message) => {
    const { code, out, err } = await run(...argv);
    expect([code, out, err]).toEqual([2, "", expect.stringMatching(message)]);
  });

  it("list and show print the published tables and one's own", async () => {
    await writeFile(join(cwd, "mine.json"), table());
    await run("add", "mine.json");
    matchGolden(golden("list.stdout"), (await run("list")).out);
    matchGolden(golden("show.stdout"), (await run("show", "mine")).out);
    expect((await run("show", "tensorflow-2019-07")).out).toContain("tensorflow-2019-07/57");
  });

  it("a table that was damaged since is told by list, refused by check, and can be removed", async () => {
    await mkdir(join(cwd, ".ncf-bench/references"), { recursive: true });
    await writeFile(join(cwd, ".ncf-bench/references/mine.json"), '{"schema":');
    await writeRun(cwd, v100(9.6e6));
    const list = await run("list", "--json");
    expect(JSON.parse(list.out).at(-1)).toMatchObject({ name: "mine", own: true, figures: 0 });
    expect(list.err).toMatch(/warning: .*mine\.json/);
    const check = await runMain(["check", "run-a"], { cwd });
    expect([check.code, check.out, check.err]).toEqual([2, "", expect.stringContaining("mine.json")]);
    expect((await run("remove", "mine")).code).toBe(0);
    expect(await kept()).toEqual([]);
    expect((await runMain(["check", "run-a"], { cwd })).code).toBe(0);
  });

  it("--schema prints a JSON Schema", async () => {
    const { code, out } = await run("--schema");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ $schema: expect.stringContaining("json-schema.org"), type: "object" });
  });
});
