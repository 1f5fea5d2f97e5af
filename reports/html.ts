import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";
import { packageRoot } from "../storage/package-root.js";
import { panels } from "./charts/panels.js";
import { scriptJson } from "./embedded.js";
import { highlights } from "./highlights.js";
import type { ReportModel } from "./model.js";
import type { RawReport } from "./raw.js";
import { count } from "./summary.js";

/**
 * One self-contained page: no script, no request, one inline style that the page's own policy names by its hash. Everything
 * from outside passes Handlebars' escape in HTML text or a quoted attribute; only charts, written by our serialiser, go in
 * as markup, and the raw figures as JSON that holds no markup. The same input gives the same bytes.
 */
export function renderHtml(model: ReportModel, raw: RawReport | null = null): string {
  const folder = join(packageRoot(), "reports/templates");
  const style = readFileSync(join(folder, "page.css"), "utf8");
  const handlebars = Handlebars.create();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".hbs")) continue;
    handlebars.registerPartial(basename(file, ".hbs"), readFileSync(join(folder, file), "utf8"));
  }
  handlebars.registerHelper("plural", (n: number, one: string, many: string) => count(n, one, many));
  handlebars.registerHelper("isNull", (value: unknown) => value === null);
  const page = handlebars.compile("{{> page}}", { strict: true, preventIndent: true });
  const ceilings = model.cells.some(({ ceiling }) => ceiling.value !== null);
  const figures = raw === null ? null : scriptJson(raw);
  return page({
    ...model,
    highlights: highlights(model.cells),
    panels: panels(model),
    // Two rows a cell: figures, and below them what there is to say.
    tableWidth: model.columns.length + (ceilings ? 8 : 7),
    ceilings,
    figures,
    figuresHash: figures === null ? null : createHash("sha256").update(figures).digest("hex"),
    style,
    styleHash: createHash("sha256").update(style).digest("base64"),
  });
}
