import { globalBatch } from "../../suites/cell.js";
import { cleanText } from "../text.js";
import type { ExportInput, ExportLaunch } from "./input.js";

interface Event {
  event_type: "INTERVAL_START" | "INTERVAL_END" | "POINT_IN_TIME";
  key: string;
  value: unknown;
  metadata?: Record<string, unknown>;
}

/**
 * Log lines in the form of MLPerf's logger (`:::MLLOG {…}`), with its keys where they fit; not a submission, and the rules of
 * one are not met. Each launch's lines bear the clock of its start or of its end: records hold no other wall-clock time. A
 * launch without a figure ends with the status `aborted` and the reason, and has no figures.
 */
export function renderMlperf({ cells, manifest }: ExportInput): string {
  const lines = cells.flatMap(({ key, cell, launches }) =>
    launches.flatMap((launch) => {
      const { record, excluded } = launch;
      const place = { cell: key, launch: launch.launch };
      const [start, end] = [millisecondsOf(record?.startedAt), millisecondsOf(record?.endedAt)];
      const fallback = millisecondsOf(manifest.createdAt) ?? 0;
      const head: Event[] = [
        point("submission_benchmark", cell.suite),
        point("seed", record?.seed ?? null),
        point("global_batch_size", globalBatch(cell)),
        { event_type: "INTERVAL_START", key: "run_start", value: null },
      ];
      const stop: Event = {
        event_type: "INTERVAL_END",
        key: "run_stop",
        value: null,
        metadata: excluded === null ? { status: "success" } : { status: "aborted", reason: excluded.message },
      };
      const tail = [...(excluded === null ? figureEvents(launch) : []), stop];
      return [
        ...head.map((event) => line(event, start ?? fallback, place)),
        ...tail.map((event) => line(event, end ?? start ?? fallback, place)),
      ];
    }),
  );
  return lines.map((text) => `${text}\n`).join("");
}

function figureEvents({ record, figures }: ExportLaunch): Event[] {
  return [
    ...record!.epochs.map(({ epoch, seconds, items, loss }) =>
      point("tracked_stats", { throughput: finite(items / seconds), loss: finite(loss) }, { step: epoch }),
    ),
    ...record!.evaluations.map(({ epoch, hr }) => point("eval_accuracy", finite(hr), { epoch_num: epoch })),
    point("result", Object.fromEntries(figures)),
  ];
}

function point(key: string, value: unknown, metadata?: Record<string, unknown>): Event {
  return { event_type: "POINT_IN_TIME", key, value, ...(metadata === undefined ? {} : { metadata }) };
}

function line({ event_type, key, value, metadata = {} }: Event, time: number, place: Record<string, unknown>): string {
  // MLPerf's own logger adds file and line of its caller, of which a record has none.
  const entry = { namespace: "ncf-bench", time_ms: time, event_type, key, value, metadata: { ...place, ...metadata } };
  return `:::MLLOG ${JSON.stringify(entry, (_, item) => (typeof item === "string" ? cleanText(item) : item))}`;
}

function millisecondsOf(iso: string | undefined): number | null {
  const time = Date.parse(iso ?? "");
  return Number.isFinite(time) ? time : null;
}

/** A loss that diverged has no number in JSON. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
