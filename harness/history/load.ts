import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Warning } from "../../suites/suite.js";
import { Database } from "./index/database.js";
import { indexOnce, refreshIndex } from "./index/refresh.js";
import type { HistoryData, StoredRun } from "./types.js";

export interface HistorySources {
  /** Folders that hold runs; each gets an index beside them, in `.history`. */
  folders: readonly string[];
  /** Folders of single runs, read as they are. */
  runs: readonly string[];
}

export interface LoadOptions {
  /** This metric of each cell in place of its primary one; see `gatedMetric` for which cells have it. */
  metric?: string | null;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/** Stored runs out of the index, which is brought up to date first. Throws `UserError` for a given run that cannot be read. */
export async function loadHistory(
  { folders, runs }: HistorySources,
  options: LoadOptions,
): Promise<{ data: HistoryData; warnings: Warning[] }> {
  const { metric = null } = options;
  const signal = options.signal ?? new AbortController().signal;
  const onProgress = options.onProgress ?? (() => undefined);
  const scratch = await mkdtemp(join(tmpdir(), "ncf-bench-history-"));
  const database = await Database.open(scratch);
  try {
    const refreshed = [];
    for (const root of folders) {
      refreshed.push(await refreshIndex(root, database, { signal, onProgress, scratch }));
    }
    const parts = refreshed.flatMap((one) => one.parts);
    if (runs.length > 0) parts.push(await indexOnce(runs, scratch, database));
    const data = parts.length === 0 ? { runs: [], cells: [] } : await database.read(parts, metric);
    const { kept, warnings } = withoutCopies(data);
    return { data: kept, warnings: [...refreshed.flatMap((one) => one.warnings), ...warnings] };
  } finally {
    database.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A run that lies in several places (a copy, a baseline's) counts once. */
function withoutCopies(data: HistoryData): { kept: HistoryData; warnings: Warning[] } {
  const first = new Map<string, StoredRun>();
  const copies = new Map<StoredRun, StoredRun>();
  for (const run of data.runs) {
    const known = first.get(run.run);
    if (known === undefined) first.set(run.run, run);
    else copies.set(run, known);
  }
  if (copies.size === 0) return { kept: data, warnings: [] };
  return {
    kept: {
      runs: data.runs.filter((run) => !copies.has(run)),
      cells: data.cells.filter(({ run }) => !copies.has(run)),
    },
    warnings: [...copies].map(([{ run, dir }, counted]) => ({
      code: "history.run-twice",
      message: `${run} lies in ${counted.dir} and again in ${dir}: counted once`,
    })),
  };
}
