import { dateText } from "../date.js";
import { code } from "../markdown-code.js";
import { count } from "../summary.js";
import { badge } from "./badge.js";
import { table } from "./compare-page.js";
import { renderSitePage } from "./layout.js";
import type { News } from "./news.js";
import type { RunVerdict } from "./run-verdict.js";
import type { Stream } from "./streams.js";

const MOST_NEWS = 30;

/** The site's first page: the newest verdict of each matrix on each machine, and what happened. */
export function indexPage(
  title: string,
  streams: readonly Stream[],
  verdicts: ReadonlyMap<string, RunVerdict>,
  news: readonly News[],
): { html: string; markdown: string; json: string; badges: Map<string, string> } {
  const rows = streams.map((stream) => {
    const { slug, run, base } = stream.runs.at(-1)!;
    const { headline, tone, valid, planned, counts } = verdicts.get(slug)!;
    return {
      slug: stream.slug,
      matrix: stream.matrix,
      machineLine: stream.machineLine,
      machineShort: stream.machine.slice(0, 12),
      runSlug: slug,
      compared: base !== null,
      headline,
      tone,
      valid,
      planned,
      runs: stream.runs.length,
      date: dateText(run.createdAt),
      badge: badgeText(counts, `${valid}/${planned} launches`),
    };
  });
  const total = rows.reduce((sum, { runs }) => sum + runs, 0);
  const newest = streams
    .map(({ runs }) => runs.at(-1)!.run.createdAt)
    .sort()
    .at(-1);
  const shown = news.slice(0, MOST_NEWS).map((one) => ({ ...one, date: dateText(one.time) }));
  const content = {
    streams: rows,
    runsText: count(total, "run"),
    newest: newest === undefined ? "never" : dateText(newest),
    news: shown,
    moreNews: news.length - shown.length,
  };
  const markdown = [
    `# ${code(title)}`,
    table(
      ["matrix", "machine", "verdict", "newest run", "launches", "runs"],
      rows.map((row) => [
        row.matrix,
        row.machineLine,
        row.headline,
        row.date,
        `${row.valid}/${row.planned}`,
        String(row.runs),
      ]),
    ),
    "## What happened",
    shown.length === 0
      ? "No regression, and no night without a run."
      : shown
          .map((one) => `- ${one.date}: ${code(one.title)}${one.text === "" ? "" : `: ${code(one.text)}`}`)
          .join("\n"),
  ].join("\n\n");
  return {
    html: renderSitePage("index", { title, home: "" }, content),
    markdown: `${markdown}\n`,
    json: `${JSON.stringify({ schema: "ncf-bench.site-index/1.0", title, streams: rows, news }, null, 2)}\n`,
    badges: new Map(rows.map((row) => [row.slug, badge(`ncf-bench ${row.matrix}`, row.badge, row.tone)])),
  };
}

/** The verdicts that matter, the worst first; how much was measured where there are none. */
function badgeText(counts: Readonly<Record<string, number>>, otherwise: string): string {
  const said = ["slower", "faster", "inconclusive", "same"].flatMap((verdict) => {
    const n = counts[verdict] ?? 0;
    return n === 0 ? [] : [`${n} ${verdict}`];
  });
  return said.slice(0, 2).join(", ") || otherwise;
}
