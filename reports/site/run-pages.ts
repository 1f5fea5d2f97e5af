import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Comparison } from "../../harness/compare/types.js";
import { type Run, resolveRun } from "../../harness/run/run-dir.js";
import type { References } from "../../reference/load.js";
import { encodeNonFinite } from "../../storage/checked-line.js";
import { suiteMetrics } from "../../suites/metrics.js";
import { htmlParts } from "../html.js";
import { renderMarkdown } from "../markdown.js";
import type { ReportModel } from "../model.js";
import { reportOfRun } from "../raw.js";
import { programVersion } from "../write.js";
import { comparePage } from "./compare-page.js";
import { recentRuns } from "./recent-runs.js";
import type { RunVerdict } from "./run-verdict.js";
import { writeIfOther } from "./write-if-other.js";

/** One run that is to be written, and the one it is held against. */
export interface RunJob {
  slug: string;
  dir: string;
  baseDir: string | null;
  /** Folder of the base's pages, where it has some. */
  baseSlug: string | null;
}

/**
 * Writes a run's page, and its comparison's page where it is held against another run, each as HTML, Markdown and JSON.
 * Returns what other pages say of it.
 */
export async function writeRunPages(job: RunJob, out: string, references: References): Promise<RunVerdict> {
  const run = await readRun(job.dir);
  const base = job.baseDir === null ? null : await readRun(job.baseDir);
  const baseline = base && { run: base, labels: { base: base.manifest.run, next: run.manifest.run } };
  const writer = programVersion();
  const { raw, model, comparison } = reportOfRun({ writer, run, baseline, references, metricsOf: suiteMetrics });
  const dir = join(out, "runs", job.slug);
  await mkdir(dir, { recursive: true });
  writeIfOther(join(dir, "index.html"), ...htmlParts(model, raw));
  writeIfOther(join(dir, "index.md"), renderMarkdown(model));
  writeIfOther(join(dir, "index.json"), json({ schema: "ncf-bench.report/1.0", ...model }));
  if (comparison !== null) await writeComparison(job, comparison, model, out);
  return verdictOf(job.slug, run, model, comparison);
}

const readRun = recentRuns((dir) => resolveRun(dir, "/"));

async function writeComparison(job: RunJob, comparison: Comparison, model: ReportModel, out: string): Promise<void> {
  const dir = join(out, "compare", job.slug);
  await mkdir(dir, { recursive: true });
  const { html, markdown } = comparePage(job, comparison, model);
  writeIfOther(join(dir, "index.html"), html);
  writeIfOther(join(dir, "index.md"), markdown);
  writeIfOther(join(dir, "index.json"), json(comparison));
}

function json(value: unknown): string {
  return `${JSON.stringify(encodeNonFinite(value))}\n`;
}

function verdictOf(slug: string, run: Run, model: ReportModel, comparison: Comparison | null): RunVerdict {
  const { summary, cells } = model;
  return {
    slug,
    run: model.run,
    createdAt: run.manifest.createdAt,
    base: comparison?.base.run ?? null,
    exitCode: comparison?.exitCode ?? null,
    tone: summary.tone,
    headline: summary.headline,
    valid: cells.reduce((sum, { valid }) => sum + valid, 0),
    planned: cells.reduce((sum, { planned }) => sum + planned, 0),
    counts: { ...comparison?.counts },
    changed: cells.flatMap(({ key, label, verdict }) =>
      verdict?.verdict === "slower" || verdict?.verdict === "faster"
        ? [{ key, label, verdict: verdict.verdict, change: verdict.change?.text ?? "", reason: verdict.reason }]
        : [],
    ),
  };
}
