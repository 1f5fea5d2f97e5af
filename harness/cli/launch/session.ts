import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cell, cellKey } from "../../../suites/cell.js";
import type { LaunchEvent, LaunchJob, PreparedDataset, Suite } from "../../../suites/suite.js";
import { describeMachine, type MachineDescription } from "../../machine/describe.js";
import { softwareInfo } from "../../machine/software.js";
import { buildRecord } from "../../record/build.js";
import type { LaunchRecord } from "../../record/schema.js";
import { launchWorker } from "../../run/launch.js";
import type { Io } from "../io.js";

/** What `train`, `test` and `infer` run on: looked at once, before the first launch. */
export interface Situation {
  suite: Suite;
  machine: MachineDescription;
  software: LaunchRecord["software"];
}

export async function lookAround(suite: Suite, io: Io): Promise<Situation> {
  const [machine, software] = await Promise.all([describeMachine({ env: io.env }), softwareInfo()]);
  return { suite, machine, software };
}

export interface DirectLaunch {
  command: string;
  cell: Cell;
  /** Validated by the suite. */
  options: Record<string, unknown>;
  dataset: PreparedDataset | null;
  task: LaunchJob["task"];
  seed: number;
  launch: number;
  timeoutSeconds: number;
}

/**
 * Runs one launch in a worker process and returns its record. A launch that fails or is stopped keeps the epochs and
 * evaluations that it had told by then; the log of one that went well is removed.
 */
export async function launchDirectly(
  io: Io,
  { machine, software }: Situation,
  what: DirectLaunch,
  onEvent: (event: LaunchEvent) => void,
): Promise<LaunchRecord> {
  const { command, cell, options, dataset, task, seed, launch, timeoutSeconds } = what;
  const told: Pick<LaunchRecord, "epochs" | "evaluations" | "inference"> = {
    epochs: [],
    evaluations: [],
    inference: [],
  };
  const logPath = join(tmpdir(), `ncf-bench-${command}-${randomBytes(6).toString("hex")}.log`);
  const job: LaunchJob = { cell, launch, seed, datasetDir: dataset?.dir ?? "", options, task, machine: machine.view };
  const conclusion = await launchWorker(job, {
    timeoutSeconds,
    logPath,
    signal: io.signal,
    onEvent: (event) => {
      if (event.type === "epoch") told.epochs.push(event.sample);
      else if (event.type === "evaluation") told.evaluations.push(event.sample);
      else if (event.type === "inference") told.inference.push(event.sample);
      onEvent(event);
    },
  });
  const record = buildRecord({
    ...conclusion,
    run: command,
    cell,
    key: cellKey(cell),
    launch,
    seed,
    machine: machine.fingerprint,
    software,
  });
  if (record.status !== "failed" || record.failure?.kind === "interrupted") rmSync(logPath, { force: true });
  return record.status === "failed" ? { ...record, ...told } : record;
}
