import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRuns } from "../harness/compare/compare.js";
import { visible } from "../harness/console/visible.js";
import { packageRoot } from "../storage/package-root.js";
import { matchGolden } from "../test/golden.js";
import { MOST, renderMarkdown } from "./markdown.js";
import { code, codeBlock, figure } from "./markdown-code.js";
import { buildReportModel, type ReportModel } from "./model.js";
import { HOSTILE, mapText } from "./test-support-hostile.js";
import { skeleton, withoutSpans } from "./test-support-markdown.js";
import { metricsOf, sampleRun } from "./test-support-run.js";

const runModel = () => buildReportModel({ run: sampleRun(), metricsOf });

function comparedModel(): ReportModel {
  const base = sampleRun({ run: "20261120t020000z-aaaa", seed: 99, launches: 7 });
  const run = sampleRun({ slowdown: { 0: 0.91, 2: 1.06 }, seed: 3, launches: 7 });
  return buildReportModel({
    run,
    comparison: compareRuns(base, run, { metricsOf, labels: { base: "main", next: "latest" } }),
    metricsOf,
  });
}

describe("Markdown of a run", () => {
  it.each([
    ["a run", runModel, "run"],
    ["a compared run", comparedModel, "compared"],
  ])("is what was reviewed: %s", (_, model, name) => {
    matchGolden(join(packageRoot(), `reports/testdata/${name}.md.golden`), renderMarkdown(model()));
  });

  it("says the verdict in its first line", () => {
    expect(renderMarkdown(comparedModel()).split("\n")[0]).toBe("### ❌ 1 slower, 1 faster, 2 same, 1 not comparable");
    expect(renderMarkdown(runModel()).split("\n")[0]).toBe("### ⚠️ 4 of 5 cells measured");
  });

  it.each([
    ["20,000 cells that all have something to say", (model: ReportModel) => repeat(model, 20_000, (text) => text)],
    ["cells whose every text is long", (model: ReportModel) => repeat(model, 5000, () => "|`".repeat(2000))],
    ["cells whose every text is long in UTF-8", (model: ReportModel) => repeat(model, 5000, () => "界".repeat(2000))],
  ])("stays within GitHub's limits, whole, and counts what it leaves out: %s", (_, change) => {
    const model = change(comparedModel());
    const comment = renderMarkdown(model);
    const summary = renderMarkdown(model, "summary");
    expect(comment.length).toBeLessThan(MOST.comment);
    expect(Buffer.byteLength(summary)).toBeLessThan(MOST.summary);
    expect(summary.length).toBeGreaterThan(4 * comment.length);
    for (const text of [comment, summary]) {
      expect(text.split("\n")[0]).toMatch(/^### ❌ /);
      expect(text).toMatch(/\| \d+ more cells \|/);
      const rest = skeleton(text);
      expect(rest.match(/<details>/g)!.length).toBe(rest.match(/<\/details>/g)!.length);
      // Every row of a table has the columns of its head.
      for (const table of rest.matchAll(/(?:^\|.*\|$\n?)+/gm)) {
        const columns = table[0]
          .trimEnd()
          .split("\n")
          .map((row) => row.split("|").length);
        expect(new Set(columns).size).toBe(1);
      }
    }
  });
});

/** Fields that hold words or figures of ours. */
const OURS = new Set([
  ...["tone", "verdict", "symbol", "state", "labels", "headline", "coverage", "notApplicable", "class"],
]);

describe("text from outside in Markdown", () => {
  const model = comparedModel();
  const harmless = skeleton(renderMarkdown(mapText(model, OURS, () => "x @")));

  it.each(HOSTILE.map((text) => [visible(text.slice(0, 40)), text]))("stays inside code spans: %s", (_, text) => {
    const markdown = renderMarkdown(mapText(model, OURS, () => text));
    // Long ones are folded earlier.
    if (text.trim() !== "" && text.length < 1000) expect(skeleton(markdown)).toBe(harmless);
    expect(skeleton(markdown)).not.toMatch(/@|script|img|www|http/);
  });

  it("whatever it is (any string), a span opens and closes by the rule of CommonMark and fills one cell of a table", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("`", "|", "\\", " ", "\n", "a", "<", "*"), maxLength: 30 }),
        (text) => {
          const span = code(text);
          expect(span).not.toContain("\n");
          expect(span.replace(/\\[\\|]/g, "")).not.toContain("|");
          // Long ones are folded earlier.
          if (text.trim() !== "" && text.length < 1000) expect(withoutSpans(`${span}z`)).toBe("z");
        },
      ),
      { seed: 11, numRuns: 3000 },
    );
  });

  it("in a block cannot close the block", () => {
    const block = codeBlock("a\n```\n<b>\n````");
    expect(block.split("\n")[0]).toBe("`````console");
  });

  it.each([
    ["17.8 k items/s", true],
    ["-8.89 % (-9.39 to -8.26 %)", true],
    ["+4.00 % (-1.00 to open %)", true],
    ["2 min 05 s", true],
    ["–", true],
    ["∞", true],
    ["12.3 µs", true],
    ["1 @someone/s", false],
    ["1 www.example.com", false],
    ["5 <b>", false],
    ["5 | 6", false],
  ])("a figure is plain only if it is one: %s", (text, plain) => {
    expect(figure(text)).toBe(plain ? text : code(text));
  });
});

function repeat(model: ReportModel, times: number, change: (text: string) => string): ReportModel {
  const changed = mapText(model, OURS, change);
  const cells = Array.from({ length: times }, (_, i) => changed.cells[i % 5]!);
  const warnings = Array.from({ length: times }, (_, i) => changed.warnings[i % changed.warnings.length]!);
  return { ...changed, cells, warnings };
}
