import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packageRoot } from "../storage/package-root.js";

const root = packageRoot();
const TITLE = "ncf-bench: nightly became slower";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "issue-"));
  mkdirSync(join(cwd, "out"));
  mkdirSync(join(cwd, "bin"));
  // Keeps what it is asked, and answers `issue list` from a file.
  writeFileSync(
    join(cwd, "bin/gh"),
    `#!/bin/sh\necho "$@" >> '${cwd}/calls'\n[ "$1 $2" = "issue list" ] && cat '${cwd}/issues.json'\nexit 0\n`,
    { mode: 0o755 },
  );
});
afterEach(() => rmSync(cwd, { recursive: true }));

const out = (name: string) => join(cwd, "out", name);

function compared(exitCode: number, { matrix = "nightly", report = "# Report\n" } = {}): void {
  const comparison = { exitCode, exitReason: "1 cell is slower", base: { run: "base" }, next: { run: "next" } };
  writeFileSync(out("comparison.json"), JSON.stringify(comparison));
  writeFileSync(out("run.json"), JSON.stringify({ matrix }));
  writeFileSync(out("report.md"), report);
}

const describeIssue = (env: Record<string, string> = {}) =>
  execa(process.execPath, [join(root, "ci/issue-text.mjs"), join(cwd, "out")], { env });

async function say(issues: { number: number; title: string }[]): Promise<string[]> {
  writeFileSync(join(cwd, "issues.json"), JSON.stringify(issues));
  const env = { PATH: `${join(cwd, "bin")}${delimiter}${process.env.PATH}` };
  await execa(join(root, "ci/issue.sh"), [join(cwd, "out")], { env });
  const calls = readFileSync(join(cwd, "calls"), "utf8").trim().split("\n");
  return calls
    .filter((call) => !call.startsWith("issue list") && !call.startsWith("label"))
    .map((call) => call.replace(cwd, "."));
}

describe("the text of an issue", () => {
  it.each([
    [1, "open", /^The run `next` against the baseline `base`: 1 cell is slower\n/],
    [0, "close", /^Recovered: the run `next` is nowhere slower/],
    [3, "none", /^The run/],
    [4, "none", /^The run/],
    [5, "none", /^The run/],
  ])("for exit code %i is one to %s", async (exitCode, action, head) => {
    compared(exitCode);
    await describeIssue({ RUN_URL: "https://example.org/1" });
    expect(JSON.parse(readFileSync(out("issue.json"), "utf8"))).toEqual({ action, title: TITLE });
    const body = readFileSync(out("issue.md"), "utf8");
    expect(body).toMatch(head);
    expect(body).toContain("(https://example.org/1)");
    expect(body).toContain("# Report");
  });

  it("stays within what GitHub takes, and a matrix's name within what a title may have", async () => {
    compared(1, { matrix: "$(touch x) @all\n::error::", report: "| a line of a table |\n".repeat(20_000) });
    await describeIssue();
    expect(JSON.parse(readFileSync(out("issue.json"), "utf8")).title).toMatch(/^ncf-bench: [\w.-]+ became slower$/);
    const body = readFileSync(out("issue.md"), "utf8");
    expect(body.length).toBeLessThan(65_536);
    expect(body).toMatch(/\| a line of a table \|\n\n\(cut; the page has all\)\n$/);
  });
});

describe("ci/issue.sh", () => {
  const other = { number: 3, title: "ncf-bench: dgx1 became slower" };
  const open = { number: 7, title: TITLE };

  it.each([
    ["opens one", 1, [other], [`issue create --title ${TITLE} --label ncf-bench --body-file ./out/issue.md`]],
    ["adds to the open one", 1, [other, open], ["issue comment 7 --body-file ./out/issue.md"]],
    ["closes it on recovery", 0, [open], ["issue comment 7 --body-file ./out/issue.md", "issue close 7"]],
    ["has nothing to close", 0, [other], []],
  ])("%s", async (_, exitCode, issues, expected) => {
    compared(exitCode);
    await describeIssue();
    expect(await say(issues)).toEqual(expected);
  });

  it("leaves the issue alone where the night said neither", async () => {
    compared(3);
    await describeIssue();
    writeFileSync(join(cwd, "calls"), "");
    expect(await say([open])).toEqual([""]);
  });

  it("says nothing where nothing was compared", async () => {
    const { stderr } = await execa(join(root, "ci/issue.sh"), [join(cwd, "out")]);
    expect(stderr).toMatch(/nothing was compared/);
  });
});
