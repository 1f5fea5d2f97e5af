import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { parseModel, WorkloadOptions } from "../../../suites/ncf/workload.js";
import type { MachineView } from "../../../suites/suite.js";
import { getSuite } from "../../../suites/suites.js";
import { referenceArgv } from "./argv.js";
import { addTrainFlags, type TrainFlags } from "./flags.js";
import { cellOf, datasetOf, REFERENCE_BATCH, trainOptionsOf } from "./request.js";

const none: MachineView = { gpus: [], logicalCpus: 2, memoryBytes: 2 ** 33 };
const one: MachineView = { ...none, gpus: [{ vendor: "NVIDIA", model: "NVIDIA H100", memoryBytes: null }] };

function parse(line: string): TrainFlags {
  const command = addTrainFlags(new Command("train"))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  const argv = referenceArgv(["train", ...line.split(" ").filter((word) => word !== "")]);
  return command.parse(argv.slice(1), { from: "user" }).opts<TrainFlags>();
}
const options = (line: string) => trainOptionsOf(parse(line), "/w");
const cell = (line: string, view = none) => {
  const flags = parse(`--engine fake ${line}`);
  const what = { mode: "train", batch: flags.batchSize ?? REFERENCE_BATCH, dataset: "synthetic:ml-100k" } as const;
  return cellOf(flags, what, getSuite("ncf"), view);
};

describe("the reference's flags", () => {
  it.each<[string, Record<string, unknown>]>([
    ["-e 3", { epochs: 3 }],
    ["--epochs=3", { epochs: 3 }],
    ["--valid-users-per-batch 100", { validUsersPerBatch: 100 }],
    ["--valid_users_per_batch 100", { validUsersPerBatch: 100 }],
    ["-n 8", { negativeSamples: 8 }],
    ["-l 1e-3", { learningRate: 0.001 }],
    ["-k 5", { topk: 5 }],
    ["-t 0.9", { target: 0.9 }],
    ["--valid-negative 99", { validNegative: 99 }],
    ["-b1 0.9 -b2 0.999", { beta1: 0.9, beta2: 0.999 }],
    ["-b1=0.9", { beta1: 0.9 }],
    ["--beta1 0.9 --beta2=0.999", { beta1: 0.9, beta2: 0.999 }],
    ["--eps 1e-7", { eps: 1e-7 }],
    ["--dropout 0", { dropout: 0 }],
    ["--loss-scale 1024", { lossScale: 1024 }],
    ["--loss-scale dynamic", { lossScale: "dynamic" }],
    ["--checkpoint-dir c", { checkpointDir: "/w/c" }],
    ["--load-checkpoint-path c/x", { loadCheckpointPath: "/w/c/x" }],
    ["--mode test --checkpoint-dir c", { checkpointDir: "/w/c", loadCheckpointPath: "/w/c/best.safetensors" }],
    [
      "--resume --checkpoint-dir c",
      { resume: true, checkpointDir: "/w/c", loadCheckpointPath: "/w/c/last.safetensors" },
    ],
    ["--no-neg-trick", { negTrick: false }],
    ["--eval-after -1", { evalAfter: -1 }],
    ["--dropout-mode tf-inert", { dropoutMode: "tf-inert" }],
    ["--stop-at-target", { stopAtTarget: true }],
    ["--lazy-adam", { lazyAdam: true }],
    ["--shard-optimizer", { shardOptimizer: true }],
    ["--eval-seed 7", { evalSeed: 7 }],
    ["--min-ratings 5", { minRatings: 5 }],
    ["--verbose -s 3 --log-path x --json", {}],
    ["", {}],
  ])("options of: %s", (line, expected) => {
    expect(options(line)).toEqual(expected);
    // Whatever a flag sets, the suite knows.
    expect(() => WorkloadOptions.parse(options(line))).not.toThrow();
  });

  it.each<[string, Record<string, unknown>]>([
    ["", { batch: 1_048_576, model: "reference", precision: "fp32", xla: "off", gpus: 0, backend: "auto" }],
    ["-b 4096", { batch: 4096 }],
    ["-b4096 -b1 0.3", { batch: 4096 }],
    ["--fp16", { precision: "fp16" }],
    ["", { scaling: "strong" }],
    ["--weak -b 1024", { scaling: "weak", batch: 1024 }],
    ["--amp", { precision: "fp16" }],
    ["--manual-fp16", { precision: "fp16" }],
    ["--precision bf16", { precision: "bf16" }],
    ["--xla", { xla: "on" }],
    ["--xla --amp", { xla: "on", precision: "fp16" }],
    ["--xla max", { xla: "max" }],
    ["-f 8 --layers 64 32 16 8", { model: "paper-8" }],
    ["--layers 64,32 -f 4", { model: "4:64-32" }],
    ["--gpus 4 --backend wasm", { gpus: 4, backend: "wasm" }],
  ])("cell of: %s", (line, expected) => expect(cell(line)).toMatchObject(expected));

  it("takes one GPU where there is one: speed of the CPU is never taken for it by silence", () => {
    expect(cell("", one).gpus).toBe(1);
    expect(cell("--gpus 0", one).gpus).toBe(0);
  });

  it.each([
    "-e x",
    "-e 1.5",
    "-l fast",
    "--layers 1 x",
    "--mode evaluate",
    "--dropout-mode off",
    "--precision fp8",
    "--seed 1 --seeds 1..5",
    "--data a --dataset b",
    "--epoch 3",
    "--timeout 0",
    "--timeout 1e9",
    "extra",
  ])("refuses: %s", (line) => expect(() => parse(line)).toThrow());

  it.each([
    ["--amp --precision bf16", /contradicts --amp/],
    ["-b 0", /--batch-size/],
    ["--gpus -1", /--gpus/],
  ])("refuses by the cell: %s", (line, message) => expect(() => cell(line)).toThrow(message));

  it("asks for a checkpoint where --resume has none", () => {
    expect(() => options("--resume")).toThrow(/no checkpoint to go on with/);
  });

  it("has the reference's defaults", () => {
    expect(parseModel(cell("").model)).toEqual({ factors: 64, layers: [256, 256, 128, 64] });
    expect(WorkloadOptions.parse(options(""))).toMatchObject({
      epochs: 30,
      validUsersPerBatch: 5000,
      negativeSamples: 4,
      learningRate: 0.0045,
      beta1: 0.25,
      beta2: 0.5,
      eps: 1e-8,
      topk: 10,
      target: 0.9562,
      validNegative: 100,
      dropout: 0.5,
      lossScale: 8192,
      evalAfter: 8,
    });
  });
});

describe("datasetOf", () => {
  it("makes an existing path absolute and leaves names alone", () => {
    expect(datasetOf({ data: "." }, "/tmp")).toBe("/tmp");
    expect(datasetOf({ dataset: "ml-20m" }, "/tmp")).toBe("ml-20m");
    expect(datasetOf({}, "/tmp", "synthetic:ml-100k")).toBe("synthetic:ml-100k");
  });

  it("says what to do where none is named", () => expect(() => datasetOf({}, "/tmp")).toThrow(/no data set was named/));
});

describe("referenceArgv", () => {
  it.each([
    [
      ["train", "-b1", "0.3"],
      ["train", "--beta1", "0.3"],
    ],
    [
      ["train", "-b16"],
      ["train", "-b16"],
    ],
    [
      ["train", "-b", "1"],
      ["train", "-b", "1"],
    ],
    [
      ["infer", "--batch_sizes", "a_b"],
      ["infer", "--batch-sizes", "a_b"],
    ],
    [
      ["infer", "--log_path=a_b"],
      ["infer", "--log-path=a_b"],
    ],
    [
      ["run", "-b1", "--batch_sizes"],
      ["run", "-b1", "--batch_sizes"],
    ],
    [
      ["train", "--", "-b1", "--a_b"],
      ["train", "--", "-b1", "--a_b"],
    ],
    [[], []],
  ])("%j", (argv, expected) => expect(referenceArgv(argv)).toEqual(expected));
});
