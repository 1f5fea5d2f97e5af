import { suiteMetrics } from "../../../suites/metrics.js";
import type { SentinelReading } from "../../../suites/suite.js";
import { machinesOf } from "../../compare/environment.js";
import { recordsByCell, summarizeSide } from "../../compare/launches.js";
import type { Launches } from "../../compare/pairing.js";
import { gatedMetric } from "../../compare/primary-metric.js";
import type { ExcludedLaunch } from "../../compare/types.js";
import { logSeconds, readingsByIdentity, sentinelName, weatherOf } from "../../compare/weather.js";
import type { LaunchRecord } from "../../record/schema.js";
import type { PlannedCell } from "../../run/manifest.js";
import type { Run } from "../../run/run-dir.js";
import { median } from "../../stats/quantile.js";
import type { StoredSentinel } from "../types.js";
import type { Facts } from "./facts.js";

/** What the index keeps of a run. Members named after a kind of fact hold its hash. */
export interface RunDigest {
  run: string;
  matrix: string;
  createdAt: string;
  machine: string;
  environment: string;
  sentinels: string;
  /** Lines of its records that could not be read. */
  damaged: number;
  cells: CellDigest[];
}

export interface CellDigest {
  cell: string;
  metric: string;
  /** Whether this is the metric that `compare` gates the cell on. */
  primary: boolean;
  planned: number;
  figures: number[];
  excluded: string | null;
  protocol: string | null;
  backend: string | null;
  engines: string;
}

/** Reduces a run to what history asks for: figures as `compare` would take them, with the reasons why others are none. */
export function digestRun(run: Run, facts: Facts): RunDigest {
  const { manifest } = run;
  const { cells } = recordsByCell(run);
  return {
    run: manifest.run,
    matrix: manifest.matrix,
    createdAt: manifest.createdAt,
    machine: machinesOf(run),
    environment: facts.add({
      machine: {
        fingerprint: manifest.machine.fingerprint,
        identity: manifest.machine.identity,
        soft: manifest.machine.soft,
      },
      software: manifest.software,
    }),
    sentinels: facts.add(sentinelsOf(run)),
    damaged: run.damage.length,
    cells: manifest.cells.flatMap((planned) => digestCell(planned, cells.get(planned.key)!, facts)),
  };
}

function digestCell(planned: PlannedCell, launches: Launches, facts: Facts): CellDigest[] {
  const metrics = suiteMetrics(planned.cell.suite);
  const primary = gatedMetric(planned.cell, metrics, null)!.name;
  const ran = [...launches.values()].filter(({ status }) => status === "ok");
  const shared = {
    cell: facts.add({ key: planned.key, cell: planned.cell }),
    planned: planned.launches,
    protocol: distinct(ran, (record) => record.protocolHash),
    backend: distinct(ran, ({ engine }) => (engine === null ? null : `${engine.name}.${engine.backend}`)),
    engines: facts.add(enginesOf(ran)),
  };
  const measured = metrics.filter(({ name }) => name === primary || ran.some((record) => name in record.metrics));
  return measured.map(({ name }) => {
    const side = summarizeSide(planned, launches, name);
    return {
      ...shared,
      metric: name,
      primary: name === primary,
      figures: side.values,
      excluded: reasons(side.excluded),
    };
  });
}

/** The values that the launches have, joined by commas; null where there is none, or one does not say. */
function distinct(records: readonly LaunchRecord[], of: (record: LaunchRecord) => string | null): string | null {
  const values = new Set(records.map(of));
  return values.size === 0 || values.has(null) ? null : [...values].sort().join(", ");
}

/** Without what an engine observed in one launch: times would make each description another one. */
function enginesOf(records: readonly LaunchRecord[]): Pick<LaunchRecord, "engine" | "machine">[] {
  const seen = new Map<string, Pick<LaunchRecord, "engine" | "machine">>();
  for (const { engine, machine } of records) {
    if (engine === null) continue;
    const { name, backend, version, device, details } = engine;
    const said = { engine: { name, backend, version, device, details }, machine };
    seen.set(JSON.stringify(said), said);
  }
  return [...seen.values()];
}

function reasons(excluded: readonly ExcludedLaunch[]): string | null {
  if (excluded.length === 0) return null;
  const counts = new Map<string, number>();
  for (const { code } of excluded) counts.set(code, (counts.get(code) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return sorted.map(([code, count]) => `${count} ${code}`).join(", ");
}

function sentinelsOf(run: Run): StoredSentinel[] {
  const weather = weatherOf(run);
  return [...readingsByIdentity(run)].map(([identity, { readings, cells }], i) => ({
    identity,
    name: sentinelName(readings[0] as SentinelReading),
    level: median(logSeconds(readings)),
    within: weather[i]!.within,
    cells: [...cells].sort(),
  }));
}
