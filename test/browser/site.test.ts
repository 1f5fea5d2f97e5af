import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runMain } from "../../harness/cli/test-support-io.js";
import { launches, withKernel, writeNight } from "../../harness/history/testdata/nights.js";
import { HOSTILE } from "../../reports/test-support-hostile.js";
import { axeViolations } from "./axe.js";
import { noChromium, openChromium } from "./chromium.js";
import { lowContrast, overflowing } from "./page.js";

const cwd = mkdtempSync(join(tmpdir(), "ncf-site-"));
let browser: Browser;

/** A matrix whose name means harm, and whose machine's kernel does in its later nights. */
async function nights(): Promise<void> {
  for (let night = 0; night < 16; night++) {
    if (night === 4) continue;
    const level = night < 8 ? 20_000 : 18_000;
    const machine = withKernel(night < 8 ? "6.1" : HOSTILE.slice(0, 8).join(" "));
    await writeNight(cwd, night, { cells: [{ launches: launches(level, night) }], machine });
  }
}

describe.skipIf(noChromium !== null)(
  `a site in a browser${noChromium === null ? "" : `: skipped, ${noChromium}`}`,
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      await nights();
      const argv = ["site", "--out", "public", "--title", HOSTILE[0]!];
      const { code, err } = await runMain(argv, { cwd, env: { SOURCE_DATE_EPOCH: "1768640400" } });
      expect(code, err).toBe(0);
      browser = await openChromium();
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      rmSync(cwd, { recursive: true });
    });

    async function open(width = 1280): Promise<{ page: Page; messages: string[]; requests: string[] }> {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      const messages: string[] = [];
      const requests: string[] = [];
      page.on("console", (message) => messages.push(message.text()));
      page.on("pageerror", (error) => messages.push(String(error)));
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(join(cwd, "public/index.html")).href);
      return { page, messages, requests };
    }

    it("opens from a disk; from a verdict one comes to the comparison, the run, the history and back", async () => {
      const { page, messages, requests } = await open();
      expect(await page.locator("h1").textContent()).toBe(HOSTILE[0]);
      await page.getByRole("link", { name: /^quick: 1 slower$/ }).click();
      // What differs around the program comes first.
      expect(await page.locator("h2").allTextContents()).toEqual(["What differs around the program", "Cells"]);
      expect(await page.locator("tbody tr").first().textContent()).toContain("kernel");
      await page.getByRole("link", { name: "night-009" }).click();
      expect(await page.title()).toContain("1 slower");
      await page.goto(pathToFileURL(join(cwd, "public/index.html")).href);
      await page.getByRole("link", { name: "quick", exact: true }).click();
      expect(await page.locator("article.series li").first().textContent()).toMatch(
        /^slower \(-\d+\.\d %.*night-009: kernel/,
      );
      await page.getByRole("link", { name: "ncf-bench", exact: true }).first().click();
      expect(await page.locator("h1").textContent()).toBe(HOSTILE[0]);
      expect(messages).toEqual([]);
      for (const url of requests) expect(existsSync(fileURLToPath(url.split("#")[0]!)), url).toBe(true);
      await page.close();
    });

    const pages = ["index.html", "compare/night-009/index.html", "history"];

    it.each(["light", "dark"] as const)("breaks no rule of axe-core and has contrast, %s", async (colorScheme) => {
      for (const name of pages) {
        const { page } = await open();
        await page.emulateMedia({ colorScheme });
        if (name === "history") await page.getByRole("link", { name: "quick", exact: true }).click();
        else await page.goto(pathToFileURL(join(cwd, "public", name)).href);
        expect(await axeViolations(page), name).toEqual([]);
        expect(await page.evaluate(lowContrast(4.5)), name).toEqual([]);
        await page.close();
      }
    });

    it.each([360, 1280])("fits a window of %d pixels", async (width) => {
      for (const name of pages) {
        const { page } = await open(width);
        if (name === "history") await page.getByRole("link", { name: "quick", exact: true }).click();
        else await page.goto(pathToFileURL(join(cwd, "public", name)).href);
        expect(await page.evaluate("document.documentElement.scrollWidth"), name).toBeLessThanOrEqual(width);
        expect(await page.evaluate(overflowing), name).toEqual([]);
        await page.close();
      }
    });
  },
);
