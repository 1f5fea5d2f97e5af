import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import { runMain } from "./test-support-io.js";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "completion-"));
  // Completion looks at names only.
  mkdirSync(join(cwd, ".ncf-bench/runs/run-a"), { recursive: true });
  writeFileSync(join(cwd, ".ncf-bench/runs/run-a/run.json"), "{}");
});
afterEach(() => rmSync(cwd, { recursive: true }));

/** What the shell is offered for a line; its last word is being typed. */
async function offered(line: string): Promise<string[]> {
  const { code, out } = await runMain(["complete", "--", ...line.split(" ")], { cwd });
  expect(code).toBe(0);
  return out
    .trim()
    .split("\n")
    .map((text) => text.split("\t")[0]!);
}

describe("completion", () => {
  it.each([
    { line: "comp", has: ["compare", "completion", ":4"], not: ["complete", "run"] },
    { line: "data pre", has: ["prepare", ":4"], not: ["generate"] },
    { line: "run --ma", has: ["--matrix", ":4"], not: ["--cell"] },
    { line: "run --matrix ", has: ["quick", "dgx1", ":4"], not: ["latest"] },
    { line: "run --engine x", has: ["xla", ":4"], not: ["tfjs"] },
    { line: "run --resume ", has: ["latest", "run-a", ":4"], not: ["quick"] },
    { line: "compare run", has: ["run-a", ":4"], not: ["latest"] },
    { line: "report ", has: ["latest", "run-a", ":4"], not: [] },
    { line: "schema ", has: ["record", "matrix", ":4"], not: ["run-a"] },
    { line: "setup ", has: ["cpu", "cuda13", "tfjs-gpu", ":4"], not: [] },
    { line: "data prepare --format ", has: ["ncf", ":4"], not: [] },
    { line: "export run --format ", has: ["gobench", "csv", "github-annotations", ":4"], not: ["run-a"] },
    // Nothing of ours goes there: the shell offers files.
    { line: "run --out ", has: [":0"], not: [":4"] },
    { line: "", has: ["run", "compare", "doctor", ":4"], not: ["complete"] },
  ])("of '$line' offers $has", async ({ line, has, not }) => {
    const words = await offered(line);
    expect(words).toEqual(expect.arrayContaining(has));
    for (const word of not) expect(words).not.toContain(word);
  });

  it.each(["bash", "zsh", "fish", "powershell"])("has a script for %s", async (shell) => {
    const { code, out } = await runMain(["completion", shell]);
    expect(code).toBe(0);
    expect(out).toMatch(/ complete (--|'--')/);
  });

  it("refuses a shell that it does not know, with those it does", async () => {
    const { code, err } = await runMain(["completion", "tcsh"]);
    expect(code).toBe(2);
    expect(err).toMatch(/Allowed choices are bash, zsh, fish, powershell/);
  });

  it.skipIf(!existsSync("/bin/bash"))("completes in a real bash", async () => {
    const bin = join(cwd, "bin");
    mkdirSync(bin);
    const cli = join(packageRoot(), "dist/harness/cli/bin.js");
    writeFileSync(join(bin, "ncf-bench"), `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`, { mode: 0o755 });
    writeFileSync(join(cwd, "script.bash"), (await runMain(["completion", "bash"])).out);
    const typed = (line: string) => `
      COMP_LINE='${line}'; COMP_POINT=\${#COMP_LINE}; COMPREPLY=()
      _ncf_bench 2>/dev/null; printf '%s|' "\${COMPREPLY[@]}"; echo`;
    const lines = ["ncf-bench run --matrix dgx", "ncf-bench run --dataset synthetic:ml-1", "ncf-bench data inf"];
    const said = execFileSync("/bin/bash", ["--norc", "-c", `source ./script.bash${lines.map(typed).join("")}`], {
      cwd,
      encoding: "utf8",
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
    });
    // After the colon bash has begun a word of its own.
    expect(said.split("\n")).toEqual(["dgx1|dgx1-32g|dgx2|", "ml-100k|ml-1m|", "info|", ""]);
  });
});
