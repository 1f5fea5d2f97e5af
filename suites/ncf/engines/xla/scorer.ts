import type { DeviceBuffer } from "../../../../xla/pjrt/buffer.js";
import { type ScoreSpec, scoreProgram, tableProductsProgram } from "./programs/score-program.js";
import { type DeviceValues, disposeAll, type LoadedProgram, type Runtime } from "./runtime.js";

/** Pairs that a call of `score` sends to each device at once. */
const CHUNK = 65_536;
/** Pairs that go through the network at once on a CPU: their activations stay in its cache. */
const CPU_TILE = 4096;

/** Logits of given pairs, each device scoring its part of them. */
export class Scorer {
  private readonly runtime: Runtime;
  private readonly spec: ScoreSpec;
  private readonly weights: DeviceValues;
  private readonly loaded = new Map<number, LoadedProgram>();
  private products: DeviceValues | null = null;
  private productProgram: LoadedProgram | null = null;

  constructor(runtime: Runtime, spec: ScoreSpec, weights: DeviceValues) {
    this.runtime = runtime;
    this.spec = spec;
    this.weights = weights;
  }

  /** What was computed from the weights is no longer right. */
  weightsChanged(): void {
    if (this.products) disposeAll(this.products.values());
    this.products = null;
  }

  /** Weights as scoring takes them: the first layer's products are computed where they are missing. */
  async scoringWeights(): Promise<DeviceValues> {
    if (this.spec.formulation === "layerwise") return this.weights;
    if (!this.products) {
      this.productProgram ??= await this.runtime.compile(tableProductsProgram(this.spec));
      this.products = await this.runtime.run(this.productProgram, this.weights);
    }
    return new Map([...this.weights, ...this.products]);
  }

  /** The program that scores exactly so many pairs on each device. */
  async programFor(pairs: number): Promise<LoadedProgram> {
    let program = this.loaded.get(pairs);
    if (!program) {
      const onCpu = this.runtime.devices.platform === "cpu";
      const tile = onCpu && pairs > CPU_TILE && pairs % CPU_TILE === 0 ? CPU_TILE : pairs;
      program = await this.runtime.compile(scoreProgram(this.spec, pairs, tile));
      this.loaded.set(pairs, program);
    }
    return program;
  }

  async score(users: Int32Array, items: Int32Array, out: Float32Array | Float64Array): Promise<void> {
    const program = await this.programFor(CHUNK);
    const weights = await this.scoringWeights();
    const { count } = this.runtime.devices;
    const logits = new Float32Array(CHUNK);
    for (let start = 0; start < users.length; start += count * CHUNK) {
      const begin = (device: number) => Math.min(users.length, start + device * CHUNK);
      const part = (ids: Int32Array, device: number): Int32Array => {
        const padded = new Int32Array(CHUNK);
        padded.set(ids.subarray(begin(device), begin(device + 1)));
        return padded;
      };
      const ids: [string, DeviceBuffer[]][] = [
        ["users", await this.runtime.place((device) => part(users, device), "i32", [CHUNK])],
        ["items", await this.runtime.place((device) => part(items, device), "i32", [CHUNK])],
      ];
      const results = await this.runtime.run(program, new Map([...weights, ...ids]));
      for (const [device, buffer] of results.get("logits")!.entries()) {
        await buffer.toHost(logits);
        out.set(logits.subarray(0, begin(device + 1) - begin(device)), begin(device));
      }
      disposeAll([...results.values(), ...ids.map(([, buffers]) => buffers)]);
    }
  }

  dispose(): void {
    this.weightsChanged();
  }
}
