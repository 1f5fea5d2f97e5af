import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Run } from "../harness/run/run-dir.js";
import { loadReferences } from "../reference/load.js";
import { writeFileAtomic } from "../storage/atomic-write.js";
import { packageRoot } from "../storage/package-root.js";
import { suiteMetrics } from "../suites/metrics.js";
import { renderHtml } from "./html.js";
import { renderMarkdown } from "./markdown.js";
import { type RawReport, type Report, reportOfRun } from "./raw.js";

export interface ReportOptions {
  /** Folder whose own reference tables are applied besides the published ones. */
  cwd: string;
  /** The run to compare with, and how the sides were named by the user. */
  baseline?: RawReport["baseline"];
}

/** The report of a run, held against the references and, if given, compared with a baseline. Throws `UserError`. */
export async function reportOf(run: Run, { cwd, baseline = null }: ReportOptions): Promise<Report> {
  const references = await loadReferences(cwd);
  return reportOfRun({ writer: programVersion(), run, baseline, references, metricsOf: suiteMetrics });
}

/**
 * Writes `report.html` and `report.md` into the run's folder, each all or nothing, and returns their paths. Works for a run
 * of which nothing was measured too. Throws `UserError` where a file cannot be written.
 */
export async function writeReport(run: Run, options: ReportOptions): Promise<{ html: string; markdown: string }> {
  const { model, raw } = await reportOf(run, options);
  const paths = { html: join(run.dir, "report.html"), markdown: join(run.dir, "report.md") };
  await writeFileAtomic(paths.html, renderHtml(model, raw));
  await writeFileAtomic(paths.markdown, renderMarkdown(model));
  return paths;
}

export function programVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as { version: string }).version;
}
