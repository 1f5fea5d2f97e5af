import { accessSync, constants, existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../storage/package-root.js";
import { lintSteps, lintWorkflow } from "./workflows.js";

const root = packageRoot();
const folder = join(root, ".github/workflows");
const workflows = readdirSync(folder);
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const onPath = (tool: string) => (process.env.PATH ?? "").split(delimiter).some((dir) => existsSync(join(dir, tool)));

describe("the workflows", () => {
  it("are there for pull requests, nights and releases", () => {
    expect(workflows.sort()).toEqual(["nightly.yml", "pull-request.yml", "release.yml"]);
  });

  it.each(workflows)("%s keeps every rule", (name) => expect(lintWorkflow(read(name))).toEqual([]));

  it("the composite action keeps those for steps", () => {
    const { runs } = parse(readFileSync(join(root, "ci/action/action.yml"), "utf8"));
    expect(lintSteps(runs.steps, "action")).toEqual([]);
  });

  it.each([
    ["an action that is not pinned", "pull-request.yml", /actions\/checkout@\w+/, "actions/checkout@v5"],
    ["an action without its version beside it", "pull-request.yml", / # v5\.0\.0/, ""],
    ["pull_request_target", "pull-request.yml", /^ {2}pull_request:/m, "  pull_request_target:"],
    ["permissions are not empty at the top", "nightly.yml", /^permissions: \{\}/m, "permissions: write-all"],
    ["a job without its own permissions", "release.yml", /permissions:\n {6}contents: read\n {4}steps/, "steps"],
    ["a job without a timeout", "nightly.yml", / {4}timeout-minutes: 360\n/, ""],
    ["a fork's code on a machine of ours", "nightly.yml", /^ {2}schedule:/m, "  pull_request:\n  schedule:"],
    ["a fork with a right to write", "pull-request.yml", /contents: read/, "contents: write"],
    ["a fork with a secret", "pull-request.yml", /TARGET: v100-16gx8/, "TOKEN: $" + "{{ secrets.TOKEN }}"],
    ["a checkout that keeps its token", "nightly.yml", /persist-credentials: false/, "fetch-depth: 1"],
    [
      "an expression in a script",
      "nightly.yml",
      /run: ci\/issue.sh nightly/,
      "run: ci/issue.sh $" + "{{ github.head_ref }}",
    ],
  ])("a workflow with %s is found out", (rule, name, what, by) => {
    const broken = read(name).replace(what, by);
    expect(broken).not.toBe(read(name));
    expect(lintWorkflow(broken).map((finding) => finding.rule)).toContain(rule);
  });

  it("call scripts that are there and may be run, and nothing that only GitHub has", () => {
    const texts = [...workflows.map(read), readFileSync(join(root, "ci/action/action.yml"), "utf8")].join("\n");
    const called = [...texts.matchAll(/(?:^|\s|\.\.\/)(ci\/)?([\w-]+\.sh)\b/gm)].map((match) => match[2]!);
    expect([...new Set(called)].sort()).toEqual(["issue.sh", "nightly.sh", "pull-request.sh", "release.sh"]);
    for (const name of called) expect(() => accessSync(join(root, "ci", name), constants.X_OK)).not.toThrow();
  });

  it.skipIf(!onPath("actionlint"))("pass actionlint (needs it on the path)", async () => {
    const { stdout, exitCode } = await execa("actionlint", [], { cwd: root, reject: false });
    expect(stdout).toBe("");
    expect(exitCode).toBe(0);
  });

  it.skipIf(!onPath("zizmor"))("pass zizmor as an auditor (needs it on the path)", async () => {
    const args = ["--offline", "--persona=auditor", ".github", "ci/action/action.yml"];
    const { all, exitCode } = await execa("zizmor", args, { cwd: root, reject: false, all: true });
    expect(exitCode, all).toBe(0);
  });
});

describe("the scripts", () => {
  it.skipIf(!onPath("shellcheck"))("pass shellcheck (needs it on the path)", async () => {
    const scripts = readdirSync(join(root, "ci")).filter((name) => name.endsWith(".sh"));
    const { stdout } = await execa("shellcheck", ["-x", ...scripts.map((name) => join("ci", name))], {
      cwd: root,
      reject: false,
    });
    expect(stdout).toBe("");
  });
});

describe("the GitLab template", () => {
  it("calls the night's script, keeps its artefacts whatever came out, and lets only 'inconclusive' pass", () => {
    const { ".ncf-bench": job } = parse(readFileSync(join(root, "ci/gitlab/ncf-bench.gitlab-ci.yml"), "utf8"));
    expect(job.script).toEqual(["/opt/ncf-bench/ci/nightly.sh --engine xla"]);
    expect(job.artifacts).toMatchObject({ when: "always", paths: [job.variables.OUT] });
    expect(job.allow_failure).toEqual({ exit_codes: [3] });
  });
});
