import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exportFormats } from "../../reports/exports/formats.js";
import { sampleRun } from "../../reports/test-support-run.js";
import { writeRun } from "../compare/testdata/write-run.js";
import { runMain } from "./test-support-io.js";

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ncf-export-"));
  await writeRun(cwd, sampleRun({ run: "run-a", seed: 99, launches: 7 }));
  await writeRun(cwd, sampleRun({ run: "run-b", seed: 3, launches: 7, slowdown: { 0: 0.91 } }));
});
afterEach(() => rm(cwd, { recursive: true }));

const ncf = (...argv: string[]) => runMain(["export", ...argv], { cwd });

describe("ncf-bench export", () => {
  it.each(exportFormats.map(({ name }) => name))(
    "prints a stored run as %s, and writes the same bytes",
    async (name) => {
      const printed = await ncf("run-b", "--format", name);
      expect({ code: printed.code, err: printed.err }).toEqual({ code: 0, err: "" });
      expect(printed.out.length).toBeGreaterThan(2);
      const written = await ncf("run-b", "--format", name, "--out", "file");
      expect(written).toEqual({ code: 0, out: "", err: "" });
      expect(await readFile(join(cwd, "file"), "utf8")).toBe(printed.out);
    },
  );

  it("takes the verdicts from a comparison with the baseline, and exits 0: the gate is compare", async () => {
    const { code, out } = await ncf("run-b", "--format", "github-annotations", "--baseline", "run-a");
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toMatch(/^::error title=slower%3A ncf\/train\/.*\(beyond-margin\)::/);
    expect((await ncf("run-b", "--format", "github-annotations")).out).not.toContain("slower");
  });

  it("lists every format in its help", async () => {
    const { out } = await ncf("--help");
    for (const { name } of exportFormats) expect(out).toMatch(new RegExp(`^ +${name} `, "m"));
  });

  it.each([
    ["no format", ["run-b"], /required option '--format <name>'/],
    ["an unknown format", ["run-b", "--format", "xlsx"], /no format "xlsx"[\s\S]*one of gobench, csv/],
    ["an unknown run", ["nothing", "--format", "csv"], /there is no run "nothing"/],
    ["an unknown baseline", ["run-b", "--format", "junit", "--baseline", "no"], /there is no run "no"/],
    ["a run as its own baseline", ["run-b", "--format", "junit", "--baseline", "run-b"], /same as itself/],
    ["verdicts where there are none", ["run-b", "--format", "csv", "--baseline", "run-a"], /holds no verdicts/],
    ["a folder that does not exist", ["run-b", "--format", "csv", "--out", "no/f.csv"], /no\/f\.csv/],
  ])("refuses %s with exit 2, and writes nothing", async (_, argv, message) => {
    const { code, out, err } = await ncf(...argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(await readdir(cwd)).toEqual([".ncf-bench"]);
  });
});
