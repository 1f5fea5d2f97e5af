import { Cell, cellKey } from "../../suites/cell.js";
import type { MetricsOf } from "../compare/primary-metric.js";
import { gatedMetric } from "../compare/primary-metric.js";
import type { RunData } from "../compare/run-data.js";
import { interleave } from "../plan/order.js";
import { buildRecord } from "../record/build.js";
import type { LaunchRecord } from "../record/schema.js";
import { RUN_SCHEMA, type RunManifest } from "../run/manifest.js";
import type { Experiment } from "./experiment.js";
import { type Draws, type NoiseModel, noiseModel } from "./noise-models.js";
import type { Source } from "./trials.js";

const SOFTWARE = { version: "0", commit: null, node: "0" };
const TYPICAL = 1e6;

/** Runs as `run` leaves them, whose figures are drawn from the experiment's noise model; the first cell is the one slowed down. */
export function simulatedRuns(experiment: Experiment, metricsOf: MetricsOf): Source {
  const model = noiseModel(experiment.noise);
  const drawn = (at: number): Drawn => drawnRun(experiment, model, metricsOf, at);
  const [base, next, again] = [drawn(0), drawn(1), drawn(2)];
  const slowed = experiment.slowdown === 0 ? null : base.run.manifest.cells[0]!.key;
  return (draws) => ({
    base: base.draw(draws, 0),
    next: next.draw(draws, experiment.slowdown),
    again: () => again.draw(draws, experiment.slowdown),
    slowed,
  });
}

interface Drawn {
  run: RunData;
  /** New figures in the same records. */
  draw(draws: Draws, slowdown: number): RunData;
}

function drawnRun(experiment: Experiment, model: NoiseModel, metricsOf: MetricsOf, at: number): Drawn {
  const run = emptyRun(experiment.cells, experiment.launches!, at);
  const metric = gatedMetric(run.manifest.cells[0]!.cell, metricsOf("ncf"), null)!.name;
  const cellOf = run.manifest.order.map(([cell]) => cell);
  const cv = experiment.cv!;
  return {
    run,
    draw: (draws, slowdown) => {
      const offsets = model.offsets?.(experiment.cells, draws);
      const series = model.series(run.records.length, draws);
      const records = run.records.map((record, i) => {
        const cell = cellOf[i]!;
        let log = cv * (series[i]! + (offsets?.[cell] ?? 0)) - (cell === 0 ? Math.log1p(slowdown) : 0);
        if (model.step !== undefined) log = Math.round(log / (cv * model.step)) * cv * model.step;
        return { ...record, metrics: { [metric]: TYPICAL * Math.exp(log) } };
      });
      return { manifest: run.manifest, records };
    },
  };
}

/** A run of training cells that differ in their batch, its records in the order of the plan; run 0 is the earliest. */
function emptyRun(cells: number, launches: number, at: number): RunData & { records: LaunchRecord[] } {
  const planned = Array.from({ length: cells }, (_, index) => {
    const cell = Cell.parse({
      suite: "ncf",
      mode: "train",
      engine: "fake",
      gpus: 0,
      precision: "fp32",
      xla: "off",
      batch: index + 1,
      dataset: "simulated",
    });
    return { cell, key: cellKey(cell), options: {}, launches, timeoutSeconds: 60 };
  });
  const time = new Date(Date.UTC(2000, 0, 1 + at)).toISOString();
  const machine = { fingerprint: "simulated", identity: { cpu: "simulated", gpus: [] }, soft: {} };
  const manifest: RunManifest = {
    schema: RUN_SCHEMA,
    run: `simulated-${at}`,
    matrix: "simulated",
    createdAt: time,
    seed: at,
    cells: planned,
    order: interleave(planned, at),
    datasets: {},
    machine,
    software: SOFTWARE,
    command: ["run"],
  };
  const records = manifest.order.map(([index, launch]) =>
    buildRecord({
      run: manifest.run,
      cell: planned[index]!.cell,
      key: planned[index]!.key,
      launch,
      seed: launch,
      outcome: {
        kind: "ok",
        result: {
          engine: { name: "fake", backend: "simulated", version: "1", device: "none", details: {} },
          protocol: { simulated: true },
          epochs: [],
          evaluations: [],
          inference: [],
          metrics: {},
          quality: null,
          memory: { peakRssBytes: 1, engineBytes: null },
          warnings: [],
        },
      },
      failure: null,
      startedAt: time,
      endedAt: time,
      durationSeconds: 1,
      telemetry: { loadAverageBefore: null, loadAverageAfter: null, cpuStealShare: null },
      machine: machine.fingerprint,
      software: SOFTWARE,
    }),
  );
  return { manifest, records };
}
