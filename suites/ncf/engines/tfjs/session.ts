import type { Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import type { EngineInfo, Warning } from "../../../suite.js";
import { dropoutKey, fillDropoutMask } from "../../dropout.js";
import type { InferenceBatch, ModelState, NcfSession, OpenRequest, Tensor } from "../../engine.js";
import { initialParameters, parameterShapes } from "../../initial-weights.js";
import { PhaseClock } from "../../phase-clock.js";
import { EpochSampler } from "../../sampling.js";
import { type LoadedBackend, loadBackend } from "./backends.js";
import { type Batch, type Tensors, TfjsNetwork } from "./network.js";
import { adamStep, type DeviceState } from "./optimizer.js";

/** Pairs that go through the network at once in scoring on a CPU: bounds memory, changes no logit. */
const SCORE_CHUNK = 65_536;

export async function openTfjs(request: OpenRequest): Promise<TfjsSession> {
  return new TfjsSession(request, await loadBackend(request.cell.backend, request.cell.gpus));
}

type Phases = PhaseClock<"sampling" | "feed" | "compute" | "readBack" | "host">;

/** Trains and scores NeuMF on one TensorFlow.js backend. Each step uploads its batch and reads its loss back. */
export class TfjsSession implements NcfSession {
  private readonly request: OpenRequest;
  private readonly loaded: LoadedBackend;
  private readonly network: TfjsNetwork;
  private readonly sampler: EpochSampler;
  private readonly shapes: [string, number[]][];
  private state: DeviceState;
  /** Host copy of each hidden layer's dropout mask, written anew each step. */
  private readonly masks: Float32Array[];

  constructor(
    request: OpenRequest,
    loaded: LoadedBackend,
    network = new TfjsNetwork(loaded.tf, request.shape, loaded),
  ) {
    this.request = request;
    this.loaded = loaded;
    const { shape, dataset, options, cell, seed } = request;
    this.network = network;
    this.sampler = new EpochSampler(dataset, options, cell.batch, seed);
    this.shapes = parameterShapes(shape, dataset.users, dataset.items);
    this.state = this.upload({
      parameters: initialParameters(shape, dataset.users, dataset.items, seed),
      adam: null,
    });
    const active = options.dropoutMode === "active" && options.dropout > 0;
    this.masks = active ? shape.layers.slice(1).map((width) => new Float32Array(cell.batch * width)) : [];
  }

  info(): EngineInfo {
    const { backend, version, device, details, asynchronous } = this.loaded;
    const { dropoutMode, lazyAdam } = this.request.options;
    return {
      name: "tfjs",
      backend,
      version,
      device,
      details: { ...details, dtype: "float32", lossReadBack: "each step", dropoutMode, lazyAdam },
      ...(asynchronous ? { within: { readBack: "compute" } } : {}),
    };
  }

  warnings(): Warning[] {
    return this.loaded.warnings;
  }

  async trainEpoch(
    epoch: number,
  ): Promise<{ loss: number; items: number; steps: number; phases: Record<string, number> }> {
    const { batch } = this.request.cell;
    const clock: Phases = new PhaseClock([
      "sampling",
      "feed",
      "compute",
      // Where operations return before they are done, the copy waits for them: the two are one.
      ...(this.loaded.asynchronous ? [] : (["readBack"] as const)),
      "host",
    ]);
    const users = new Int32Array(batch);
    const items = new Int32Array(batch);
    const labels = new Float32Array(batch);
    let lossSum = 0;
    clock.lap("host");
    this.sampler.begin(epoch);
    for (let step = 0; step < this.sampler.steps; step++) {
      const count = this.sampler.fill(step, users, items, labels);
      clock.lap("sampling");
      this.drawMasks(count, epoch, step);
      clock.lap("host");
      const uploaded = this.uploadBatch(users, items, labels, count);
      clock.lap("feed");
      lossSum += this.trainStep(uploaded, clock) * count;
      clock.lap("host");
    }
    const { items: trained, steps } = this.sampler;
    return { loss: lossSum / trained, items: trained, steps, phases: clock.seconds };
  }

  async score(users: Int32Array, items: Int32Array, out: Float32Array | Float64Array): Promise<void> {
    const { tf, asynchronous } = this.loaded;
    const chunk = asynchronous ? users.length : SCORE_CHUNK;
    for (let start = 0; start < users.length; start += chunk) {
      const end = Math.min(start + chunk, users.length);
      const logits = tf.tidy(() => {
        const ids = tf.tensor1d(users.subarray(start, end), "int32");
        return this.network.logits(this.state.parameters, ids, tf.tensor1d(items.subarray(start, end), "int32"));
      });
      out.set(logits.dataSync(), start);
      logits.dispose();
    }
  }

  async inference({ variant, users, items }: InferenceBatch): Promise<{ run(): Promise<void>; dispose(): void }> {
    if (variant === "fed") {
      const logits = new Float32Array(users.length);
      return { run: () => this.score(users, items, logits), dispose: () => undefined };
    }
    const { tf, asynchronous } = this.loaded;
    const chunk = asynchronous ? users.length : SCORE_CHUNK;
    const resident: [Tensor1D, Tensor1D][] = [];
    for (let start = 0; start < users.length; start += chunk) {
      const end = Math.min(start + chunk, users.length);
      resident.push([
        tf.tensor1d(users.subarray(start, end), "int32"),
        tf.tensor1d(items.subarray(start, end), "int32"),
      ]);
    }
    const run = async (): Promise<void> => {
      for (const [userIds, itemIds] of resident) {
        tf.tidy(() => {
          const logits = this.network.logits(this.state.parameters, userIds, itemIds);
          // Waits for the device without copying the logits out.
          tf.slice(logits, [0, 0], [1, 1]).dataSync();
        });
      }
    };
    return { run, dispose: () => tf.dispose(resident) };
  }

  async exportState(): Promise<ModelState> {
    const download = (tensors: Tensors): Map<string, Tensor> =>
      new Map(
        this.shapes.map(([name, shape]) => [name, { shape, data: Float32Array.from(tensors.get(name)!.dataSync()) }]),
      );
    const { parameters, m, v, step } = this.state;
    return { parameters: download(parameters), adam: { m: download(m), v: download(v), step } };
  }

  async importState(state: ModelState): Promise<void> {
    this.disposeState();
    this.state = this.upload(state);
  }

  memoryBytes(): number {
    return this.loaded.tf.memory().numBytes;
  }

  /** Live tensors; constant over an epoch unless something leaks. */
  tensorCount(): number {
    return this.loaded.tf.memory().numTensors;
  }

  async close(): Promise<void> {
    this.disposeState();
  }

  private trainStep(batch: Batch, clock: Phases): number {
    const { tf, asynchronous } = this.loaded;
    const { options } = this.request;
    return tf.tidy(() => {
      const scale = 1 / (1 - options.dropout);
      const { loss, gradients } = this.network.gradients(this.state.parameters, batch, scale);
      const touched = options.lazyAdam ? this.touchedRows(batch) : null;
      adamStep(tf, this.state, gradients, options, touched);
      tf.dispose([batch.users, batch.items, batch.labels, ...batch.masks.filter((mask) => mask !== null)]);
      if (!asynchronous) clock.lap("compute");
      const value = loss.dataSync()[0]!;
      clock.lap(asynchronous ? "compute" : "readBack");
      return value;
    });
  }

  private drawMasks(count: number, epoch: number, step: number): void {
    const { shape, options, seed } = this.request;
    for (const [layer, mask] of this.masks.entries()) {
      const values = count * shape.layers[layer + 1]!;
      fillDropoutMask(dropoutKey(seed, epoch, step, layer), options.dropout, values, mask);
    }
  }

  private uploadBatch(users: Int32Array, items: Int32Array, labels: Float32Array, count: number): Batch {
    const { tf } = this.loaded;
    const { shape } = this.request;
    const masks = this.masks.map((mask, layer) => {
      const width = shape.layers[layer + 1]!;
      return tf.tensor2d(mask.subarray(0, count * width), [count, width]);
    });
    return {
      users: tf.tensor1d(users.subarray(0, count), "int32"),
      items: tf.tensor1d(items.subarray(0, count), "int32"),
      labels: tf.tensor2d(labels.subarray(0, count), [count, 1]),
      masks: masks.length > 0 ? masks : shape.layers.slice(1).map(() => null),
    };
  }

  /** For each table, which rows the batch touched. */
  private touchedRows(batch: Batch): Map<string, Tensor2D> {
    const { tf } = this.loaded;
    const ones = tf.ones([batch.users.shape[0], 1]);
    const rows = (ids: Tensor1D, size: number): Tensor2D =>
      tf.greater(tf.scatterND(tf.expandDims(ids, 1), ones, [size, 1]), 0) as Tensor2D;
    const { users, items } = this.request.dataset;
    return new Map([
      ["user_table", rows(batch.users, users)],
      ["item_table", rows(batch.items, items)],
    ]);
  }

  private upload({ parameters, adam }: ModelState): DeviceState {
    const { tf } = this.loaded;
    const put = (values: Map<string, Tensor> | undefined): Tensors =>
      new Map(
        this.shapes.map(([name, shape]) => {
          const tensor = values
            ? tf.tensor(Float32Array.from(values.get(name)!.data), shape, "float32")
            : tf.zeros(shape, "float32");
          return [name, tensor as Tensor1D | Tensor2D];
        }),
      );
    return { parameters: put(parameters), m: put(adam?.m), v: put(adam?.v), step: adam?.step ?? 0 };
  }

  private disposeState(): void {
    const { parameters, m, v } = this.state;
    this.loaded.tf.dispose([...parameters.values(), ...m.values(), ...v.values()]);
  }
}
