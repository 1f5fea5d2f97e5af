/**
 * NeuMF on the CPU by XLA, beside JAX, TensorFlow and the wasm backend in one run: the reference's model (factors 64, layers
 * 256-256-128-64), dropout active, dense Adam, ml-1m's counts. Training by ours includes sampling and shuffling; the peers get
 * ready batches. `matmul` is the limit of a layerwise program: the hidden layers' products alone.
 *
 *     npm run build && node dist/harness/cli/bin.js setup cpu
 *     python3 -m venv .venv && .venv/bin/pip install -r bench/peers/requirements.txt
 *     node dist/bench/neumf/bench.js --python .venv/bin/python [--rounds 7] [--batch 16384] [--only train|infer] [--json]
 *
 * With --gpu on one GPU, at ml-20m's counts and a batch of 1,048,576, beside JAX and PyTorch of the Python given, whose
 * batches lie on the GPU; `pytorch` replays a CUDA graph, `pytorch-compiled` one of what Inductor made.
 *
 *     node dist/bench/neumf/bench.js --gpu [--precision bf16] [--python …] [--rounds 7] [--only train|infer] [--json]
 *
 * Exits 1 where a ratio is under its limit, which on a GPU is that of bf16.
 */
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../../storage/package-root.js";
import { namedDataset } from "../../suites/ncf/data/named.js";
import { type Contender, describeRatio, type Measured, measureRounds, renderRates, speedRatio } from "../rounds.js";

type Mode = "train" | "infer";

const { values: flags } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    rounds: { type: "string", default: "7" },
    batch: { type: "string" },
    gpu: { type: "boolean", default: false },
    precision: { type: "string" },
    only: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

const root = packageRoot();
const ratings = flags.gpu ? "ml-20m" : "ml-1m";
const precision = flags.precision ?? (flags.gpu ? "bf16" : "fp32");
const batch = flags.batch ?? (flags.gpu ? "1048576" : "16384");
const own = ["xla-layerwise", "xla-factored", "matmul", ...(flags.gpu ? [] : ["wasm"])];
const peers = flags.gpu ? ["jax", "pytorch", "pytorch-compiled"] : ["jax", "tensorflow"];
/** Batches of a round; a tenth of it for wasm. */
const STEPS: Record<Mode, number> = flags.gpu ? { train: 60, infer: 200 } : { train: 20, infer: 40 };

/** What is held against what: the first must do at least so many times the items a second of the second. */
type Limits = Record<Mode, readonly (readonly [own: string, peer: string, atLeast: number])[]>;

const gpuLimits: Limits = {
  train: [
    ["xla-layerwise", "jax", 1.8],
    ["xla-layerwise", "pytorch", 3],
    ["xla-layerwise", "pytorch-compiled", 1.5],
    ["xla-factored", "pytorch-compiled", 1.6],
    ["xla-layerwise", "matmul", 0.38],
  ],
  infer: [
    ["xla-layerwise", "jax", 1],
    ["xla-layerwise", "pytorch-compiled", 1],
  ],
};
const cpuLimits: Limits = {
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
  const steps = String(STEPS[mode] / (name === "wasm" ? 10 : 1));
  if (own.includes(name)) {
    const place = [ratings, flags.gpu ? "1" : "0", precision];
    const script = join(root, "dist/bench/neumf/contender.js");
    return { name, command: [process.execPath, script, name, mode, batch, steps, ...place] };
  }
  const [library, compiled] = name.split("-");
  const script = join(root, `bench/peers/${library}_neumf.py`);
  const { users, items } = namedDataset(ratings)!;
  const sizes = ["--users", String(users), "--items", String(items), "--batch", batch, "--steps", steps];
  const more = [
    ...(flags.gpu || mode === "infer" ? ["--resident"] : []),
    ...(library === "jax" && flags.gpu ? ["--stay"] : []),
    ...(compiled ? ["--compile"] : []),
  ];
  const args = ["--mode", mode, ...sizes, "--precision", precision, ...more];
  // JAX would take three quarters of the GPU's memory, which the others need.
  const env = { ...process.env, XLA_PYTHON_CLIENT_PREALLOCATE: "false" };
  return { name, command: [flags.python, script, ...args], env };
}

const results: { mode: Mode; measured: Measured[]; ratios: object[] }[] = [];
for (const mode of ["train", "infer"] as const) {
  if (flags.only !== undefined && flags.only !== mode) continue;
  const names = [...own, ...peers];
  const measured = await measureRounds(
    names.map((name) => contender(name, mode)),
    Number(flags.rounds),
  );
  const of = (name: string) => measured[names.indexOf(name)]!;
  const ratios = (flags.gpu ? gpuLimits : cpuLimits)[mode].map(([own, peer, atLeast]) => {
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
