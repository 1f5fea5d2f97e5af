import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PATH = process.env.NCF_BENCH_CHROMIUM ?? "/usr/bin/chromium";

/** Null where there is a browser; else why the tests that need one are skipped. */
export const noChromium: string | null = existsSync(PATH)
  ? null
  : `${PATH} does not exist (NCF_BENCH_CHROMIUM names one)`;

/** The system's Chromium, made to ask the network for nothing by itself. */
export function openChromium(): Promise<Browser> {
  const quiet = ["quic", "background-networking", "component-update", "sync", "gpu"].map((name) => `--disable-${name}`);
  return chromium.launch({ executablePath: PATH, args: ["--headless", "--no-sandbox", "--no-first-run", ...quiet] });
}
