import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import { processesWithVariable } from "../../storage/process-identity.js";
import { readRecords } from "../record/store.js";
import { listRuns, resolveRun } from "../run/run-dir.js";
import { main } from "./main.js";
import { captureIo, runMain } from "./test-support-io.js";

const smoke = join(packageRoot(), "harness/cli/testdata/smoke.yaml");

let cache: string;
let cwd: string;
beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), "ncf-cache-"));
  process.env.NCF_BENCH_CACHE = cache;
});
afterAll(() => rmSync(cache, { recursive: true }));
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "ncf-cli-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const env = (more: Record<string, string> = {}) => ({
  PATH: process.env.PATH,
  HOME: cwd,
  NCF_BENCH_CACHE: cache,
  ...more,
});
const run = (argv: string[], more: Record<string, string> = {}) => runMain(argv, { cwd, env: env(more) });
const onlyRun = async () => resolveRun((await listRuns(cwd))[0]!.id, cwd);

describe("ncf-bench run", () => {
  it("prints the table on stdout and the rest on stderr, keeps records, logs and run.json, names the next command", async () => {
    const { code, out, err } = await run(["run", "--matrix", smoke]);
    expect(code).toBe(0);
    expect(out).toMatch(/^cell +n +median +spread +HR +a launch\n/);
    expect(out).toMatch(/ncf\/train\/fake\S+ +2\/2 +100 k items\/s +0 % +0\.\d{4} /);
    expect(out).toMatch(/synthetic: HR says/);
    expect(err).toMatch(/^\[4\/4\] ncf\/\S+ launch 2: .*$/m);
    expect(err).toMatch(/all 4 launches were measured/);
    const { dir, manifest, records } = await onlyRun();
    expect(err).toContain(`ncf-bench baseline save NAME ${manifest.run}`);
    expect(readdirSync(dir)).toEqual(expect.arrayContaining(["logs", "records.jsonl", "report.html", "run.json"]));
    expect(err).toContain(`report   ${join(dir, "report.html")}`);
    expect(records).toHaveLength(4);
    expect(new Set(records.map(({ protocolHash }) => protocolHash)).size).toBe(2);
    expect(readlinkSync(join(cwd, ".ncf-bench/runs/latest"))).toBe(manifest.run);
    expect((await resolveRun("latest", cwd)).manifest.run).toBe(manifest.run);
    expect(readFileSync(join(cwd, ".ncf-bench/.gitignore"), "utf8")).toBe("*\n");
  });

  it("as JSON prints one document with the exit code in it", async () => {
    const { out } = await run(["run", "--matrix", smoke, "--launches", "1", "--out", "res", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      dir: join(cwd, "res"),
      cells: [{ planned: 1, valid: 1, metric: "train.throughput" }, { metric: "infer.fed.throughput" }],
      exit: { code: 0 },
    });
    expect((await resolveRun("res", cwd)).records).toHaveLength(2);
    expect((await resolveRun("latest", cwd)).records).toHaveLength(2);
    expect((await run(["run", "--matrix", smoke, "--out", "res"])).err).toMatch(/a run in this folder already/);
  });

  it("measures only the cells, launches, seeds and options that it is told to", async () => {
    const argv = [
      "run",
      "--matrix",
      smoke,
      "--cell",
      "mode=train",
      "--launches",
      "3",
      "--seed",
      "9",
      "--set",
      "epochs=4",
    ];
    expect((await run(argv)).code).toBe(0);
    const { manifest, records } = await onlyRun();
    expect(records.map(({ seed }) => seed)).toEqual([9, 10, 11]);
    expect(records[0]!.epochs).toHaveLength(4);
    expect(manifest.command).toEqual(argv);
  });

  it("records what the machine or the engine does not support, says why per cell, and exits 5", async () => {
    const { code, out, err } = await run(["run", "--matrix", "dgx1", "--engine", "oracle", "--json"]);
    expect(code).toBe(5);
    const said = JSON.parse(out);
    expect(said.exit).toEqual({ code: 5, reason: "nothing was measured" });
    expect(said.cells).toHaveLength(18);
    for (const cell of said.cells) {
      expect(cell).toMatchObject({
        valid: 0,
        problems: [{ kind: "unsupported", count: 1, message: expect.stringMatching(/GPU|CPU|fp16/) }],
      });
    }
    expect(err).toMatch(/^18 of 18 cells are not supported here/m);
    const { records, manifest } = await onlyRun();
    expect(records).toHaveLength(18);
    expect(manifest.order).toEqual([]);
    expect(readdirSync(join(cwd, ".ncf-bench/runs", manifest.run, "logs"))).toEqual([]);
  });

  it("keeps a failed launch as a record, exits 5, and measures it again only with --retry-failed", async () => {
    const first = await run(["run", "--matrix", smoke, "--cell", "mode=train"], { NCF_BENCH_FAULT: "crash@epoch=1" });
    expect(first.code).toBe(5);
    expect(first.out).toMatch(/0\/2 .*2 crash: crashed with SIGSEGV/);
    const id = (await onlyRun()).manifest.run;
    expect((await run(["run", "--resume", id])).code).toBe(5);
    const again = await run(["run", "--resume", "latest", "--retry-failed"]);
    expect(again.code).toBe(0);
    expect((await onlyRun()).records.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, "ok"],
      [1, "ok"],
    ]);
  });

  it("--dry-run and plan say what would be done and write nothing", async () => {
    const dry = await run(["run", "--matrix", smoke, "--dry-run"]);
    const plan = await run(["plan", "--matrix", smoke]);
    expect([dry.code, dry.out]).toEqual([0, plan.out]);
    expect(plan.out).toMatch(/4 launches, interleaved by seed 1: [12 ]+\nTime: not known/);
    expect(readdirSync(cwd)).toEqual([]);
    await run(["run", "--matrix", smoke]);
    expect((await run(["plan", "--matrix", smoke])).out).toMatch(/Time: about [\d.]+ m?s\./);
    const json = JSON.parse((await run(["plan", "--matrix", "dgx1", "--engine", "oracle", "--json"])).out);
    expect(json.order).toEqual([]);
    expect(json.cells[0]).toMatchObject({ unsupported: { code: "gpus", reason: expect.any(String) } });
  });

  it.each([
    [["--matrix", "nope"], /no matrix "nope"/],
    [["--matrix", "./nope.yaml"], /no such file/],
    [["--cell", "colour=red"], /no axis "colour"/],
    [["--matrix", smoke, "--cell", "gpus=7"], /no cell has gpus=7/],
    [["--matrix", smoke, "--set", "epochs"], /expected key=value/],
    [["--matrix", smoke, "--set", "epochs=[1]"], /expected a single value/],
    [["--matrix", smoke, "--set", "epocs=1"], /epocs/],
    [["--matrix", smoke, "--engine", "nope"], /no engine "nope"/],
    [["--matrix", smoke, "--launches", "0"], /from 1 to 1000/],
    [["--matrix", smoke, "--timeout", "-1"], /positive/],
    [["--resume", "nope"], /no run "nope"/],
    [["--resume", "latest", "--launches", "9"], /--launches: is fixed by the run/],
    [["--retry-failed"], /goes with --resume/],
    [["--bogus"], /unknown option/],
    [["extra"], /too many arguments/],
  ])("refuses %j with exit code 2 and measures nothing", async (argv, message) => {
    const { code, out, err } = await run(["run", ...argv]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/ at .*:\d+:\d+\)/);
    expect(out).toBe("");
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("warns in words and in the records where machine or software changed between begin and resume", async () => {
    const stopped = captureIo({ cwd, env: env() });
    stopped.io.err = (line) => line.startsWith("[") && stopped.abort.abort();
    await main(["run", "--matrix", smoke], stopped.io);
    const { dir } = await onlyRun();
    const path = join(dir, "run.json");
    writeFileSync(path, readFileSync(path, "utf8").replace(/"fingerprint": "\w+"/, '"fingerprint": "another"'));
    const { code, err } = await run(["run", "--resume", "latest"]);
    expect(code).toBe(0);
    expect(err).toMatch(/warning: this machine \(\w+\) is not the one the run began on \(another\)/);
    const warned = (await onlyRun()).records.filter(({ warnings }) =>
      warnings.some((w) => w.code === "resume.machine-changed"),
    );
    expect(warned.length).toBeGreaterThan(0);
  });

  it("tells damage in the middle of the records by line, and counts the launch as missing", async () => {
    await run(["run", "--matrix", smoke]);
    const { dir } = await onlyRun();
    const file = join(dir, "records.jsonl");
    const lines = readFileSync(file, "utf8").split("\n");
    lines[1] = lines[1]!.replace('"launch":', '"launch" :0, "x":');
    writeFileSync(file, lines.join("\n"));
    const { err, code } = await run(["run", "--resume", "latest"]);
    expect(err).toMatch(/records\.jsonl:2: /);
    expect(code).toBe(0);
    expect((await onlyRun()).records).toHaveLength(4);
  });

  it("refuses to measure into records of a newer schema", async () => {
    await run(["run", "--matrix", smoke]);
    const { dir } = await onlyRun();
    const file = join(dir, "records.jsonl");
    const { sealLine } = await import("../../storage/checked-line.js");
    appendFileSync(file, `${sealLine({ schema: "ncf-bench.record/9.0" })}\n`);
    const { code, err } = await run(["run", "--resume", "latest"]);
    expect([code, err]).toEqual([2, expect.stringMatching(/ncf-bench\.record\/9\.0.*reads ncf-bench\.record\/1/)]);
  });
});

describe("a run of the command line that is ended from outside", () => {
  const bin = join(packageRoot(), "dist/harness/cli/bin.js");

  function start(family: string, argv: string[], script = "{}") {
    const child = spawn(process.execPath, [bin, ...argv], {
      cwd,
      env: { ...env({ NCF_BENCH_TEST_FAMILY: family, NCF_BENCH_FAKE: script }) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.stdout.resume();
    const ended = new Promise<number | null>((done) => child.on("close", done));
    const saw = async (pattern: RegExp) => {
      while (!pattern.test(err)) {
        if (child.exitCode !== null) throw new Error(err);
        await sleep(20);
      }
    };
    return { child, ended, saw, err: () => err };
  }

  it("by SIGKILL: --resume loses nothing, measures nothing twice, and no process is left", async () => {
    const family = `cli-kill-${process.pid}`;
    const argv = ["run", "--matrix", smoke, "--launches", "4"];
    const first = start(family, argv, '{"realMilliseconds":200}');
    await first.saw(/\[2\/8\]/);
    await sleep(350);
    first.child.kill("SIGKILL");
    await first.ended;
    const before = await onlyRun();
    expect(before.records.length).toBeGreaterThanOrEqual(2);
    await sleep(2500);
    expect(processesWithVariable("NCF_BENCH_TEST_FAMILY", family)).toEqual([]);
    const second = start(family, ["run", "--resume", "latest"]);
    expect(await second.ended).toBe(0);
    const { records, damage } = await onlyRun();
    expect(records.slice(0, before.records.length)).toEqual(before.records);
    expect(records).toHaveLength(8);
    expect(damage).toEqual([]);
    expect((await readRecords(join(before.dir, "records.jsonl"))).records).toHaveLength(8);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "by %s: keeps what it has, says how to go on, exits %i within five seconds; --resume measures the rest, once",
    async (signal, code) => {
      const family = `cli-${signal}-${process.pid}`;
      const { child, ended, saw, err } = start(family, ["run", "--matrix", smoke], '{"realMilliseconds":3000}');
      await saw(/\[1\/4\]/);
      await sleep(600);
      const since = performance.now();
      child.kill(signal);
      expect(await ended).toBe(code);
      expect(performance.now() - since).toBeLessThan(5000);
      const { dir, manifest, records } = await onlyRun();
      expect(records.length).toBeGreaterThanOrEqual(1);
      expect(records.length).toBeLessThan(4);
      expect(err()).toContain(`ncf-bench run --resume ${manifest.run}`);
      expect(processesWithVariable("NCF_BENCH_TEST_FAMILY", family)).toEqual([]);
      expect((await run(["run", "--resume", "latest"])).code).toBe(0);
      const after = await onlyRun();
      expect(after.records.slice(0, records.length)).toEqual(records);
      expect(after.records.map(({ status }) => status)).toEqual(["ok", "ok", "ok", "ok"]);
      expect(new Set(after.records.map(({ key, launch }) => `${key}#${launch}`)).size).toBe(4);
      // Not even hidden by the reader: the launch that was stopped left no line, the others one each.
      expect(readFileSync(join(dir, "records.jsonl"), "utf8").trimEnd().split("\n")).toHaveLength(4);
      const again = await run(["run", "--resume", "latest", "--dry-run"]);
      expect(again.out).toMatch(/^0 of 4 launches /);
    },
  );
});

describe.skipIf(spawnSync("script", ["--version"]).status !== 0)("on a terminal (needs script from util-linux)", () => {
  it("redraws a list of cells on stderr and keeps stdout clean where that is a file", () => {
    const bin = join(packageRoot(), "dist/harness/cli/bin.js");
    const command = `stty cols 130 rows 40; '${process.execPath}' '${bin}' run --matrix '${smoke}' --launches 1 > out.txt`;
    const shown = spawnSync("script", ["-qec", command, "/dev/null"], {
      cwd,
      env: { ...env(), TERM: "xterm" },
      encoding: "utf8",
    });
    expect(shown.status).toBe(0);
    expect(shown.stdout).toContain("\u001b[");
    expect(shown.stdout).toMatch(/✔\S* ncf\/train\/fake/);
    const out = readFileSync(join(cwd, "out.txt"), "utf8");
    expect(out).toMatch(/^cell +n +median/);
    expect(out).not.toContain("\u001b");
  });
});

describe("ncf-bench list", () => {
  it("lists matrices, engines and runs; a broken run does not hide the others", async () => {
    await run(["run", "--matrix", smoke]);
    const { dir, manifest } = await onlyRun();
    const broken = join(cwd, ".ncf-bench/runs/broken");
    cpSync(dir, broken, { recursive: true });
    writeFileSync(join(broken, "run.json"), "{");
    const { code, out, err } = await run(["list"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^dgx1 +18 +5 /m);
    expect(out).toMatch(/^Engines: .*oracle/m);
    expect(out).toMatch(new RegExp(`^${manifest.run} +smoke +\\S+ +4/4$`, "m"));
    expect(err).toMatch(/broken\/run\.json: is not what was written/);
    expect(out).toMatch(/^Baselines: none/m);
    await run(["baseline", "save", "good", manifest.run]);
    const json = JSON.parse((await run(["list", "--json"])).out);
    expect(json.baselines).toEqual(["good"]);
    expect(json.runs).toMatchObject([{ id: manifest.run, valid: 4, planned: 4 }]);
    expect(json.matrices.map(({ name }: { name: string }) => name)).toContain("quick");
  });
});
