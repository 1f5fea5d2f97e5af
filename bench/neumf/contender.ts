/**
 * One of our own contenders of bench/neumf, as a process that measures on request (`peers/serve.py` has the protocol):
 *
 *     node dist/bench/neumf/contender.js xla-layerwise|xla-factored|tfjs-wasm|tfjs-native|matmul
 */
import { createInterface } from "node:readline";
import type { Cell } from "../../suites/cell.js";
import { synthesize } from "../../suites/ncf/data/build.js";
import type { NcfSession } from "../../suites/ncf/engine.js";
import { findEngine } from "../../suites/ncf/engines/registry.js";
import { modelName, parseModel, WorkloadOptions } from "../../suites/ncf/workload.js";
import { matmulTask } from "./matmul.js";
import { BATCH, INFER_BATCHES, ITEMS, TRAIN_BATCHES, USERS } from "./sizes.js";

type Task = () => Promise<number>;

async function open(engine: string, backend: string, formulation: Cell["formulation"]): Promise<NcfSession> {
  const shape = parseModel("reference")!;
  const positives = (TRAIN_BATCHES * BATCH) / 5;
  // One more rating a user is held out.
  const dataset = synthesize(`users=${USERS},items=${ITEMS},ratings=${Math.ceil(positives) + USERS},seed=1`);
  const cell: Cell = {
    suite: "ncf",
    mode: "train",
    engine,
    backend,
    gpus: 0,
    precision: "fp32",
    xla: engine === "xla" ? "on" : "off",
    batch: BATCH,
    model: modelName(shape),
    formulation,
    scaling: "strong",
    dataset: dataset.manifest.name,
  };
  return findEngine(engine)!.open({ cell, shape, options: WorkloadOptions.parse({}), dataset, seed: 1 });
}

function tasksOf(session: NcfSession): Record<string, Task> {
  let epoch = 0;
  const ids = (bound: number) => Int32Array.from({ length: BATCH }, () => Math.floor(Math.random() * bound));
  const users = ids(USERS);
  const items = ids(ITEMS);
  return {
    train: async () => (await session.trainEpoch(epoch++)).items,
    infer: async () => {
      // A batch holds on to the weights that it was prepared with.
      const batch = await session.inference({ variant: "resident", users, items });
      for (let i = 0; i < INFER_BATCHES; i++) await batch.run();
      batch.dispose();
      return INFER_BATCHES * BATCH;
    },
  };
}

async function prepare(name: string): Promise<{ about: object; tasks: Record<string, Task> }> {
  if (name === "matmul") return matmulTask();
  const [engine, variant] = name.split("-") as [string, string];
  const session =
    engine === "xla"
      ? await open("xla", "auto", variant as Cell["formulation"])
      : await open("tfjs", variant === "native" ? "tfjs-node" : variant, "layerwise");
  const tasks = tasksOf(session);
  const { version, device, details } = session.info();
  return { about: { version, device, details }, tasks };
}

const { about, tasks } = await prepare(process.argv[2]!);
for (const task of Object.values(tasks)) await task();
process.stdout.write(`${JSON.stringify(about)}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  const start = performance.now();
  const items = await tasks[line.trim()]!();
  process.stdout.write(`${JSON.stringify({ items, seconds: (performance.now() - start) / 1000 })}\n`);
}
process.exit(0);
