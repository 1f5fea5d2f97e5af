import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { launches, writeNight } from "../history/testdata/nights.js";
import { runMain } from "./test-support-io.js";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "site-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** The day after the sixteenth night. */
const AS_OF = String(Date.UTC(2026, 0, 17, 2) / 1000);
const site = (out: string, ...more: string[]) =>
  runMain(["site", "--out", out, "--json", ...more], { cwd: dir, env: { SOURCE_DATE_EPOCH: AS_OF } });

/** Nights, of which one did not come; from the eighth on the first of two cells has lost a tenth. */
async function nights(from: number, to: number): Promise<void> {
  for (let night = from; night < to; night++) {
    if (night === 4) continue;
    const level = night < 7 ? 20_000 : 18_000;
    const cells = [
      { launches: launches(level, night) },
      { cell: { batch: 4096 }, launches: launches(30_000, night, 1) },
    ];
    await writeNight(dir, night, { cells });
  }
}

/** Every file of a site by its path, with its bytes. */
function files(out: string): Map<string, string> {
  const names = readdirSync(join(dir, out), { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    names
      .filter((name) => statSync(join(dir, out, name)).isFile())
      .map((name) => [name, readFileSync(join(dir, out, name), "utf8")]),
  );
}

describe("ncf-bench site", { timeout: 60_000 }, () => {
  it("has a page a run, a comparison and a history, and tells of the regression and of the missed night", async () => {
    await nights(0, 16);
    const { code, out } = await site("public", "--title", "Our nights", "--base-url", "https://example.org/x");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ runs: 15, written: 15, removed: 0, streams: 1, warnings: [] });
    const made = files("public");
    const [stream] = [...made.keys()].filter((name) => /^history\/[^/]+\/index\.html$/.test(name));
    for (const page of ["", "runs/night-008/", "compare/night-008/", stream!.replace("index.html", "")]) {
      for (const form of ["html", "md", "json"]) expect([...made.keys()]).toContain(`${page}index.${form}`);
    }
    const schemaOf = (page: string) => JSON.parse(made.get(`${page}index.json`)!).schema as string;
    expect(["", "runs/night-008/", stream!.replace("index.html", "")].map(schemaOf)).toEqual([
      "ncf-bench.site-index/1.0",
      "ncf-bench.report/1.0",
      "ncf-bench.site-stream/1.0",
    ]);
    const feed = JSON.parse(made.get("feed.json")!);
    expect(feed.items.map(({ title, url }: { title: string; url: string }) => [title, url])).toEqual([
      [
        expect.stringMatching(/^ncf\/train\/fake\/.*\/batch=1024\/.* is slower by 1\d\.\d % since night-008$/),
        "https://example.org/x/runs/night-008/index.html",
      ],
      ["quick: 1 slower, 1 same", "https://example.org/x/compare/night-008/index.html"],
      ["quick: no run came on 2026-01-05", expect.stringContaining("/history/")],
    ]);
    expect(made.get("index.html")).toContain("<h1>Our nights</h1>");
    expect([...made.keys()].filter((name) => name.startsWith("badges/"))).toHaveLength(1);
  });

  it("links only to pages that are there, from every page", async () => {
    await nights(0, 8);
    await site("public");
    const made = files("public");
    for (const [name, text] of made) {
      if (!name.endsWith(".html")) continue;
      for (const [, link] of text.matchAll(/(?:href|src)="([^"#][^"]*)"/g)) {
        const path = join("/", name, "..", link!.split("#")[0]!).slice(1);
        expect(made.has(path), `${name} -> ${link}`).toBe(true);
      }
    }
  });

  it("is the same bytes from the same runs, and writes only what is new", async () => {
    await nights(0, 8);
    await site("one");
    const first = files("one");
    expect(JSON.parse((await site("one")).out)).toMatchObject({ runs: 7, written: 0 });
    expect(files("one")).toEqual(first);
    await nights(8, 9);
    const before = statSync(join(dir, "one/runs/night-003/index.html")).mtimeMs;
    expect(JSON.parse((await site("one")).out)).toMatchObject({ runs: 8, written: 1 });
    expect(statSync(join(dir, "one/runs/night-003/index.html")).mtimeMs).toBe(before);
    await site("two");
    expect(files("two")).toEqual(files("one"));
  });

  it("takes a run's pages away with the run", async () => {
    await nights(0, 4);
    await site("public");
    rmSync(join(dir, ".ncf-bench/runs/night-004"), { recursive: true });
    expect(JSON.parse((await site("public")).out)).toMatchObject({ runs: 3, removed: 1 });
    expect(existsSync(join(dir, "public/runs/night-004"))).toBe(false);
    expect(existsSync(join(dir, "public/compare/night-004"))).toBe(false);
  });

  it("leaves a damaged run out and says so, and the rest is there", async () => {
    await nights(0, 4);
    writeFileSync(join(dir, ".ncf-bench/runs/night-002/run.json"), "{");
    const { code, out } = await site("public");
    expect(code).toBe(0);
    const { warnings, written } = JSON.parse(out);
    expect(written).toBe(3);
    expect(warnings.map(({ message }: { message: string }) => message).join()).toMatch(/night-002/);
  });

  it.each([
    { what: "a folder with something else", argv: ["--out", "."], message: /there is something else in this folder/ },
    { what: "no runs", argv: ["--out", "public", "none"], message: /there is no run "none"/ },
    {
      what: "a link that is none",
      argv: ["--out", "public", "--base-url", "javascript:alert(1)"],
      message: /is not a URL of http/,
    },
  ])("refuses $what, and writes nothing", async ({ argv, message }) => {
    await nights(0, 2);
    const { code, err } = await runMain(["site", ...argv], { cwd: dir });
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(existsSync(join(dir, "public"))).toBe(false);
  });

  it("never removes what its own list does not name by a plain name", async () => {
    await nights(0, 2);
    await site("public");
    cpSync(join(dir, "public"), join(dir, "precious"), { recursive: true });
    const state = JSON.parse(readFileSync(join(dir, "public/site.json"), "utf8"));
    state.runs["../../precious"] = Object.values(state.runs)[0];
    writeFileSync(join(dir, "public/site.json"), JSON.stringify(state));
    expect((await site("public")).code).toBe(0);
    expect(existsSync(join(dir, "precious/index.html"))).toBe(true);
  });
});
