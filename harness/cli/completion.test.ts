import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import { runMain } from "./test-support-io.js";

const installed = (shell: string) => spawnSync(shell, ["-c", "exit"]).status === 0;

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

  /** What a shell says that has our script and finds the built command on its path. */
  async function inShell(shell: "bash" | "zsh" | "fish", argv: string[]): Promise<string> {
    const bin = join(cwd, "bin");
    mkdirSync(bin);
    const cli = join(packageRoot(), "dist/harness/cli/bin.js");
    writeFileSync(join(bin, "ncf-bench"), `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`, { mode: 0o755 });
    writeFileSync(join(cwd, `script.${shell}`), (await runMain(["completion", shell])).out);
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, HOME: cwd, TERM: "dumb" };
    return execFileSync(shell, argv, { cwd, encoding: "utf8", env });
  }

  it.skipIf(!installed("bash"))("completes in a real bash", async () => {
    const typed = (line: string) => `
      COMP_LINE='${line}'; COMP_POINT=\${#COMP_LINE}; COMPREPLY=()
      _ncf_bench 2>/dev/null; printf '%s|' "\${COMPREPLY[@]}"; echo`;
    const lines = ["ncf-bench run --matrix dgx", "ncf-bench run --dataset synthetic:ml-1", "ncf-bench data inf"];
    const said = await inShell("bash", ["--norc", "-c", `source ./script.bash${lines.map(typed).join("")}`]);
    // After the colon bash has begun a word of its own.
    expect(said.split("\n")).toEqual(["dgx1|dgx1-32g|dgx2|", "ml-100k|ml-1m|", "info|", ""]);
  });

  it.skipIf(!installed("fish"))("completes in a real fish", async () => {
    const lines = ["ncf-bench run --matrix dgx", "ncf-bench run --dataset synthetic:ml-1", "ncf-bench data inf"];
    const typed = lines.map((line) => `; complete -C '${line}'`).join("");
    const said = await inShell("fish", ["--no-config", "-c", `source script.fish${typed}`]);
    const names = said
      .trim()
      .split("\n")
      .map((line) => line.split("\t")[0]);
    const dgx = ["dgx1", "dgx1-32g", "dgx2"];
    expect(names).toEqual([...dgx, "synthetic:ml-100k", "synthetic:ml-1m", "info"]);
  });

  it.skipIf(!installed("zsh"))("completes in a real zsh, at a terminal", async () => {
    const lines = ["ncf-bench data inf", "ncf-bench run --dataset synthetic:ml-1m", "ncf-bench run --matrix=dgx1-"];
    // Each line is typed with a tab behind it; ctrl-x x then writes what stands on the line to a file, and clears it.
    const script = `
      zmodload zsh/zpty; zpty z zsh -f -i
      zpty -w z 'autoload -Uz compinit; compinit -D -u; source ./script.zsh; say() { print -r -- "$BUFFER" >> lines; BUFFER= }'
      zpty -w z 'zle -N say; bindkey "^Xx" say'
      for line in ${lines.map((line) => `'${line}'`).join(" ")}; do zpty -w -n z "$line"$'\\t\\x18x'; done
      zpty -w z exit; while zpty -r z _; do :; done; cat lines`;
    const completed = [
      "ncf-bench data info",
      "ncf-bench run --dataset synthetic:ml-1m",
      "ncf-bench run --matrix=dgx1-32g",
    ];
    // A space behind each: nothing else can follow in its place.
    expect((await inShell("zsh", ["-f", "-c", script])).split("\n")).toEqual([
      ...completed.map((line) => `${line} `),
      "",
    ]);
  });
});
