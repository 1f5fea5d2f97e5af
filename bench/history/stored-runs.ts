import { existsSync } from "node:fs";
import { join } from "node:path";
import { simulatedRuns } from "../../harness/calibrate/simulated-runs.js";
import type { RunData } from "../../harness/compare/run-data.js";
import { recordId } from "../../harness/record/build.js";
import { gaussian, uniform } from "../../harness/stats/random.js";
import { suiteMetrics } from "../../suites/metrics.js";
import { writeRun } from "../compare/drawn-runs.js";

/** Each cell's level steps by 8 % this often, the cells by turns, with a new commit. */
const RUNS_A_STEP = 400;

/**
 * Writes runs of training cells, an hour apart, that are not there yet: launches 1 % apart, the runs another 1 %, and steps.
 *
 * @param seconds to spend at most; the rest is for the next call.
 * @returns whether all are there.
 */
export async function writeStoredRuns(
  dir: string,
  size: { runs: number; cells: number; launches: number },
  seconds: number,
): Promise<boolean> {
  const end = performance.now() + 1000 * seconds;
  const draw = uniform(1);
  const { base } = simulatedRuns(
    { source: "simulated", noise: "normal", cv: 0.01, slowdown: 0, margin: 0.02, trials: 1, ...size },
    suiteMetrics,
  )({ uniform: draw, normal: gaussian(draw) }, 0);
  for (let at = 0; at < size.runs; at++) {
    if (existsSync(join(dir, runId(at), "run.json"))) continue;
    if (performance.now() > end) return false;
    await writeRun(dir, runAt(base, at));
  }
  return true;
}

const runId = (at: number) => `stored-${String(at).padStart(6, "0")}`;

function runAt({ manifest, records }: RunData, at: number): RunData {
  const run = runId(at);
  const normal = gaussian(uniform(at));
  const index = new Map(manifest.cells.map(({ key }, i) => [key, i]));
  const offsets = manifest.cells.map((_, cell) => {
    const steps = Math.floor((at + (cell * RUNS_A_STEP) / manifest.cells.length) / RUNS_A_STEP);
    return (steps % 2 === 0 ? 0 : -0.08) + 0.01 * normal();
  });
  const software = { ...manifest.software, commit: `commit-${Math.floor((at * manifest.cells.length) / RUNS_A_STEP)}` };
  return {
    manifest: { ...manifest, run, createdAt: new Date(Date.UTC(2020, 0, 1, at)).toISOString(), software },
    records: records.map((record) => ({
      ...record,
      run,
      id: recordId(run, record.key, record.launch),
      software,
      metrics: { "train.throughput": 1e6 * Math.exp(offsets[index.get(record.key)!]! + 0.01 * normal()) },
    })),
  };
}
