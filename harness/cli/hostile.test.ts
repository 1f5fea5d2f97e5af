import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { exportFormats } from "../../reports/exports/formats.js";
import { HOSTILE } from "../../reports/test-support-hostile.js";
import { skeleton } from "../../reports/test-support-markdown.js";
import { elements, outline } from "../../reports/test-support-outline.js";
import { getSuite } from "../../suites/suites.js";
import { visible } from "../console/visible.js";
import { resolveRun } from "../run/run-dir.js";
import { summarizeCells, summaryTable } from "./run-summary.js";
import { runMain } from "./test-support-io.js";
import { writeHostileNights, writeHostileRun } from "./testdata/hostile-runs.js";

const HARMLESS = "x";
const ALONE = /^(\s|::|=|x{9})/;
/** Alone what harms by how it begins or by its length; the others together, for there are many commands. */
const [alone, others] = [HOSTILE.filter((text) => ALONE.test(text)), HOSTILE.filter((text) => !ALONE.test(text))];
const texts = [...alone, ...[0, 6, 12, 18].map((i) => others.slice(i, i + 6).join(" "))];

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "ncf-hostile-text-"));
});
afterAll(() => rm(home, { recursive: true }));

/** A folder with a run, a slower one, and a baseline that was accepted, all of this text. */
async function workplace(name: string, text: string) {
  const cwd = join(home, name);
  await mkdir(cwd);
  const env = {
    PATH: process.env.PATH,
    GITHUB_ACTIONS: "true",
    GIT_AUTHOR_NAME: `a${text.replaceAll("\0", "")}`,
    GIT_AUTHOR_EMAIL: "a@example.org",
  };
  const key = await writeHostileRun(cwd, text, { folder: "base", createdAt: "2026-01-01T02:00:00.000Z" });
  await writeHostileRun(cwd, text, {
    folder: "next",
    createdAt: "2026-01-02T02:00:00.000Z",
    slowdown: 0.8,
    different: "other ",
  });
  const ncf = async (...argv: string[]) => {
    const said = await runMain(argv, { cwd, env });
    expect(said.err).not.toContain("internal error");
    return said;
  };
  const saved = [
    await ncf("baseline", "save", "v1", "base"),
    await ncf("accept", "next", "--baseline", "v1", "--because", `${text}because`, "--force"),
    await ncf("baseline", "save", "v0", "base"),
  ];
  expect(saved.map(({ code }) => code)).toEqual([0, 0, 0]);
  return { cwd, key, ncf, saved };
}

/** Nothing that a terminal acts on, and no line that GitHub's runner takes for a command. */
function expectPlain(text: string): void {
  expect(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.exec(text)?.[0]).toBeUndefined();
  expect(text).not.toMatch(/^\s*::(?!:MLLOG )|##\[/m);
}

/** The same, and no line that the data alone began. */
function expectTold(text: string): void {
  expectPlain(text);
  expect(text).not.toMatch(/^# heading|^- item|^<\/details>/m);
}

const said = ({ out, err }: { out: string; err: string }) => out + err;

describe("hostile text in every field of a run", { timeout: 60_000 }, () => {
  let harmless: { html: string; markdown: string; colors: number };
  const pages = async (ncf: Awaited<ReturnType<typeof workplace>>["ncf"], cwd: string) => {
    const html = (await ncf("report", "next", "--baseline", "base", "--html", "-")).out;
    const markdown = (await ncf("report", "next", "--baseline", "base", "--md", "-")).out;
    const colored = await runMain(["compare", "base", "next"], { cwd, color: { out: true, err: true } });
    return { html, markdown, colored: said(colored) };
  };
  const colorsOf = (text: string) => text.split("\u001b").length;

  let places: Awaited<ReturnType<typeof workplace>>[];
  beforeAll(async () => {
    places = await Promise.all(texts.map((text, i) => workplace(`text-${i}`, text)));
    const { ncf, cwd } = await workplace("harmless", HARMLESS);
    const { html, markdown, colored } = await pages(ncf, cwd);
    harmless = { html: outline(html), markdown: skeleton(markdown), colors: colorsOf(colored) };
    expect(harmless.colors).toBeGreaterThan(3);
  });

  it.each(texts.map((text, i) => [visible(text.slice(0, 40)), text, i] as const))("%s", async (_, text, i) => {
    const { cwd, key, ncf, saved } = places[i]!;
    for (const one of saved) expectTold(said(one));

    for (const argv of [
      ["list"],
      ["compare", "base", "next", "--all"],
      ["compare", "v1", "base"],
      ["compare", "base", "next", "--explain", key],
      ["compare", "base", "next", "--confirm", "next"],
      ["compare", "base", text],
      ["explain", "base", "next"],
      ["check", "next"],
      ["baseline", "list"],
      ["baseline", "show", "v1"],
    ]) {
      const told = await ncf(...argv);
      expectTold(said(told));
      expect(said(told).length).toBeGreaterThan(20);
    }
    const run = await resolveRun("next", cwd);
    expectTold(summaryTable(summarizeCells(run.manifest, run.records, getSuite("ncf"))));

    for (const [argv, find] of [
      [["compare", "base", "next"], (value) => value.cells[0].key],
      [["compare", "base", "next", "--explain", key], (value) => value.cell.key],
      [["explain", "base", "next"], (value) => value.cells[0].key],
      [["check", "next"], (value) => value.cells[0].key],
      [["list"], (value) => value.runs[0].matrix.replace("quick", key.slice(text.length))],
      [["baseline", "show", "v1"], (value) => value.plan[0].key],
    ] as [string[], (value: ReturnType<typeof JSON.parse>) => string][]) {
      const told = await ncf(...argv, "--json");
      expectPlain(told.out);
      expect(find(JSON.parse(told.out))).toBe(key);
    }

    const accepted = JSON.parse((await ncf("baseline", "show", "v1", "--json")).out).accepted[0];
    expect(accepted).toMatchObject({ because: `${text}because`.trim(), run: `${text}next`, replaces: `${text}base` });

    const { html, markdown, colored } = await pages(ncf, cwd);
    // Of longer texts that are cut some read alike, and are shown once.
    if (text.length < 2000) expect(outline(html)).toBe(harmless.html);
    expectInert(html);
    expectPlain(markdown);
    if (text.trim() !== "" && text.length < 250) expect(skeleton(markdown)).toBe(harmless.markdown);
    expect(skeleton(markdown)).not.toMatch(/@|script|<img|www|http/);
    expect(colorsOf(colored)).toBe(harmless.colors);
    expectTold(stripVTControlCharacters(colored));
    await writeFile(join(cwd, "page.html"), html);
    const verified = await ncf("verify", "page.html", "--run", "next");
    expectTold(said(verified));
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining("Every number")]);

    for (const { name, judges } of exportFormats) {
      const { code, out } = await ncf("export", "next", "--format", name, ...(judges ? ["--baseline", "base"] : []));
      expect(code).toBe(0);
      if (name === "github-annotations")
        expect(out.split("\n").slice(0, -1)).toEqual(out.match(/^::(error|warning|notice) title=.*$/gm));
      else expectPlain(out.replaceAll("\r\n", "\n").replaceAll("\t", name === "gobench" ? " " : "\t"));
      if (name === "csv")
        for (const value of (parse(out) as string[][]).flat()) expect(value).not.toMatch(/^[=+@\t\r]|^-\D/);
    }
  });

  it("in the history and the site of all these runs", async () => {
    const cwd = join(home, "all");
    await writeHostileNights(cwd, texts.join(" "));
    const folders = [cwd, ...places.map((place) => place.cwd)].map((place) => join(place, ".ncf-bench/runs"));
    const ncf = (...argv: string[]) => runMain(argv, { cwd, env: { SOURCE_DATE_EPOCH: "1771200000" } });
    const history = await ncf("history", ...folders);
    expectTold(said(history));
    expect(history.out).toMatch(/nothing that is recorded changed|before → /);
    const json = await ncf("history", ...folders, "--json");
    expectPlain(json.out);
    const keys = JSON.parse(json.out).series.map(({ key }: { key: string }) => key);
    expect(keys).toEqual(expect.arrayContaining(places.map(({ key }) => key)));

    const site = await ncf("site", ...folders, "--out", "public", "--title", texts.join(" "));
    expectTold(said(site));
    expect(site.code).toBe(0);
    const names = (await readdir(cwd, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && !entry.parentPath.includes(".ncf-bench"))
      .map((entry) => join(entry.parentPath, entry.name).slice(cwd.length + 1));
    expect(names.filter((name) => /^public\/runs\/.*\.html$/.test(name))).toHaveLength(14 + 2 * texts.length);
    for (const name of names) {
      expect(name).toMatch(/^public\/([a-z0-9][a-z0-9._-]*\/)*[a-z0-9.][a-z0-9._-]*$/);
      const text = await readFile(join(cwd, name), "utf8");
      if (name.endsWith(".html")) expectInert(text);
      else if (name.endsWith(".md")) expectPlain(text);
      if (name.endsWith(".md")) expect(skeleton(text)).not.toMatch(/@|script|<img|www|http/);
      if (name.endsWith(".json")) JSON.parse(text);
      if (/\.(xml|svg)$/.test(name)) {
        expect(
          (await validateXML({ xml: [{ fileName: "x.xml", contents: text }], normalization: "c14n" })).errors,
        ).toEqual([]);
      }
    }
  });
});

/** No element that loads or runs anything but our own style, script, data and badges, and no link that is not relative. */
function expectInert(html: string): void {
  for (const element of elements(html)) {
    if (element.localName === "img") expect(element.getAttribute("src")).toMatch(/^badges\/[a-z0-9._-]+\.svg$/);
    expect(["iframe", "object", "embed", "form", "base", "foreignObject"]).not.toContain(element.localName);
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|^style$/);
      if (/^(href|src)$/.test(name)) expect(value).toMatch(/^(#|\.\.?\/|[a-z0-9])[\w./#-]*$/);
    }
  }
}
