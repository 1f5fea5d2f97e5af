import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPublished } from "../../reference/load.js";
import { renderHtml } from "../../reports/html.js";
import { modelOfRaw, reportOfRun } from "../../reports/raw.js";
import { HOSTILE, mapText } from "../../reports/test-support-hostile.js";
import { sampleRun } from "../../reports/test-support-run.js";
import { programVersion } from "../../reports/write.js";
import { suiteMetrics } from "../../suites/metrics.js";
import { axeViolations } from "./axe.js";
import { noChromium, openChromium } from "./chromium.js";
import { builtElements, lowContrast, overflowing } from "./page.js";

const folder = mkdtempSync(join(tmpdir(), "ncf-script-"));
let browser: Browser;
let html: string;

describe.skipIf(noChromium !== null)(
  `the script of a report${noChromium === null ? "" : `: skipped, ${noChromium}`}`,
  () => {
    beforeAll(async () => {
      html = render((text) => text);
      browser = await openChromium();
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    it("runs under the page's policy, without a message and without a request; without it nothing dead stands there", async () => {
      const { page, messages, requests, close } = await open(html);
      expect(await page.locator("button").count()).toBeGreaterThan(5);
      expect({ messages, requests }).toEqual({ messages: [], requests: [page.url()] });
      await close();
      const without = await open(html, { javaScriptEnabled: false });
      expect(await without.page.locator("button, select, input").count()).toBe(0);
      expect(await without.page.locator("tbody.cell").count()).toBe(5);
      await without.close();
    });

    it("filters by words and by verdict, and says how many are shown", async () => {
      const { page, close } = await open(html);
      const shown = () => page.locator("tbody.cell:visible").count();
      await page.getByLabel("Filter", { exact: true }).fill("mode=infer");
      expect(await shown()).toBe(2);
      expect(await page.locator(".controls [role=status]").textContent()).toBe("2 of 5 cells");
      await page.getByLabel("Filter", { exact: true }).fill("65536");
      expect(await shown()).toBe(1);
      await page.getByLabel("Filter", { exact: true }).fill("");
      await page.getByLabel("Show").selectOption("slower");
      expect(await shown()).toBe(1);
      await page.getByLabel("Show").selectOption("");
      expect(await shown()).toBe(5);
      await close();
    });

    it("sorts by a column, by keyboard too, both ways, with what has no figure at the end", async () => {
      const { page, close } = await open(html);
      const medians = () => page.locator("tbody.cell td[data-label=Median]").allTextContents();
      await page.getByRole("button", { name: "Median" }).focus();
      await page.keyboard.press("Enter");
      const rising = await medians();
      const numbers = rising.slice(0, 4).map(Number.parseFloat);
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      expect(rising[4]).toBe("–");
      expect(await page.locator("th[aria-sort=ascending]").textContent()).toBe("Median");
      await page.keyboard.press("Enter");
      expect(await medians()).toEqual([...rising.slice(0, 4).reverse(), "–"]);
      await close();
    });

    it.each(["light", "dark"] as const)(
      "switches from %s to the other theme, with contrast, and no rule of axe-core broken",
      async (colorScheme) => {
        const { page, close } = await open(html, { colorScheme });
        const ground = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
        const before = await ground();
        await page.getByLabel("Theme").selectOption(colorScheme === "light" ? "dark" : "light");
        expect(await ground()).toBe(colorScheme === "light" ? "rgb(15, 19, 24)" : "rgb(246, 247, 249)");
        expect(await page.evaluate(lowContrast(4.5))).toEqual([]);
        expect(await axeViolations(page)).toEqual([]);
        await page.getByLabel("Theme").selectOption("auto");
        expect(await ground()).toBe(before);
        await page.emulateMedia({ media: "print" });
        expect(await page.locator(".controls:visible, .copy:visible").count()).toBe(0);
        await close();
      },
    );

    it("fits a phone", async () => {
      const { page, close } = await open(html, { viewport: { width: 360, height: 800 } });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
      expect(await page.evaluate(overflowing)).toEqual([]);
      await close();
    });

    it("verifies: true as it was written, and a figure changed by hand is named", async () => {
      const { page, close } = await open(html);
      await page.getByRole("button", { name: "Verify this page" }).click();
      expect(await page.locator("#verified").textContent()).toMatch(/^Every number and verdict follows/);
      await close();
      const changed = await open(html.replace(/data-label="Noise"([^>]*)>[\d.]+ %/, 'data-label="Noise"$1>9.99 %'));
      await changed.page.getByRole("button", { name: "Verify this page" }).click();
      expect(await changed.page.locator("#verified").textContent()).toMatch(/^1 thing does not match:.*9\.99 %/);
      await changed.close();
      const data = await open(html.replace(/"loss":0\.\d/, '"loss":"x'));
      await data.page.getByRole("button", { name: "Verify this page" }).click();
      expect(await data.page.locator("#verified").textContent()).toMatch(/^Not verified: .*cannot be read/);
      await data.close();
    });

    it("keeps hostile text text, in the raw figures too", async () => {
      const build = async (text: string) => {
        const { page, messages, close } = await open(render(() => text));
        expect(messages).toEqual([]);
        const built = await page.evaluate(builtElements);
        await page.getByRole("button", { name: "Verify this page" }).click();
        expect(messages).toEqual([]);
        await close();
        return built;
      };
      const harmless = await build("x");
      // A blank hint is no hint, and has no element.
      const hostile = HOSTILE.filter((text) => text.trim() !== "");
      for (let i = 0; i < hostile.length; i += 8) {
        const text = hostile.slice(i, i + 8).join(" ");
        expect(await build(text), text).toBe(harmless);
      }
    });
  },
);

/** A compared page whose messages, hints and device names went through `change`. */
function render(change: (text: string) => string): string {
  const hostile = (run: ReturnType<typeof sampleRun>) => ({
    ...run,
    records: run.records.map((record) => ({
      ...record,
      failure: record.failure && mapText(record.failure, new Set(["kind"]), change),
      engine: record.engine && { ...record.engine, device: change(record.engine.device) },
      warnings: mapText(record.warnings, new Set(["code"]), change),
    })),
  });
  const base = hostile(sampleRun({ run: "20261120t020000z-aaaa", seed: 99, launches: 7 }));
  const run = hostile(sampleRun({ slowdown: { 0: 0.91, 2: 1.06 }, seed: 3, launches: 7 }));
  const raw = reportOfRun({
    ...{ writer: programVersion(), run, references, metricsOf: suiteMetrics },
    baseline: { run: base, labels: { base: "main", next: "latest" } },
  }).raw;
  return renderHtml(modelOfRaw(raw, suiteMetrics), raw);
}

const references = await loadPublished();

async function open(page: string, options: BrowserContextOptions = {}) {
  const path = join(folder, "report.html");
  writeFileSync(path, page);
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const opened = await context.newPage();
  const messages: string[] = [];
  const requests: string[] = [];
  opened.on("console", (message) => messages.push(message.text()));
  opened.on("pageerror", (error) => messages.push(error.message));
  opened.on("dialog", (dialog) => messages.push(dialog.message()));
  opened.on("request", (request) => requests.push(request.url()));
  await opened.goto(pathToFileURL(path).href);
  return { page: opened, messages, requests, close: () => context.close() };
}
