import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareRuns } from "../../harness/compare/compare.js";
import { checkRun } from "../../reference/check.js";
import { loadPublished } from "../../reference/load.js";
import { renderHtml } from "../../reports/html.js";
import { buildReportModel, type ReportModel } from "../../reports/model.js";
import { gpuRun } from "../../reports/test-support-gpu.js";
import { HOSTILE, mapText } from "../../reports/test-support-hostile.js";
import { metricsOf, sampleRun } from "../../reports/test-support-run.js";
import { axeViolations } from "./axe.js";
import { noChromium, openChromium } from "./chromium.js";
import { badChartTexts, builtElements, lowContrast, overflowing } from "./page.js";

const folder = mkdtempSync(join(tmpdir(), "ncf-page-"));
let browser: Browser;
let model: ReportModel;
/** Of a machine with GPUs, not compared: heat maps, scaling, ceilings, telemetry. */
let gpus: ReportModel;

describe.skipIf(noChromium !== null)(
  `a report in a browser${noChromium === null ? "" : `: skipped, ${noChromium}`}`,
  () => {
    beforeAll(async () => {
      const base = sampleRun({ run: "20261120t020000z-aaaa", seed: 99, launches: 7 });
      const run = sampleRun({ slowdown: { 0: 0.91, 2: 1.06 }, seed: 3, launches: 7 });
      const comparison = compareRuns(base, run, { metricsOf, labels: { base: "main", next: "latest" } });
      model = buildReportModel({ run, comparison, metricsOf, check: checkRun(run, await loadPublished()) });
      const references = await loadPublished();
      const eight = gpuRun({ launches: 2 });
      gpus = buildReportModel({
        run: eight,
        metricsOf,
        check: checkRun(eight, references),
        sources: references.sources,
      });
      browser = await openChromium();
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    it("opens without a message on the console and without any request but the file", async () => {
      const { page, messages, requests, close } = await open(renderHtml(model), {});
      expect(await page.title()).toContain("1 slower");
      expect(messages).toEqual([]);
      expect(requests).toEqual([page.url()]);
      await close();
    });

    it.each([
      ["light", "rgb(246, 247, 249)"],
      ["dark", "rgb(15, 19, 24)"],
    ] as const)("follows %s, and every text has a contrast of 4.5 or more", async (colorScheme, ground) => {
      const { page, close } = await open(renderHtml(model), { colorScheme, viewport: { width: 1280, height: 900 } });
      expect(await page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--page')")).not.toBe("");
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(ground);
      await openDetails(page);
      expect(await page.evaluate(lowContrast(4.5))).toEqual([]);
      await close();
      const other = await open(renderHtml(gpus), { colorScheme, viewport: { width: 1280, height: 900 } });
      expect(await other.page.evaluate(lowContrast(4.5))).toEqual([]);
      await other.close();
    });

    it.each(["light", "dark"] as const)(
      "breaks no rule of axe-core, %s: compared, alone, with every section",
      async (colorScheme) => {
        const figure = model.cells[0]!.median;
        const row = { slug: model.cells[0]!.slug, label: model.cells[0]!.label };
        const all: ReportModel = {
          ...model,
          environment: [{ class: "soft", field: "node", base: "20.20.1", next: "20.20.2" }],
          references: {
            rows: [
              {
                ...{ ...row, name: "Training throughput", source: "NVIDIA, 2019", where: "Table 3", published: figure },
                ...{
                  measured: figure,
                  ratio: figure,
                  band: "9 to 20",
                  verdict: "missed",
                  symbol: "▼",
                  differences: [],
                },
              },
            ],
            rooflines: [{ ...row, device: "V100", bound: figure, share: figure, invalid: 0 }],
            notApplicable: null,
            conclusion: "1 missed",
          },
        };
        for (const shown of [model, gpus, all]) {
          const { page, close } = await open(renderHtml(shown), {
            colorScheme,
            viewport: { width: 1280, height: 900 },
          });
          expect(await axeViolations(page)).toEqual([]);
          await openDetails(page);
          expect(await axeViolations(page)).toEqual([]);
          await close();
        }
      },
    );

    it("would hear of it from axe-core where an image has no name and a text no contrast", async () => {
      const { page, close } = await open(renderHtml(model), {});
      await page.evaluate(
        "document.querySelector('figure > svg').removeAttribute('aria-label'); document.querySelector('h1').style.color = '#eee'",
      );
      const found = await axeViolations(page);
      for (const rule of ["svg-img-alt ", "color-contrast "]) {
        expect(found).toContainEqual(expect.stringContaining(rule));
      }
      await close();
    });

    it.each([320, 360, 390, 768, 1024, 1280, 1920])(
      "fits a window of %d pixels: nothing scrolls sideways but boxes of their own, charts stay legible",
      async (width) => {
        for (const shown of [model, gpus]) {
          const { page, close } = await open(renderHtml(shown), { viewport: { width, height: 800 } });
          await openDetails(page);
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
          expect(await page.evaluate(overflowing)).toEqual([]);
          expect(await page.evaluate(badChartTexts(width < 360 ? 7 : 8.5))).toEqual([]);
          await close();
        }
      },
    );

    it("keeps names of 300 letters inside a phone's window", async () => {
      const long = mapText(model, new Set(["slug", "tone", "verdict"]), () => "W".repeat(300));
      const { page, close } = await open(renderHtml(long), { viewport: { width: 360, height: 800 } });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
      expect(await page.evaluate(overflowing)).toEqual([]);
      await close();
    });

    it("prints on A4 black on white, the table within the page, without links to click", async () => {
      const { page, close } = await open(renderHtml(model), {
        colorScheme: "dark",
        viewport: { width: 718, height: 1000 },
      });
      await page.emulateMedia({ media: "print" });
      expect(await page.evaluate("getComputedStyle(document.body).color")).toBe("rgb(0, 0, 0)");
      expect(await page.evaluate("getComputedStyle(document.querySelector('nav')).display")).toBe("none");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(718);
      expect(
        await page.evaluate("document.querySelector('table.cells').getBoundingClientRect().right"),
      ).toBeLessThanOrEqual(719);
      const pdf = await page.pdf({ format: "A4" });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)!.length;
      expect(pages).toBeGreaterThanOrEqual(2);
      expect(pages).toBeLessThanOrEqual(8);
      await close();
    });

    it("can be used by the keyboard: the first stop skips to the cells, summaries open", async () => {
      const { page, close } = await open(renderHtml(model), {});
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the cells");
      await page.locator("summary").first().focus();
      await page.keyboard.press("Enter");
      expect(await page.locator("details").first().getAttribute("open")).not.toBeNull();
      const command = page.locator("details .command code").first();
      await command.click();
      expect(await page.evaluate("getSelection().toString()")).toBe(model.cells[0]!.rerun);
      await close();
    });

    it("tells a screen reader landmarks, headings in order, tables with captions and images with what they show", async () => {
      const { page, close } = await open(renderHtml(model), {});
      const tree = await page.locator("body").ariaSnapshot();
      for (const wanted of [
        "banner",
        'navigation "Sections"',
        "main",
        "contentinfo",
        'table "Medians over launches.',
        'columnheader "Verdict"',
        'rowheader "paper-8"',
        'region "Machine"',
      ]) {
        expect(tree).toContain(wanted);
      }
      expect(tree.match(/img "(Bar|Strip|Line) chart|img "Latency of|img "Change against/g)!.length).toBe(
        model.cells.length + 8,
      );
      const levels = (await page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3')].map((h) => +h.localName[1])",
      )) as number[];
      for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
      await close();
    });

    it("keeps hostile text text: the browser builds the same elements, runs nothing, asks for nothing", async () => {
      const ours = new Set(["slug", "tone", "verdict"]);
      const build = async (text: string) => {
        const { page, messages, requests, close } = await open(renderHtml(mapText(model, ours, () => text)), {});
        const built = await page.evaluate(builtElements);
        expect({ messages, requests }).toEqual({ messages: [], requests: [page.url()] });
        await close();
        return built;
      };
      const harmless = await build("x");
      // A few at a time: what one leaves open, another may use.
      for (let i = 0; i < HOSTILE.length; i += 6) {
        const text = HOSTILE.slice(i, i + 6).join(" ");
        expect(await build(text), text).toBe(harmless);
      }
    });
  },
);

async function open(html: string, options: BrowserContextOptions) {
  const path = join(folder, "report.html");
  writeFileSync(path, html);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const messages: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  page.on("dialog", (dialog) => messages.push(dialog.message()));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return { page, messages, requests, close: () => context.close() };
}

async function openDetails(page: Page): Promise<void> {
  await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
}
