import type { ElementType } from "../../../../xla/element-type.js";
import type { HloHashes } from "../../../../xla/hlo/hash.js";
import type { DeviceBuffer } from "../../../../xla/pjrt/buffer.js";
import { type CachedCompile, cachedCompile, type ExecutableStore } from "../../../../xla/pjrt/compile-cache.js";
import type { LoadedExecutable } from "../../../../xla/pjrt/executable.js";
import { printModule } from "../../../../xla/stablehlo/print.js";
import type { XlaFlags } from "./compiler-flags.js";
import type { OpenedDevices } from "./devices.js";
import type { Program } from "./programs/signature.js";

/** Named tensors on every device: by name, then by device. */
export type DeviceValues = Map<string, DeviceBuffer[]>;

export interface LoadedProgram {
  program: Program;
  executable: LoadedExecutable;
  /** How it was compiled, for the record. */
  compiled: Pick<CachedCompile, "hit" | "seconds" | "key">;
  /** Of the optimized program, once they were asked for. */
  optimized?: HloHashes;
}

/** Devices, what is compiled for them and what lies on them. */
export class Runtime {
  readonly devices: OpenedDevices;
  readonly flags: XlaFlags;
  /** Every program that was compiled, by module name. */
  readonly programs = new Map<string, LoadedProgram>();
  private readonly store: ExecutableStore | null;

  constructor(devices: OpenedDevices, flags: XlaFlags, store: ExecutableStore | null) {
    this.devices = devices;
    this.flags = flags;
    this.store = store;
  }

  async compile(program: Program): Promise<LoadedProgram> {
    const { client, identity } = this.devices;
    const options = { replicas: program.module.replicas, flags: this.flags };
    const { executable, ...compiled } = await cachedCompile(
      client,
      printModule(program.module),
      options,
      identity,
      this.store,
    );
    const loaded: LoadedProgram = { program, executable, compiled };
    this.programs.set(program.module.name, loaded);
    return loaded;
  }

  /** The same values on every device. */
  async replicate(data: ArrayBufferView, type: ElementType, dims: readonly number[]): Promise<DeviceBuffer[]> {
    return this.place(() => data, type, dims);
  }

  /** Values of each device's own. */
  async place(
    dataOf: (device: number) => ArrayBufferView,
    type: ElementType,
    dims: readonly number[],
  ): Promise<DeviceBuffer[]> {
    const { client, count } = this.devices;
    const devices = client.devices.slice(0, count);
    return Promise.all(devices.map((device, index) => client.fromHost(dataOf(index), type, dims, device)));
  }

  /** Arguments in the program's order, by device. */
  argumentsOf(program: Program, values: ReadonlyMap<string, DeviceBuffer[]>): DeviceBuffer[][] {
    const lists = program.arguments.map(({ name }) => {
      const buffers = values.get(name);
      if (!buffers) throw new Error(`${program.module.name} takes ${name}, which is not on the devices`);
      return buffers;
    });
    return Array.from({ length: program.module.replicas }, (_, device) => lists.map((list) => list[device]!));
  }

  /** Runs a program to its end; results by name, then by device. */
  async run(
    { program, executable }: LoadedProgram,
    values: ReadonlyMap<string, DeviceBuffer[]>,
  ): Promise<DeviceValues> {
    const execution = executable.execute(this.argumentsOf(program, values));
    try {
      await execution.done();
    } catch (error) {
      for (const list of execution.outputs) for (const buffer of list) buffer.dispose();
      throw error;
    }
    return new Map(program.results.map(({ name }, index) => [name, execution.outputs.map((list) => list[index]!)]));
  }

  dispose(): void {
    for (const { executable } of this.programs.values()) executable.dispose();
    this.programs.clear();
    this.devices.client.dispose();
  }
}

export function disposeAll(buffers: Iterable<readonly DeviceBuffer[]>): void {
  for (const list of buffers) for (const buffer of list) buffer.dispose();
}
