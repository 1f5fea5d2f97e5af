import { createHash } from "node:crypto";
import type { EngineInfo, Warning } from "../../../suite.js";
import type { InferenceBatch, ModelState, NcfSession, OpenRequest } from "../../engine.js";
import type { EvaluationSet } from "../../evalset.js";
import { initialParameters } from "../../initial-weights.js";
import { Evaluator } from "./evaluator.js";
import { type PreparedInference, prepareInference } from "./inference.js";
import { deviceTensors, fromDevice, type ModelSizes, modelSizes, toDevice } from "./layout.js";
import { numericsOf } from "./numerics.js";
import { optimizedPrograms } from "./optimized-programs.js";
import { EMULATED } from "./plugin-for.js";
import type { ScoreSpec } from "./programs/score-program.js";
import { type DeviceValues, disposeAll, type Runtime } from "./runtime.js";
import { Scorer } from "./scorer.js";
import { type Granularity, Trainer } from "./trainer.js";

/** The parameters that a session begins with. */
export const initialOf = ({ shape, dataset, seed }: OpenRequest): ModelState["parameters"] =>
  initialParameters(shape, dataset.users, dataset.items, seed);

/** NeuMF on the devices of one PJRT plugin: weights, optimizer state and data stay there, programs come from StableHLO. */
export class XlaSession implements NcfSession {
  private readonly request: OpenRequest;
  private readonly runtime: Runtime;
  private readonly sizes: ModelSizes;
  private readonly weights: DeviceValues = new Map();
  private readonly trainer: Trainer | null;
  private readonly scorer: Scorer;
  private readonly evaluator: Evaluator;
  /** Of the weights on every device, once `verifyTraining` found them equal. */
  private replicaChecksum: string | null = null;

  private constructor(request: OpenRequest, runtime: Runtime, sizes: ModelSizes, trainer: Trainer | null) {
    this.request = request;
    this.runtime = runtime;
    this.sizes = sizes;
    this.trainer = trainer;
    const spec: ScoreSpec = {
      sizes,
      numerics: numericsOf(request.cell.precision, request.cell.backend === EMULATED),
      formulation: request.cell.formulation,
      replicas: runtime.devices.count,
    };
    this.scorer = new Scorer(runtime, spec, this.weights);
    this.evaluator = new Evaluator(runtime, spec, this.weights);
  }

  /** Compiles what the cell's mode needs and puts the initial state on the devices. */
  static async open(
    request: OpenRequest,
    runtime: Runtime,
    granularity: Granularity = "epoch",
    parameters = initialOf(request),
  ): Promise<XlaSession> {
    const { dataset, cell } = request;
    const sizes = modelSizes(request, dataset, runtime.devices.count);
    const trainer = cell.mode === "train" ? await Trainer.open(request, runtime, sizes, granularity) : null;
    const session = new XlaSession(request, runtime, sizes, trainer);
    await session.importState({ parameters, adam: null });
    return session;
  }

  info(): EngineInfo {
    const { devices, flags, programs } = this.runtime;
    const { client, plugin, pluginSha256 } = devices;
    const optimized = optimizedPrograms(programs);
    const { cell, options } = this.request;
    const emulated = cell.backend === EMULATED;
    const kind = client.devices[0]!.kind;
    const many = devices.count > 1 ? `${devices.count} x ` : "";
    return {
      name: "xla",
      backend: emulated ? EMULATED : plugin.name,
      version: `${plugin.version ?? "unknown"}, PJRT ${client.plugin.apiVersion.major}.${client.plugin.apiVersion.minor}`,
      device: emulated
        ? `${devices.count} virtual CPU device${devices.count === 1 ? "" : "s"} (emulated)`
        : `${many}${kind}`,
      details: {
        plugin: plugin.name,
        pluginOrigin: plugin.origin,
        pluginVersion: plugin.version,
        pluginSha256,
        platform: `${client.platformName} ${client.platformVersion}`,
        devices: devices.count,
        precision: cell.precision,
        formulation: cell.formulation,
        xlaFlags: JSON.stringify(flags),
        ...(devices.environmentFlags ? { environmentFlags: devices.environmentFlags } : {}),
        dropoutMode: options.dropoutMode,
        lossReadBack: "each epoch",
        programs: [...programs].map(([name, { compiled }]) => `${name}:${compiled.key.slice(0, 12)}`).join(" "),
        ...(optimized.list === null ? {} : { optimizedPrograms: optimized.list, programSettings: optimized.settings }),
        ...(this.trainer?.scalesLoss ? { lossScale: options.lossScale } : {}),
      },
      ...(this.trainer ? { within: { sampling: "compute" } } : {}),
      observed: {
        compileSeconds: [...programs.values()].reduce((sum, { compiled }) => sum + compiled.seconds, 0),
        compileCacheHits: [...programs.values()].filter(({ compiled }) => compiled.hit).length,
        ...(optimized.untold === null ? {} : { optimizedProgramsUntold: optimized.untold }),
        ...this.trainer?.observed(),
        ...(this.replicaChecksum === null ? {} : { weightsSha256OnAllDevices: this.replicaChecksum }),
      },
    };
  }

  warnings(): Warning[] {
    const emulated: Warning = {
      code: "xla.emulated",
      message: "virtual CPU devices stand for GPUs: no figure is one of the hardware that the cell names",
    };
    return [
      ...(this.request.cell.backend === EMULATED ? [emulated] : []),
      ...this.runtime.devices.warnings,
      ...(this.trainer?.warnings() ?? []),
    ];
  }

  async trainEpoch(epoch: number) {
    if (!this.trainer) throw new Error("this session was opened for inference");
    const result = await this.trainer.epoch(epoch, this.weights);
    this.scorer.weightsChanged();
    this.evaluator.weightsChanged();
    return result;
  }

  score(users: Int32Array, items: Int32Array, out: Float32Array | Float64Array): Promise<void> {
    return this.scorer.score(users, items, out);
  }

  rank(set: EvaluationSet, topk: number): Promise<{ hits: number; dcg: number }> {
    return this.evaluator.rank(set, topk);
  }

  inference(batch: InferenceBatch): Promise<PreparedInference> {
    return prepareInference(this.runtime, this.scorer, batch);
  }

  async exportState(): Promise<ModelState> {
    const parameters = fromDevice(this.sizes, await this.downloadWeights());
    if (!this.trainer) return { parameters, adam: null };
    return {
      parameters,
      lossScale: this.trainer.lossScaleState(),
      adam: {
        m: fromDevice(this.sizes, await this.trainer.exportMoments("m")),
        v: fromDevice(this.sizes, await this.trainer.exportMoments("v")),
        step: this.trainer.updates,
      },
    };
  }

  async importState(state: ModelState): Promise<void> {
    const values = toDevice(this.sizes, state.parameters);
    disposeAll(this.weights.values());
    for (const { name, dims } of deviceTensors(this.sizes)) {
      this.weights.set(name, await this.runtime.replicate(values.get(name)!, "f32", dims));
    }
    await this.trainer?.importState(state);
    this.scorer.weightsChanged();
    this.evaluator.weightsChanged();
  }

  /** Replicas that drifted apart are as many models as there are devices, and no result. */
  async verifyTraining(): Promise<void> {
    if (this.runtime.devices.count === 1) return;
    const sums = await this.weightChecksums();
    const apart = sums.findIndex((sum) => sum !== sums[0]);
    if (apart < 0) {
      this.replicaChecksum = sums[0]!;
      return;
    }
    throw new Error(
      `the weights of device ${apart} are not those of device 0 after training: sha256 ${sums.map((sum) => sum.slice(0, 12)).join(", ")}`,
    );
  }

  /** sha256 of all weights on each device: equal where replication is right. */
  async weightChecksums(): Promise<string[]> {
    const sums: string[] = [];
    for (let device = 0; device < this.runtime.devices.count; device++) {
      const hash = createHash("sha256");
      for (const { name } of deviceTensors(this.sizes)) {
        const buffer = this.weights.get(name)![device]!;
        hash.update(await buffer.toHost(new Uint8Array(buffer.bytes)));
      }
      sums.push(hash.digest("hex"));
    }
    return sums;
  }

  memoryBytes(): number | null {
    const stats = this.runtime.devices.client.devices
      .slice(0, this.runtime.devices.count)
      .map((device) => device.memoryStats());
    const peaks = stats.flatMap((stat) => (stat ? [stat.peakBytesInUse ?? stat.bytesInUse] : []));
    if (peaks.length > 0) return peaks.reduce((sum, bytes) => sum + bytes, 0);
    // Where the plugin keeps no statistics, what the largest program needs on all devices.
    const needs = [...this.runtime.programs.values()].map(({ executable }) => {
      const memory = executable.program.memory();
      return memory.arguments + memory.outputs - memory.aliased + memory.temporaries;
    });
    return needs.length > 0 ? Math.max(...needs) * this.runtime.devices.count : null;
  }

  async close(): Promise<void> {
    this.scorer.dispose();
    this.evaluator.dispose();
    this.trainer?.dispose();
    disposeAll(this.weights.values());
    this.weights.clear();
    this.runtime.dispose();
  }

  /** The weights of the first device; all devices hold the same. */
  private async downloadWeights(): Promise<Map<string, Float32Array>> {
    const values = new Map<string, Float32Array>();
    for (const [name, [buffer]] of this.weights) {
      values.set(name, await buffer!.toHost(new Float32Array(buffer!.bytes / 4)));
    }
    return values;
  }
}
