import { type Command, Option } from "commander";
import { type Cell, Formulation, Precision, Xla } from "../../../suites/cell.js";
import { decimal, integer, integers, lossScale, timeLimit } from "./numbers.js";
import { parseSeeds } from "./seeds.js";

/** What commander makes of the flags below. A member that was not given is absent, except `negTrick`. */
export interface CellFlags {
  data?: string;
  dataset?: string;
  minRatings?: number;
  factors?: number;
  layers?: number[];
  fp16?: boolean;
  amp?: boolean;
  manualFp16?: boolean;
  precision?: Cell["precision"];
  xla?: Cell["xla"];
  formulation?: Cell["formulation"];
  engine?: string;
  backend?: string;
  gpus?: number;
  weak?: boolean;
  loadCheckpointPath?: string;
  logPath?: string;
  timeout?: number;
  json?: boolean;
}

export interface TrainFlags extends CellFlags {
  epochs?: number;
  batchSize?: number;
  validUsersPerBatch?: number;
  negativeSamples?: number;
  learningRate?: number;
  topk?: number;
  seed?: number;
  seeds?: number[];
  target?: number;
  validNegative?: number;
  beta1?: number;
  beta2?: number;
  eps?: number;
  dropout?: number;
  lossScale?: number | "dynamic";
  checkpointDir?: string;
  checkpointEvery?: boolean;
  mode?: "train" | "test";
  negTrick: boolean;
  evalAfter?: number;
  verbose?: boolean;
  dropoutMode?: "active" | "tf-inert";
  stopAtTarget?: boolean;
  lazyAdam?: boolean;
  shardOptimizer?: boolean;
  evalSeed?: number;
  resume?: boolean;
}

/**
 * What the cell is: data, model, precision, place. Help texts name the defaults, which the suite fills in: a flag that was
 * not given must stay tellable from one that repeats a default.
 */
export function addCellFlags(command: Command): Command {
  return command
    .addOption(new Option("--data <dir>", "ratings file or folder, or prepared data set").conflicts("dataset"))
    .option("--dataset <spec>", "synthetic:ml-100k, ml-20m, a path, … (see ncf-bench data --help)")
    .option("--min-ratings <n>", "drop users with fewer ratings (default 20)", integer)
    .option("-f, --factors <n>", "width of the matrix factorization part (default 64)", integer)
    .option("--layers <widths...>", "widths of the perceptron (default 256 256 128 64)", integers)
    .addOption(new Option("--precision <name>", "number format (default fp32)").choices(Precision.options))
    .option("--fp16", "mixed precision, the same as --precision fp16")
    .option("--amp", "the same as --fp16")
    .option("--manual-fp16", "the same as --fp16; --loss-scale applies")
    .addOption(
      new Option(
        "--formulation <name>",
        "layerwise: the reference's operations (default); factored: fewer, same function",
      ).choices(Formulation.options),
    )
    .addOption(new Option("--xla [level]", "compile by XLA; alone it means 'on'").choices(Xla.options).preset("on"))
    .option("--engine <name>", "what executes the model (default: the best one here)")
    .option("--backend <name>", "backend of the engine, e.g. wasm (default: the best one here)")
    .option("--gpus <n>", "number of GPUs, 0 for the CPU (default: 1 where there is one)", integer)
    .option("--load-checkpoint-path <path>", "start from the weights of this checkpoint")
    .option("--log-path <file>", "write the reference's JSON lines here")
    .option("--timeout <seconds>", "end a launch that takes longer (default 86400)", timeLimit)
    .option("--json", "print one JSON document; the lines for people go to stderr");
}

/** The flags of the reference's ncf.py, by its names and short forms, and ours. */
export function addTrainFlags(command: Command): Command {
  return addCellFlags(command)
    .option("-e, --epochs <n>", "epochs to train (default 30)", integer)
    .option("-b, --batch-size <n>", "items per step, over all GPUs (default 1048576)", integer)
    .option("--weak", "weak scaling: the batch size is that of each GPU")
    .option("--valid-users-per-batch <n>", "users per evaluation batch (default 5000)", integer)
    .option("-n, --negative-samples <n>", "sampled negatives per positive (default 4)", integer)
    .option("-l, --learning-rate <x>", "of Adam (default 0.0045)", decimal)
    .option("-k, --topk <n>", "rank that counts as a hit (default 10)", integer)
    .addOption(new Option("-s, --seed <n>", "seed of everything (default 0)").argParser(integer).conflicts("seeds"))
    .addOption(
      new Option("--seeds <list>", "one launch a seed, e.g. 1..5: max HR, mean throughput").argParser(parseSeeds),
    )
    .option("-t, --target <hr>", "hit rate to exceed (default 0.9562); if given, missing it exits 1", decimal)
    .option("--valid-negative <n>", "sampled negatives per user in evaluation (default 100)", integer)
    .option("--beta1 <x>", "of Adam, also -b1 (default 0.25)", decimal)
    .option("--beta2 <x>", "of Adam, also -b2 (default 0.5)", decimal)
    .option("--eps <x>", "of Adam (default 1e-8)", decimal)
    .option("--dropout <rate>", "after each hidden layer (default 0.5)", decimal)
    .option("--loss-scale <n>", "for mixed precision: a number or 'dynamic' (default 8192)", lossScale)
    .option("--checkpoint-dir <dir>", "save the best model above the target here; where test reads it")
    .option("--checkpoint-every", "save after every epoch, whatever its hit rate")
    .option("--resume", "go on after the last epoch of the checkpoint")
    .addOption(new Option("--mode <mode>", "test: only evaluate once").choices(["train", "test"]))
    .option("--no-neg-trick", "verify that sampled negatives of training are none of the user's items")
    .option("--eval-after <epoch>", "evaluate after epochs above this one (default 8)", integer)
    .option("--verbose", "print a line for every evaluated epoch")
    .addOption(
      new Option(
        "--dropout-mode <mode>",
        "tf-inert: none, as the reference's TensorFlow code (default active)",
      ).choices(["active", "tf-inert"]),
    )
    .option("--stop-at-target", "end at the first evaluation above the target")
    .option("--lazy-adam", "update only rows of the batch: another algorithm, labelled so")
    .option("--shard-optimizer", "each GPU updates its own part of the tables: less memory and traffic, same algorithm")
    .option("--eval-seed <n>", "seed of the evaluation negatives (default: the seed)", integer);
}

export interface InferFlags extends CellFlags {
  batchSizes?: number[];
  numBatches?: number;
  warmup?: number;
  seed?: number;
}

/** The flags of the reference's inference.py, and ours. */
export function addInferFlags(command: Command): Command {
  return addCellFlags(command)
    .option("--batch-sizes <sizes...>", "items per batch (default 1 4 16 64 … 1048576)", integers)
    .option("--num-batches <n>", "iterations per batch size, warm-up included (default 200)", integer)
    .option("--warmup <n>", "iterations left out at the start (default 10)", integer)
    .option("-s, --seed <n>", "seed of the batch and of random weights (default 0)", integer);
}
