import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { UserError } from "../../errors/user-error.js";
import { readSafetensors, type StoredTensor, writeSafetensors } from "../../storage/safetensors.js";
import type { ModelState, Tensor } from "./engine.js";
import { parameterShapes } from "./initial-weights.js";
import { type ModelShape, modelName } from "./workload.js";

const FORMAT = "ncf-bench.checkpoint/1";

/** What a checkpoint says about itself besides its tensors. */
export interface CheckpointInfo {
  /** Last finished epoch (0-based); training resumes at the next. */
  epoch: number;
  seed: number;
  shape: ModelShape;
  users: number;
  items: number;
  /** Workload options of the training that wrote it. */
  hyperparameters: Record<string, unknown>;
}

const Metadata = z.object({
  format: z.literal(FORMAT),
  epoch: z.coerce.number().int().min(-1),
  step: z.coerce.number().int().min(0),
  seed: z.coerce.number().int().min(0),
  factors: z.coerce.number().int(),
  layers: z.string().transform((text) => text.split("-").map(Number)),
  users: z.coerce.number().int(),
  items: z.coerce.number().int(),
  hyperparameters: z.string().transform((text) => JSON.parse(text) as Record<string, unknown>),
  /** Only of training with a dynamic loss scale. */
  lossScale: z.coerce.number().positive().optional(),
  goodSteps: z.coerce.number().int().min(0).optional(),
});

/** Writes weights, Adam's moments (`adam.m/…`, `adam.v/…`), step, loss scale, epoch and hyperparameters, all or nothing. */
export async function saveCheckpoint(path: string, state: ModelState, info: CheckpointInfo): Promise<void> {
  const tensors = new Map<string, StoredTensor>(state.parameters);
  if (state.adam) {
    for (const [name, tensor] of state.adam.m) tensors.set(`adam.m/${name}`, tensor);
    for (const [name, tensor] of state.adam.v) tensors.set(`adam.v/${name}`, tensor);
  }
  await mkdir(dirname(path), { recursive: true });
  await writeSafetensors(path, {
    tensors,
    metadata: {
      format: FORMAT,
      epoch: String(info.epoch),
      step: String(state.adam?.step ?? 0),
      seed: String(info.seed),
      factors: String(info.shape.factors),
      layers: info.shape.layers.join("-"),
      users: String(info.users),
      items: String(info.items),
      hyperparameters: JSON.stringify(info.hyperparameters),
      ...(state.lossScale
        ? { lossScale: String(state.lossScale.scale), goodSteps: String(state.lossScale.goodSteps) }
        : {}),
    },
  });
}

/**
 * Reads a checkpoint for a model of the given shape and sizes.
 *
 * @throws UserError when it is damaged, or of another shape.
 */
export async function loadCheckpoint(
  path: string,
  expected: { shape: ModelShape; users: number; items: number },
): Promise<{ state: ModelState; info: CheckpointInfo }> {
  const file = await readSafetensors(path);
  const metadata = Metadata.safeParse(file.metadata);
  if (!metadata.success) {
    throw new UserError({
      code: "checkpoint.foreign",
      what: `a safetensors file, but no checkpoint of ncf-bench (${metadata.error.issues[0]!.path.join(".")} is missing or wrong)`,
      where: path,
      hint: "give a file that `ncf-bench train --checkpoint-dir` wrote",
    });
  }
  const { format: _, step, factors, layers, lossScale, goodSteps = 0, ...rest } = metadata.data;
  const info: CheckpointInfo = { ...rest, shape: { factors, layers } };
  const is = `${modelName(info.shape)} for ${info.users} users and ${info.items} items`;
  const wanted = `${modelName(expected.shape)} for ${expected.users} users and ${expected.items} items`;
  if (is !== wanted) {
    throw new UserError({
      code: "checkpoint.shape",
      what: `the checkpoint is of ${is}, the model is ${wanted}`,
      where: path,
      hint: "use the data set, --factors and --layers that it was trained with",
    });
  }
  const names = parameterShapes(info.shape, info.users, info.items);
  const take = (prefix: string): Map<string, Tensor> =>
    new Map(names.map(([name, shape]) => [name, takeTensor(file.tensors, `${prefix}${name}`, shape, path)]));
  const hasMoments = file.tensors.has(`adam.m/${names[0]![0]}`);
  return {
    info,
    state: {
      parameters: take(""),
      adam: hasMoments ? { m: take("adam.m/"), v: take("adam.v/"), step } : null,
      lossScale: lossScale === undefined ? null : { scale: lossScale, goodSteps },
    },
  };
}

function takeTensor(tensors: Map<string, StoredTensor>, name: string, shape: readonly number[], path: string): Tensor {
  const tensor = tensors.get(name);
  if (tensor && !(tensor.data instanceof Int32Array) && tensor.shape.join() === shape.join()) {
    return { shape: tensor.shape, data: tensor.data };
  }
  throw new UserError({
    code: "checkpoint.damaged",
    what: tensor ? `tensor ${name} has shape [${tensor.shape}], not [${shape}]` : `tensor ${name} is missing`,
    where: path,
    hint: "take another checkpoint; this one cannot be used",
  });
}
