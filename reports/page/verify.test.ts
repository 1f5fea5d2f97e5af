import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { loadPublished } from "../../reference/load.js";
import { suiteMetrics } from "../../suites/metrics.js";
import { renderHtml } from "../html.js";
import { modelOfRaw, reportOfRun } from "../raw.js";
import { gpuRun } from "../test-support-gpu.js";
import { sampleRun } from "../test-support-run.js";
import { programVersion } from "../write.js";
import { verifyDocument } from "./verify.js";

const references = await loadPublished();

function pageOf(make: typeof sampleRun): string {
  const base = make({ run: "20261120t020000z-aaaa", seed: 99, launches: 5 });
  const run = make({ slowdown: { 0: 0.91, 2: 1.06 }, seed: 3, launches: 5 });
  const baseline = { run: base, labels: { base: "main", next: "latest" } };
  const raw = reportOfRun({ writer: programVersion(), run, baseline, references, metricsOf: suiteMetrics }).raw;
  return renderHtml(modelOfRaw(raw, suiteMetrics), raw);
}

interface TextNode {
  readonly nodeType: number;
  readonly childNodes: Iterable<TextNode>;
  readonly localName?: string;
  textContent: string;
  getAttribute?(name: string): string | null;
}

/** Texts of the page that hold a digit, apart from drawings, their captions and the explanations. */
function figuresOf(node: TextNode): TextNode[] {
  if (node.nodeType === 3) return /\d/.test(node.textContent) ? [node] : [];
  if (["figure", "script", "style", "footer", "title"].includes(node.localName ?? "")) return [];
  if (node.getAttribute?.("aria-labelledby") === "reading") return [];
  return [...node.childNodes].flatMap(figuresOf);
}

describe("what the page's button computes", () => {
  it.each([
    ["of one without GPUs", sampleRun],
    ["of one with GPUs, references and ceilings", gpuRun],
  ])("finds a page true as it was written: %s", (_, make) => {
    expect(verifyDocument(parseHTML(pageOf(make)).document as never)).toEqual([]);
  });

  it("finds every single figure that was changed by hand, wherever it stands", () => {
    const { document } = parseHTML(pageOf(sampleRun));
    const figures = figuresOf(document.documentElement as unknown as TextNode);
    expect(figures.length).toBeGreaterThan(300);
    const missed: string[] = [];
    // Every seventh, so that it stays short; seven divides no number of columns.
    for (const node of figures.filter((_, i) => i % 7 === 0)) {
      const text = node.textContent;
      node.textContent = text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
      if (verifyDocument(document as never).length === 0) missed.push(text);
      node.textContent = text;
    }
    expect(missed).toEqual([]);
    expect(verifyDocument(document as never)).toEqual([]);
  });

  it("finds a changed verdict, a figure that was added and a part that was taken out", () => {
    const page = pageOf(sampleRun);
    for (const [from, to] of [
      ['aria-hidden="true">▼</span> slower', 'aria-hidden="true">=</span> same'],
      ["</h2>", " 12 faster</h2>"],
      ['<section aria-labelledby="warnings">', '<section aria-labelledby="others">'],
    ] as const) {
      expect(page).toContain(from);
      expect(verifyDocument(parseHTML(page.replace(from, to)).document as never), to).not.toEqual([]);
    }
  });
});
