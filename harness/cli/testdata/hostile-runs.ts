import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mapText } from "../../../reports/test-support-hostile.js";
import { sampleRun } from "../../../reports/test-support-run.js";
import { sealLine } from "../../../storage/checked-line.js";
import { type BuiltRun, buildRun, MACHINE } from "../../compare/testdata/runs.js";
import { writeRun } from "../../compare/testdata/write-run.js";
import { launches, nightId } from "../../history/testdata/nights.js";
import { sentinel } from "../../record/testdata/sentinels.js";
import { SENTINEL_FILE } from "../../run/run-dir.js";

/** Members that a reader checks, or by whose words code chooses: they hold what a run of ours would. */
const CHECKED = new Set([
  ...["schema", "status", "variant", "place", "suite", "mode", "engine", "backend", "precision", "xla", "model"],
  ...["formulation", "scaling", "createdAt", "startedAt", "endedAt"],
]);
/** Longest name of a data set that a record holds. */
const LONGEST_DATASET = 512;

export interface HostileRun {
  folder: string;
  createdAt: string;
  /** Multiplies the speed of the first cell. */
  slowdown?: number;
  /** Begins what differs from the other runs: software, system, engine. */
  different?: string;
}

/**
 * Writes a run in which every text that may be any text begins with `text`, names of members included: keys, data set, ids,
 * machine, software, engine, failures, warnings, telemetry, command, sentinel. Returns the key of its first cell.
 */
export async function writeHostileRun(cwd: string, text: string, spec: HostileRun): Promise<string> {
  const { folder, createdAt, slowdown = 1, different = "" } = spec;
  const own = sampleRun({ launches: 5, slowdown: { 0: slowdown }, seed: slowdown === 1 ? 3 : 4 });
  const { manifest, records } = mapText(own, CHECKED, (harmless) => `${text}${harmless}`);
  const name = `${text}${different}`;
  const dataset = `${text.slice(0, LONGEST_DATASET - 4)}data`;
  const facts = { [`${text}fact`]: `${name}fact` };
  Object.assign(manifest, { run: `${text}${folder}`, createdAt });
  Object.assign(manifest.software, { version: `${name}1` });
  Object.assign(manifest.machine, { soft: { ...(manifest.machine.soft as object), ...facts } });
  manifest.datasets = { [dataset]: { ...Object.values(manifest.datasets)[0]!, source: `${text}/ratings.csv` } };
  for (const planned of manifest.cells) {
    planned.cell.dataset = dataset;
    planned.options = { ...planned.options, [`${text}option`]: `${text}value` };
  }
  for (const [i, record] of records.entries()) {
    Object.assign(record, { run: manifest.run, cell: { ...record.cell, dataset } });
    if (record.engine !== null) Object.assign(record.engine, { version: `${name}1`, details: facts, within: facts });
    record.metrics = { ...record.metrics, [`${text}metric`]: 1 };
    record.warnings = [...record.warnings, { code: `${text}code`, message: `${text}warning ${i % 2}` }];
    record.telemetry = { ...record.telemetry, gpus: [gpu(text)] };
  }
  const dir = await writeRun(cwd, { manifest, records } as BuiltRun, folder);
  const read = mapText(sentinel({ seconds: 0.01 / slowdown, version: name }), CHECKED, (word) => `${text}${word}`);
  const lost = mapText(sentinel({ seconds: null }), CHECKED, (word) => `${text}${word}`);
  const standsFor = manifest.cells.map(({ key }) => key);
  const lines = [read, read, lost].map((line) => `${sealLine({ ...line, run: manifest.run, standsFor })}\n`);
  await writeFile(join(dir, SENTINEL_FILE), lines.join(""));
  return manifest.cells[0]!.key;
}

const gpu = (text: string) => ({
  index: 0,
  uuid: `${text}uuid`,
  samples: 9,
  smClockMhz: { least: 900, median: 1000, most: 1100 },
  memoryClockMhz: null,
  powerWatts: { least: 90, median: 100, most: 110 },
  temperatureCelsius: { least: 60, median: 70, most: 80 },
  throttled: { [`${text}reason`]: 3 },
  eccCorrected: 1,
  eccUncorrected: 1,
  foreign: [`${text}program`],
  unavailable: { [`${text}figure`]: `${text}[N/A]` },
});

/** Writes fourteen nightly runs of one cell, the later seven a tenth slower under another kernel and commit, all so named. */
export async function writeHostileNights(cwd: string, text: string): Promise<void> {
  for (let night = 0; night < 14; night++) {
    const state = `${text}${night < 7 ? "before" : "after"}`;
    const built = buildRun({
      run: `${text}${nightId(night)}`,
      createdAt: new Date(Date.UTC(2026, 1, 1 + night, 2)).toISOString(),
      cells: [{ cell: { dataset: text.slice(0, LONGEST_DATASET) }, launches: launches(night < 7 ? 20_000 : 18_000, night) }],
      machine: { fingerprint: `${text}machine`, soft: { ...MACHINE.soft, kernel: state, [`${text}fact`]: state } },
    });
    built.manifest.matrix = `${text}nightly`;
    built.manifest.software = { ...built.manifest.software, commit: state };
    await writeRun(cwd, built, nightId(night));
  }
}
