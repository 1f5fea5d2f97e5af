/**
 * What our own sampling of machine and GPUs costs a launch: launches of one cell with sampling on and off, in blocks
 * on-off-off-on of which every other is reversed, each a fresh process. The throughput of each pair gives one log ratio;
 * the centre of these and its interval are Hodges and Lehmann's and Tukey's.
 *
 *     npm run build
 *     node dist/bench/telemetry/bench.js [--pairs 12] [--engine tfjs] [--backend wasm] [--gpus 0] [--batch 16384]
 *         [--dataset synthetic:ml-100k] [--epochs 6] [--limit 0.01] [--json]
 *
 * Exits 1 where sampling certainly costs more than the limit: where the whole interval lies above it.
 */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { formatPercent, formatSi } from "../../harness/console/format.js";
import { describeMachine } from "../../harness/machine/describe.js";
import { launchWorker } from "../../harness/run/launch.js";
import { median } from "../../harness/stats/quantile.js";
import { signedRank } from "../../harness/stats/signed-rank.js";
import { centerInterval } from "../../harness/stats/walsh.js";
import { Cell } from "../../suites/cell.js";
import { getSuite } from "../../suites/suites.js";

const { values: flags } = parseArgs({
  options: {
    pairs: { type: "string", default: "12" },
    engine: { type: "string", default: "tfjs" },
    backend: { type: "string", default: "wasm" },
    gpus: { type: "string", default: "0" },
    batch: { type: "string", default: "16384" },
    dataset: { type: "string", default: "synthetic:ml-100k" },
    epochs: { type: "string", default: "6" },
    limit: { type: "string", default: "0.01" },
    json: { type: "boolean", default: false },
  },
});

const suite = getSuite("ncf");
const machine = await describeMachine({ env: process.env });
const cell = Cell.parse({
  suite: "ncf",
  mode: "train",
  engine: flags.engine,
  backend: flags.backend,
  gpus: Number(flags.gpus),
  precision: "fp32",
  xla: suite.defaultXla(flags.engine),
  batch: Number(flags.batch),
  dataset: flags.dataset,
});
const options = suite.parseOptions({ epochs: Number(flags.epochs) }, cell);
const { dir } = await suite.prepareDataset(flags.dataset, {});

/** Items a second of one launch, and the CPU time that sampling it took. */
async function launch(sampling: boolean): Promise<{ rate: number; samplingShare: number }> {
  const { outcome, failure, telemetry, durationSeconds } = await launchWorker(
    { cell, launch: 0, seed: 1, datasetDir: dir, options, task: "train", machine: machine.view },
    { timeoutSeconds: 600, logPath: null, signal: new AbortController().signal, sampling },
  );
  const rate = outcome?.kind === "ok" ? outcome.result.metrics["train.throughput"] : undefined;
  if (rate === undefined) throw new Error(`the launch gave no throughput: ${JSON.stringify(failure ?? outcome)}`);
  return { rate, samplingShare: (telemetry.samplingSeconds ?? 0) / durationSeconds };
}

const rates: Record<"on" | "off", number[]> = { on: [], off: [] };
const shares: number[] = [];
// The first launch finds a cold machine, and belongs to no pair.
await launch(true);
for (let pair = 0; pair < Number(flags.pairs); pair++) {
  // On-off, off-on, then the same mirrored: drift of any straight kind falls on both alike.
  const order = [0, 3].includes(pair % 4) ? (["on", "off"] as const) : (["off", "on"] as const);
  for (const which of order) {
    const { rate, samplingShare } = await launch(which === "on");
    rates[which].push(rate);
    if (which === "on") shares.push(samplingShare);
    process.stderr.write(`pair ${pair + 1}, sampling ${which}: ${formatSi(rate, "items/s")}\n`);
  }
}

// Cost in time: how much longer the same work takes with sampling on.
const costs = rates.off.map((off, i) => Math.log(off / rates.on[i]!));
const { estimate, low, high, coverage } = centerInterval(costs, 0.95);
const cost = { estimate: Math.expm1(estimate), low: Math.expm1(low), high: Math.expm1(high), coverage };
const { p } = signedRank(costs);
const limit = Number(flags.limit);
if (flags.json) {
  const samplingShare = median(shares);
  process.stdout.write(
    `${JSON.stringify({ cell, cpus: cpus().length, load: loadavg(), rates, cost, p, samplingShare, limit }, null, 2)}\n`,
  );
} else {
  const percent = (share: number) => formatPercent(share, { signed: true });
  process.stdout.write(
    `sampling costs ${percent(cost.estimate)} of a launch's time (${percent(cost.low)} to ${percent(cost.high)}, p ${Number(p.toPrecision(2))}, ${costs.length} pairs)\n` +
      `it takes ${formatPercent(median(shares))} of one CPU's time by its own account\n`,
  );
}
process.exitCode = cost.low > limit ? 1 : 0;
