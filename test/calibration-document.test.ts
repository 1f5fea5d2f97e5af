import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { calibration } from "../harness/calibrate/calibration.js";
import { FULL, simulatedExperiments } from "../harness/calibrate/grid.js";
import { noiseModel } from "../harness/calibrate/noise-models.js";
import { measure } from "../harness/calibrate/threads.js";
import { calibrationMarkdown } from "../harness/cli/calibrate-text.js";
import { runMain } from "../harness/cli/test-support-io.js";
import { DEFAULTS } from "../harness/compare/options.js";
import { formatCount } from "../harness/console/format.js";
import { packageRoot } from "../storage/package-root.js";

// The document's tables take minutes to make. An experiment depends on its design and the seed alone, so that a part of the
// documented command has to give the same figures in seconds; what adds up over all designs is held to the figures it is of.

const document = readFileSync(join(packageRoot(), "docs/calibration.md"), "utf8");
const readme = readFileSync(join(packageRoot(), "README.md"), "utf8");

type Row = Record<string, string>;

/** Tables by the heading above them, as rows of cells by their column. */
function tablesOf(markdown: string): Map<string, Row[]> {
  const sections = markdown.split(/^### /m).slice(1);
  return new Map(
    sections.map((section) => {
      const cells = (line: string) => line.slice(2, -2).split(" | ");
      const [head, , ...body] = section.split("\n").filter((line) => line.startsWith("| "));
      const columns = head === undefined ? [] : cells(head);
      const rows = body.map((line) => Object.fromEntries(cells(line).map((cell, i) => [columns[i]!, cell.trim()])));
      return [section.slice(0, section.indexOf("\n")), rows];
    }),
  );
}

/** The part of the document that a command made. */
function madeBy(argv: readonly string[]): Map<string, Row[]> {
  const made = `Made by \`ncf-bench ${argv.join(" ")}\`: `;
  const section = document.split(/^## /m).find((text) => text.includes(made));
  expect(section, `no section of docs/calibration.md says: ${made}`).toBeDefined();
  return tablesOf(section!);
}

const SEED = ["--seed", "1"];
const ALL = ["calibrate", ...SEED];
const NOISE = ["--cells", "12", "--trials", "1000", ...SEED];
const SPREADS = ["calibrate", "--noise", "normal", "--cv", "0.005", "0.01", "0.02", "0.03", "0.05"];
const BY_SPREAD = [...SPREADS, "--launches", "7", "10", "20", ...NOISE];

const LABELS = ["runs", "cells", "CV", "slowdown", "7 launches"];
/** Tables that add up over designs, of which a part has others. */
const TOTALS = ["Wrong answers on slowed cells", "What the gate promises"];

/** Looks up each of a part's figures among the documented ones; how many there were. */
function figuresFound(documented: Map<string, Row[]>, part: Map<string, Row[]>): number {
  let found = 0;
  for (const [title, rows] of part) {
    const shown = documented.get(title);
    if (shown === undefined || TOTALS.includes(title)) continue;
    for (const row of rows) {
      const same = shown.filter((one) => LABELS.every((label) => !(label in row) || one[label] === row[label]));
      expect(same, `${title}: ${Object.values(row)}`).toHaveLength(1);
      expect({ title, ...same[0] }).toMatchObject({ title, ...row });
      found += Object.keys(row).filter((column) => !LABELS.includes(column)).length;
    }
  }
  return found;
}

describe("docs/calibration.md", () => {
  it.each([
    ["one cell, with and without ties", ["--noise", "normal", "ties", "--cells", "1", "--launches", "7"], 21],
    ["runs with a bias of their own", ["--noise", "biased-cells", "--cells", "1", "--launches", "7"], 9],
  ])("has the figures that its command gives: %s", { timeout: 300_000 }, async (_, part, count) => {
    const { out } = await runMain(["calibrate", ...part, ...SEED, "--markdown"]);
    expect(figuresFound(madeBy(ALL), tablesOf(out))).toBe(count);
  });

  it("has the figures that its command gives: twelve cells, a noise of 3 %", { timeout: 300_000 }, async () => {
    const design = { models: ["normal"], cvs: [0.03], launches: [7], cells: [12], slowdowns: [0.05], trials: 1000 };
    const experiments = simulatedExperiments({ ...FULL, ...design, nullTrials: 0 });
    const { alpha, level, margin } = DEFAULTS;
    const signal = new AbortController().signal;
    const rows = await measure(experiments, { seed: 1, threads: 2, alpha, stored: null, signal });
    const around = { command: "", seed: 1, gate: { margin, alpha, level }, stored: null };
    const tables = tablesOf(calibrationMarkdown(calibration(rows!, around)));
    for (const row of [...tables.values()].flat()) row.CV = "3 %";
    expect(figuresFound(madeBy(BY_SPREAD), tables)).toBe(4);
  });

  const all = madeBy(ALL);
  const table = (title: string) => all.get(title)!;
  const figure = (text: string) => Number.parseFloat(text.replace("<", ""));
  const kindOf = ({ runs }: Row) => noiseModel(runs!).kind;
  const rates = (rows: readonly Row[]) =>
    rows.flatMap((row) => Object.keys(row).flatMap((column) => (LABELS.includes(column) ? [] : figure(row[column]!))));

  it("shows every design once", () => {
    const designs = FULL.models.flatMap((noise) => FULL.cells.map((cells) => `${noise} ${cells}`));
    for (const title of ["False alarms with a margin of 2 %", "False alarms without a margin"]) {
      expect(table(title).map(({ runs, cells }) => `${runs} ${cells}`)).toEqual(designs);
      expect(Object.keys(table(title)[0]!)).toEqual(["runs", "cells", ...FULL.launches.map((n) => `${n} + ${n}`)]);
    }
  });

  it("says that every promise is kept, by figures that stand in its other tables", () => {
    const sources: Record<string, string> = {
      "false alarms": "False alarms with a margin of 2 %",
      "false alarms without a margin": "False alarms without a margin",
      "5 % slower is found at 1 % noise and 7 launches or more": "Slowdowns of 5 % found",
      "`same` where nothing changed, at 1 % noise and 7 launches or more": "Cells called `same` when nothing changed",
    };
    const promises = table("What the gate promises");
    expect(promises).toHaveLength(8);
    for (const row of promises) {
      const [held, of] = row.held!.split(" of ").map(Number);
      expect([row.promise, held! + Number(row["not refuted"])]).toEqual([row.promise, of]);
      const design = /^(\S+), (\d+) launches, (\d+) cells?$/.exec(row.of!);
      const source = sources[row.promise!];
      if (source === undefined) continue;
      const [, runs, launches, cells] = design!;
      const shown = table(source).find((one) => one.runs === runs && one.cells === cells)!;
      expect(figure(shown[`${launches} + ${launches}`]!)).toBe(figure(row["nearest to it"]!));
    }
  });

  it("counts wrong answers over all designs", () => {
    const designs = FULL.launches.length * FULL.cells.length * FULL.trials;
    const models = FULL.models.filter((name) => !name.startsWith("biased-")).length;
    for (const row of table("Wrong answers on slowed cells")) {
      const of = row.runs === "biased" ? FULL.models.length - models : models;
      expect(row.comparisons).toBe(formatCount(of * designs));
    }
  });

  it("and the README name the worst rates of its tables", () => {
    const worst = (title: string, kinds: readonly string[]) =>
      `at most ${Math.max(...rates(table(title).filter((row) => kinds.includes(kindOf(row)))))} %`;
    const exact = ["independent", "drifting"];
    const withMargin = worst("False alarms with a margin of 2 %", [...exact, "correlated"]);
    const without = worst("False alarms without a margin", exact);
    const found = table("Slowdowns of 5 % found").filter(({ runs }) => runs === "normal");
    const least = Math.min(...rates(found.map(({ "5 + 5": _, ...row }) => row)));
    for (const text of [document.split(/^## /m)[0]!, readme]) {
      for (const claim of [withMargin, without, `at least ${least} %`]) expect(text).toContain(claim);
    }
  });
});
