import { join } from "node:path";
import { UserError } from "../../errors/user-error.js";
import { acquireLock } from "../../storage/lock.js";
import type { LaunchEvent, MachineView, Suite, Unsupported, Warning } from "../../suites/suite.js";
import { launchSeed } from "../plan/order.js";
import { buildRecord, type RecordParts, recordId } from "../record/build.js";
import type { LaunchRecord } from "../record/schema.js";
import type { SentinelRecord } from "../record/sentinel.js";
import { appendRecord, readRecords, setAsideTornTail } from "../record/store.js";
import { launchWorker } from "./launch.js";
import type { PlannedCell, RunManifest } from "./manifest.js";
import { lastAttempts, RECORDS_FILE } from "./run-dir.js";
import { SentinelWatch } from "./sentinel.js";

/** One launch in its place of the run; `at` counts from 0 over the launches that this call makes. */
export interface LaunchPlace {
  at: number;
  of: number;
  cell: PlannedCell;
  launch: number;
}

export type RunProgress =
  | { type: "torn"; aside: string }
  | { type: "unsupported"; record: LaunchRecord }
  | { type: "start"; place: LaunchPlace }
  | { type: "event"; place: LaunchPlace; event: LaunchEvent }
  | { type: "end"; place: LaunchPlace; record: LaunchRecord }
  | { type: "sentinel"; record: SentinelRecord };

export interface ExecuteRequest {
  dir: string;
  manifest: RunManifest;
  suite: Suite;
  machine: { fingerprint: string; view: MachineView };
  software: LaunchRecord["software"];
  /** Measure again what failed before. */
  retryFailed: boolean;
  /** Time a frozen program at start, middle and end. */
  sentinels?: boolean;
  /** Makes just these, [cell index, launch index] in order, whether or not they have a record; else all that have none. */
  launches?: readonly [number, number][];
  /** Said in every record of this call, e.g. that the machine is another than the run's. */
  warnings: readonly Warning[];
  signal: AbortSignal;
  onProgress: (progress: RunProgress) => void;
  /** The workers' environment; ours unless said otherwise. */
  env?: NodeJS.ProcessEnv;
  workerPath?: string;
}

/**
 * Makes the launches of a run that have no record yet, one after the other, in the run's order, and appends each record
 * at once. Holds the run's lock meanwhile. Returns whether it was stopped by the signal; a launch that was stopped
 * leaves no record and is made again on resume.
 */
export async function executeRun(request: ExecuteRequest): Promise<{ interrupted: boolean }> {
  const lock = await acquireLock(join(request.dir, "lock"));
  try {
    return await new Execution(request).run();
  } finally {
    await lock.release();
  }
}

class Execution {
  private readonly request: ExecuteRequest;
  private readonly file: string;
  /** Last record of each launch, by cell key and launch. */
  private readonly done = new Map<string, LaunchRecord>();

  constructor(request: ExecuteRequest) {
    this.request = request;
    this.file = join(request.dir, RECORDS_FILE);
  }

  async run(): Promise<{ interrupted: boolean }> {
    const { signal, onProgress } = this.request;
    const aside = await setAsideTornTail(this.file);
    if (aside !== null) onProgress({ type: "torn", aside });
    for (const record of lastAttempts((await readRecords(this.file)).records)) {
      // What came from another run was not made here.
      if (record.run === this.request.manifest.run) this.remember(record);
    }
    await this.recordUnsupported();

    const left = this.request.launches ?? this.missing();
    const sentinels = new SentinelWatch(
      this.request,
      left.map(([index]) => index),
    );
    for (const [at, [index, launch]] of left.entries()) {
      if (signal.aborted) break;
      await sentinels.before(at);
      if (signal.aborted) break;
      const cell = this.request.manifest.cells[index]!;
      if (this.workerRefused(cell)) continue;
      const place: LaunchPlace = { at, of: left.length, cell, launch };
      onProgress({ type: "start", place });
      const record = await this.launch(place);
      if (record === null) return { interrupted: true };
      this.remember(record);
      onProgress({ type: "end", place, record });
    }
    if (left.length > 0) await sentinels.before(left.length);
    return { interrupted: signal.aborted };
  }

  private missing(): [number, number][] {
    const { manifest, retryFailed } = this.request;
    return manifest.order.filter(([index, launch]) => {
      const record = this.done.get(placeKey(manifest.cells[index]!.key, launch));
      return record === undefined || (retryFailed && record.status === "failed");
    });
  }

  /** Only loading the engine could tell that it does not support the cell: its other launches would say the same. */
  private workerRefused(cell: PlannedCell): boolean {
    return [...this.done.values()].some((record) => record.key === cell.key && record.status === "unsupported");
  }

  private async recordUnsupported(): Promise<void> {
    const { manifest, suite, machine, onProgress, env } = this.request;
    const planned = new Set(manifest.order.map(([index]) => index));
    for (const [index, cell] of manifest.cells.entries()) {
      if (planned.has(index) || this.done.has(placeKey(cell.key, 0))) continue;
      const unsupported: Unsupported = suite.unsupported(cell.cell, machine.view, env) ?? {
        code: "machine",
        reason: "was not supported on the machine where the run was planned",
      };
      const now = new Date().toISOString();
      const record = this.record(cell, 0, 0, {
        outcome: { kind: "unsupported", unsupported },
        failure: null,
        startedAt: now,
        endedAt: now,
        durationSeconds: 0,
        telemetry: { loadAverageBefore: null, loadAverageAfter: null, cpuStealShare: null },
        warnings: [],
      });
      await appendRecord(this.file, record);
      this.remember(record);
      onProgress({ type: "unsupported", record });
    }
  }

  private async launch(place: LaunchPlace): Promise<LaunchRecord | null> {
    const { dir, manifest, machine, signal, onProgress, workerPath, env } = this.request;
    const { cell, launch } = place;
    const before = this.done.get(placeKey(cell.key, launch));
    const attempt = before === undefined ? 0 : (before.attempt ?? 0) + 1;
    const conclusion = await launchWorker(
      {
        cell: cell.cell,
        launch,
        seed: launchSeed(manifest.seed, launch),
        datasetDir: manifest.datasets[cell.cell.dataset]!.dir,
        options: cell.options,
        task: cell.cell.mode,
        machine: machine.view,
      },
      {
        timeoutSeconds: cell.timeoutSeconds,
        logPath: join(dir, "logs", `${recordId(manifest.run, cell.key, launch, attempt)}.log`),
        signal,
        onEvent: (event) => onProgress({ type: "event", place, event }),
        ...(env === undefined ? {} : { env }),
        ...(workerPath === undefined ? {} : { workerPath }),
      },
    );
    if (conclusion.failure?.kind === "interrupted") return null;
    const record = this.record(cell, launch, attempt, conclusion);
    try {
      await appendRecord(this.file, record);
      return record;
    } catch (error) {
      if (!(error instanceof UserError && error.code === "record.too-long")) throw error;
      const failure = { kind: "error", message: error.what, hint: error.hint ?? null };
      const short = this.record(cell, launch, attempt, { ...conclusion, outcome: null, failure });
      await appendRecord(this.file, short);
      return short;
    }
  }

  private record(
    { cell, key }: PlannedCell,
    launch: number,
    attempt: number,
    said: Omit<RecordParts, "run" | "cell" | "key" | "launch" | "seed" | "machine" | "software">,
  ): LaunchRecord {
    const { manifest, machine, software, warnings } = this.request;
    return buildRecord(
      {
        ...said,
        run: manifest.run,
        cell,
        key,
        launch,
        seed: launchSeed(manifest.seed, launch),
        machine: machine.fingerprint,
        software,
        warnings: [...(said.warnings ?? []), ...warnings],
      },
      attempt,
    );
  }

  private remember(record: LaunchRecord): void {
    this.done.set(placeKey(record.key, record.launch), record);
  }
}

function placeKey(key: string, launch: number): string {
  return `${key}#${launch}`;
}
