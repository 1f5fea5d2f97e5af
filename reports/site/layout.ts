import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";
import { packageRoot } from "../../storage/package-root.js";

/** What every page of the site has around its content. */
export interface Frame {
  title: string;
  /** From this page's folder to the site's, e.g. `../../`; empty for the site's own page. */
  home: string;
}

export type SitePage = "index" | "stream" | "compare";

const folder = join(packageRoot(), "reports/templates/site");
const read = (path: string) => readFileSync(path, "utf8");

let templates: ReturnType<typeof load> | undefined;

function load() {
  const handlebars = Handlebars.create();
  for (const name of ["layout", "index", "stream", "compare"]) {
    handlebars.registerPartial(name, read(join(folder, `${name}.hbs`)));
  }
  const style = read(join(folder, "../page.css")) + read(join(folder, "site.css"));
  const page = (name: SitePage) =>
    handlebars.compile(`{{#> layout}}{{> ${name}}}{{/layout}}`, { strict: true, preventIndent: true });
  const pages = { index: page("index"), stream: page("stream"), compare: page("compare") };
  return { pages, style, styleHash: createHash("sha256").update(style).digest("base64") };
}

/**
 * One page of the site: no script and no request but for its own pages. Everything from outside passes Handlebars' escape;
 * only charts, written by our serialiser, go in as markup.
 */
export function renderSitePage(name: SitePage, frame: Frame, content: object): string {
  templates ??= load();
  const { pages, style, styleHash } = templates;
  return pages[name]({ ...frame, ...content, style, styleHash });
}
