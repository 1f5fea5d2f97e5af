import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import { runMain } from "./test-support-io.js";

const smoke = join(packageRoot(), "harness/cli/testdata/smoke.yaml");

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "ncf-advice-"));
  vi.stubEnv("NCF_BENCH_CACHE", join(cwd, "cache"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cwd, { recursive: true });
});

const call = (...argv: string[]) => runMain([...argv, "--matrix", smoke], { cwd, env: process.env });

describe("the advice on a plan", () => {
  // Two cells: 3 + 3 launches reach no adjusted p below 0.2, 5 + 5 reach 0.016.
  it.each([
    [["plan", "--launches", "3"], true],
    [["plan", "--launches", "5"], false],
    [["plan", "--launches", "3", "--json"], true],
    [["run", "--launches", "3", "--dry-run"], true],
    [["run", "--launches", "5", "--dry-run"], false],
    [["run", "--launches", "1"], true],
  ])(
    "%j says on one line of stderr, and never on stdout, when too few launches are planned: %j",
    async (argv, told) => {
      const { code, out, err } = await call(...argv);
      const lines = err.split("\n").filter((line) => line.includes("can decide nothing"));
      expect([code, lines.length]).toEqual([0, told ? 1 : 0]);
      if (told)
        expect(lines[0]).toMatch(/^note: comparing two such runs: .* for 2 cells: .*--launches 5, or fewer cells\)$/);
      expect(out.includes("can decide nothing")).toBe(argv.includes("--json"));
    },
  );

  it("is in the JSON of a plan, also where the plan is fine", async () => {
    const design = async (launches: string) =>
      (JSON.parse((await call("plan", "--json", "--launches", launches)).out) as { design: unknown }).design;
    expect(await design("3")).toMatchObject({ decidable: false, launchesNeeded: 5, leastP: 0.1, leastAdjustedP: 0.2 });
    expect(await design("5")).toMatchObject({ decidable: true, launchesNeeded: null, message: null });
  });

  it("counts only cells that this machine can launch", async () => {
    const { out, err } = await call("plan", "--engine", "oracle", "--launches", "4", "--cell", "mode=train");
    expect([err, out]).toEqual(["", expect.stringContaining("4 launches")]);
    const none = await runMain(["plan", "--matrix", "dgx1", "--engine", "oracle"], { cwd });
    expect([none.err, none.out]).toEqual(["", expect.stringContaining("Nothing to launch")]);
  });
});
