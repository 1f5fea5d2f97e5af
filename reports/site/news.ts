import { formatPercent } from "../../harness/console/format.js";
import type { History } from "../../harness/history/types.js";
import { cleanLine } from "../text.js";
import type { MissedNight } from "./nights.js";
import type { RunVerdict } from "./run-verdict.js";
import type { Stream } from "./streams.js";

/** Something to be told of: an entry of the feeds. */
export interface News {
  /** The same for the same event however often the site is built. */
  id: string;
  /** ISO. */
  time: string;
  kind: "regression" | "change" | "missed";
  title: string;
  text: string;
  /** From the site's folder; null where no page is about it. */
  link: string | null;
}

/**
 * Runs that are slower than what they were held against, levels that changed for the worse over the runs, and nights without a
 * run; the newest first.
 */
export function newsOf(
  streams: readonly Stream[],
  verdicts: ReadonlyMap<string, RunVerdict>,
  history: History,
  missed: readonly MissedNight[],
): News[] {
  const slugOf = new Map(streams.flatMap(({ runs }) => runs.map(({ run, slug }) => [run.run, slug] as const)));
  const slower = streams.flatMap(({ matrix, runs }) =>
    runs.flatMap(({ slug, run }): News[] => {
      const verdict = verdicts.get(slug)!;
      if (verdict.exitCode !== 1) return [];
      return [
        {
          id: `run:${slug}`,
          time: run.createdAt,
          kind: "regression",
          title: `${matrix}: ${verdict.headline}`,
          text: verdict.changed.map(({ label, verdict, change }) => `${label}: ${verdict} ${change}`).join("; "),
          link: `compare/${slug}/index.html`,
        },
      ];
    }),
  );
  const changed = history.series.flatMap(({ id, key, changes }) =>
    changes
      .filter(({ verdict }) => verdict === "slower")
      .map((change): News => {
        const by = formatPercent(Math.abs(change.ratio - 1));
        const causes = change.changes.map(({ field, base, next }) => `${field} ${base} → ${next}`).join("; ");
        return {
          id: `change:${id}:${change.run}`,
          time: change.createdAt,
          kind: "change",
          title: cleanLine(`${key} is slower by ${by} since ${change.run}`),
          text: cleanLine(
            change.machineMoved
              ? `the machine moved as far; ${causes}`
              : causes || "nothing else is known to have changed",
          ),
          link: slugOf.has(change.run) ? `runs/${slugOf.get(change.run)}/index.html` : null,
        };
      }),
  );
  const silent = missed.map(
    ({ stream, expected, after }): News => ({
      id: `missed:${stream.slug}:${expected.slice(0, 10)}`,
      time: expected,
      kind: "missed",
      title: `${stream.matrix}: no run came on ${expected.slice(0, 10)}`,
      text: cleanLine(`on ${stream.machineLine}; the last one before was ${after}`),
      link: `history/${stream.slug}/index.html`,
    }),
  );
  const order = (a: News, b: News) => (a.time === b.time ? (a.id < b.id ? -1 : 1) : a.time < b.time ? 1 : -1);
  return [...slower, ...changed, ...silent].sort(order);
}
