/**
 * One contender of `bench.ts` that is our own: NeuMF at full size on ml-1m's counts by one engine's session. A round trains an
 * epoch of so many batches, sampled within it, or scores so many batches that lie on the device.
 * Arguments: xla-layerwise|xla-factored|wasm|matmul train|infer BATCH STEPS [ml-1m|ml-20m GPUS PRECISION].
 */
import { describeMachine } from "../../harness/machine/describe.js";
import { Cell } from "../../suites/cell.js";
import { synthesize } from "../../suites/ncf/data/build.js";
import { namedDataset } from "../../suites/ncf/data/named.js";
import type { NcfSession } from "../../suites/ncf/engine.js";
import { findEngine } from "../../suites/ncf/engines/registry.js";
import { parseModel, WorkloadOptions } from "../../suites/ncf/workload.js";
import { answerRounds } from "../answer-rounds.js";
import { matmulRound } from "./matmul.js";

const [name, mode, batchText, stepsText, ratings = "ml-1m", gpusText = "0", precisionText = "fp32"] =
  process.argv.slice(2) as [string, "train" | "infer", string, string, string?, string?, string?];
const [batch, steps, gpus] = [Number(batchText), Number(stepsText), Number(gpusText)];
const precision = Cell.shape.precision.parse(precisionText);
const { users, items } = namedDataset(ratings)!;
const machine = (await describeMachine()).view;

if (name === "matmul") await answerRounds(await matmulRound({ mode, batch, steps, gpus, precision }, machine));
else {
  const session = await open();
  await answerRounds(mode === "train" ? trainRound(session) : await inferRound(session));
  await session.close();
}
process.exit(0);

async function open(): Promise<NcfSession> {
  // With four negatives each, a fifth of the samples are positives; one more rating a user is held out.
  const dataset = synthesize({ users, items, ratings: users + Math.floor((steps * batch) / 5) });
  const [engine, formulation] = name.split("-") as [string, string?];
  const cell = Cell.parse({
    suite: "ncf",
    mode,
    engine: engine === "xla" ? "xla" : "tfjs",
    ...(engine === "xla" ? { formulation } : { backend: engine }),
    gpus,
    precision,
    xla: engine === "xla" ? "on" : "off",
    batch,
    dataset: dataset.manifest.name,
  });
  const options = WorkloadOptions.parse({});
  const request = { cell, shape: parseModel(cell.model)!, options, dataset, seed: 1, machine };
  return findEngine(cell.engine)!.open(request);
}

function trainRound(session: NcfSession) {
  let epoch = 0;
  return () => session.trainEpoch(epoch++);
}

async function inferRound(session: NcfSession) {
  const ids = (rows: number) => Int32Array.from({ length: batch }, () => Math.floor(Math.random() * rows));
  const prepared = await session.inference({ variant: "resident", users: ids(users), items: ids(items) });
  return async () => {
    for (let step = 0; step < steps; step++) await prepared.run();
    return { items: steps * batch };
  };
}
