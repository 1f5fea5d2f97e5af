import { formatPercent } from "../../harness/console/format.js";
import type { ChangePoint, History, Series } from "../../harness/history/types.js";
import { encodeNonFinite } from "../../storage/checked-line.js";
import { dateText } from "../date.js";
import { formatMetric } from "../figure.js";
import { code } from "../markdown-code.js";
import { slugs } from "../slug.js";
import { count } from "../summary.js";
import { cleanLine } from "../text.js";
import { table } from "./compare-page.js";
import { renderSitePage } from "./layout.js";
import type { RunVerdict } from "./run-verdict.js";
import { seriesChart } from "./series-chart.js";
import type { Stream } from "./streams.js";

/** Differences that are named of one change; the JSON has all. */
const MOST_CAUSES = 6;

/** Everything that the stored runs of one matrix on one machine say: a chart a cell, and every run. */
export function streamPage(
  stream: Stream,
  verdicts: ReadonlyMap<string, RunVerdict>,
  history: History,
): { html: string; markdown: string; json: string } {
  const own = new Set(stream.runs.map(({ run }) => run.run));
  const series = history.series.filter(({ points, gaps }) => [...points, ...gaps].some(({ run }) => own.has(run)));
  const slugOf = new Map(stream.runs.map(({ run, slug }) => [run.run, slug]));
  const anchors = slugs(series.map(({ key, id }) => `${key} ${id}`));
  const shown = series.map((one, i) => ({
    anchor: anchors[i]!,
    key: cleanLine(one.key),
    newest: one.points.length === 0 ? "no figure" : `newest ${formatMetric(one.points.at(-1)!.median, one.unit)}`,
    noise: noiseText(one),
    broken:
      one.brokenFrom === null ? null : cleanLine(`a new series after ${one.brokenFrom.run}: ${one.brokenFrom.reason}`),
    svg: seriesChart(one),
    changes: one.changes.map((change) => changeReport(change, slugOf)),
    gaps: one.gaps.length === 0 ? null : `${count(one.gaps.length, "run")} without a figure (dashed)`,
  }));
  const runs = [...stream.runs].reverse().map(({ slug, run, base }) => {
    const { headline, tone, valid, planned } = verdicts.get(slug)!;
    const against = base === null ? null : cleanLine(base.run);
    return {
      slug,
      run: cleanLine(run.run),
      date: dateText(run.createdAt),
      base: against,
      headline,
      tone,
      valid,
      planned,
    };
  });
  const { matrix, machine, machineLine } = stream;
  const runsText = count(runs.length, "run");
  const content = {
    matrix,
    machine,
    machineLine,
    runsText,
    margin: formatPercent(history.margin),
    series: shown,
    runs,
  };
  const markdown = [
    `# ${code(matrix)} on ${code(machineLine)}`,
    `${runsText}; machine ${code(machine)}.`,
    ...shown.map(({ key, newest, noise, changes }) =>
      [`## ${code(key)}`, `${newest}; ${noise}`, ...changes.map(({ text, run }) => `- ${text} at ${code(run)}`)].join(
        "\n\n",
      ),
    ),
    "## Runs",
    table(
      ["begun", "run", "against", "verdict", "launches"],
      runs.map((one) => [one.date, one.run, one.base ?? "", one.headline, `${one.valid}/${one.planned}`]),
    ),
  ].join("\n\n");
  return {
    html: renderSitePage("stream", { title: `${matrix} on ${machineLine}`, home: "../../" }, content),
    markdown: `${markdown}\n`,
    json: `${JSON.stringify(encodeNonFinite({ schema: "ncf-bench.site-stream/1.0", matrix, machine, machineLine, series, runs }))}\n`,
  };
}

function noiseText({ noise }: Series): string {
  if (noise.between === null) return `${count(noise.runs, "run")} at this level`;
  const sees =
    noise.smallestChange === null
      ? ""
      : `, ${noise.laterRuns} more runs would show ${formatPercent(noise.smallestChange)}`;
  return `runs vary by ${formatPercent(noise.between)}${sees}`;
}

function changeReport(change: ChangePoint, slugOf: ReadonlyMap<string, string>) {
  const by = formatPercent(change.ratio - 1, { signed: true });
  const range = `${formatPercent(change.low - 1, { signed: true })} to ${formatPercent(change.high - 1, { signed: true })}`;
  const causes = change.changes.map(({ field, base, next }) => cleanLine(`${field} ${base} → ${next}`));
  const rest = causes.length - MOST_CAUSES;
  return {
    tone: change.verdict,
    text: `${change.verdict} (${by}, ${range})`,
    run: cleanLine(change.run),
    slug: slugOf.get(change.run) ?? "",
    moved: change.machineMoved,
    causes: rest > 0 ? [...causes.slice(0, MOST_CAUSES), `${rest} more`] : causes,
  };
}
