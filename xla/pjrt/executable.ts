import type { Api } from "./api.js";
import { DeviceBuffer } from "./buffer.js";
import { elementTypeOf } from "./buffer-type.js";
import { PjrtError } from "./error.js";
import { Execution } from "./execution.js";
import type { Lifetime } from "./lifetime.js";
import { nativeView } from "./native.js";
import { Executable } from "./program.js";
import type { ArgumentType } from "./signature.js";
import { PointerArray, Struct } from "./struct.js";

/** A program that is ready to run on its devices. */
export class LoadedExecutable {
  /** The compiled program, for what can be asked of it. */
  readonly program: Executable;
  /** Devices it runs on, one a replica. */
  readonly deviceCount: number;
  private readonly lifetime: Lifetime;
  private readonly argumentTypes: readonly ArgumentType[] | null;
  private readonly outputTypes: readonly ArgumentType[];
  private readonly args: Struct<"PJRT_LoadedExecutable_Execute_Args">;
  private readonly argumentLists: PointerArray[];
  private readonly outputLists: PointerArray[];
  private readonly events: PointerArray;
  private handle: bigint;

  constructor(lifetime: Lifetime, handle: bigint, deviceCount: number, argumentTypes: readonly ArgumentType[] | null) {
    const { api } = lifetime;
    this.lifetime = lifetime;
    this.handle = handle;
    this.deviceCount = deviceCount;
    this.argumentTypes = argumentTypes;
    const get = new Struct("PJRT_LoadedExecutable_GetExecutable_Args").pointer("loaded_executable", handle);
    api.call("PJRT_LoadedExecutable_GetExecutable", get);
    this.program = new Executable(api, get.getPointer("executable"));
    // From here on it is disposed of with the client, also where the rest of this fails.
    lifetime.own(this);
    this.outputTypes = outputTypes(api, this.program.pointer, this.program.outputCount);

    const lists = (length: number) => Array.from({ length: deviceCount }, () => new PointerArray(length));
    this.argumentLists = lists(argumentTypes?.length ?? 0);
    this.outputLists = lists(this.program.outputCount);
    this.events = new PointerArray(deviceCount);
    const argumentTable = PointerArray.of(this.argumentLists.map(({ address }) => address));
    const outputTable = PointerArray.of(this.outputLists.map(({ address }) => address));
    const options = new Struct("PJRT_ExecuteOptions");
    this.args = new Struct("PJRT_LoadedExecutable_Execute_Args")
      .pointer("executable", handle)
      .pointer("options", options.address, options)
      .pointer("argument_lists", argumentTable.address, argumentTable)
      .pointer("output_lists", outputTable.address, outputTable)
      .pointer("device_complete_events", this.events.address, this.events)
      .size("num_devices", deviceCount);
  }

  /**
   * Starts the program. Arguments that it takes over (`tf.aliasing_output`) are deleted by it.
   *
   * @param args buffers by device, then by argument.
   * @throws PjrtError INVALID_ARGUMENT when count, shape or element type are not those of the program.
   */
  execute(args: readonly (readonly DeviceBuffer[])[]): Execution {
    if (this.handle === 0n) throw new PjrtError("FAILED_PRECONDITION", "execute", "the executable was disposed of");
    this.check(args);
    args.forEach((list, device) => {
      const pointers = this.argumentLists[device]!;
      list.forEach((buffer, index) => {
        pointers.set(index, buffer.pointer);
      });
    });
    this.args.size("num_args", args[0]!.length);
    for (let device = 0; device < this.deviceCount; device++) this.events.set(device, 0n);
    this.lifetime.api.call("PJRT_LoadedExecutable_Execute", this.args);
    const events = Array.from({ length: this.deviceCount }, (_, device) => this.events.get(device));
    const outputs = this.outputLists.map((list) =>
      this.outputTypes.map(({ type, dims }, index) => new DeviceBuffer(this.lifetime, list.get(index), type, dims)),
    );
    return new Execution(this.lifetime, outputs, events, args);
  }

  dispose(): void {
    if (this.handle === 0n) return;
    this.program.dispose();
    const args = new Struct("PJRT_LoadedExecutable_Destroy_Args").pointer("executable", this.handle);
    this.handle = 0n;
    this.lifetime.disown(this);
    this.lifetime.api.call("PJRT_LoadedExecutable_Destroy", args);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  private check(args: readonly (readonly DeviceBuffer[])[]): void {
    const refuse = (problem: string): never => {
      throw new PjrtError("INVALID_ARGUMENT", "execute", problem);
    };
    if (args.length !== this.deviceCount)
      refuse(`arguments for ${args.length} devices, it runs on ${this.deviceCount}`);
    const wanted =
      this.argumentTypes ?? refuse("the program's argument types are not known, so it cannot be run safely");
    args.forEach((list, device) => {
      if (list.length !== wanted.length) {
        refuse(`${list.length} arguments on device ${device}, the program takes ${wanted.length}`);
      }
      list.forEach((buffer, index) => {
        const { type, dims } = wanted[index]!;
        if (!buffer.belongsTo(this.lifetime)) refuse(`argument ${index} is another client's`);
        // A plugin would start the other devices, which then wait for this one in a collective for ever.
        if (this.deviceCount > 1 && buffer.deleted)
          refuse(`argument ${index} on device ${device} is donated or disposed of`);
        const fits =
          buffer.type === type &&
          buffer.dims.length === dims.length &&
          buffer.dims.every((size, i) => size === dims[i]);
        if (fits) return;
        refuse(`argument ${index} is ${buffer.type}[${buffer.dims}], the program takes ${type}[${dims}]`);
      });
    });
  }
}

function outputTypes(api: Api, executable: bigint, count: number): ArgumentType[] {
  if (count === 0) return [];
  const types = new Struct("PJRT_Executable_OutputElementTypes_Args").pointer("executable", executable);
  api.call("PJRT_Executable_OutputElementTypes", types);
  const dims = new Struct("PJRT_Executable_OutputDimensions_Args").pointer("executable", executable);
  api.call("PJRT_Executable_OutputDimensions", dims);
  const typeView = nativeView(types.getPointer("output_types"), 4 * count);
  const rankView = nativeView(dims.getPointer("dim_sizes"), 8 * count);
  const ranks = Array.from({ length: count }, (_, i) => Number(rankView.getBigUint64(8 * i, true)));
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  const dimView = total > 0 ? nativeView(dims.getPointer("dims"), 8 * total) : null;
  let offset = 0;
  return ranks.map((rank, index) => ({
    type: elementTypeOf(typeView.getInt32(4 * index, true)),
    dims: Array.from({ length: rank }, () => Number(dimView!.getBigInt64(8 * offset++, true))),
  }));
}
