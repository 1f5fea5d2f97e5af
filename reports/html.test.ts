import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compareRuns } from "../harness/compare/compare.js";
import { visible } from "../harness/console/visible.js";
import { checkRun } from "../reference/check.js";
import { loadPublished } from "../reference/load.js";
import { packageRoot } from "../storage/package-root.js";
import { matchGolden } from "../test/golden.js";
import { renderHtml } from "./html.js";
import { buildReportModel, type ReportModel } from "./model.js";
import { HOSTILE, mapText } from "./test-support-hostile.js";
import { elements, outline } from "./test-support-outline.js";
import { metricsOf, sampleRun } from "./test-support-run.js";

const golden = (name: string) => join(packageRoot(), "reports/testdata", name);
const references = await loadPublished();

function runModel(): ReportModel {
  const run = sampleRun();
  return buildReportModel({ run, metricsOf, check: checkRun(run, references) });
}

function comparedModel(): ReportModel {
  const base = sampleRun({ run: "20261120t020000z-aaaa", seed: 99, launches: 7 });
  const run = sampleRun({ slowdown: { 0: 0.91, 2: 1.06 }, seed: 3, launches: 7 });
  const comparison = compareRuns(base, run, { metricsOf, labels: { base: "main", next: "latest" } });
  return buildReportModel({ run, comparison, metricsOf, check: checkRun(run, references) });
}

/** Fields by whose values the code chooses; their words are ours. */
const OURS = new Set(["slug", "tone", "verdict"]);

describe("the page of a run", () => {
  it.each([
    ["a run", runModel, "run"],
    ["a compared run", comparedModel, "compared"],
  ])("has the structure that was reviewed: %s", (_, model, name) => {
    matchGolden(golden(`${name}.outline.golden`), outline(renderHtml(model())));
  });

  it("is the same bytes for the same run, whatever was rendered before", () => {
    const first = renderHtml(comparedModel());
    renderHtml(runModel());
    expect(renderHtml(comparedModel())).toBe(first);
  });

  it("says what came out, what failed and why, and that the data are synthetic", () => {
    const text = elements(renderHtml(runModel()))[0]!.textContent.replace(/\s+/g, " ");
    expect(text).toContain("4 of 5 cells measured 19 of 25 launches valid. Without a figure: 5 unsupported, 1 crash.");
    expect(text).toContain("the wasm backend of TensorFlow.js computes in fp32 only");
    expect(text).toContain("954 of 954 published figures do not apply here");
    expect(text).toContain(
      "ncf-bench run --matrix quick --launches 5 --cell mode=train model=paper-8 precision=fp32 batch=16384",
    );
    expect(text).not.toMatch(/\[object|undefined|NaN/);
  });

  it("allows nothing but its own style, by hash, and holds no script, no style attribute and no outward address", () => {
    const html = renderHtml(comparedModel());
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)![1]!;
    const hash = createHash("sha256").update(style).digest("base64");
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(style).not.toMatch(/url\(|@import/);
    const names = elements(html).map((element) => element.localName);
    expect(names.filter((name) => name === "style")).toHaveLength(1);
    expect(names).not.toEqual(expect.arrayContaining(["script"]));
    expectNoActiveContent(html);
  });

  it("has unique ids, and every link leads to one of them", () => {
    const all = elements(renderHtml(comparedModel()));
    const ids = all.flatMap((element) => element.getAttribute("id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = all.flatMap((element) => element.getAttribute("href") ?? []);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(ids).toContain(target.slice(1));
    for (const label of all.flatMap((e) => e.getAttribute("aria-labelledby") ?? [])) expect(ids).toContain(label);
  });

  it("names every table, column, image and section for those who do not see them", () => {
    const html = renderHtml(comparedModel());
    expect(html.match(/<table/g)!.length).toBe(html.match(/<caption>[^<]/g)!.length);
    expect(html).not.toMatch(/<th(?![^>]*scope=)[ >]/);
    for (const [tag] of html.matchAll(/<svg[^>]*>/g)) {
      expect(tag).toMatch(/aria-hidden="true"|role="img" aria-label="[^"]{20,}"/);
    }
    expect(html).not.toMatch(/<section(?! aria-labelledby="[a-z]+")/);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it.each([
    ["the sample", runModel, 130_000],
    ["100 cells of 7 launches", () => manyCells(100, 7), 1_300_000],
  ])("weighs little: %s", (_, model, limit) => {
    expect(Buffer.byteLength(renderHtml(model()))).toBeLessThan(limit);
  });

  it("is a page also where nothing was measured, where one cell is all there is, and where a loss is not finite", () => {
    const run = sampleRun();
    const nothing = renderHtml(buildReportModel({ run: { ...run, records: [] }, metricsOf }));
    expect(nothing).toContain("Nothing was measured");
    expect(nothing).not.toContain("<figure");
    const [cell] = run.manifest.cells;
    const one = { ...run.manifest, cells: [cell!] };
    expect(renderHtml(buildReportModel({ run: { ...run, manifest: one }, metricsOf }))).toContain(
      "All 1 cell measured",
    );
    const records = run.records.map((record) => ({
      ...record,
      epochs: record.epochs.map((epoch) => ({ ...epoch, loss: Number.NaN })),
    }));
    expect(renderHtml(buildReportModel({ run: { ...run, records }, metricsOf }))).not.toContain(
      "Training loss by epoch",
    );
  });
});

describe("text from outside", () => {
  const model = comparedModel();
  const harmless = outline(renderHtml(mapText(model, OURS, () => "x")));

  it.each(HOSTILE.map((text) => [visible(text.slice(0, 40)), text]))(
    "in every field of the model stays text: %s",
    (_, text) => {
      const html = renderHtml(mapText(model, OURS, () => text));
      expect(outline(html)).toBe(harmless);
      expectNoActiveContent(html);
    },
  );

  it("in records and manifest is cleaned of control and reordering characters, and reaches ids as letters and digits only", () => {
    const hostile = HOSTILE.join(" ");
    const free = new Set([
      "run",
      "key",
      "schema",
      "status",
      "mode",
      "suite",
      "engine",
      "backend",
      "precision",
      "xla",
      "model",
      "variant",
    ]);
    const run = sampleRun();
    const changed = mapText(run, free, () => hostile);
    const keys = new Map(run.manifest.cells.map(({ key }) => [key, `${key}${hostile}`]));
    const manifest = {
      ...changed.manifest,
      run: hostile,
      cells: changed.manifest.cells.map((cell) => ({ ...cell, key: keys.get(cell.key)! })),
    };
    const records = changed.records.map((record) => ({ ...record, run: hostile, key: keys.get(record.key)! }));
    const html = renderHtml(buildReportModel({ run: { ...changed, manifest, records }, metricsOf }));
    expect(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u.exec(html)?.[0]).toBeUndefined();
    expectNoActiveContent(html);
    const ids = elements(html).flatMap((element) => element.getAttribute("id") ?? []);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]{0,82}$/);
    expect(ids.filter((id) => id.startsWith("cell-"))).toHaveLength(5);
    expect(html).toContain("4 of 5 cells measured");
  });
});

function expectNoActiveContent(html: string): void {
  for (const element of elements(html)) {
    expect(["script", "img", "iframe", "object", "embed", "link", "form", "base", "foreignObject"]).not.toContain(
      element.localName,
    );
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|^style$|^src/);
      if (name === "href") expect(value).toMatch(/^#[a-z][a-z0-9-]*$/);
    }
  }
}

function manyCells(cells: number, launches: number): ReportModel {
  const model = buildReportModel({ run: sampleRun({ launches }), metricsOf });
  const many = Array.from({ length: cells }, (_, i) => ({ ...model.cells[i % 4]!, slug: `cell-${i}` }));
  return { ...model, cells: many };
}
