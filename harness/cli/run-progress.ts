import { DefaultRenderer, Listr, ListrLogger, type ListrTaskWrapper, ProcessOutput, type SimpleRenderer } from "listr2";
import type { LaunchEvent, Suite } from "../../suites/suite.js";
import { gatedMetric } from "../compare/primary-metric.js";
import { formatSeconds, formatSi } from "../console/format.js";
import { visible } from "../console/visible.js";
import { estimateSeconds } from "../plan/plan.js";
import type { LaunchRecord } from "../record/schema.js";
import type { RunProgress } from "../run/execute.js";
import type { RunManifest } from "../run/manifest.js";
import type { Io } from "./io.js";

/** Shows a run while it goes on; writes to stderr only. */
export interface ProgressView {
  update(progress: RunProgress): void;
  /** Leaves the terminal in order, however the run ended. */
  close(): Promise<void>;
}

/** A live list of cells on a terminal; elsewhere one line a launch and a sign of life a minute. */
export function progressView(io: Io, suite: Suite, manifest: RunManifest, done: readonly LaunchRecord[]): ProgressView {
  return io.interactive ? new LiveView(suite, manifest, done) : new LineView(io, suite);
}

class LineView implements ProgressView {
  private readonly io: Io;
  private readonly suite: Suite;
  private readonly durations: number[] = [];
  private current = "";
  private readonly heartbeat: NodeJS.Timeout;

  constructor(io: Io, suite: Suite) {
    this.io = io;
    this.suite = suite;
    this.heartbeat = setInterval(() => {
      if (this.current !== "") io.err(`still running: ${visible(this.current)}\n`);
    }, 60_000);
    this.heartbeat.unref();
  }

  update(progress: RunProgress): void {
    switch (progress.type) {
      case "torn":
        this.io.err(`the last record was torn by a crash; its remains are in ${progress.aside}\n`);
        break;
      case "unsupported":
      case "sentinel":
        break;
      case "start":
        this.current = `${progress.place.cell.key}, launch ${progress.place.launch + 1} of ${progress.place.cell.launches}`;
        break;
      case "event":
        break;
      case "end": {
        const { place, record } = progress;
        this.durations.push(record.durationSeconds);
        const left = estimateSeconds(this.durations, place.of - place.at - 1);
        const rest = left === null || left === 0 ? "" : `, about ${formatSeconds(left)} left`;
        this.io.err(
          `[${place.at + 1}/${place.of}] ${visible(record.key)} launch ${record.launch + 1}: ${says(record, this.suite)}${rest}\n`,
        );
        this.current = "";
      }
    }
  }

  async close(): Promise<void> {
    clearInterval(this.heartbeat);
  }
}

interface LiveCell {
  key: string;
  planned: number;
  made: number;
  failed: number;
  task: ListrTaskWrapper<unknown, typeof StderrRenderer, typeof SimpleRenderer> | null;
  settle: () => void;
  settled: Promise<void>;
}

/** listr2 redraws only where stdout is a terminal; this list goes to stderr, which is one, whatever stdout is. */
class StderrRenderer extends DefaultRenderer {
  static override readonly nonTTY = true;
}

class LiveView implements ProgressView {
  private readonly suite: Suite;
  private readonly cells = new Map<string, LiveCell>();
  private readonly finished: Promise<unknown>;
  private readonly durations: number[] = [];

  constructor(suite: Suite, manifest: RunManifest, done: readonly LaunchRecord[]) {
    this.suite = suite;
    for (const { key, launches } of manifest.cells) {
      let settle = (): void => undefined;
      const settled = new Promise<void>((resolve) => {
        settle = resolve;
      });
      const made = done.filter((record) => record.key === key && record.status === "ok").length;
      this.cells.set(key, { key, planned: launches, made, failed: 0, task: null, settle, settled });
    }
    const list = new Listr(
      [...this.cells.values()].map((cell) => ({
        title: this.title(cell),
        task: (_: unknown, task: NonNullable<LiveCell["task"]>) => {
          cell.task = task;
          if (cell.made >= cell.planned) cell.settle();
          return cell.settled;
        },
      })),
      {
        concurrent: true,
        registerSignalListeners: false,
        renderer: StderrRenderer,
        rendererOptions: {
          collapseErrors: false,
          // Data goes to stdout alone, so all of this goes to stderr.
          logger: new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) }),
        },
      },
    );
    this.finished = list.run().catch(() => undefined);
  }

  update(progress: RunProgress): void {
    if (progress.type === "torn" || progress.type === "sentinel") return;
    const key = progress.type === "unsupported" ? progress.record.key : progress.place.cell.key;
    const cell = this.cells.get(key)!;
    if (progress.type === "unsupported") {
      this.refuse(cell, progress.record);
    } else if (progress.type === "start") {
      this.say(cell, `launch ${progress.place.launch + 1} of ${cell.planned}: starting${this.left(progress.place)}`);
    } else if (progress.type === "event") {
      const text = eventText(progress.event);
      if (text)
        this.say(cell, `launch ${progress.place.launch + 1} of ${cell.planned}: ${text}${this.left(progress.place)}`);
    } else {
      this.durations.push(progress.record.durationSeconds);
      if (progress.record.status === "unsupported") {
        this.refuse(cell, progress.record);
        return;
      }
      cell.made++;
      if (progress.record.status === "failed") cell.failed++;
      if (cell.task) cell.task.title = this.title(cell);
      this.say(cell, says(progress.record, this.suite));
      if (cell.made >= cell.planned) cell.settle();
    }
  }

  async close(): Promise<void> {
    for (const cell of this.cells.values()) {
      if (cell.made < cell.planned && cell.task && !cell.task.task.isSkipped())
        cell.task.skip(`${this.title(cell)} stopped`);
      cell.settle();
    }
    await this.finished;
  }

  private refuse(cell: LiveCell, record: LaunchRecord): void {
    cell.task?.skip(`${cell.key}: unsupported: ${says(record, this.suite)}`);
    cell.settle();
  }

  private say(cell: LiveCell, text: string): void {
    if (cell.task) cell.task.output = visible(text);
  }

  private title({ key, made, planned, failed }: LiveCell): string {
    return visible(`${key} (${made}/${planned}${failed > 0 ? `, ${failed} failed` : ""})`);
  }

  private left({ at, of }: { at: number; of: number }): string {
    const seconds = estimateSeconds(this.durations, of - at);
    return seconds === null ? "" : `; about ${formatSeconds(seconds)} left in all`;
  }
}

/** What a launch came to, in a few words. */
function says(record: LaunchRecord, suite: Suite): string {
  if (record.failure !== null) {
    const { kind, message, hint } = record.failure;
    const text = kind === "unsupported" ? message : `${kind}: ${message}`;
    return visible(hint === null ? text : `${text} (${hint})`);
  }
  const metric = gatedMetric(record.cell, suite.metrics, null)!;
  const value = record.metrics[metric.name];
  const parts = [
    value === undefined ? null : formatSi(value, metric.unit),
    record.quality === null ? null : `HR ${record.quality.hr.toFixed(4)}`,
    formatSeconds(record.durationSeconds),
  ];
  return parts.filter((part) => part !== null).join(", ");
}

function eventText(event: LaunchEvent): string | null {
  switch (event.type) {
    case "phase":
      return event.name;
    case "epoch":
      return `epoch ${event.sample.epoch}, loss ${event.sample.loss.toFixed(4)}, ${formatSeconds(event.sample.seconds)}`;
    case "evaluation":
      return `epoch ${event.sample.epoch}, HR ${event.sample.hr.toFixed(4)}`;
    case "inference":
      return `${event.sample.variant}, batch ${event.sample.batch}`;
    case "warning":
      return event.warning.message;
    default:
      return null;
  }
}
