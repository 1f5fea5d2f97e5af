/**
 * NeuMF on the CPU by XLA, beside JAX, TensorFlow and the wasm backend in one run: the reference's model (factors 64, layers
 * 256-256-128-64), dropout active, dense Adam, ml-1m's counts. Training by ours includes sampling and shuffling; the peers get
 * ready batches. `matmul` is the limit of a layerwise program: the hidden layers' products alone.
 *
 *     npm run build && node dist/harness/cli/bin.js setup cpu
 *     python3 -m venv .venv && .venv/bin/pip install -r bench/peers/requirements.txt
 *     node dist/bench/neumf/bench.js --python .venv/bin/python [--rounds 7] [--batch 16384] [--only train|infer] [--json]
 *
 * Exits 1 where a ratio is under its limit.
 */
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../../storage/package-root.js";
import { type Contender, describeRatio, type Measured, measureRounds, renderRates, speedRatio } from "../rounds.js";

type Mode = "train" | "infer";

const { values: flags } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    rounds: { type: "string", default: "7" },
    batch: { type: "string", default: "16384" },
    only: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

const root = packageRoot();
/** Batches of a round; a tenth of it for wasm. */
const STEPS: Record<Mode, number> = { train: 20, infer: 40 };

/** What is held against what: the first must do at least so many times the items a second of the second. */
const limits: Record<Mode, readonly (readonly [own: string, peer: string, atLeast: number])[]> = {
  train: [
    ["xla-layerwise", "jax", 2],
    ["xla-layerwise", "tensorflow", 1.3],
    ["xla-layerwise", "matmul", 0.7],
    ["xla-layerwise", "wasm", 8],
    ["xla-factored", "tensorflow", 1.8],
  ],
  infer: [
    ["xla-layerwise", "jax", 1],
    ["xla-factored", "tensorflow", 2],
  ],
};

function contender(name: string, mode: Mode): Contender {
  const sizes = [flags.batch, String(STEPS[mode] / (name === "wasm" ? 10 : 1))] as const;
  if (name !== "jax" && name !== "tensorflow") {
    return { name, command: [process.execPath, join(root, "dist/bench/neumf/contender.js"), name, mode, ...sizes] };
  }
  const script = join(root, `bench/peers/${name}_neumf.py`);
  const resident = mode === "infer" ? ["--resident"] : [];
  return {
    name,
    command: [flags.python, script, "--mode", mode, "--batch", sizes[0], "--steps", sizes[1], ...resident],
  };
}

const results: { mode: Mode; measured: Measured[]; ratios: object[] }[] = [];
for (const mode of ["train", "infer"] as const) {
  if (flags.only !== undefined && flags.only !== mode) continue;
  const names = ["xla-layerwise", "xla-factored", "matmul", "jax", "tensorflow", "wasm"];
  const measured = await measureRounds(
    names.map((name) => contender(name, mode)),
    Number(flags.rounds),
  );
  const of = (name: string) => measured[names.indexOf(name)]!;
  const ratios = limits[mode].map(([own, peer, atLeast]) => {
    const ratio = speedRatio(of(own), of(peer));
    if (ratio.median < atLeast) process.exitCode = 1;
    return { title: `${mode}: ${own} / ${peer}`, ratio, atLeast };
  });
  results.push({ mode, measured, ratios });
  if (flags.json) continue;
  process.stdout.write(`${mode}\n${renderRates(measured)}`);
  for (const { title, ratio, atLeast } of ratios) process.stdout.write(describeRatio(title, ratio, atLeast));
}
if (flags.json) {
  process.stdout.write(`${JSON.stringify({ cpus: cpus().length, load: loadavg(), results }, null, 2)}\n`);
}
