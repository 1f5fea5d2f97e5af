import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, describe, expect, it } from "vitest";
import { packageRoot } from "../storage/package-root.js";

const root = packageRoot();
const cwd = mkdtempSync(join(tmpdir(), "nightly-"));
afterAll(() => rmSync(cwd, { recursive: true }));
const shared = {
  cwd,
  env: { MATRIX: join(root, "ci/testdata/tiny.yaml"), BASELINE: "tonight", NCF_BENCH_CACHE: join(cwd, "cache") },
  reject: false,
} as const;
const nightly = (out: string, env: Record<string, string> = {}, args: string[] = []) =>
  execa(join(root, "ci/nightly.sh"), args, { ...shared, env: { ...shared.env, OUT: out, ...env } });
const text = (out: string, name: string) => readFileSync(join(cwd, out, name), "utf8");

describe("ci/nightly.sh", { timeout: 240_000 }, () => {
  it("measures and reports without a baseline, passes against its own, and fails on a regression with all artefacts", async () => {
    const first = await nightly("first", { NCF_BENCH_FAKE: '{"noise":0.01}' });
    expect([first.exitCode, first.stderr]).toEqual([0, expect.stringContaining("no usable baseline 'tonight'")]);
    expect(JSON.parse(text("first", "exit.json"))).toEqual({ run: 0, compare: null, report: 0, exit: 0 });
    expect(text("first", "report.html")).toContain("</html>");
    expect(existsSync(join(cwd, "first", "comparison.json"))).toBe(false);

    const bin = join(root, "dist/harness/cli/bin.js");
    await execa("node", [bin, "baseline", "save", "tonight", "first"], { cwd });

    const slower = await nightly("slower", { NCF_BENCH_FAKE: '{"noise":0.01,"itemsPerSecond":50000}' });
    expect(slower.exitCode).toBe(1);
    expect(JSON.parse(text("slower", "exit.json"))).toMatchObject({ run: 0, compare: 1, exit: 1 });
    expect(JSON.parse(text("slower", "comparison.json"))).toMatchObject({
      exitCode: 1,
      counts: { slower: 1 },
      confirmation: { cells: [{ state: "confirmed" }] },
    });
    expect(text("slower", "comparison.txt")).toContain("slower");
    expect(text("slower", "report.md")).toContain("slower");
    expect(text("slower", "report.html")).toContain("</html>");
    expect(text("slower", "records.jsonl").trimEnd().split("\n")).toHaveLength(5);
    expect(text("slower/confirm", "records.jsonl").trimEnd().split("\n")).toHaveLength(5);
    expect(JSON.parse(text("slower", "issue.json"))).toEqual({
      action: "open",
      title: "ncf-bench: tiny became slower",
    });
    expect(text("slower", "issue.md")).toMatch(/^The run `[\w-]+` against the baseline `[\w-]+`: .*slower/);

    const recovered = await nightly("recovered", { NCF_BENCH_FAKE: '{"noise":0.01}', SITE: join(cwd, "site") });
    expect(recovered.exitCode).toBe(0);
    expect(JSON.parse(text("recovered", "issue.json"))).toMatchObject({ action: "close" });
    expect(existsSync(join(cwd, "recovered", "confirm"))).toBe(false);
    // Three nights; the second is slower than the first one, which the site holds it against.
    expect(JSON.parse(readFileSync(join(cwd, "site/index.json"), "utf8"))).toMatchObject({ streams: [{ runs: 3 }] });
    expect(readFileSync(join(cwd, "site/feed.xml"), "utf8")).toContain("tiny: 1 slower");
  });

  it("is no failure where the second run does not confirm what the first one found", async () => {
    const bin = join(root, "dist/harness/cli/bin.js");
    const once = join(cwd, "slow-once");
    const slow = `NCF_BENCH_FAKE='{"noise":0.01,"itemsPerSecond":50000}'`;
    writeFileSync(
      once,
      `#!/bin/sh\ncase "$*" in *--cells-of*) ;; *) export ${slow} ;; esac\nexec '${process.execPath}' '${bin}' "$@"\n`,
      { mode: 0o755 },
    );
    // The run's own folder in place of the baseline that was saved from it.
    const env = { NCF_BENCH_BIN: once, NCF_BENCH_FAKE: '{"noise":0.01}', BASELINE: "first" };
    const night = await nightly("once", env);
    expect(night.exitCode).toBe(3);
    expect(JSON.parse(text("once", "comparison.json"))).toMatchObject({
      counts: { slower: 0, inconclusive: 1 },
      cells: [{ reason: { code: "not-confirmed" } }],
    });
    expect(JSON.parse(text("once", "issue.json"))).toMatchObject({ action: "none" });
  });

  it("writes the summary and the outputs that GitHub's later steps read, and fences what others say", async () => {
    const summary = join(cwd, "summary.md");
    const outputs = join(cwd, "outputs");
    const github = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: outputs };
    const { stdout } = await nightly("github", { ...github, BASELINE: "none" }, ["--launches", "1"]);
    expect(readFileSync(outputs, "utf8")).toBe("out=github\nexit=0\n");
    expect(readFileSync(summary, "utf8")).toBe(text("github", "report.md"));
    const fence = /^::stop-commands::(\w{32})$/m.exec(stdout)![1]!;
    expect(stdout).toContain(`\n::${fence}::\n`);
  });

  it("stops at once where nothing can be measured, and passes options on to run", async () => {
    expect((await nightly("bad", { MATRIX: "no-such-matrix" })).exitCode).toBe(2);
    expect((await nightly("bad", {}, ["--no-such-option"])).exitCode).toBe(2);
    expect(existsSync(join(cwd, "bad", "exit.json"))).toBe(false);
  });

  it("says that less than was asked for was measured when launches fail", async () => {
    const failed = await nightly("failed", { NCF_BENCH_FAULT: "fail", BASELINE: "none" }, ["--launches", "1"]);
    expect(failed.exitCode).toBe(5);
    expect(JSON.parse(text("failed", "exit.json"))).toMatchObject({ run: 5, compare: null, exit: 5 });
    expect(existsSync(join(cwd, "failed", "report.html"))).toBe(true);
  });
});
