import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { matchGolden } from "../../test/golden.js";
import { ACCEPTED_FILE, readAccepted } from "../compare/accepted.js";
import { baselinesFolder, readBaseline } from "../compare/baseline.js";
import { buildRun, type CellSpec, failed, MACHINE, type RunSpec } from "../compare/testdata/runs.js";
import { writeRun } from "../compare/testdata/write-run.js";
import { runMain } from "./test-support-io.js";

const disk = vi.hoisted(() => ({ full: false }));
vi.mock("../../storage/atomic-write.js", async (original) => {
  const real = await original<typeof import("../../storage/atomic-write.js")>();
  const renameDirectoryAtomic: typeof real.renameDirectoryAtomic = (...given) =>
    disk.full ? Promise.reject(new Error("no space left")) : real.renameDirectoryAtomic(...given);
  return { ...real, renameDirectoryAtomic };
});

const golden = (name: string) => fileURLToPath(new URL(`testdata/accept/${name}`, import.meta.url));
const hasGit = (() => {
  try {
    return execFileSync("git", ["--version"]).length > 0;
  } catch {
    return false;
  }
})();
const AUTHOR = hasGit ? "Ada <ada@example.org>" : userInfo().username;

let cwd: string;
beforeEach(async () => {
  disk.full = false;
  cwd = await mkdtemp(join(tmpdir(), "ncf-accept-"));
  await write({ run: "run-a", cells: cells(1, 1) });
  await write({ run: "run-b", cells: cells(0.9, 1.0005) });
  await write({ run: "run-c", cells: cells(0.9, 1.2) });
  await ncf("baseline", "save", "v1", "run-a");
});
afterEach(() => rm(cwd, { recursive: true }));

const write = (spec: RunSpec) => writeRun(cwd, buildRun(spec));
const env = { PATH: process.env.PATH, GIT_AUTHOR_NAME: "Ada", GIT_AUTHOR_EMAIL: "ada@example.org" };
const ncf = (...argv: string[]) => runMain(argv, { cwd, env });
const scaled = (factor: number) => [-1.5, 0.5, -0.5, 1, 0, 0.7].map((step) => 17_800 * factor * (1 + 0.002 * step));
const cells = (...factors: number[]): CellSpec[] =>
  factors.map((factor, i) => ({ cell: { batch: 1024 << i }, launches: scaled(factor) }));

const file = () => readFile(join(cwd, ACCEPTED_FILE), "utf8").catch(() => null);
/** What of it is another on each day and machine, made the same. */
const still = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\d(T[\d:.]+Z)?/g, "DATE").replaceAll(AUTHOR, "AUTHOR");
const state = async () => ({ file: await file(), baseline: (await readBaseline("v1", cwd)).baseline });

describe("ncf-bench accept", () => {
  it("makes a run the baseline, and tells from then on who said so and why", async () => {
    const accepted = await ncf("accept", "run-b", "--because", "driver 560 costs 10 %: see #12");
    matchGolden(golden("accept.stdout"), still(accepted.out));
    expect([accepted.code, accepted.err]).toEqual([0, `→ have it reviewed: git add ${ACCEPTED_FILE}\n`]);
    const { baseline } = await readBaseline("v1", cwd);
    matchGolden(
      golden("accepted.yaml"),
      still((await file())!).replace(baseline.files["records.jsonl"]!.sha256, "SHA256"),
    );
    expect(baseline.run).toBe("run-b");

    matchGolden(golden("show.stdout"), still((await ncf("baseline", "show", "v1")).out));
    expect((await ncf("baseline", "list")).out).toContain("driver 560 costs 10 %: see #12");
    const compared = await ncf("compare", "v1", "run-c");
    expect(still(compared.out)).toContain("v1 was accepted DATE by AUTHOR, in place of run-a: driver 560 costs 10 %");
    expect(compared.err).toBe("");
    const json = JSON.parse((await ncf("compare", "v1", "run-c", "--json")).out) as { base: unknown };
    expect(json.base).toMatchObject({ accepted: { by: AUTHOR, replaces: "run-a" } });
    expect(JSON.parse((await ncf("baseline", "show", "v1", "--json")).out)).toMatchObject({
      accepted: [{ run: "run-b", by: AUTHOR, incomplete: false, verdicts: { slower: 1, same: 1 } }],
    });
  });

  it("is told by the run's page and its Markdown, too", async () => {
    await ncf("accept", "run-b", "--because", "driver <560> costs 10 %: see @all");
    const [html, markdown] = await Promise.all(
      ["--html", "--md"].map(async (kind) => still((await ncf("report", "run-c", "--baseline", "v1", kind, "-")).out)),
    );
    expect(html).toContain("<p>v1 was accepted DATE by ");
    expect(html).toContain(", in place of run-a: driver &lt;560&gt; costs 10 %: see @all</p>");
    expect(markdown).toContain(
      "`v1` was accepted `DATE by AUTHOR, in place of run-a: driver <560> costs 10 %: see @all`",
    );
  });

  it("adds below what is there and changes none of it, also what a person wrote", async () => {
    await ncf("accept", "run-b", "--because", "first\nwith more to say");
    const before = `${await file()}# seen by Bob`;
    await writeFile(join(cwd, ACCEPTED_FILE), before);
    const { code, out } = await ncf("accept", "run-c", "--because", "second", "--baseline", "v1", "--json");
    expect(code).toBe(0);
    expect((await file())!.startsWith(`${before}\n`)).toBe(true);
    const entries = await readAccepted(cwd);
    expect(entries.map(({ because, replaces, run }) => [because, replaces, run])).toEqual([
      ["first\nwith more to say", "run-a", "run-b"],
      ["second", "run-b", "run-c"],
    ]);
    expect(JSON.parse(out)).toMatchObject({ file: ACCEPTED_FILE, entry: entries[1], baseline: { run: "run-c" } });
    expect((await ncf("baseline", "show", "v1")).out).toContain("first …");
  });

  it.each([
    ["an empty reason", ["run-b", "--because", " "], 2, "no reason"],
    ["a reason without a word", ["run-b", "--because", "!!"], 2, "no reason"],
    ["no reason", ["run-b"], 2, "--because"],
    ["an unknown run", ["run-x", "--because", "why"], 2, "no run"],
    ["an unknown baseline", ["run-b", "--because", "why", "--baseline", "v2"], 2, "no baseline"],
    ["the run that it is", ["run-a", "--because", "why"], 2, "already"],
    ["another machine", ["other", "--because", "why"], 4, "cannot take the place of v1"],
    ["another protocol", ["protocol", "--because", "why"], 4, "cannot take the place of v1"],
    ["launches that failed", ["failed", "--because", "why"], 5, "5 valid launches of 6 planned"],
    ["a cell that is missing", ["fewer", "--because", "why"], 5, "is not in it"],
    ["a margin that is none", ["run-b", "--because", "why", "--margin", "2"], 2, "--margin"],
  ])("refuses %s, and writes nothing", async (_, argv, exit, said) => {
    await write({ run: "fewer", cells: cells(0.9) });
    await write({
      run: "failed",
      cells: [...cells(0.9), { cell: { batch: 2048 }, launches: [...scaled(1).slice(1), failed("oom")] }],
    });
    await write({
      run: "protocol",
      cells: [...cells(1), { ...cells(1, 1)[1]!, protocol: { negatives: 99, dataset: "d1" } }],
    });
    await write({
      run: "other",
      cells: cells(1, 1),
      machine: { fingerprint: "m-2", identity: { ...MACHINE.identity, memoryGiB: 64 } },
    });
    const before = await state();
    const { code, out, err } = await ncf("accept", ...argv);
    expect([code, out, err]).toEqual([exit, "", expect.stringContaining(said)]);
    expect(await state()).toEqual(before);
  });

  it("--force accepts a run that lacks launches, and the entry says so", async () => {
    await write({ run: "fewer", cells: cells(0.9) });
    const { code, err } = await ncf("accept", "fewer", "--because", "that batch is gone", "--force");
    expect([code, err]).toEqual([0, expect.stringContaining("less was measured")]);
    expect(await readAccepted(cwd)).toMatchObject([{ run: "fewer", incomplete: true, verdicts: { slower: 1 } }]);
  });

  it("asks which baseline where there are several and the run was measured against none of them", async () => {
    await ncf("baseline", "save", "v2", "run-a");
    const { code, err } = await ncf("accept", "run-b", "--because", "why");
    expect([code, err]).toEqual([2, expect.stringContaining("v1, v2")]);
    const run = buildRun({ run: "run-d", cells: cells(1, 1) });
    const against = { baseline: "v2", run: "run-a", cells: null, margin: 0.02, alpha: 0.05, confirmation: null };
    await writeRun(cwd, { ...run, manifest: { ...run.manifest, against: { ...against, plan: {} } } });
    expect((await ncf("accept", "run-d", "--because", "why")).out).toContain("v2 = run-d");
  });

  it("a baseline that cannot be replaced takes its entry with it", async () => {
    const before = await state();
    disk.full = true;
    const { code, err } = await ncf("accept", "run-b", "--because", "why");
    expect([code, err]).toEqual([expect.any(Number), expect.stringContaining("no space left")]);
    expect(code).not.toBe(0);
    expect(await state()).toEqual(before);
    await mkdir(join(cwd, "bench"), { recursive: true });
    await rm(join(cwd, "bench"), { recursive: true });
    await writeFile(join(cwd, "bench"), "a file where the folder goes");
    disk.full = false;
    expect((await ncf("accept", "run-b", "--because", "why")).code).not.toBe(0);
    expect((await readBaseline("v1", cwd)).baseline).toEqual(before.baseline);
  });

  it("after a crash between the entry and the baseline, says so, and the same command goes on without a second entry", async () => {
    const folder = join(baselinesFolder(cwd), "v1");
    await cp(folder, join(cwd, "kept"), { recursive: true });
    await ncf("accept", "run-b", "--because", "why");
    await rm(folder, { recursive: true });
    await cp(join(cwd, "kept"), folder, { recursive: true });
    const after = await file();
    const problem = `${ACCEPTED_FILE} accepts the run run-b as v1, but v1 is the run run-a here`;
    expect((await ncf("compare", "v1", "run-c")).err).toContain(problem);
    expect((await ncf("baseline", "list")).err).toContain(problem);
    expect((await ncf("baseline", "show", "v1")).err).toContain(problem);
    expect((await ncf("accept", "run-b", "--because", "why")).code).toBe(0);
    expect(await file()).toBe(after);
    expect((await readBaseline("v1", cwd)).baseline.run).toBe("run-b");
    expect((await ncf("compare", "v1", "run-c")).err).toBe("");
  });

  it.each([
    ["is no YAML", "- baseline: [", "accepted.yaml:1"],
    ["is no list", "baseline: v1\n", "expected array"],
    ["has an entry that lacks something", "- baseline: v1\n", "0.run"],
    ["is of a style that nothing can be added to", "[]\n", "accepted.yaml"],
  ])("a file that %s is an error with its place, and the baseline stays", async (_, text, said) => {
    const path = join(cwd, ACCEPTED_FILE);
    await mkdir(dirname(path));
    await writeFile(path, text);
    const before = await readBaseline("v1", cwd);
    const { code, err } = await ncf("accept", "run-b", "--because", "why");
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(await file()).toBe(text);
    expect(await readBaseline("v1", cwd)).toEqual(before);
  });
});
