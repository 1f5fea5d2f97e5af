import { Module, type Value } from "../../../../../xla/stablehlo/ir.js";
import { allGather, allReduce, reduceScatter, replicaId } from "../../../../../xla/stablehlo/ops/collective.js";
import { constant } from "../../../../../xla/stablehlo/ops/constant.js";
import { whileLoop } from "../../../../../xla/stablehlo/ops/control.js";
import {
  add,
  and,
  compare,
  convert,
  divide,
  finite,
  maximum,
  multiply,
  not,
  select,
} from "../../../../../xla/stablehlo/ops/elementwise.js";
import { scatterAddRows } from "../../../../../xla/stablehlo/ops/gather.js";
import { reduce } from "../../../../../xla/stablehlo/ops/reduce.js";
import { broadcast, dynamicSlice, dynamicUpdateSlice, reshape } from "../../../../../xla/stablehlo/ops/shape.js";
import { type TensorType, tensor } from "../../../../../xla/stablehlo/type.js";
import type { Formulation } from "../../../../cell.js";
import type { WorkloadOptions } from "../../../workload.js";
import { deviceTensors, isTable, type ModelSizes } from "../layout.js";
import type { Numerics } from "../numerics.js";
import { adamUpdate } from "./adam.js";
import { dropoutMask } from "./dropout.js";
import type { RowIds } from "./first-layer.js";
import { backward, crossEntropy, forward, type NetworkOptions } from "./network.js";
import { spread } from "./random.js";
import {
  type Batch,
  batchOf,
  bitmapWords,
  type EpochInputs,
  epochOrder,
  epochSteps,
  type SampleSizes,
  word,
} from "./samples.js";
import { buildProgram, type NamedType, type Program } from "./signature.js";

/** All that decides the text of a training program. */
export interface TrainSpec {
  sizes: ModelSizes;
  samples: SampleSizes;
  numerics: Numerics;
  formulation: Formulation;
  /** What is brought into ascending order within a batch, so that a GPU sums gradient rows run by run. */
  sort: { users: boolean; items: boolean };
  /** Open units go to the backward pass as bits: bandwidth is what a GPU lacks. */
  packMasks: boolean;
  options: Pick<
    WorkloadOptions,
    "beta1" | "beta2" | "eps" | "dropout" | "dropoutMode" | "lazyAdam" | "lossScale" | "shardOptimizer"
  >;
}

/** Good steps after which a dynamic loss scale doubles (TensorFlow 1.15's constant; specification, section 7). */
const GROWTH_INTERVAL = 2000;

export const momentNames = (name: string): { m: string; v: string } => ({ m: `adam.m/${name}`, v: `adam.v/${name}` });

/** Optimizer state that is no tensor of the model: updates done in this epoch, loss scale, steps since it changed, steps skipped. */
export const scalarStates: readonly NamedType[] = [
  { name: "updates", type: tensor("u32") },
  { name: "lossScale", type: tensor("f32") },
  { name: "goodSteps", type: tensor("i32") },
  { name: "skippedSteps", type: tensor("i32") },
];

export function usesDropout({ options }: TrainSpec): boolean {
  return options.dropoutMode === "active" && options.dropout > 0;
}

/** Names of the state that a training program takes and gives back. */
export function stateTypes(spec: TrainSpec): NamedType[] {
  const weights = deviceTensors(spec.sizes).map(({ name, dims }) => ({ name, type: tensor("f32", ...dims) }));
  return [
    ...weights,
    ...weights.map(({ name, type }) => ({ name: momentNames(name).m, type: momentType(spec, name, type) })),
    ...weights.map(({ name, type }) => ({ name: momentNames(name).v, type: momentType(spec, name, type) })),
    ...scalarStates,
  ];
}

/** Whether each replica updates rows of its own of this tensor, and holds moments of these alone. */
export function isSharded({ options, samples }: TrainSpec, name: string): boolean {
  return options.shardOptimizer && samples.replicas > 1 && isTable(name);
}

function momentType(spec: TrainSpec, name: string, type: TensorType): TensorType {
  if (!isSharded(spec, name)) return type;
  const [rows, width] = type.dims;
  return tensor(type.element, rows! / spec.samples.replicas, width!);
}

/** What an epoch's program takes besides the state. */
export function inputTypes(spec: TrainSpec): NamedType[] {
  const { samples, sizes } = spec;
  const steps = epochSteps(samples);
  const bitmap = samples.users * bitmapWords(samples.items);
  return [
    { name: "trainUsers", type: tensor("i32", samples.positives) },
    { name: "trainItems", type: tensor("i32", samples.positives) },
    ...(samples.exactNegatives ? [{ name: "bitmap", type: tensor("u32", bitmap) }] : []),
    { name: "roundKeys", type: tensor("u32", 6) },
    { name: "negativeKey", type: tensor("u32", 2) },
    { name: "coordinates", type: tensor("u32", 4) },
    ...(usesDropout(spec)
      ? [{ name: "dropoutKeys", type: tensor("u32", steps, sizes.shape.layers.length - 1, 2) }]
      : []),
    { name: "stepSizes", type: tensor("f32", steps) },
  ];
}

/** A whole epoch as one execution: the shuffle, then a loop over its steps. Results: the state and `losses` f32 [steps]. */
export function epochProgram(spec: TrainSpec): Program {
  const state = stateTypes(spec);
  const steps = epochSteps(spec.samples);
  const module = new Module("ncf_train_epoch", spec.samples.replicas);
  const names = state.map(({ name }) => name);
  return buildProgram(module, [...state, ...inputTypes(spec)], names, (args) => {
    const inputs = epochInputs(args, spec);
    const order = epochOrder(inputs, spec.samples);
    const replica = spec.samples.replicas > 1 ? replicaId(module) : null;
    const narrow = [...narrowWeights(args, spec).keys()];
    const initial = [
      constant(module, tensor("u32"), 0),
      constant(module, tensor("f32", steps), 0),
      ...names.map((name) => args.get(name)!),
      ...narrowWeights(args, spec).values(),
    ];
    const [, losses, ...final] = whileLoop(
      initial,
      ([step]) => compare(step!, "LT", steps),
      ([step, sofar, ...values]) => {
        const before = new Map(names.map((name, index) => [name, values[index]!]));
        const weights = new Map([
          ...before,
          ...narrow.map((name, index) => [name, values[names.length + index]!] as const),
        ]);
        const batch = batchOf(inputs, order, step!, replica, spec.samples, spec.sort);
        const { after, loss } = trainStep(before, weights, args, batch, step!, spec);
        const written = dynamicUpdateSlice(sofar!, reshape(loss, 1), [step!]);
        return [
          add(step!, 1),
          written,
          ...names.map((name) => after.get(name)!),
          ...narrowWeights(after, spec).values(),
        ];
      },
    );
    return new Map([...names.map((name, index) => [name, final[index]!] as const), ["losses", losses!]]);
  });
}

/** One step of an epoch by itself, for checking: takes also `step`, u32; gives the state and `loss`. */
export function stepProgram(spec: TrainSpec): Program {
  const state = stateTypes(spec);
  const module = new Module("ncf_train_step", spec.samples.replicas);
  const names = state.map(({ name }) => name);
  const step: NamedType = { name: "step", type: tensor("u32") };
  return buildProgram(module, [...state, ...inputTypes(spec), step], names, (args) => {
    const inputs = epochInputs(args, spec);
    const order = epochOrder(inputs, spec.samples);
    const replica = spec.samples.replicas > 1 ? replicaId(module) : null;
    const batch = batchOf(inputs, order, args.get("step")!, replica, spec.samples, spec.sort);
    const weights = new Map([...args, ...narrowWeights(args, spec)]);
    const { after, loss } = trainStep(args, weights, args, batch, args.get("step")!, spec);
    return new Map([...after, ["loss", loss]]);
  });
}

function epochInputs(args: ReadonlyMap<string, Value>, { samples }: TrainSpec): EpochInputs {
  const of = (name: string): Value => args.get(name)!;
  return {
    trainUsers: of("trainUsers"),
    trainItems: of("trainItems"),
    roundKeys: of("roundKeys"),
    negativeKey: of("negativeKey"),
    coordinates: of("coordinates"),
    bitmap: samples.exactNegatives ? of("bitmap") : null,
  };
}

/**
 * The weights that a step only uses in the compute type, rounded to it: carried from step to step beside the float32
 * ones, so that the update writes them and no step reads a float32 table or kernel to round it again. None for float32.
 */
function narrowWeights(state: ReadonlyMap<string, Value>, { sizes, numerics }: TrainSpec): Map<string, Value> {
  if (numerics.compute === "f32") return new Map();
  const used = deviceTensors(sizes).filter(({ name }) => isTable(name) || name.endsWith("/kernel"));
  return new Map(used.map(({ name }) => [name, convert(state.get(name)!, numerics.compute)]));
}

/**
 * Forward, backward, the sum over replicas, and the update. `loss` is the global batch's mean, f32 scalar.
 *
 * @param weights what the network computes with: the state's, some of them rounded.
 */
function trainStep(
  state: ReadonlyMap<string, Value>,
  weights: ReadonlyMap<string, Value>,
  args: ReadonlyMap<string, Value>,
  batch: Batch,
  step: Value,
  spec: TrainSpec,
): { after: Map<string, Value>; loss: Value } {
  const { options, numerics, formulation, sizes, packMasks } = spec;
  const network: NetworkOptions = { depth: sizes.shape.layers.length - 1, formulation, numerics, packMasks };
  const rate = usesDropout(spec) ? options.dropout : 0;
  const ids: RowIds = batch;
  const dropout =
    rate > 0
      ? {
          rate,
          mask(layer: number, width: number) {
            const row = dropoutKeyOf(args.get("dropoutKeys")!, step, layer);
            return dropoutMask({ k0: word(row, 0), k1: word(row, 1) }, batch.rows, width, rate);
          },
        }
      : null;
  const activations = forward(weights, ids, dropout, network);
  const scale = numerics.scalesLoss ? state.get("lossScale")! : null;
  const { lossSum, dLogits } = crossEntropy(activations.logits, batch.labels, batch.weight, batch.count, scale);
  const gradients = backward(weights, ids, activations, dLogits, rate, network);
  for (const [name, gradient] of gradients) {
    const total = isSharded(spec, name) ? reduceScatter(gradient) : allReduce(gradient);
    gradients.set(name, scale ? divide(total, spread(scale, total)) : total);
  }
  const loss = divide(allReduce(lossSum), batch.count);
  return { after: update(state, args, gradients, batch, step, spec), loss };
}

/** The key of one hidden layer's dropout in a step, u32 [2]. */
function dropoutKeyOf(keys: Value, step: Value, layer: number): Value {
  const { module } = keys;
  const at = (index: number) => constant(module, tensor("u32"), index);
  return reshape(dynamicSlice(keys, [step, at(layer), at(0)], [1, 1, 2]), 2);
}

function update(
  state: ReadonlyMap<string, Value>,
  args: ReadonlyMap<string, Value>,
  gradients: ReadonlyMap<string, Value>,
  batch: Batch,
  step: Value,
  spec: TrainSpec,
): Map<string, Value> {
  const { options, numerics } = spec;
  const dynamic = numerics.scalesLoss && options.lossScale === "dynamic";
  // Without skipped steps the epoch's step tells how many updates were done.
  const done = dynamic ? state.get("updates")! : step;
  const stepSize = reshape(dynamicSlice(args.get("stepSizes")!, [done], [1]));
  // A replica sees only its own rows of a sharded gradient.
  const good = dynamic ? allReduce(allFinite(gradients), "and") : null;
  const touched = options.lazyAdam ? touchedRows(state, batch) : null;
  const after = new Map<string, Value>();
  for (const [name, gradient] of gradients) {
    const { m, v } = momentNames(name);
    const own = isSharded(spec, name);
    const value = own ? ownRows(state.get(name)!) : state.get(name)!;
    const moments = { value, m: state.get(m)!, v: state.get(v)! };
    const rows = touched && isTable(name) ? touched(name, gradient) : null;
    const keep = good && rows ? and(rows, spread(good, rows)) : (good ?? rows);
    const next = adamUpdate(moments, gradient, stepSize, options, keep);
    after
      .set(name, own ? allGather(next.value) : next.value)
      .set(m, next.m)
      .set(v, next.v);
  }
  for (const [name, value] of scalars(state, done, good)) after.set(name, value);
  return after;
}

/** The rows of a table, or of a vector with an element for each, that this replica updates. */
function ownRows(table: Value): Value {
  const { module } = table;
  const [rows, ...rest] = table.type.dims as [number, ...number[]];
  const part = rows / module.replicas;
  const start = multiply(replicaId(module), part);
  return dynamicSlice(table, [start, ...rest.map(() => constant(module, tensor("u32"), 0))], [part, ...rest]);
}

/** Loss scale halved at a non-finite gradient, doubled after enough good steps; such a step is no update. */
function scalars(state: ReadonlyMap<string, Value>, done: Value, good: Value | null): Map<string, Value> {
  const scale = state.get("lossScale")!;
  const goodSteps = state.get("goodSteps")!;
  const skipped = state.get("skippedSteps")!;
  if (good === null) {
    return new Map([
      ["updates", add(done, 1)],
      ["lossScale", scale],
      ["goodSteps", goodSteps],
      ["skippedSteps", skipped],
    ]);
  }
  const counted = add(goodSteps, 1);
  const grows = compare(counted, "GE", GROWTH_INTERVAL);
  return new Map([
    ["updates", add(done, convert(good, "u32"))],
    ["lossScale", select(good, select(grows, multiply(scale, 2), scale), maximum(multiply(scale, 0.5), 1))],
    ["goodSteps", select(and(good, not(grows)), counted, 0)],
    ["skippedSteps", add(skipped, convert(not(good), "i32"))],
  ]);
}

/** Whether every gradient is finite, as far as this replica holds it; pred scalar. */
function allFinite(gradients: ReadonlyMap<string, Value>): Value {
  const parts = [...gradients.values()].map((gradient) =>
    reduce(
      finite(gradient),
      "and",
      gradient.type.dims.map((_, axis) => axis),
    ),
  );
  return parts.reduce((all, part) => and(all, part));
}

/** Lazy Adam: rows of a table that the global batch touched. */
function touchedRows(state: ReadonlyMap<string, Value>, batch: Batch) {
  const rowsOf = new Map<string, Value>();
  return (name: string, like: Value): Value => {
    const side = name.startsWith("user") ? "user" : "item";
    let rows = rowsOf.get(side);
    if (!rows) {
      const { module } = like;
      const size = state.get(name)!.type.dims[0]!;
      const ids = side === "user" ? batch.users : batch.items;
      const ones = batch.weight ?? constant(module, tensor("f32", ids.type.dims[0]!), 1);
      const counts = allReduce(scatterAddRows(constant(module, tensor("f32", size), 0), ids, ones));
      rows = compare(counts, "GT", 0);
      rowsOf.set(side, rows);
    }
    const own = like.type.dims[0] === rows.type.dims[0] ? rows : ownRows(rows);
    return broadcast(own, like.type.dims, [0]);
  };
}
