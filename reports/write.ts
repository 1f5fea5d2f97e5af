import { join } from "node:path";
import type { Comparison } from "../harness/compare/types.js";
import type { Run } from "../harness/run/run-dir.js";
import { checkRun } from "../reference/check.js";
import { loadReferences } from "../reference/load.js";
import { writeFileAtomic } from "../storage/atomic-write.js";
import { getSuite } from "../suites/suites.js";
import { renderHtml } from "./html.js";
import { renderMarkdown } from "./markdown.js";
import { buildReportModel, type ReportModel } from "./model.js";

export interface ReportOptions {
  /** Folder whose own reference tables are applied besides the published ones. */
  cwd: string;
  comparison?: Comparison | null;
}

/** The model of a run, held against the references and, if given, with what comparing it said. */
export async function reportModelOf(run: Run, { cwd, comparison = null }: ReportOptions): Promise<ReportModel> {
  const references = await loadReferences(cwd);
  const check = checkRun(run, references);
  return buildReportModel({
    run,
    comparison,
    check,
    sources: references.sources,
    metricsOf: (suite) => getSuite(suite).metrics,
  });
}

/**
 * Writes `report.html` and `report.md` into the run's folder, each all or nothing, and returns their paths. Works for a run
 * of which nothing was measured too. Throws `UserError` where a file cannot be written.
 */
export async function writeReport(run: Run, options: ReportOptions): Promise<{ html: string; markdown: string }> {
  const model = await reportModelOf(run, options);
  const paths = { html: join(run.dir, "report.html"), markdown: join(run.dir, "report.md") };
  await writeFileAtomic(paths.html, renderHtml(model));
  await writeFileAtomic(paths.markdown, renderMarkdown(model));
  return paths;
}
