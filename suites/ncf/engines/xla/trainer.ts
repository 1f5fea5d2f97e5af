import type { DeviceBuffer } from "../../../../xla/pjrt/buffer.js";
import { globalBatch } from "../../../cell.js";
import type { Warning } from "../../../suite.js";
import type { ModelState, OpenRequest } from "../../engine.js";
import { PhaseClock } from "../../phase-clock.js";
import type { OpenedDevices } from "./devices.js";
import { epochInputs, trainBitmap } from "./epoch-inputs.js";
import { deviceTensors, type ModelSizes, toDevice } from "./layout.js";
import { numericsOf } from "./numerics.js";
import { EMULATED } from "./plugin-for.js";
import { epochItems, epochSteps } from "./programs/samples.js";
import {
  epochProgram,
  isSharded,
  momentNames,
  scalarStates,
  stateTypes,
  stepProgram,
  type TrainSpec,
} from "./programs/train-program.js";
import { type DeviceValues, disposeAll, type LoadedProgram, type Runtime } from "./runtime.js";

/** First loss scale of fp16 with a dynamic one (TensorFlow 1.15's constant; specification, section 7). */
const DYNAMIC_START = 2 ** 15;

/** What of a launch decides its training program: of the data set only the counts. */
export type TrainRequest = Pick<OpenRequest, "cell" | "options"> & {
  dataset: Pick<OpenRequest["dataset"], "users" | "items"> & { trainItems: { length: number } };
};

/** The training program of a cell. */
export function trainSpec(
  { cell, dataset, options }: TrainRequest,
  sizes: ModelSizes,
  { count: replicas, platform }: Pick<OpenedDevices, "count" | "platform">,
): TrainSpec {
  const factored = cell.formulation === "factored";
  return {
    sizes,
    samples: {
      users: dataset.users,
      items: dataset.items,
      positives: dataset.trainItems.length,
      negativeSamples: options.negativeSamples,
      batch: globalBatch(cell),
      replicas,
      exactNegatives: !options.negTrick,
    },
    numerics: numericsOf(cell.precision, cell.backend === EMULATED),
    formulation: cell.formulation,
    // A CPU adds rows one after the other anyway.
    sort: { users: factored, items: factored && platform !== "cpu" },
    packMasks: platform !== "cpu",
    options,
  };
}

/** Data and negatives are drawn by the training program, so their time is in `compute`. */
type Phases = PhaseClock<"feed" | "compute" | "readBack" | "host">;

/** What one execution trains: measured runs take a whole epoch, single steps are for checking it. */
export type Granularity = "epoch" | "step";

/** Training data, optimizer state and the training program on the devices. */
export class Trainer {
  /** Adam's moments and the scalar states, by name. */
  readonly moments: DeviceValues = new Map();
  /** Updates done so far: Adam's t. */
  updates = 0;
  private readonly request: OpenRequest;
  private readonly runtime: Runtime;
  private readonly sizes: ModelSizes;
  private readonly spec: TrainSpec;
  private readonly program: LoadedProgram;
  private readonly data: DeviceValues;
  private readonly itemsPerStep: number[];
  private readonly granularity: Granularity;
  private lossScale: number;
  private goodSteps = 0;
  /** Steps skipped since the state was set. */
  private skipped = 0;
  private scaleRestarted = false;

  private constructor(
    request: OpenRequest,
    runtime: Runtime,
    sizes: ModelSizes,
    spec: TrainSpec,
    program: LoadedProgram,
    data: DeviceValues,
    granularity: Granularity,
  ) {
    this.granularity = granularity;
    this.request = request;
    this.runtime = runtime;
    this.sizes = sizes;
    this.spec = spec;
    this.program = program;
    this.data = data;
    const { samples } = spec;
    const total = epochItems(samples);
    this.itemsPerStep = Array.from({ length: epochSteps(samples) }, (_, step) =>
      Math.min(samples.batch, total - step * samples.batch),
    );
    this.lossScale = startScale(request);
  }

  static async open(
    request: OpenRequest,
    runtime: Runtime,
    sizes: ModelSizes,
    granularity: Granularity,
  ): Promise<Trainer> {
    const { dataset } = request;
    const spec = trainSpec(request, sizes, runtime.devices);
    const program = await runtime.compile(granularity === "epoch" ? epochProgram(spec) : stepProgram(spec));
    const rows = dataset.trainItems.length;
    const data: DeviceValues = new Map([
      ["trainUsers", await runtime.replicate(dataset.trainUsers, "i32", [rows])],
      ["trainItems", await runtime.replicate(dataset.trainItems, "i32", [rows])],
    ]);
    if (spec.samples.exactNegatives) {
      const bitmap = trainBitmap(dataset);
      data.set("bitmap", await runtime.replicate(bitmap, "u32", [bitmap.length]));
    }
    return new Trainer(request, runtime, sizes, spec, program, data, granularity);
  }

  get scalesLoss(): boolean {
    return this.spec.numerics.scalesLoss;
  }

  /** How the loss scale went, where there is one. */
  observed(): Record<string, number> {
    return this.scalesLoss ? { finalLossScale: this.lossScale, skippedSteps: this.skipped } : {};
  }

  warnings(): Warning[] {
    const warnings: Warning[] = [];
    if (this.scaleRestarted) {
      warnings.push({
        code: "train.loss-scale-restarted",
        message: `the checkpoint holds no dynamic loss scale, so it began at ${DYNAMIC_START}; this is not the training that wrote it`,
      });
    }
    if (this.skipped > 0) {
      warnings.push({
        code: "train.skipped-steps",
        message: `${this.skipped} steps had non-finite gradients and were skipped; the loss scale ended at ${this.lossScale}`,
      });
    }
    return warnings;
  }

  /** How a dynamic loss scale stands; null where the loss has none. */
  lossScaleState(): { scale: number; goodSteps: number } | null {
    return this.dynamicScale ? { scale: this.lossScale, goodSteps: this.goodSteps } : null;
  }

  async importState({ adam, lossScale }: ModelState): Promise<void> {
    disposeAll(this.moments.values());
    this.moments.clear();
    this.updates = adam?.step ?? 0;
    this.skipped = 0;
    this.scaleRestarted = this.dynamicScale && adam !== null && !lossScale;
    this.lossScale = (this.dynamicScale ? lossScale?.scale : null) ?? startScale(this.request);
    this.goodSteps = (this.dynamicScale ? lossScale?.goodSteps : null) ?? 0;
    for (const kind of ["m", "v"] as const) {
      const values = adam ? toDevice(this.sizes, adam[kind]) : null;
      for (const { name, dims } of deviceTensors(this.sizes)) {
        const count = dims.reduce((product, size) => product * size, 1);
        const data = values?.get(name) ?? new Float32Array(count);
        const [rows, ...rest] = dims as [number, ...number[]];
        const parts = isSharded(this.spec, name) ? this.spec.samples.replicas : 1;
        const part = (device: number) =>
          parts === 1 ? data : data.subarray((device * count) / parts, ((device + 1) * count) / parts);
        this.moments.set(momentNames(name)[kind], await this.runtime.place(part, "f32", [rows / parts, ...rest]));
      }
    }
    for (const { name, type } of scalarStates) {
      // Zero has the same bits in every integer type.
      const data =
        name === "lossScale"
          ? Float32Array.of(this.lossScale)
          : Int32Array.of(name === "goodSteps" ? this.goodSteps : 0);
      this.moments.set(name, await this.runtime.replicate(data, type.element, []));
    }
  }

  /** Adam's first or second moments, as the weights lie on a device. */
  async exportMoments(kind: "m" | "v"): Promise<Map<string, Float32Array>> {
    const values = new Map<string, Float32Array>();
    for (const { name, dims } of deviceTensors(this.sizes)) {
      const data = new Float32Array(dims.reduce((product, size) => product * size, 1));
      const buffers = this.moments.get(momentNames(name)[kind])!;
      let start = 0;
      for (const buffer of isSharded(this.spec, name) ? buffers : buffers.slice(0, 1)) {
        const length = buffer.bytes / 4;
        await buffer.toHost(data.subarray(start, start + length));
        start += length;
      }
      values.set(name, data);
    }
    return values;
  }

  /** Trains one epoch; `weights` are replaced in place. */
  async epoch(
    epoch: number,
    weights: DeviceValues,
  ): Promise<{ loss: number; items: number; steps: number; phases: Record<string, number> }> {
    const clock: Phases = new PhaseClock(["feed", "compute", "readBack", "host"]);
    const inputs = await this.inputs(epoch, clock);
    const losses =
      this.granularity === "epoch" ? await this.whole(inputs, weights) : await this.stepped(inputs, weights);
    clock.lap("compute");
    disposeAll(inputs.values());
    clock.lap("host");
    const loss = await this.readLosses(losses);
    await this.readScalars();
    clock.lap("readBack");
    return {
      loss,
      items: this.itemsPerStep.reduce((sum, items) => sum + items, 0),
      steps: this.itemsPerStep.length,
      phases: clock.seconds,
    };
  }

  dispose(): void {
    disposeAll(this.moments.values());
    disposeAll(this.data.values());
    this.moments.clear();
    this.data.clear();
  }

  /** The epoch as one execution: its steps' losses, f32 [steps]. */
  private async whole(inputs: DeviceValues, weights: DeviceValues): Promise<DeviceBuffer[][]> {
    return [await this.execute(inputs, weights, "losses")];
  }

  /** Every step as an execution of its own: their losses, each an f32 scalar. */
  private async stepped(inputs: DeviceValues, weights: DeviceValues): Promise<DeviceBuffer[][]> {
    const losses: DeviceBuffer[][] = [];
    for (let step = 0; step < this.itemsPerStep.length; step++) {
      const number = await this.runtime.replicate(Uint32Array.of(step), "u32", []);
      losses.push(await this.execute(new Map([...inputs, ["step", number]]), weights, "loss"));
      disposeAll([number]);
    }
    return losses;
  }

  /** Runs the program, puts the new state in place of the old one and returns the named result. */
  private async execute(inputs: DeviceValues, weights: DeviceValues, result: string): Promise<DeviceBuffer[]> {
    const results = await this.runtime.run(
      this.program,
      new Map([...weights, ...this.moments, ...this.data, ...inputs]),
    );
    for (const { name } of stateTypes(this.spec)) {
      const held = weights.has(name) ? weights : this.moments;
      disposeAll([held.get(name)!]);
      held.set(name, results.get(name)!);
    }
    return results.get(result)!;
  }

  private async inputs(epoch: number, clock: Phases): Promise<DeviceValues> {
    const { seed, options } = this.request;
    const arrays = epochInputs(this.spec, options, { seed, epoch, updates: this.updates });
    clock.lap("host");
    const types = new Map(this.program.program.arguments.map(({ name, type }) => [name, type]));
    const placed: DeviceValues = new Map();
    for (const [name, data] of arrays) {
      const type = types.get(name);
      if (type) placed.set(name, await this.runtime.replicate(data, type.element, type.dims));
    }
    // The program counts this epoch's updates, by which it finds its step sizes.
    const zero = await this.runtime.replicate(new Uint32Array(1), "u32", []);
    disposeAll([this.moments.get("updates")!]);
    this.moments.set("updates", zero);
    clock.lap("feed");
    return placed;
  }

  /** Mean loss over the epoch's items, of the steps' losses in order; they are disposed of. */
  private async readLosses(buffers: readonly DeviceBuffer[][]): Promise<number> {
    const losses: number[] = [];
    for (const [first] of buffers) losses.push(...(await first!.toHost(new Float32Array(first!.dims[0] ?? 1))));
    disposeAll(buffers);
    const total = this.itemsPerStep.reduce((sum, items) => sum + items, 0);
    return losses.reduce((sum, loss, step) => sum + loss * this.itemsPerStep[step]!, 0) / total;
  }

  private async readScalars(): Promise<void> {
    const read = async <T extends Int32Array | Float32Array>(name: string, into: T): Promise<number> => {
      const values = await this.moments.get(name)![0]!.toHost(into);
      return values[0]!;
    };
    this.updates += await read("updates", new Int32Array(1));
    this.skipped = await read("skippedSteps", new Int32Array(1));
    this.lossScale = await read("lossScale", new Float32Array(1));
    this.goodSteps = await read("goodSteps", new Int32Array(1));
  }

  private get dynamicScale(): boolean {
    return this.spec.numerics.scalesLoss && this.request.options.lossScale === "dynamic";
  }
}

function startScale({ options }: OpenRequest): number {
  return options.lossScale === "dynamic" ? DYNAMIC_START : options.lossScale;
}
