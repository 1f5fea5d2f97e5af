import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { matchGolden } from "../../test/golden.js";
import { buildRun } from "../compare/testdata/runs.js";
import { writeRun } from "../compare/testdata/write-run.js";
import { normal } from "../stats/testdata/random.js";
import { main } from "./main.js";
import { captureIo, runMain } from "./test-support-io.js";

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ncf-calibrate-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const ncf = (...argv: string[]) => runMain(["calibrate", "--quick", ...argv], { cwd });
const SMALL = ["--noise", "normal", "biased-cells", "--trials", "60", "--launches", "5", "7"];

describe("ncf-bench calibrate", () => {
  it("shows false alarms, what is found and what is promised; few trials are no pass", async () => {
    const { code, out, err } = await ncf(...SMALL);
    matchGolden(fileURLToPath(new URL("testdata/calibrate/small.stdout", import.meta.url)), out);
    expect(code).toBe(3);
    expect(err).toMatch(/^48 experiments, 2,880 comparisons of two runs\n(\d+ %\n)+$/);
  });

  it("gives the same bytes on any number of threads, and others with another seed", { timeout: 300_000 }, async () => {
    const json = async (...more: string[]) => (await ncf(...SMALL, "--json", ...more)).out;
    const one = await json("--threads", "1");
    expect(await json("--threads", "3")).toBe(one);
    expect(JSON.parse(one)).toMatchObject({ schema: "ncf-bench.calibration/1.0", seed: 1, exitCode: 3 });
    const other = JSON.parse(await json("--seed", "2"));
    expect(other.rows.map(({ tally }: { tally: object }) => tally)).not.toEqual(
      JSON.parse(one).rows.map(({ tally }: { tally: object }) => tally),
    );
  });

  it("tells several spreads apart: each has its row, and none changes what another has", async () => {
    const markdown = async (...cv: string[]) => {
      const { out } = await ncf("--noise", "normal", "--cells", "1", "--trials", "60", "--markdown", "--cv", ...cv);
      return out.split("\n");
    };
    const both = await markdown("0.03", "0.01");
    const columns = "| runs | cells | CV | slowdown | 7 + 7 |";
    const at = both.indexOf(columns) + 2;
    expect(both.slice(at, at + 8).map((line) => line.split(" | ").slice(2, 4))).toEqual(
      ["1 %", "3 %"].flatMap((cv) => ["1 %", "2 %", "5 %", "10 %"].map((slowdown) => [cv, slowdown])),
    );
    const alone = (await markdown("0.03")).filter((line) => line.startsWith("| normal | 1 | 5 % |"));
    expect(alone).toHaveLength(1);
    expect(both).toContain(alone[0]!.replace("| 1 |", "| 1 | 3 % |"));
    expect(both.join("\n")).toMatch(/normal, 7 launches, 1 cell, 1 % noise/);
  });

  it("calibrates on the launches of a stored run, and shows a drift within it", { timeout: 300_000 }, async () => {
    const draw = normal(91);
    const launches = (drift: number) => Array.from({ length: 16 }, (_, i) => 100 * Math.exp(0.01 * draw() - drift * i));
    const cells = [{ launches: launches(0) }, { cell: { batch: 2 }, launches: launches(0.006) }];
    await writeRun(cwd, buildRun({ run: "run-a", cells: [...cells, { cell: { batch: 3 }, launches: [1] }] }));
    const { code, out } = await ncf("--run", "run-a", "--trials", "1000", "--json");
    const { stored, rows, bounds } = JSON.parse(out);
    expect(code).toBe(0);
    expect(Object.values(stored.launches)).toEqual([16, 16]);
    expect(stored.without).toHaveLength(1);
    expect(Object.values(stored.halves)[1]).toBe("slower");
    expect(bounds.map(({ name, state }: { name: string; state: string }) => [name, state])).toEqual([
      ["false-alarms", "held"],
      ["false-alarms", "held"],
    ]);
    const found = rows.filter((row: { slowdown: number; source: string }) => row.slowdown === 0.1);
    expect(found.map(({ source }: { source: string }) => source)).toEqual(["resampled", "split"]);
    expect(found[0].power.rate).toBeGreaterThan(0.6);
  });

  it.each([
    [["--noise", "white"], /no noise model is called "white"/],
    [["--cv", "2"], /Expected a share between 0 and 1/],
    [["--launches", "0"], /Expected a whole number from 1 to 1000/],
    [["--trials", "many"], /Expected a whole number/],
    [["--run", "run-a", "--cells", "3"], /--cells: is of simulated runs/],
    [["--run", "nowhere"], /nowhere/],
    [["--json", "--markdown"], /--markdown: does not go with --json/],
  ])("%j is refused with exit 2 before anything is measured", async (argv, message) => {
    const { code, out, err } = await ncf(...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });

  it("a run without two launches in any cell is refused", async () => {
    await writeRun(cwd, buildRun({ run: "run-a", cells: [{ launches: [1] }] }));
    const { code, err } = await ncf("--run", "run-a");
    expect(code).toBe(2);
    expect(err).toMatch(/no cell of the run run-a has two launches with a figure/);
  });

  it("stops at once when it is interrupted, and prints no table", async () => {
    const { io, written, abort } = captureIo({ cwd });
    const err = io.err;
    io.err = (text) => {
      err(text);
      if (text.includes("%")) abort.abort("SIGINT");
    };
    expect(await main(["calibrate", "--quick"], io)).toBe(130);
    expect(written.out).toBe("");
    expect(written.err).toMatch(/10 %\nstopped; nothing was kept\n$/);
  });
});
