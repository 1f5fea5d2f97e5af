import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";
import { packageRoot } from "../storage/package-root.js";
import { panels } from "./charts/panels.js";
import { highlights } from "./highlights.js";
import type { ReportModel } from "./model.js";
import type { RawReport } from "./raw.js";
import { rawBytes } from "./raw-bytes.js";
import { count } from "./summary.js";

/**
 * One self-contained page that needs no script to be read and makes no request: the page's own policy names its one inline
 * style and, where it carries its raw figures, its one script by their hashes. Everything
 * from outside passes Handlebars' escape in HTML text or a quoted attribute; only charts, written by our serialiser, go in
 * as markup, and the raw figures as JSON that holds no markup. The same input gives the same bytes.
 */
export function renderHtml(model: ReportModel, raw: RawReport | null = null): string {
  return htmlParts(model, raw).join("");
}

/**
 * The same in parts, one behind the other: the raw figures are most of a page, and apart they are neither copied nor turned
 * into bytes a second time.
 */
export function htmlParts(model: ReportModel, raw: RawReport | null): (string | Buffer)[] {
  loaded ??= load();
  const { page, pageEnd, style, styleHash, script, scriptHash } = loaded;
  const ceilings = model.cells.some(({ ceiling }) => ceiling.value !== null);
  const figures = raw === null ? [] : rawBytes(raw);
  const text = page({
    ...model,
    highlights: highlights(model.cells),
    panels: panels(model),
    // Two rows a cell: figures, and below them what there is to say.
    tableWidth: model.columns.length + (ceilings ? 8 : 7),
    ceilings,
    scriptHash: raw === null ? null : scriptHash,
    figuresHash: raw === null ? null : sha256(...figures).digest("hex"),
    style,
    styleHash,
  });
  return [text, ...figures, pageEnd({ script: raw === null ? null : script })];
}

/** Kept: a site has a thousand pages, and compiling the templates takes as long as filling them. */
let loaded: ReturnType<typeof load> | undefined;

function load() {
  const folder = join(packageRoot(), "reports/templates");
  const style = readFileSync(join(folder, "page.css"), "utf8");
  const handlebars = Handlebars.create();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".hbs")) continue;
    handlebars.registerPartial(basename(file, ".hbs"), readFileSync(join(folder, file), "utf8"));
  }
  handlebars.registerHelper("plural", (n: number, one: string, many: string) => count(n, one, many));
  handlebars.registerHelper("isNull", (value: unknown) => value === null);
  const compile = (name: string) => handlebars.compile(`{{> ${name}}}`, { strict: true, preventIndent: true });
  const script = readFileSync(join(packageRoot(), "dist/reports/page/script.js"), "utf8");
  const hash = (text: string) => sha256(text).digest("base64");
  return {
    page: compile("page"),
    pageEnd: compile("page-end"),
    style,
    styleHash: hash(style),
    script,
    scriptHash: hash(script),
  };
}

function sha256(...parts: readonly (string | Buffer)[]) {
  return parts.reduce((hash, part) => hash.update(part), createHash("sha256"));
}
