import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import type { Comparison } from "../compare/types.js";
import { listRuns, resolveRun } from "../run/run-dir.js";
import type { Io } from "./io.js";
import { main } from "./main.js";
import { captureIo, runMain } from "./test-support-io.js";

const smoke = join(packageRoot(), "harness/cli/testdata/smoke.yaml");

let cwd: string;
let env: Record<string, string | undefined>;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "ncf-against-"));
  process.env.NCF_BENCH_CACHE = join(cwd, "cache");
  env = { PATH: process.env.PATH, HOME: cwd, NCF_BENCH_CACHE: join(cwd, "cache") };
  const base = ["run", "--matrix", smoke, "--cell", "mode=train", "--launches", "5", "--out", "base", "--no-sentinel"];
  expect((await ncf(base)).code).toBe(0);
  expect((await ncf(["baseline", "save", "v1", "base"])).code).toBe(0);
}, 60_000);
afterAll(() => rmSync(cwd, { recursive: true }));

const ncf = (argv: string[], changes: Partial<Io> = {}) => runMain(argv, { cwd, env, ...changes });
const against = (...more: string[]) => ["run", "--baseline", "v1", "--no-sentinel", "--json", ...more];
const slow = () => ({ ...env, NCF_BENCH_FAULT: "slow=1.5" });

interface Said {
  run: string;
  dir: string;
  comparison: Comparison | null;
  next: string;
  exit: { code: number; reason: string };
}
const said = (out: string) => JSON.parse(out) as Said;
const runs = async () => (await listRuns(cwd)).map(({ id }) => id);

/** Runs the tool and presses Ctrl-C when this is said on stderr. */
async function stoppedAt(text: string, argv: string[], environment: Io["env"]): Promise<{ code: number; out: string }> {
  const { io, written, abort } = captureIo({ cwd, env: environment });
  const err = (chunk: string) => {
    if (chunk.includes(text)) abort.abort("SIGINT");
  };
  return { code: await main(argv, { ...io, err }), ...written };
}

describe("run --baseline", { timeout: 60_000 }, () => {
  it("plan and --dry-run say launches, smallest change and time of each cell, and measure nothing", async () => {
    const before = await runs();
    const plan = await ncf(["plan", "--baseline", "v1", "--json"]);
    const json = JSON.parse(plan.out) as { order: unknown[]; against: { cells: object[] } };
    expect(json.against).toMatchObject({
      baseline: "v1",
      confirm: true,
      budgetSeconds: null,
      goal: { detect: 0.05, margin: 0.02, power: 0.8 },
      cells: [{ baseLaunches: 5, launches: json.order.length, showsSame: true, limitedBy: null }],
      unknown: [],
      missing: [],
    });
    expect((await ncf(["run", "--baseline", "v1", "--dry-run", "--json"])).out).toBe(plan.out);
    const { out } = await ncf(["plan", "--baseline", "v1"]);
    expect(out).toMatch(/^Against v1 = \S+: to find a change of 5.00 % at margin 2.00 %, alpha 0.05 over 1 cell/m);
    expect(out).toMatch(/^cell +baseline +noise +launches +sees +a launch +time$/m);
    expect(out).toMatch(/launches, about .*; what is slower is measured again in a second run$/m);
    expect(await runs()).toEqual(before);
  });

  it("measures the baseline's own cells; no change is the same, exit 0; the manifest has baseline and plan", async () => {
    const { code, out, err } = await ncf(against());
    expect(err).toContain("Against v1 = ");
    const { comparison, dir, exit } = said(out);
    expect([code, exit.code, comparison!.cells.map(({ verdict }) => verdict)]).toEqual([0, 0, ["same"]]);
    const { manifest, records } = await resolveRun(dir, cwd);
    expect(manifest.against).toMatchObject({ baseline: "v1", confirmation: `${manifest.run}-confirm`, cells: null });
    expect(manifest.against!.plan).toMatchObject({ cells: [{ launches: records.length }] });
    expect(manifest.command.join(" ")).toContain(`--matrix ${smoke} --cell mode=train`);
    expect(manifest.command).not.toContain("--launches");
    expect(existsSync(`${dir}-confirm`)).toBe(false);
  });

  it("a planted slowdown is flagged, measured again in a run of its own that is linked, and exits 1", async () => {
    const { code, out, err } = await ncf(against(), { env: slow() });
    const { comparison, dir, run, exit } = said(out);
    expect([code, exit.code]).toEqual([1, 1]);
    expect(comparison!.cells[0]).toMatchObject({ verdict: "slower", reason: { code: "confirmed" } });
    expect(comparison!.confirmation!.run.run).toBe(`${run}-confirm`);
    expect(err).toContain(`slower in 1 of 1 cells: measuring them again as ${run}-confirm`);
    const again = await resolveRun(`${run}-confirm`, cwd);
    expect(again.manifest).toMatchObject({ confirms: run, cells: (await resolveRun(dir, cwd)).manifest.cells });
    expect(again.manifest.against).toBeUndefined();
    expect(again.records).toHaveLength(again.manifest.order.length);
    // By hand it comes to the same.
    expect((await ncf(["compare", "v1", run, "--confirm", `${run}-confirm`])).code).toBe(1);
  });

  it("what the second run does not find is inconclusive, exit 3", async () => {
    const environment: Io["env"] = slow();
    const { io, written } = captureIo({ cwd, env: environment });
    const err = (chunk: string) => {
      if (chunk.includes("measuring them again")) delete environment.NCF_BENCH_FAULT;
    };
    const code = await main(against(), { ...io, err });
    const { comparison } = said(written.out);
    expect(code).toBe(3);
    expect(comparison!.cells[0]).toMatchObject({ verdict: "inconclusive", reason: { code: "not-confirmed" } });
  });

  it("--no-confirm rests the verdict on one run", async () => {
    const { code, out } = await ncf(against("--no-confirm", "--launches", "4"), { env: slow() });
    const { comparison, dir } = said(out);
    expect([code, comparison!.confirmation]).toEqual([1, null]);
    expect(existsSync(`${dir}-confirm`)).toBe(false);
    const { manifest, records } = await resolveRun(dir, cwd);
    expect(manifest.against!.confirmation).toBeNull();
    expect(records).toHaveLength(4);
  });

  it("stopped in either run, goes on with the same plan and loses nothing", async () => {
    const first = await stoppedAt("[1/", against("--out", "stopped"), slow());
    expect([first.code, said(first.out).comparison, said(first.out).next]).toEqual([
      130,
      null,
      "ncf-bench run --resume stopped",
    ]);
    const resume = ["run", "--resume", "stopped", "--no-sentinel", "--json"];
    const kept = (await resolveRun("stopped", cwd)).records.map(({ launch, startedAt }) => [launch, startedAt]);
    expect(kept).toHaveLength(1);
    const second = await stoppedAt("measuring them again", resume, slow());
    expect([second.code, said(second.out).next]).toEqual([130, "ncf-bench run --resume stopped"]);
    const whole = await resolveRun("stopped", cwd);
    expect(whole.records).toHaveLength(whole.manifest.order.length);
    expect(whole.records.map(({ launch, startedAt }) => [launch, startedAt])).toEqual(expect.arrayContaining(kept));
    const third = await ncf(resume, { env: slow() });
    expect([third.code, said(third.out).comparison!.cells[0]!.reason.code]).toEqual([1, "confirmed"]);
    expect((await resolveRun("stopped", cwd)).manifest).toEqual(whole.manifest);
    expect((await resolveRun("stopped-confirm", cwd)).manifest.confirms).toBe(whole.manifest.run);
    // Once all is measured, nothing is measured again.
    const records = readFileSync(join(cwd, "stopped-confirm/records.jsonl"), "utf8");
    expect((await ncf(resume)).code).toBe(1);
    expect(readFileSync(join(cwd, "stopped-confirm/records.jsonl"), "utf8")).toBe(records);
  });

  it("does not go on against another baseline of that name", async () => {
    cpSync(join(cwd, "stopped"), join(cwd, "moved"), { recursive: true });
    const path = join(cwd, "moved/run.json");
    writeFileSync(path, readFileSync(path, "utf8").replace(/("baseline": "v1",\s+"run": ")[^"]+/, "$1another"));
    const { code, out, err } = await ncf(["run", "--resume", "moved"]);
    expect([code, out]).toEqual([4, ""]);
    expect(err).toMatch(/v1 is now the run .*planned against another/);
  });

  it("refuses a baseline of another machine before anything is measured, exit 4", async () => {
    cpSync(join(cwd, "base"), join(cwd, "elsewhere"), { recursive: true });
    const path = join(cwd, "elsewhere/run.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    manifest.machine.identity.memoryGiB = 1;
    writeFileSync(path, JSON.stringify(manifest));
    const before = await runs();
    const { code, out, err } = await ncf(["run", "--baseline", "./elsewhere"]);
    expect([code, out]).toEqual([4, ""]);
    expect(err).toMatch(/not the same machine: .*memoryGiB/);
    expect(await runs()).toEqual(before);
  });

  it("tells cells that the baseline lacks, and leaves them out of the family", async () => {
    const { out } = await ncf(["plan", "--baseline", "v1", "--matrix", smoke]);
    expect(out).toMatch(/alpha 0.05 over 1 cell/);
    expect(out).toMatch(/not in the baseline, so measured, not planned for and not gated: ncf\/infer/);
    const missing = await ncf(["plan", "--baseline", "v1", "--matrix", smoke, "--cell", "mode=infer"]);
    expect([missing.code, missing.out]).toEqual([2, ""]);
    expect(missing.err).toMatch(/a valid launch of none of the 1 cells/);
  });

  it.each([
    [["run", "--budget", "20m"], /--budget: goes with --baseline only/],
    [["run", "--no-confirm"], /--confirm: goes with --baseline only/],
    [["plan", "--detect", "0.1"], /--detect: goes with --baseline only/],
    [["run", "--baseline", "v1", "--budget", "20"], /"20" is no time/],
    [["run", "--baseline", "v1", "--budget", "20m", "--launches", "5"], /contradicts --launches/],
    [
      ["run", "--baseline", "v1", "--budget", "0.01s"],
      /do not suffice: the least that can decide 1 cell is \d launches/,
    ],
    [["run", "--baseline", "v1", "--detect", "0.02"], /not between the margin/],
    [["run", "--baseline", "v1", "--margin", "5x"], /--margin/],
    [["run", "--baseline", "v9"], /there is no run "v9"/],
    [["run", "--resume", "base", "--budget", "20m"], /--budget: is fixed by the run/],
    [["plan", "--baseline", "v1", "--target", "h100x8"], /--target/],
  ])("%j exits 2 and says what to do", async (argv, message) => {
    const { code, out, err } = await ncf(argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err).toMatch(/→/);
  });
});
