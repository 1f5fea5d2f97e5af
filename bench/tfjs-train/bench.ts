/**
 * Training NeuMF at full size with TensorFlow.js, side by side in one run: wasm with the engine's rewritten gradients against
 * the library's own, and the native backend against Python TensorFlow's tf.function. Users and items are ml-1m's; each step
 * uploads its batch and reads its loss back.
 *
 *     npm run build && node dist/harness/cli/bin.js setup tfjs
 *     python3 -m venv .venv && .venv/bin/pip install -r bench/peers/requirements.txt
 *     node dist/bench/tfjs-train/bench.js --python .venv/bin/python [--rounds 5] [--batch 16384] [--only wasm|native] [--json]
 *
 * Exits 1 where a ratio is under its limit.
 */
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../../storage/package-root.js";
import { namedDataset } from "../../suites/ncf/data/named.js";
import { type Contender, describeRatio, measureRounds, renderRates, speedRatio } from "../rounds.js";

const { values: flags } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    rounds: { type: "string", default: "5" },
    batch: { type: "string", default: "16384" },
    only: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

const root = packageRoot();
const { users, items } = namedDataset("ml-1m")!;

const ours = (name: string, backend: string, gradients: "rewritten" | "plain"): Contender => ({
  name,
  command: [process.execPath, join(root, "dist/bench/tfjs-train/contender.js"), backend, gradients, flags.batch],
});

const python: Contender = {
  name: "Python TensorFlow, tf.function",
  command: [
    flags.python,
    join(root, "bench/peers/tensorflow_neumf.py"),
    ...["--users", String(users), "--items", String(items), "--batch", flags.batch, "--steps", "5"],
  ],
};

/** What is held against what: the first must do at least `atLeast` times the items a second of the other. */
const pairs: Record<string, { own: Contender; peer: Contender; atLeast: number }> = {
  wasm: {
    own: ours("wasm, rewritten gradients", "wasm", "rewritten"),
    peer: ours("wasm, the library's gradients", "wasm", "plain"),
    atLeast: 3.5,
  },
  native: { own: ours("tfjs-node, native TensorFlow", "tfjs-node", "rewritten"), peer: python, atLeast: 0.6 },
};

const chosen = Object.entries(pairs).filter(([name]) => flags.only === undefined || flags.only === name);
const measured = await measureRounds(
  chosen.flatMap(([, { own, peer }]) => [own, peer]),
  Number(flags.rounds),
);
const results = chosen.map(([name, { own, peer, atLeast }], i) => ({
  what: name,
  title: `${own.name} / ${peer.name}`,
  ratio: speedRatio(measured[2 * i]!, measured[2 * i + 1]!),
  atLeast,
}));
const wasm = results.findIndex(({ what }) => what === "wasm");
if (wasm >= 0) sameLosses(2 * wasm);

if (flags.json) {
  process.stdout.write(`${JSON.stringify({ cpus: cpus().length, load: loadavg(), measured, results }, null, 2)}\n`);
} else {
  process.stdout.write(renderRates(measured));
  for (const { title, ratio, atLeast } of results) process.stdout.write(describeRatio(title, ratio, atLeast));
}
process.exitCode = results.every(({ ratio, atLeast }) => ratio.median >= atLeast) ? 0 : 1;

/** Both gradients start from the same weights and see the same batches, so each round's mean loss must agree. */
function sameLosses(first: number): void {
  const [own, peer] = [measured[first]!, measured[first + 1]!];
  own.answers.forEach(({ loss }, round) => {
    const other = peer.answers[round]!.loss;
    if (!(Math.abs(loss! - other!) < 1e-3)) {
      throw new Error(`round ${round}: ${own.name} has the loss ${loss}, ${peer.name} ${other}`);
    }
  });
}
