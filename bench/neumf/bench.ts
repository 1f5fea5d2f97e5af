/**
 * NeuMF training and inference on the CPU, ours beside JAX and TensorFlow: the reference's model (factors 64, layers
 * 256-256-128-64, dropout active, dense Adam), ml-1m's table sizes, batch 16,384. All contenders are open at once and take
 * turns, so that each ratio is one of neighbours in time; ours sample and shuffle within the time, the peers get ready
 * batches. `matmul`: the hidden layers' products alone, the limit of a layerwise program.
 *
 *     npm run build && ncf-bench setup cpu
 *     python3 -m venv .venv && .venv/bin/pip install -r bench/neumf/peers/requirements.txt
 *     node dist/bench/neumf/bench.js --python .venv/bin/python [--rounds 9] [--only NAME,…] [--json]
 */
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { renderTable } from "../../harness/console/table.js";
import { median } from "../../harness/stats/quantile.js";
import { packageRoot } from "../../storage/package-root.js";
import { Contender } from "../contender-process.js";

const TASKS = ["train", "infer"] as const;

const { values: flags } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    rounds: { type: "string", default: "9" },
    only: { type: "string", default: "matmul,xla-layerwise,xla-factored,tfjs-wasm,jax,tensorflow" },
    json: { type: "boolean", default: false },
  },
});

const root = packageRoot();
const commands = flags.only
  .split(",")
  .map((name): [string, string[]] => [
    name,
    name === "jax" || name === "tensorflow"
      ? [flags.python, join(root, `bench/neumf/peers/${name}_neumf.py`)]
      : [process.execPath, join(root, "dist/bench/neumf/contender.js"), name],
  ]);

const contenders: Contender[] = [];
const rates = new Map<string, number[]>();
try {
  for (const [name, command] of commands) contenders.push(await Contender.start(name, command));
  for (let round = 0; round < Number(flags.rounds); round++) {
    // There and back: a drift of the machine hits all alike.
    const order = round % 2 === 0 ? contenders : [...contenders].reverse();
    for (const task of TASKS) {
      for (const contender of order) {
        const { items, seconds } = await contender.ask<{ items: number; seconds: number }>(task);
        const key = `${contender.name}/${task}`;
        rates.set(key, [...(rates.get(key) ?? []), items / seconds]);
      }
    }
    process.stderr.write(`round ${round + 1} of ${flags.rounds}\n`);
  }
  if (flags.json) {
    const about = Object.fromEntries(contenders.map(({ name, about }) => [name, about]));
    const machine = { cpu: cpus()[0]?.model, cpus: cpus().length, load: loadavg() };
    process.stdout.write(`${JSON.stringify({ machine, about, rates: Object.fromEntries(rates) }, null, 2)}\n`);
  } else for (const task of TASKS) print(task);
} finally {
  for (const contender of contenders) contender.stop();
}

function print(task: string): void {
  const against = ["matmul", "jax", "tensorflow", "tfjs-wasm"].filter((name) => rates.has(`${name}/${task}`));
  const rows = contenders.map(({ name }) => {
    const own = rates.get(`${name}/${task}`)!;
    const thousand = (value: number) => (value / 1000).toFixed(0);
    return [
      name,
      thousand(median(own)),
      `${thousand(Math.min(...own))} - ${thousand(Math.max(...own))}`,
      ...against.map((peer) => ratio(own, rates.get(`${peer}/${task}`)!)),
    ];
  });
  const titles = [task, "k items/s", "range", ...against.map((peer) => `/ ${peer}`)];
  const columns = titles.map((title, i) => ({ title, align: i === 0 ? ("left" as const) : ("right" as const) }));
  process.stdout.write(`${renderTable(columns, rows)}\n`);
}

/** Median of the rounds' ratios, and their range. */
function ratio(own: readonly number[], peer: readonly number[]): string {
  const ratios = own.map((value, round) => value / peer[round]!);
  return `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)})`;
}
