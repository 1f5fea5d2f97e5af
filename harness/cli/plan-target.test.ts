import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ExitCode } from "../../errors/exit-code.js";
import { pluginDirectory } from "../../xla/plugins/find.js";
import { pluginPins } from "../../xla/plugins/pins.js";
import { runMain } from "./test-support-io.js";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "ncf-target-"));
  vi.stubEnv("NCF_BENCH_CACHE", join(cwd, "cache"));
  vi.stubEnv("NCF_BENCH_PJRT_PLUGIN", "");
  vi.stubEnv("HOME", cwd);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cwd, { recursive: true });
});

const plan = (...argv: string[]) => runMain(["plan", ...argv], { cwd, env: process.env });

function matrix(cells: string): string {
  const file = join(cwd, "own.yaml");
  const defaults = "{ mode: train, dataset: ml-20m, batch: 65536, gpus: 1 }";
  writeFileSync(file, `matrix: 1\nname: own\ndescription: d\ndefaults: ${defaults}\ncells:\n  - ${cells}\n`);
  return file;
}

describe("plan --target", () => {
  it.each([
    ["x100", '"x100" is no target'],
    ["h100x0", '"h100x0" is no target'],
    ["h100 x8", '"h100 x8" is no target'],
  ])("refuses %s and names the targets", async (target, what) => {
    const { code, out, err } = await plan("--target", target);
    expect({ code, out }).toEqual({ code: ExitCode.Usage, out: "" });
    expect(err).toContain(what);
    expect(err).toContain("v100-16g, v100-32g, a100-40g, a100-80g, h100, h200, b200");
  });

  it("says which setup brings a missing compiler, before it does anything", async () => {
    const { code, out, err } = await plan("--target", "v100-16gx8", "--matrix", "dgx1");
    expect({ code, out }).toEqual({ code: ExitCode.Usage, out: "" });
    expect(err).toContain("no XLA plugin that compiles for Tesla V100-SXM2-16GB is on this machine");
    expect(err).toContain("ncf-bench setup cuda12 --compile-only");
  });

  it("makes a row with its reason of each cell that the GPUs cannot honour", async () => {
    const file = matrix("{ precision: [bf16, tf32] }\n  - { gpus: [0, 4] }\n  - { engine: tfjs }");
    const { code, out } = await plan("--target", "v100-16gx2", "--matrix", file, "--cell", "gpus=0,4", "--json");
    expect(code).toBe(ExitCode.Incomplete);
    const rows = (JSON.parse(out) as { cells: { status: string; unsupported: { reason: string } }[] }).cells;
    expect(rows.map(({ status, unsupported }) => [status, unsupported.reason])).toEqual([
      ["unsupported", "the cell asks for no GPU"],
      ["unsupported", "the cell asks for 4 GPUs, the target has 2"],
    ]);
    const old = await plan("--target", "v100-16gx2", "--matrix", file, "--cell", "precision=bf16,tf32");
    expect(old.code).toBe(ExitCode.Incomplete);
    expect(old.out).toContain("unsupported: Tesla V100-SXM2-16GB has no bf16");
    expect(old.out).toContain("unsupported: Tesla V100-SXM2-16GB has no tf32");
    const tfjs = await plan("--target", "v100-16gx2", "--matrix", file, "--cell", "engine=tfjs");
    expect(tfjs.out).toContain("unsupported: the engine tfjs has no programs to compile");
  });

  it("makes a row of a cell that does not compile, and goes on", async () => {
    putPlugin();
    const file = matrix("{ precision: [fp32, fp16] }\n  - { precision: bf16 }");
    const { code, out, err } = await plan("--target", "v100-16g", "--matrix", file);
    expect(code).toBe(ExitCode.Incomplete);
    expect(out.match(/ failed: /g)).toHaveLength(2);
    expect(out).toContain("unsupported: Tesla V100-SXM2-16GB has no bf16");
    expect(err).toMatch(/1\/3 .*fp32.*: .*\n2\/3 .*fp16.*: /);
  });

  it("stops when it is told to, and says how far it came", async () => {
    putPlugin();
    const abort = new AbortController();
    let err = "";
    const { code, out } = await runMain(["plan", "--target", "v100-16gx8", "--matrix", "dgx1"], {
      cwd,
      env: process.env,
      signal: abort.signal,
      err: (text) => {
        err += text;
        if (text.startsWith("1/18")) abort.abort();
      },
    });
    expect(code).toBe(ExitCode.Incomplete);
    expect(out.match(/failed: /g)).toHaveLength(1);
    expect(err).toContain("stopped: 1 of 18 cells were compiled");
    expect(err).not.toContain("2/18");
  });
});

/** A file where the compiler would lie, that is no plugin. */
function putPlugin(): void {
  const file = join(pluginDirectory("cuda12", join(cwd, "cache"), "compile-only"), pluginPins.cuda12.file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "no library");
}
