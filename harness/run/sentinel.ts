import { join } from "node:path";
import type { SentinelCell } from "../../suites/suite.js";
import { appendSentinel, parseReading, SENTINEL_SCHEMA, type SentinelRecord } from "../record/sentinel.js";
import type { ExecuteRequest } from "./execute.js";
import { watchedWorker } from "./launch.js";
import { SENTINEL_FILE } from "./run-dir.js";

/** Far more than it takes: what hangs must not hold the run. */
const TIMEOUT_SECONDS = 60;

/** Times the sentinels of a run's cells and keeps what they say. Nothing that goes wrong with one ends the run. */
export class SentinelWatch {
  private readonly request: ExecuteRequest;
  private readonly sentinels: readonly SentinelCell[];
  private readonly places: ReadonlyMap<number, SentinelRecord["place"]>;

  /** @param launches indices into the manifest's cells of the launches that are to be made, in their order. */
  constructor(request: ExecuteRequest, launches: readonly number[]) {
    this.request = request;
    const cells = [...new Set(launches)].map((index) => request.manifest.cells[index]!.cell);
    this.sentinels = request.sentinels ? request.suite.sentinels.cellsFor(cells) : [];
    const middle = Math.floor(launches.length / 2);
    this.places = new Map([
      [0, "start"],
      [launches.length, "end"],
      ...(middle > 0 ? [[middle, "middle"] as const] : []),
    ]);
  }

  /** To be called before each launch, and once after the last one. */
  async before(launch: number): Promise<void> {
    const place = this.places.get(launch);
    if (place === undefined) return;
    for (const sentinel of this.sentinels) {
      if (this.request.signal.aborted) return;
      const record = await this.read(sentinel, place);
      if (record.failure?.kind === "interrupted") return;
      await appendSentinel(join(this.request.dir, SENTINEL_FILE), record);
      this.request.onProgress({ type: "sentinel", record });
    }
  }

  private async read({ cell, standsFor }: SentinelCell, place: SentinelRecord["place"]): Promise<SentinelRecord> {
    const { manifest, machine, signal, env, workerPath } = this.request;
    const { outcome, failure, ...around } = await watchedWorker(
      { task: "sentinel", cell, machine: machine.view },
      parseReading,
      {
        timeoutSeconds: TIMEOUT_SECONDS,
        logPath: null,
        signal,
        ...(env === undefined ? {} : { env }),
        ...(workerPath === undefined ? {} : { workerPath }),
      },
    );
    return {
      schema: SENTINEL_SCHEMA,
      run: manifest.run,
      place,
      cell: { engine: cell.engine, backend: cell.backend, gpus: cell.gpus },
      standsFor,
      reading: outcome,
      failure,
      ...around,
      machine: machine.fingerprint,
    };
  }
}
