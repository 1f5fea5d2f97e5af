/**
 * One contender of `bench.ts`: NeuMF at full size on ml-1m's counts, trained by the engine's own session on one backend of
 * TensorFlow.js. For each line of stdin it trains one epoch of five batches: each is sampled, uploaded with its dropout
 * masks, and its loss read back. Arguments: BACKEND rewritten|plain BATCH.
 */
import { Cell } from "../../suites/cell.js";
import { synthesize } from "../../suites/ncf/data/build.js";
import { namedDataset } from "../../suites/ncf/data/named.js";
import { loadBackend } from "../../suites/ncf/engines/tfjs/backends.js";
import { TfjsNetwork } from "../../suites/ncf/engines/tfjs/network.js";
import { TfjsSession } from "../../suites/ncf/engines/tfjs/session.js";
import { parseModel, WorkloadOptions } from "../../suites/ncf/workload.js";
import { answerRounds } from "../answer-rounds.js";
import { PlainGradients } from "./peers/plain-gradients.js";

const [backend, gradients, batchText] = process.argv.slice(2);
const batch = Number(batchText);
const { users, items } = namedDataset("ml-1m")!;
// One positive a sample of a batch, so that with four negatives each an epoch has five batches.
const dataset = synthesize({ users, items, ratings: users + batch });
const cell = Cell.parse({
  suite: "ncf",
  mode: "train",
  engine: "tfjs",
  backend,
  gpus: 0,
  precision: "fp32",
  xla: "off",
  batch,
  dataset: dataset.manifest.name,
});
const shape = parseModel(cell.model)!;
const loaded = await loadBackend(cell.backend, 0);
const network =
  gradients === "plain" ? new PlainGradients(loaded.tf, shape) : new TfjsNetwork(loaded.tf, shape, loaded);
const session = new TfjsSession({ cell, shape, options: WorkloadOptions.parse({}), dataset, seed: 1 }, loaded, network);

let epoch = 0;
await answerRounds(() => session.trainEpoch(epoch++));
await session.close();
