import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleRun } from "../../reports/test-support-run.js";
import { writeRun } from "../compare/testdata/write-run.js";
import { runMain } from "./test-support-io.js";

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ncf-report-"));
  await writeRun(cwd, sampleRun({ run: "run-a", seed: 99, launches: 7 }));
  await writeRun(cwd, sampleRun({ run: "run-b", seed: 3, launches: 7, slowdown: { 0: 0.91 } }));
});
afterEach(() => rm(cwd, { recursive: true }));

const ncf = (...argv: string[]) => runMain(["report", ...argv], { cwd });

describe("ncf-bench report", () => {
  it("writes both pages into the run's folder, prints their paths, and leaves nothing else there", async () => {
    const { code, out, err } = await ncf("run-b");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [html, markdown] = out.trim().split("\n");
    expect(await readFile(html!, "utf8")).toContain("<h1>Matrix quick</h1>");
    expect(await readFile(markdown!, "utf8")).toContain("### ⚠️ 4 of 5 cells measured");
    const dir = join(cwd, ".ncf-bench/runs/run-b");
    expect((await readdir(dir)).filter((name) => name.includes("report")).sort()).toEqual(["report.html", "report.md"]);
  });

  it("shows the verdicts against a baseline and still exits 0: the gate is compare", async () => {
    const { code, out } = await ncf("run-b", "--baseline", "run-a", "--md", "-");
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toBe("### ❌ 1 slower, 3 same, 1 not comparable");
    expect(out).toContain("against `run-a`");
  });

  it("writes one page where it is asked to and the other to stdout, and not into the run's folder", async () => {
    const { code, out } = await ncf("run-b", "--html", "page.html", "--md", "-");
    expect(code).toBe(0);
    expect(out).toMatch(/^### /);
    expect(await readFile(join(cwd, "page.html"), "utf8")).toMatch(/^<!doctype html>/);
    expect(await readdir(join(cwd, ".ncf-bench/runs/run-b"))).not.toContain("report.html");
  });

  it("prints the model as JSON, numbers as numbers", async () => {
    const { out } = await ncf("run-b", "--json");
    const model = JSON.parse(out) as { cells: { median: { value: number; text: string } }[] };
    expect(model.cells[0]!.median).toEqual({ value: expect.any(Number), text: expect.stringMatching(/ k items\/s$/) });
  });

  it.each([
    ["an unknown run", ["nothing"], /there is no run "nothing"/],
    ["an unknown baseline", ["run-b", "--baseline", "nothing"], /there is no run "nothing"/],
    ["two documents on stdout", ["run-b", "--html", "-", "--md", "-"], /stdout holds one document/],
    ["a folder that does not exist", ["run-b", "--html", "no/such/page.html"], /no\/such\/page\.html/],
    ["an unknown option", ["run-b", "--pdf"], /unknown option '--pdf'/],
  ])("refuses %s with exit 2", async (_, argv, message) => {
    const { code, out, err } = await ncf(...argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});

describe("ncf-bench verify", () => {
  const verify = (...argv: string[]) => runMain(["verify", ...argv], { cwd });

  it("finds a page true as it was written, alone and against the records, and names what was changed since", async () => {
    await ncf("run-b", "--baseline", "run-a", "--html", "page.html");
    const whole = await verify("page.html", "--run", "run-b");
    expect(whole).toMatchObject({ code: 0, err: "" });
    expect(whole.out).toBe(
      "Run run-b against run-a: 5 cells, 70 launches. Every number, verdict and drawing follows from the raw figures.\n",
    );
    const html = await readFile(join(cwd, "page.html"), "utf8");
    await writeFile(join(cwd, "page.html"), html.replace("1 slower, 3 same", "4 same"));
    const changed = await verify("page.html");
    expect(changed.code).toBe(1);
    expect(changed.out).toMatch(/thing does not match:[\s\S]*4 same, 1 not comparable.*1 slower, 3 same/);
    const json = JSON.parse((await verify("page.html", "--json")).out) as { discrepancies: unknown[] };
    expect(json.discrepancies.length).toBeGreaterThan(0);
    expect((await verify("page.html", "--run", "run-a")).code).toBe(1);
  });

  it.each([
    ["a file that does not exist", "none.html", /none\.html: cannot be read/],
    ["a folder", ".", /cannot be read/],
    ["a page that is no report", "other.html", /no report with its raw figures/],
  ])("refuses %s with exit 2", async (_, file, message) => {
    await writeFile(join(cwd, "other.html"), "<!doctype html>");
    const { code, out, err } = await verify(file);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});
