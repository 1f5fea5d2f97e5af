import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nearest } from "./config/nearest.js";
import { runMain } from "./test-support-io.js";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "config-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const config = (text: string, name = "ncf-bench.config.yaml") => writeFileSync(join(cwd, name), text);
const ncf = (...argv: string[]) => runMain(argv, { cwd });
const planned = async (...argv: string[]) =>
  (JSON.parse((await ncf("plan", "--json", ...argv)).out) as { cells: { cell: { mode: string }; launches: number }[] })
    .cells;

describe("a config file", () => {
  it("gives a command its options, and the command line comes before it", async () => {
    config("plan:\n  launches: 9\n  engine: tfjs\n  cell: [mode=infer]\n");
    expect((await planned()).map(({ cell, launches }) => [cell.mode, launches])).toEqual([
      ["infer", 9],
      ["infer", 9],
    ]);
    expect((await planned("--launches", "6", "--cell", "mode=train"))[0]).toMatchObject({
      cell: { mode: "train" },
      launches: 6,
    });
    expect(await planned("--no-config", "--engine", "tfjs")).toHaveLength(4);
  });

  it("is the one that --config or NCF_BENCH_CONFIG names", async () => {
    config("plan: { launches: 3 }", "mine.yaml");
    expect((await planned("--config", "mine.yaml"))[0]!.launches).toBe(3);
    const { out } = await runMain(["plan", "--json"], { cwd, env: { NCF_BENCH_CONFIG: "mine.yaml" } });
    expect(JSON.parse(out).cells[0].launches).toBe(3);
  });

  it("is not looked for above the folder", async () => {
    config("plan: { launches: 3 }");
    mkdirSync(join(cwd, "below"));
    const { out } = await runMain(["config", "show", "--json"], { cwd: join(cwd, "below") });
    expect(JSON.parse(out)).toEqual({ schema: "ncf-bench.config/1.0", file: null, settings: [] });
  });

  it.each([
    {
      what: "an unknown command",
      text: "ruin: { matrix: quick }",
      message: /:1:7: there is no command "ruin"\n.*did you mean run\?/,
    },
    {
      what: "an unknown option",
      text: "run:\n  matrx: quick",
      message: /:2:10: run has no option "matrx"\n.*did you mean matrix\?/,
    },
    {
      what: "a value out of range",
      text: "run: { launches: 0 }",
      message: /run\.launches: Expected a whole number from 1/,
    },
    {
      what: "a list where one value goes",
      text: "run: { launches: [1, 2] }",
      message: /run\.launches: expected one value/,
    },
    { what: "a map where a value goes", text: "run: { matrix: { a: 1 } }", message: /run\.matrix: expected one value/ },
    { what: "a text for a switch", text: "run: { weak: sure }", message: /run\.weak: expected true or false/ },
    {
      what: "what only a person may ask for",
      text: "run: { resume: latest }",
      message: /run\.resume can be given on the command line only/,
    },
    { what: "a list of commands", text: "- run", message: /expected commands with their options/ },
    { what: "no YAML", text: "run: {", message: /ncf-bench\.config\.yaml:1:\d+/ },
  ])("with $what is refused by every command, with its place", async ({ text, message }) => {
    config(text);
    for (const argv of [["config", "show"], ["list"], ["run", "--dry-run"]]) {
      const { code, out, err } = await ncf(...argv);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(message);
    }
    // Unless it is told to take none.
    expect((await ncf("list", "--no-config")).code).toBe(0);
  });

  it("cannot be two files, nor one that is not there", async () => {
    expect((await ncf("list", "--config", "none.yaml")).err).toMatch(/--config: there is no file none\.yaml/);
    config("run: {}");
    config("{}", "ncf-bench.config.json");
    expect((await ncf("list")).err).toMatch(/there are ncf-bench\.config\.yaml and ncf-bench\.config\.json/);
  });

  it("is begun by config init, shown by config show, and never written over", async () => {
    expect(await ncf("config", "init")).toMatchObject({ code: 0, out: "ncf-bench.config.yaml\n" });
    const { code, out } = await ncf("config", "show");
    expect(code).toBe(0);
    expect(out).toMatch(/run +--matrix +"quick" +ncf-bench\.config\.yaml:4:11/);
    expect((await ncf("config", "init")).code).toBe(2);
    expect(readdirSync(cwd)).toEqual(["ncf-bench.config.yaml"]);
  });
});

describe("--quiet", () => {
  it("leaves data on stdout and errors on stderr, and nothing else", async () => {
    const loud = await ncf("plan", "--engine", "tfjs", "--launches", "3");
    const quiet = await ncf("plan", "--engine", "tfjs", "--launches", "3", "-q");
    expect(loud.err).toMatch(/note:/);
    expect(quiet).toEqual({ code: 0, out: loud.out, err: "" });
    expect((await ncf("compare", "none", "--quiet")).err).toMatch(/^error: /);
  });
});

it.each([
  ["matrx", "matrix"],
  ["lanches", "launches"],
  ["xyz", null],
  ["", null],
])("the name nearest to %j is %j", (typed, name) => expect(nearest(typed, ["matrix", "launches", "cell"])).toBe(name));
