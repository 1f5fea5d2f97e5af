import { performance } from "node:perf_hooks";
import type { GpuTelemetry } from "../record/schema.js";
import { GpuProcesses } from "./gpu-processes.js";
import { allColumns, columnsWithout, type GpuSample, parseGpuSample } from "./gpu-sample.js";
import { byGpu, summarizeGpu } from "./gpu-summary.js";
import { LineProcess } from "./line-process.js";

export interface GpuWatchOptions {
  /** UUIDs of the GPUs to watch. */
  uuids: readonly string[];
  everySeconds: number;
  /** nvidia-smi is looked for on its PATH. */
  env: NodeJS.ProcessEnv;
}

/** What was seen of the GPUs; `gpus` null: nothing, and `reason` says why. A watch that broke off has both. */
export interface GpuSeen {
  gpus: GpuTelemetry[] | null;
  reason: string | null;
  /** Samples of each watched GPU. */
  samples: GpuSample[][];
  cpuSeconds: number;
}

/** More rows than this are not kept: eight GPUs at two a second for half a day. */
const MOST_SAMPLES = 1_000_000;

/**
 * Watches GPUs through one launch by two long-lived nvidia-smi, one that tells the state of the GPUs and one that tells
 * who uses them. Whatever they do, the launch goes on.
 */
export class GpuWatch {
  private readonly options: GpuWatchOptions;
  private readonly samples: GpuSample[] = [];
  private readonly processes = new GpuProcesses();
  private reason: string | null = null;
  private processesReason: string | null = null;
  private state: LineProcess;
  private readonly users: LineProcess;
  private worker: number | null = null;

  constructor(options: GpuWatchOptions) {
    this.options = options;
    this.state = this.query(allColumns());
    this.users = this.start(
      "--query-compute-apps=gpu_uuid,pid,process_name",
      (line) => this.processes.line(line),
      (reason) => {
        this.processesReason = reason;
      },
    );
  }

  workerStarted(pid: number): void {
    this.worker = pid;
  }

  /** Rows read so far. */
  get looks(): number {
    return this.samples.length;
  }

  /** Why nothing more is read; null while it is. */
  get broken(): string | null {
    return this.reason;
  }

  async end(): Promise<GpuSeen> {
    await Promise.all([this.state.stop(), this.users.stop()]);
    const watched = byGpu(this.samples);
    const cpuSeconds = this.state.cpuSeconds + this.users.cpuSeconds;
    const reason = this.reason ?? (watched.length === 0 ? "nvidia-smi told nothing before the launch ended" : null);
    const gpus = watched.map((samples) => {
      const { uuid } = samples[0]!;
      const foreign = uuid === null || this.processesReason !== null ? null : this.processes.foreign(uuid, this.worker);
      return summarizeGpu(samples, foreign);
    });
    return { gpus: gpus.length === 0 ? null : gpus, reason, samples: watched, cpuSeconds };
  }

  /** A driver that does not know a column is asked again, under the column's other name or without it. */
  private query(columns: ReturnType<typeof allColumns>): LineProcess {
    const process: LineProcess = this.start(
      `--query-gpu=${columns.map(({ name }) => name).join(",")}`,
      (line) => {
        const sample = parseGpuSample(line, columns, performance.now() / 1000);
        const ours = sample !== null && (sample.uuid === null || this.options.uuids.includes(sample.uuid));
        if (ours && this.samples.length < MOST_SAMPLES) this.samples.push(sample);
        return sample !== null;
      },
      (reason) => {
        const unknown = /Field "([^"]+)" is not a valid field/.exec(process.said)?.[1];
        const rest = unknown === undefined ? null : columnsWithout(columns, unknown);
        if (rest === null || rest.length === 0) this.reason = reason;
        else this.state = this.query(rest);
      },
    );
    return process;
  }

  private start(query: string, onLine: (line: string) => boolean, onEnd: (reason: string) => void): LineProcess {
    const { env, everySeconds } = this.options;
    const args = [query, "--format=csv,noheader,nounits", "-lms", String(Math.round(everySeconds * 1000))];
    return new LineProcess("nvidia-smi", args, env, onLine, onEnd);
  }
}
