import { describe, expect, it } from "vitest";
import { loadPublished } from "../reference/load.js";
import { suiteMetrics } from "../suites/metrics.js";
import { embeddedText, parseEmbedded, scriptJson } from "./embedded.js";
import { renderHtml } from "./html.js";
import { modelOfRaw, type RawReport, reportOfRun } from "./raw.js";
import { gpuRun } from "./test-support-gpu.js";
import { HOSTILE } from "./test-support-hostile.js";
import { sampleRun } from "./test-support-run.js";
import { verifyReport } from "./verify.js";
import { programVersion } from "./write.js";

const references = await loadPublished();

function rawOf(run = sampleRun({ slowdown: { 0: 0.91, 2: 1.06 }, seed: 3, launches: 7 })): RawReport {
  const base = sampleRun({ run: "20261120t020000z-aaaa", seed: 99, launches: 7 });
  return reportOfRun({
    ...{ writer: programVersion(), run, references, metricsOf: suiteMetrics },
    baseline: { run: base, labels: { base: "main", next: "latest" } },
  }).raw;
}

const raw = rawOf();
const page = renderHtml(modelOfRaw(raw, suiteMetrics), raw);
const verify = (html: string) => verifyReport(html, "report.html").discrepancies;

const scale = (object: object, field: string | number, factor: number) =>
  Object.assign(object, { [field]: (object as Record<string, number>)[field]! * factor });

/** The page with its figures changed, and nothing else. */
function withData(change: (raw: RawReport) => void): string {
  const changed = structuredClone(raw) as RawReport;
  change(changed);
  return page.replace(embeddedText(page, ""), () => scriptJson(changed));
}

describe("a report that carries its raw figures", () => {
  it("is found to be true as it was written, alone, compared, and of a machine with GPUs and published figures", () => {
    expect(verifyReport(page, "report.html")).toEqual({
      ...{ run: "20261123t150400z-7f3a", baseline: "main", cells: 5, launches: 70, discrepancies: [] },
    });
    const alone = reportOfRun({
      writer: programVersion(),
      run: gpuRun({ launches: 3 }),
      references,
      metricsOf: suiteMetrics,
    }).raw;
    expect(alone.references!.sources.length).toBeGreaterThan(0);
    expect(verify(renderHtml(modelOfRaw(alone, suiteMetrics), alone))).toEqual([]);
  });

  it.each([
    ["a median", /(data-label="Median"[^>]*>)[^<]+/, "$199.9 k items/s", /Median/],
    [
      "the verdict of a cell",
      /<span aria-hidden="true">▼<\/span> slower/,
      '<span aria-hidden="true">=</span> same',
      /Verdict/,
    ],
    ["the headline", /1 slower, /, "0 slower, ", /#summary|page/],
    [
      "a launch's figure",
      /(<tr class="launch"><th scope="row" class="n">1<\/th><td>ok<\/td><td class="n">)[^<]+/,
      "$19.99 k items/s",
      /Launches of/,
    ],
    ["a command", /model&#x3D;paper-8/, "model&#x3D;paper-9", /#/],
    ["a point of a chart", /(<figure>[\s\S]*?<path [^>]*d="M)/, "$19", /chart "/],
    [
      "what an image says",
      /aria-label="Strip chart: every launch/,
      'aria-label="Strip chart: some launches',
      /chart "Strip/,
    ],
    ["a warning that was taken out", /<li><b>host-busy<\/b>[\s\S]*?<\/li>/, "", /#warnings/],
    [
      "the hash of the figures",
      /sha256 of the raw figures: <code>[0-9a-f]/,
      "sha256 of the raw figures: <code>_",
      /page|#/,
    ],
  ])("has %s that was changed by hand found", (_, pattern, replacement, where) => {
    const changed = page.replace(pattern, replacement);
    expect(changed).not.toBe(page);
    const found = verify(changed);
    expect(found.length).toBeGreaterThan(0);
    expect(found.some((one) => where.test(one.where))).toBe(true);
  });

  it("names the place with what the page says and what the figures give", () => {
    const cell = modelOfRaw(raw, suiteMetrics).cells[0]!;
    const changed = page.replace(`"${cell.median.value}">${cell.median.text}`, `"${cell.median.value}">99.9 k items/s`);
    expect(verify(changed)).toEqual([
      { where: `#${cell.slug}, Median`, said: "99.9 k items/s", computed: cell.median.text },
    ]);
  });

  it.each<[string, (raw: RawReport) => void, RegExp]>([
    ["a metric", ({ run }) => scale(run.records[0]!.metrics, "train.throughput", 1.2), /train\.throughput/],
    ["a sample", ({ run }) => scale(run.records[0]!.epochs[4]!, "seconds", 0.7), /train\.throughput/],
    ["a latency", ({ run }) => scale(run.records[2]!.inference[1]!.latencies, 0, 40), /infer\.fed/],
    [
      "a figure of the baseline",
      (r) => scale(r.baseline!.run.records[0]!.metrics, "train.throughput", 0.9),
      /baseline/,
    ],
    ["a hit rate", ({ run }) => scale(run.records[0]!.quality!, "hr", 1.1), /HR|#cell|page/],
    ["the seed of a launch, which no verdict needs", ({ run }) => scale(run.records[0]!, "seed", 2), /page/],
    ["a launch that was taken out", ({ run }) => (run.records as unknown[]).splice(0, 1), /#/],
    ["a name", (r) => Object.assign(r.baseline!.labels, { base: "other" }), /#summary/],
    ["a published figure's count", (r) => Object.assign(r.references!.counts, { notApplicable: 3 }), /#references/],
  ])("has %s that was changed in the figures found", (_, change, where) => {
    const found = verify(withData(change));
    expect(found.map((one) => one.where).join("\n")).toMatch(where);
    // Whatever was changed, the figures are no longer those that were written.
    expect(found.some(({ said }) => /^[0-9a-f]{64}$/.test(said))).toBe(true);
  });

  it("is held against the records of the run's own folder, which nobody made up with the page", () => {
    const forged = rawOf(sampleRun({ seed: 3, launches: 7 }));
    const html = renderHtml(modelOfRaw(forged, suiteMetrics), forged);
    expect(verify(html)).toEqual([]);
    const measured = sampleRun({ slowdown: { 0: 0.91 }, seed: 3, launches: 7 });
    const found = verifyReport(html, "report.html", measured).discrepancies;
    expect(found).toHaveLength(7);
    expect(found[0]).toMatchObject({ said: "in the page", computed: "otherwise in the run's folder" });
    const short = { ...measured, records: measured.records.slice(1) };
    expect(verifyReport(html, "report.html", short).discrepancies[0]).toMatchObject({ computed: "(nothing)" });
  });

  it.each([
    ["no figures", "<!doctype html><p>hello", 2, /no report with its raw figures/],
    ["figures that are cut", page.replace(/.{200}<\/script>/, "</script>"), 2, /cannot be read/],
    ["figures of something else", withData((r) => Object.assign(r, { schema: "x" })), 2, /schema is not/],
    [
      "figures that are no run",
      withData(({ run }) => Object.assign(run.manifest, { cells: 7 })),
      2,
      /not those of a run/,
    ],
    ["another version", withData((r) => Object.assign(r, { writer: "9.9.9" })), 4, /written by ncf-bench 9\.9\.9/],
  ])("is refused with %s", (_, html, exitCode, message) => {
    expect(() => verifyReport(html, "report.html")).toThrow(
      expect.objectContaining({ exitCode, message: expect.stringMatching(message) }),
    );
  });
});

describe("scriptJson", () => {
  it.each(HOSTILE.map((text) => [text]))("keeps %j inside its element, and as it was", (text) => {
    const json = scriptJson({ text, number: Number.NaN });
    expect(json).not.toMatch(/[<>&\p{Cc}\p{Cf}\u2028\u2029]/u);
    const parsed = JSON.parse(json) as { text: string; number: unknown };
    expect(parsed).toEqual({ text, number: { nonfinite: "NaN" } });
    expect(() => parseEmbedded(json, "x")).toThrow(/schema/);
  });
});
