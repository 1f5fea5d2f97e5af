import type { MetricInfo } from "../../../suites/suite.js";
import { Cell, cellKey } from "../../../suites/cell.js";
import { protocolHash, recordId } from "../../record/build.js";
import { type LaunchRecord, RECORD_SCHEMA } from "../../record/schema.js";
import { type PlannedCell, RUN_SCHEMA, type RunManifest } from "../../run/manifest.js";

export interface BuiltRun {
  manifest: RunManifest;
  records: LaunchRecord[];
}

/** One launch: a figure of the primary metric, or more said about it. Undefined: planned and never recorded. */
export type LaunchSpec = number | (Partial<LaunchRecord> & { value?: number }) | undefined;

export interface CellSpec {
  cell?: Partial<Cell>;
  launches: readonly LaunchSpec[];
  options?: Record<string, unknown>;
  optionsSet?: string[];
  protocol?: Record<string, unknown> | null;
  backend?: string;
  version?: string;
}

export interface RunSpec {
  run?: string;
  cells: readonly CellSpec[];
  machine?: Record<string, unknown>;
  command?: string[];
  createdAt?: string;
  datasets?: RunManifest["datasets"];
}

export const METRICS: readonly MetricInfo[] = [
  { name: "train.throughput", unit: "items/s", better: "higher", assume: "nothing", primary: true },
  { name: "infer.fed.throughput", unit: "items/s", better: "higher", assume: "nothing", primary: true },
  { name: "infer.fed.latency.p99", unit: "s", better: "lower", assume: "nothing" },
  { name: "train.hr", unit: "fraction", better: "higher", assume: "exact" },
];

export const metricsOf = () => METRICS;

export const MACHINE = {
  fingerprint: "m-1",
  identity: { cpu: { model: "Test CPU", cores: 8 }, gpus: [] },
  soft: { kernel: "6.1.0" },
};

const SOFTWARE = { version: "0.1.0", commit: "abc", node: "22.1.0" };
const CELL: Cell = Cell.parse({
  suite: "ncf",
  mode: "train",
  engine: "fake",
  gpus: 0,
  precision: "fp32",
  xla: "off",
  batch: 1024,
  dataset: "synthetic:ml-100k",
});

/** A run as `ncf-bench run` leaves it, from as little as a list of figures a cell. */
export function buildRun(spec: RunSpec): BuiltRun {
  const run = spec.run ?? "run-a";
  const machine = { ...MACHINE, ...spec.machine } as RunManifest["machine"];
  const cells = spec.cells.map((cell) => plannedCell(cell));
  const manifest: RunManifest = {
    schema: RUN_SCHEMA,
    run,
    matrix: "quick",
    createdAt: spec.createdAt ?? "2026-01-02T03:04:05.000Z",
    seed: 1,
    cells,
    order: cells.flatMap((cell, c) => Array.from({ length: cell.launches }, (_, l): [number, number] => [c, l])),
    datasets: spec.datasets ?? {},
    machine,
    software: SOFTWARE,
    command: spec.command ?? ["run", "--matrix", "quick"],
  };
  const records = spec.cells.flatMap((cell, c) =>
    cell.launches.flatMap((launch, l) =>
      launch === undefined ? [] : [record(run, cells[c]!, cell, launch, l, machine.fingerprint)],
    ),
  );
  return { manifest, records };
}

function plannedCell(spec: CellSpec): PlannedCell {
  const cell = { ...CELL, ...spec.cell };
  return {
    cell,
    key: cellKey(cell),
    options: spec.options ?? { target: 0.9562, stopAtTarget: false },
    ...(spec.optionsSet === undefined ? {} : { optionsSet: spec.optionsSet }),
    launches: spec.launches.length,
    timeoutSeconds: 60,
  };
}

function record(
  run: string,
  planned: PlannedCell,
  spec: CellSpec,
  given: Exclude<LaunchSpec, undefined>,
  launch: number,
  machine: string,
): LaunchRecord {
  const { value, ...said } = typeof given === "number" ? { value: given } : given;
  const protocol = spec.protocol === undefined ? { negatives: 100, dataset: "d1" } : spec.protocol;
  const primary = planned.cell.mode === "train" ? "train.throughput" : "infer.fed.throughput";
  return {
    schema: RECORD_SCHEMA,
    id: recordId(run, planned.key, launch),
    run,
    cell: planned.cell,
    key: planned.key,
    launch,
    seed: 1 + launch,
    status: "ok",
    failure: null,
    startedAt: "2026-01-02T03:04:05.000Z",
    endedAt: "2026-01-02T03:04:06.000Z",
    durationSeconds: 1,
    engine: {
      name: planned.cell.engine,
      backend: spec.backend ?? "fake",
      version: spec.version ?? "1",
      device: "cpu",
      details: {},
    },
    protocol,
    protocolHash: protocol === null ? null : protocolHash(protocol),
    epochs: [],
    evaluations: [],
    inference: [],
    metrics: value === undefined ? {} : { [primary]: value },
    quality: null,
    memory: { peakRssBytes: 1, engineBytes: null },
    telemetry: { loadAverageBefore: 0, loadAverageAfter: 0, cpuStealShare: 0 },
    machine,
    software: SOFTWARE,
    warnings: [],
    ...said,
  };
}

export function failed(kind = "crash"): LaunchSpec {
  return {
    status: "failed",
    failure: { kind, message: "the worker died", hint: null },
    engine: null,
    protocol: null,
    protocolHash: null,
  };
}

/** A launch's quality with the HR that it reached. */
export function quality(hr: number, target = 0.9): NonNullable<LaunchRecord["quality"]> {
  return {
    hr,
    ndcg: hr / 2,
    bestEpoch: 3,
    topk: 10,
    target,
    firstEpochToTarget: hr > target ? 3 : null,
    timeToTargetSeconds: hr > target ? 10 : null,
    timeToBestSeconds: 10,
  };
}
