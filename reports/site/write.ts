import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../errors/user-error.js";
import { DEFAULTS } from "../../harness/compare/options.js";
import { historyOf } from "../../harness/history/history.js";
import { runSignature } from "../../harness/history/index/scan.js";
import { type HistorySources, loadHistory } from "../../harness/history/load.js";
import type { StoredRun } from "../../harness/history/types.js";
import { suiteMetrics } from "../../suites/metrics.js";
import type { Warning } from "../../suites/suite.js";
import { cleanLine } from "../text.js";
import { atomFeed, jsonFeed } from "./feeds.js";
import { indexPage } from "./index-page.js";
import { newsOf } from "./news.js";
import { missedNights } from "./nights.js";
import { writeAllRunPages } from "./page-threads.js";
import type { RunJob } from "./run-pages.js";
import type { RunVerdict } from "./run-verdict.js";
import { readState, type SiteState, writeState } from "./state.js";
import { streamPage } from "./stream-page.js";
import { type SiteRun, type Stream, streamsOf } from "./streams.js";
import { writeIfOther } from "./write-if-other.js";

export interface SiteOptions {
  sources: HistorySources;
  out: string;
  cwd: string;
  title: string;
  baseUrl: string | null;
  /** Run that those of its matrix and machine are held against; null: each against the one before. */
  baseline: string | null;
  /** Milliseconds since 1970: nights that were to come before it are missed. */
  asOf: number;
  /** Version and commit of the tool: pages of another one are written anew. */
  tool: string;
  threads: number;
  signal: AbortSignal;
  onProgress?: (message: string) => void;
}

export interface SiteResult {
  runs: number;
  /** Runs whose pages were written now. */
  written: number;
  removed: number;
  streams: number;
  news: number;
  warnings: Warning[];
}

/** As `compare` takes it unless told otherwise: every page of a site says the same. */
const { margin } = DEFAULTS;

/**
 * Writes a site of stored runs that works from a file system and from any server. Only what changed is written: runs whose
 * files, base and tool are as before keep their pages. The same runs and options give the same bytes. Throws `UserError`
 * where there is no run, or where the folder holds something else.
 */
export async function writeSite(options: SiteOptions): Promise<SiteResult> {
  const { out, tool, signal, onProgress = () => undefined } = options;
  const before = await readState(out, tool);
  await mkdir(out, { recursive: true });
  const loaded = await loadHistory(options.sources, {
    signal,
    onProgress: (done, total) => onProgress(`reading runs: ${done} of ${total}`),
  });
  const { runs } = loaded.data;
  if (runs.length === 0) {
    const where = [...options.sources.folders, ...options.sources.runs].join(", ");
    throw new UserError({
      code: "site.no-runs",
      what: "there are no stored runs",
      ...(where === "" ? {} : { where }),
      hint: "make one: ncf-bench run; runs elsewhere are given by their folder, or by the folder they lie in",
    });
  }
  const streams = streamsOf(runs, baselineOf(runs, options.baseline));
  const { state, written, problems } = await writeRuns(streams, before, options);
  const shown = withoutProblems(streams, problems);
  const verdicts = new Map(Object.entries(state.runs).map(([slug, { verdict }]) => [slug, verdict]));
  onProgress("history, index and feeds");
  const history = historyOf(loaded.data, { metricsOf: suiteMetrics, metric: null, margin, since: null, keys: null });
  for (const stream of shown) await writeStream(stream, verdicts, history, out);
  const news = newsOf(shown, verdicts, history, missedNights(shown, options.asOf));
  await writeFront(shown, verdicts, news, options);
  const removed = await removeOld(before, state, shown, out);
  await writeState(out, { ...state, streams: shown.map(({ slug }) => slug) });
  return {
    runs: runs.length,
    written,
    removed,
    streams: shown.length,
    news: news.length,
    warnings: [...loaded.warnings, ...history.warnings, ...problems.values()],
  };
}

function baselineOf(runs: readonly StoredRun[], wanted: string | null): StoredRun | null {
  if (wanted === null) return null;
  const found = runs.find(({ run }) => run === wanted);
  if (found !== undefined) return found;
  throw new UserError({
    code: "site.baseline",
    what: `the baseline's run ${JSON.stringify(wanted)} is not among the runs`,
    where: "--baseline",
    hint: "give the folder that it lies in, too",
  });
}

async function writeRuns(streams: readonly Stream[], before: SiteState, options: SiteOptions) {
  const { out, cwd, tool, threads, signal, onProgress } = options;
  const slugs = new Map(streams.flatMap(({ runs }) => runs.map(({ run, slug }) => [run, slug] as const)));
  const kept: SiteState["runs"] = {};
  const jobs: { job: RunJob; signature: string }[] = [];
  for (const one of streams.flatMap(({ runs }) => runs)) {
    const signature = signatureOf(one);
    const known = before.runs[one.slug];
    if (known?.signature === signature) kept[one.slug] = known;
    else jobs.push({ job: jobOf(one, slugs), signature });
  }
  const report = (done: number, of: number) => onProgress?.(`pages of runs: ${done} of ${of}`);
  const made = await writeAllRunPages(
    jobs.map(({ job }) => job),
    { out, cwd, threads, signal, onProgress: report },
  );
  for (const { job, signature } of jobs) {
    const verdict = made.verdicts.get(job.slug);
    if (verdict !== undefined) kept[job.slug] = { signature, verdict };
  }
  const problems = new Map(
    [...made.problems].map(([slug, message]) => [
      slug,
      { code: "site.run", message: `no pages of ${slug}: ${message}` },
    ]),
  );
  const sorted = Object.fromEntries(Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1)));
  const state: SiteState = { schema: "ncf-bench.site/1.0", tool, runs: sorted, streams: [] };
  return { state, written: made.verdicts.size, problems };
}

function jobOf({ slug, run, base }: SiteRun, slugs: ReadonlyMap<StoredRun, string>): RunJob {
  return {
    slug,
    dir: run.dir,
    baseDir: base?.dir ?? null,
    baseSlug: base === null ? null : (slugs.get(base) ?? null),
  };
}

function signatureOf({ run, base }: SiteRun): string {
  return [runSignature(run.dir), base === null ? "" : runSignature(base.dir)].join(" ");
}

function withoutProblems(streams: readonly Stream[], problems: ReadonlyMap<string, unknown>): Stream[] {
  return streams
    .map((stream) => ({ ...stream, runs: stream.runs.filter(({ slug }) => !problems.has(slug)) }))
    .filter(({ runs }) => runs.length > 0);
}

async function writeStream(
  stream: Stream,
  verdicts: ReadonlyMap<string, RunVerdict>,
  history: Parameters<typeof streamPage>[2],
  out: string,
): Promise<void> {
  const dir = join(out, "history", stream.slug);
  await mkdir(dir, { recursive: true });
  const { html, markdown, json } = streamPage(stream, verdicts, history);
  writeIfOther(join(dir, "index.html"), html);
  writeIfOther(join(dir, "index.md"), markdown);
  writeIfOther(join(dir, "index.json"), json);
}

async function writeFront(
  streams: readonly Stream[],
  verdicts: ReadonlyMap<string, RunVerdict>,
  news: ReturnType<typeof newsOf>,
  { out, title: given, baseUrl }: SiteOptions,
): Promise<void> {
  const title = cleanLine(given);
  const { html, markdown, json, badges } = indexPage(title, streams, verdicts, news);
  await mkdir(join(out, "badges"), { recursive: true });
  writeIfOther(join(out, "index.html"), html);
  writeIfOther(join(out, "index.md"), markdown);
  writeIfOther(join(out, "index.json"), json);
  writeIfOther(join(out, "feed.xml"), atomFeed(news, { title, baseUrl }));
  writeIfOther(join(out, "feed.json"), jsonFeed(news, { title, baseUrl }));
  for (const [slug, svg] of badges) writeIfOther(join(out, "badges", `${slug}.svg`), svg);
}

/** Pages of runs and streams that are no longer there. */
async function removeOld(before: SiteState, now: SiteState, streams: readonly Stream[], out: string): Promise<number> {
  const gone = Object.keys(before.runs).filter((slug) => now.runs[slug] === undefined);
  for (const slug of gone) {
    await rm(join(out, "runs", slug), { recursive: true, force: true });
    await rm(join(out, "compare", slug), { recursive: true, force: true });
  }
  const kept = new Set(streams.map(({ slug }) => slug));
  for (const slug of before.streams.filter((known) => !kept.has(known))) {
    await rm(join(out, "history", slug), { recursive: true, force: true });
    await rm(join(out, "badges", `${slug}.svg`), { force: true });
  }
  return gone.length;
}
