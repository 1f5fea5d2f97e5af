import type { DeviceBuffer } from "../../../../xla/pjrt/buffer.js";
import { type ScoreSpec, scoreProgram, tableProductsProgram } from "./programs/score-program.js";
import { type DeviceValues, disposeAll, type LoadedProgram, type Runtime } from "./runtime.js";

/** Pairs that a call of `score` sends to the device at once. */
const CHUNK = 65_536;
/** Pairs that go through the network at once on a CPU: their activations stay in its cache. */
const CPU_TILE = 4096;

/** Logits of given pairs, on the first device. */
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

  /** The program for exactly so many pairs. */
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
    const { client } = this.runtime.devices;
    const userPart = new Int32Array(CHUNK);
    const itemPart = new Int32Array(CHUNK);
    const logits = new Float32Array(CHUNK);
    for (let start = 0; start < users.length; start += CHUNK) {
      const count = Math.min(CHUNK, users.length - start);
      userPart.set(users.subarray(start, start + count));
      itemPart.set(items.subarray(start, start + count));
      const ids: [string, DeviceBuffer[]][] = [
        ["users", [await client.fromHost(userPart, "i32", [CHUNK])]],
        ["items", [await client.fromHost(itemPart, "i32", [CHUNK])]],
      ];
      const results = await this.runtime.run(program, new Map([...weights, ...ids]));
      await results.get("logits")![0]!.toHost(logits);
      out.set(logits.subarray(0, count), start);
      disposeAll([...results.values(), ...ids.map(([, buffers]) => buffers)]);
    }
  }

  dispose(): void {
    this.weightsChanged();
  }
}
