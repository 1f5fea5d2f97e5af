import type { EvaluationSet } from "../../evalset.js";
import type { OpenedDevices } from "./devices.js";
import {
  type EvaluationSizes,
  evaluationProgram,
  type ScoreSpec,
  tableProductsProgram,
} from "./programs/score-program.js";
import { type DeviceValues, disposeAll, type LoadedProgram, type Runtime } from "./runtime.js";

/** Pairs that go through the network at once: on a CPU they stay in its cache, on a GPU they fill it. */
const TILE_PAIRS = { cpu: 6_464, cuda: 505_000, rocm: 505_000 } as const;

/** How the evaluation set is laid out over the devices: tiles as large as suit them. */
export function evaluationSizes(
  { users, perUser, topk }: { users: number; perUser: number; topk: number },
  { count, platform }: Pick<OpenedDevices, "count" | "platform">,
): EvaluationSizes {
  const perDevice = Math.ceil(users / count);
  const tileUsers = Math.max(1, Math.min(perDevice, Math.floor(TILE_PAIRS[platform] / perUser)));
  return { users: Math.ceil(perDevice / tileUsers) * tileUsers, perUser, tileUsers, topk };
}

interface Prepared {
  set: EvaluationSet;
  topk: number;
  program: LoadedProgram;
  data: DeviceValues;
}

/** HR and NDCG over an evaluation set that lives on the devices, each of which has its own part of the users. */
export class Evaluator {
  private readonly runtime: Runtime;
  private readonly spec: ScoreSpec;
  private readonly weights: DeviceValues;
  private prepared: Prepared | null = null;
  private products: DeviceValues | null = null;
  private productProgram: LoadedProgram | null = null;

  constructor(runtime: Runtime, spec: ScoreSpec, weights: DeviceValues) {
    this.runtime = runtime;
    this.spec = spec;
    this.weights = weights;
  }

  weightsChanged(): void {
    if (this.products) disposeAll(this.products.values());
    this.products = null;
  }

  async rank(set: EvaluationSet, topk: number): Promise<{ hits: number; dcg: number }> {
    const { program, data } = await this.prepare(set, topk);
    const results = await this.runtime.run(
      program,
      new Map([...this.weights, ...(await this.tableProducts()), ...data]),
    );
    let hits = 0;
    let dcg = 0;
    let undefinedScores = 0;
    const add = async <T extends Int32Array | Float32Array>(name: string, make: (length: number) => T) => {
      let sum = 0;
      for (const buffer of results.get(name)!) {
        for (const value of await buffer.toHost(make(buffer.dims[0]!))) sum += value;
      }
      return sum;
    };
    try {
      hits = await add("hits", (length) => new Int32Array(length));
      dcg = await add("dcg", (length) => new Float32Array(length));
      undefinedScores = await add("undefinedScores", (length) => new Int32Array(length));
    } finally {
      disposeAll(results.values());
    }
    if (undefinedScores > 0) throw new Error("some scores are not numbers, so nothing can be ranked");
    return { hits, dcg };
  }

  dispose(): void {
    this.weightsChanged();
    if (this.prepared) disposeAll(this.prepared.data.values());
    this.prepared = null;
  }

  private async tableProducts(): Promise<DeviceValues> {
    if (this.spec.formulation === "layerwise") return new Map();
    this.productProgram ??= await this.runtime.compile(tableProductsProgram(this.spec));
    this.products ??= await this.runtime.run(this.productProgram, this.weights);
    return this.products;
  }

  /** Puts the set on the devices, unless it is there. */
  private async prepare(set: EvaluationSet, topk: number): Promise<Prepared> {
    if (this.prepared?.set === set && this.prepared.topk === topk) return this.prepared;
    this.dispose();
    const { runtime } = this;
    const { perUser } = set;
    const users = set.items.length / perUser;
    const perDevice = Math.ceil(users / runtime.devices.count);
    const sizes = evaluationSizes({ users, perUser, topk }, runtime.devices);
    const padded = sizes.users;
    const first = (device: number) => Math.min(users, device * perDevice);
    const end = (device: number) => Math.min(users, (device + 1) * perDevice);
    const rows = <T extends Int32Array | Uint8Array>(data: T, into: T, device: number): T => {
      into.set(data.subarray(first(device) * perUser, end(device) * perUser));
      return into;
    };
    const size = padded * perUser;
    const data: DeviceValues = new Map([
      [
        "candidates",
        await runtime.place((device) => rows(set.items, new Int32Array(size), device), "i32", [padded, perUser]),
      ],
      [
        "duplicate",
        await runtime.place((device) => rows(set.duplicate, new Uint8Array(size), device), "pred", [padded, perUser]),
      ],
      ["firstUser", await runtime.place((device) => Int32Array.of(first(device)), "i32", [])],
      ["userCount", await runtime.place((device) => Int32Array.of(end(device) - first(device)), "i32", [])],
    ]);
    const program = await runtime.compile(evaluationProgram(this.spec, sizes));
    this.prepared = { set, topk, program, data };
    return this.prepared;
  }
}
