import type { Cell, Formulation, Scaling } from "../cell.js";
import { synthesize } from "./data/build.js";
import type { NcfDataset } from "./dataset.js";
import type { OpenRequest } from "./engine.js";
import { type ModelShape, modelName, WorkloadOptions } from "./workload.js";

/** A data set from explicit training items and one test item for each user. */
export function tinyDataset(train: readonly (readonly number[])[], test: readonly number[], items: number): NcfDataset {
  const offsets = [0];
  for (const own of train) offsets.push(offsets.at(-1)! + own.length);
  return {
    manifest: { ...synthesize("users=20,items=30,ratings=400,seed=1").manifest, name: "tiny" },
    users: train.length,
    items,
    trainUsers: Int32Array.from(train.flatMap((own, user) => own.map(() => user))),
    trainItems: Int32Array.from(train.flat()),
    trainOffsets: Int32Array.from(offsets),
    testItems: Int32Array.from(test),
    evalNegatives: null,
  };
}

/** What an engine is opened with, for tests. */
export function openRequest(
  dataset: NcfDataset,
  {
    engine = "oracle",
    backend = "auto",
    batch = 256,
    shape = { factors: 4, layers: [16, 8, 4] },
    seed = 7,
    formulation = "layerwise",
    scaling = "strong",
    ...raw
  }: {
    engine?: string;
    backend?: string;
    batch?: number;
    shape?: ModelShape;
    seed?: number;
    formulation?: Formulation;
    scaling?: Scaling;
    [option: string]: unknown;
  } = {},
): OpenRequest {
  const cell: Cell = {
    suite: "ncf",
    mode: "train",
    engine,
    backend,
    gpus: 0,
    precision: "fp32",
    xla: "off",
    batch,
    model: modelName(shape),
    formulation,
    scaling,
    dataset: "tiny",
  };
  return { cell, shape, options: WorkloadOptions.parse(raw), dataset, seed };
}
