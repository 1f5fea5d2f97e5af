import { elementBytes } from "../../../../xla/element-type.js";
import { type Cell, globalBatch } from "../../../cell.js";
import type { DatasetCounts } from "../../../suite.js";
import type { ModelShape, WorkloadOptions } from "../../workload.js";
import { evaluationSizes } from "./evaluator.js";
import { deviceTensors, modelSizes } from "./layout.js";
import { numericsOf } from "./numerics.js";
import { epochSteps, localBatch } from "./programs/samples.js";
import { evaluationProgram, type ScoreSpec, scoreProgram, tableProductsProgram } from "./programs/score-program.js";
import type { NamedType, Program } from "./programs/signature.js";
import { epochProgram } from "./programs/train-program.js";
import { trainSpec } from "./trainer.js";

/** The programs of one launch of a cell on GPUs. */
export interface CellPrograms {
  /** What is timed: an epoch of training, or a batch of inference. */
  main: Program;
  /** What else the launch runs. */
  others: Program[];
  /** Samples of a step on each GPU, and steps of one execution of `main`. */
  samples: number;
  steps: number;
  /** Bytes by name of what lies on each GPU throughout the launch. */
  resident: ReadonlyMap<string, number>;
}

/** The programs that a launch of this cell would compile, made from counts alone. */
export function cellPrograms(
  cell: Cell,
  shape: ModelShape,
  options: WorkloadOptions,
  counts: DatasetCounts,
): CellPrograms {
  const { users, items } = counts;
  const devices = { count: Math.max(1, cell.gpus), platform: "cuda" } as const;
  const sizes = modelSizes({ cell, shape, options }, { users, items }, devices.count);
  const score: ScoreSpec = {
    sizes,
    numerics: numericsOf(cell.precision),
    formulation: cell.formulation,
    replicas: devices.count,
  };
  const products = cell.formulation === "factored" ? [tableProductsProgram(score)] : [];
  if (cell.mode === "infer") {
    const pairs = Math.ceil(globalBatch(cell) / devices.count);
    const main = scoreProgram(score, pairs, pairs);
    const weights = deviceTensors(sizes).map(({ name, dims }): [string, number] => [name, 4 * dims.reduce(product, 1)]);
    return { main, others: products, samples: pairs, steps: 1, resident: new Map([...weights, ...bytesOf(main)]) };
  }
  const dataset = { users, items, trainItems: { length: counts.trainRows } };
  const spec = trainSpec({ cell, dataset, options }, sizes, devices);
  const main = epochProgram(spec);
  const evaluation = evaluationProgram(
    score,
    evaluationSizes({ users, perUser: options.validNegative + 1, topk: options.topk }, devices),
  );
  return {
    main,
    others: [...products, evaluation],
    samples: localBatch(spec.samples),
    steps: epochSteps(spec.samples),
    // Products of the tables are made anew for each evaluation, and given back before the next epoch.
    resident: new Map([...bytesOf(main), ...bytesOf(evaluation)].filter(([name]) => !name.endsWith("_products"))),
  };
}

/** Bytes of a program's arguments by name. */
export function bytesOf({ arguments: types }: Program): Map<string, number> {
  return new Map(
    types.map(({ name, type }: NamedType) => [name, elementBytes(type.element) * type.dims.reduce(product, 1)]),
  );
}

function product(a: number, b: number): number {
  return a * b;
}
