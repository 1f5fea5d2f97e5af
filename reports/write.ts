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

/** The model of a run, held against the published figures and, if given, with what comparing it said. */
export async function reportModelOf(run: Run, comparison: Comparison | null = null): Promise<ReportModel> {
  const check = checkRun(run, await loadReferences());
  return buildReportModel({ run, comparison, check, metricsOf: (suite) => getSuite(suite).metrics });
}

/**
 * Writes `report.html` and `report.md` into the run's folder, each all or nothing, and returns their paths. Works for a run
 * of which nothing was measured too. Throws `UserError` where a file cannot be written.
 */
export async function writeReport(
  run: Run,
  comparison: Comparison | null = null,
): Promise<{ html: string; markdown: string }> {
  const model = await reportModelOf(run, comparison);
  const paths = { html: join(run.dir, "report.html"), markdown: join(run.dir, "report.md") };
  await writeFileAtomic(paths.html, renderHtml(model));
  await writeFileAtomic(paths.markdown, renderMarkdown(model));
  return paths;
}
