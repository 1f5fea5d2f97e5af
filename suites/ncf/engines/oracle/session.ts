import type { EngineInfo } from "../../../suite.js";
import { dropoutKey } from "../../dropout.js";
import type { InferenceBatch, ModelState, NcfSession, OpenRequest, Tensor } from "../../engine.js";
import { initialParameters, parameterShapes } from "../../initial-weights.js";
import { EpochSampler } from "../../sampling.js";
import { adamStepSize, adamUpdate } from "./adam.js";
import { crossEntropy } from "./loss.js";
import { type Gradients, Network } from "./network.js";

/** Pairs scored at once: bounds the memory of evaluation, changes no result. */
const SCORE_CHUNK = 4096;

/** Trains and scores NeuMF in float64 plain loops, one thread, no library: slow and sure. */
export class OracleSession implements NcfSession {
  private readonly request: OpenRequest;
  private readonly sampler: EpochSampler;
  private network: Network;
  private m: Map<string, Float64Array>;
  private v: Map<string, Float64Array>;
  /** Adam's t: updates done so far. */
  private step = 0;

  constructor(request: OpenRequest) {
    this.request = request;
    const { shape, dataset, options, cell, seed } = request;
    this.sampler = new EpochSampler(dataset, options, cell.batch, seed);
    this.network = new Network(shape, initialParameters(shape, dataset.users, dataset.items, seed));
    this.m = zerosLike(this.network.parameters);
    this.v = zerosLike(this.network.parameters);
  }

  info(): EngineInfo {
    return {
      name: "oracle",
      backend: "oracle",
      version: "1",
      device: "cpu (float64, 1 thread)",
      details: { dtype: "float64", dropoutMode: this.request.options.dropoutMode },
    };
  }

  async trainEpoch(epoch: number): Promise<{ loss: number; items: number; steps: number }> {
    const { batch } = this.request.cell;
    const users = new Int32Array(batch);
    const items = new Int32Array(batch);
    const labels = new Float32Array(batch);
    this.sampler.begin(epoch);
    let lossSum = 0;
    for (let step = 0; step < this.sampler.steps; step++) {
      const count = this.sampler.fill(step, users, items, labels);
      lossSum += this.trainStep(users, items, labels, count, epoch, step) * count;
    }
    return { loss: lossSum / this.sampler.items, items: this.sampler.items, steps: this.sampler.steps };
  }

  /** One update from one batch; returns the batch's mean loss before it. */
  trainStep(
    users: Int32Array,
    items: Int32Array,
    labels: Float32Array,
    count: number,
    epoch: number,
    step: number,
  ): number {
    const { options, shape, seed } = this.request;
    const active = options.dropoutMode === "active" && options.dropout > 0;
    const dropout = active
      ? {
          rate: options.dropout,
          keys: shape.layers.slice(1).map((_, layer) => dropoutKey(seed, epoch, step, layer)),
        }
      : null;
    const activations = this.network.forward(users, items, count, dropout);
    const { loss, dLogits } = crossEntropy(activations.logits, labels, count);
    const gradients = this.network.backward(activations, dLogits);
    this.update(gradients, users.subarray(0, count), items.subarray(0, count));
    return loss;
  }

  async score(users: Int32Array, items: Int32Array, out: Float32Array | Float64Array): Promise<void> {
    for (let start = 0; start < users.length; start += SCORE_CHUNK) {
      const end = Math.min(start + SCORE_CHUNK, users.length);
      const chunk = this.network.forward(users.subarray(start, end), items.subarray(start, end), end - start, null);
      out.set(chunk.logits, start);
    }
  }

  async inference({ users, items }: InferenceBatch): Promise<{ run(): Promise<void>; dispose(): void }> {
    const logits = new Float64Array(users.length);
    return { run: () => this.score(users, items, logits), dispose: () => undefined };
  }

  async exportState(): Promise<ModelState> {
    const tensors = (values: Map<string, Float64Array>): Map<string, Tensor> =>
      new Map(this.shapes().map(([name, shape]) => [name, { shape, data: values.get(name)!.slice() }]));
    return {
      parameters: tensors(this.network.parameters),
      adam: { m: tensors(this.m), v: tensors(this.v), step: this.step },
    };
  }

  async importState(state: ModelState): Promise<void> {
    const doubles = (tensors: Map<string, Tensor>): Map<string, Float64Array> =>
      new Map([...tensors].map(([name, tensor]) => [name, Float64Array.from(tensor.data)]));
    this.network = new Network(this.request.shape, state.parameters);
    this.m = state.adam ? doubles(state.adam.m) : zerosLike(this.network.parameters);
    this.v = state.adam ? doubles(state.adam.v) : zerosLike(this.network.parameters);
    this.step = state.adam?.step ?? 0;
  }

  memoryBytes(): number {
    let values = 0;
    for (const data of this.network.parameters.values()) values += data.length;
    return 3 * 8 * values;
  }

  async close(): Promise<void> {}

  private shapes(): [string, number[]][] {
    const { shape, dataset } = this.request;
    return parameterShapes(shape, dataset.users, dataset.items);
  }

  private update(gradients: Gradients, users: Int32Array, items: Int32Array): void {
    const { options } = this.request;
    const size = adamStepSize(options, ++this.step);
    for (const [name, values] of this.network.parameters) {
      const [g, m, v] = [gradients.get(name)!, this.m.get(name)!, this.v.get(name)!];
      if (options.lazyAdam && name.endsWith("_table")) {
        const width = this.network.tableWidth;
        for (const row of new Set(name === "user_table" ? users : items)) {
          adamUpdate(values, g, m, v, size, options, row * width, width);
        }
      } else {
        adamUpdate(values, g, m, v, size, options);
      }
    }
  }
}

function zerosLike(parameters: Map<string, Float64Array>): Map<string, Float64Array> {
  return new Map([...parameters].map(([name, values]) => [name, new Float64Array(values.length)]));
}
