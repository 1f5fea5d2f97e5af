import type { ElementType } from "../element-type.js";
import { elementBytes } from "../element-type.js";
import type { Api } from "./api.js";
import { DeviceBuffer } from "./buffer.js";
import { bufferType } from "./buffer-type.js";
import { type CompileOptions, encodeCompileOptions } from "./compile-options.js";
import { Device } from "./device.js";
import { PjrtError } from "./error.js";
import { awaitEvent, destroyEvent } from "./event.js";
import { LoadedExecutable } from "./executable.js";
import { Lifetime } from "./lifetime.js";
import { addressOf, nativeText, nativeView } from "./native.js";
import type { Plugin } from "./plugin.js";
import { unseal } from "./seal.js";
import { argumentTypes } from "./signature.js";
import { PointerArray, Struct } from "./struct.js";

/** `PJRT_HostBufferSemantics`: the plugin copies within the call, or reads the memory until its event fires. */
const DURING_CALL = 0;
const UNTIL_TRANSFERRED = 1;

/** A plugin at work on its devices. */
export class Client {
  readonly plugin: Plugin;
  readonly platformName: string;
  readonly platformVersion: string;
  /** The devices of this process, by rising id. */
  readonly devices: readonly Device[];
  private readonly api: Api;
  private readonly lifetime: Lifetime;
  private readonly handle: bigint;

  constructor(plugin: Plugin, api: Api, handle: bigint) {
    this.plugin = plugin;
    this.api = api;
    this.lifetime = new Lifetime(api, "client");
    this.handle = handle;
    const name = new Struct("PJRT_Client_PlatformName_Args").pointer("client", handle);
    api.call("PJRT_Client_PlatformName", name);
    this.platformName = nativeText(name.getPointer("platform_name"), name.getSize("platform_name_size"));
    const version = new Struct("PJRT_Client_PlatformVersion_Args").pointer("client", handle);
    api.call("PJRT_Client_PlatformVersion", version);
    this.platformVersion = nativeText(version.getPointer("platform_version"), version.getSize("platform_version_size"));
    const devices = new Struct("PJRT_Client_AddressableDevices_Args").pointer("client", handle);
    api.call("PJRT_Client_AddressableDevices", devices);
    const count = devices.getSize("num_addressable_devices");
    const list = count > 0 ? nativeView(devices.getPointer("addressable_devices"), 8 * count) : null;
    this.devices = Array.from(
      { length: count },
      (_, i) => new Device(this.lifetime, list!.getBigUint64(8 * i, true)),
    ).sort((a, b) => a.id - b.id);
  }

  /** Buffers, executables and executions of this client that were neither disposed of nor waited for. */
  get liveObjects(): number {
    return this.lifetime.ownedCount;
  }

  /**
   * Compiles StableHLO text for as many devices as it has replicas and partitions. Runs on another thread.
   *
   * @throws PjrtError with the compiler's message.
   */
  async compile(program: string, options: CompileOptions = {}): Promise<LoadedExecutable> {
    const count = this.deviceCount(options);
    const source = new Struct("PJRT_Program").text("code", "code_size", program).text("format", "format_size", "mlir");
    const args = new Struct("PJRT_Client_Compile_Args")
      .pointer("client", this.pointer)
      .pointer("program", source.address, source)
      .text("compile_options", "compile_options_size", encodeCompileOptions(options));
    return this.lifetime.during(async () => {
      await this.api.callAsync("PJRT_Client_Compile", args);
      return new LoadedExecutable(this.lifetime, args.getPointer("executable"), count, argumentTypes(program));
    });
  }

  /**
   * Loads what `Executable.serialize` gave for the same program and options.
   *
   * @throws PjrtError DATA_LOSS when the bytes are not those: plugins crash over damaged ones.
   */
  async deserialize(bytes: Uint8Array, program: string, options: CompileOptions = {}): Promise<LoadedExecutable> {
    const count = this.deviceCount(options);
    const args = new Struct("PJRT_Executable_DeserializeAndLoad_Args")
      .pointer("client", this.pointer)
      .text("serialized_executable", "serialized_executable_size", unseal(bytes));
    return this.lifetime.during(async () => {
      await this.api.callAsync("PJRT_Executable_DeserializeAndLoad", args);
      return new LoadedExecutable(this.lifetime, args.getPointer("loaded_executable"), count, argumentTypes(program));
    });
  }

  /**
   * Copies row-major values to a device (the first one unless given). Resolves when the memory may be changed again.
   *
   * @throws PjrtError RESOURCE_EXHAUSTED when the device has no room.
   */
  async fromHost(
    data: ArrayBufferView,
    type: ElementType,
    dims: readonly number[],
    device: Device = this.devices[0]!,
  ): Promise<DeviceBuffer> {
    const { buffer, event, keep } = this.startTransfer(data, type, dims, device, UNTIL_TRANSFERRED);
    try {
      await this.lifetime.during(() => awaitEvent(this.api, event, keep));
      return buffer;
    } catch (error) {
      buffer.dispose();
      throw error;
    }
  }

  /** As `fromHost`, but the memory may be changed at once: for timing short executions. */
  fromHostSync(
    data: ArrayBufferView,
    type: ElementType,
    dims: readonly number[],
    device: Device = this.devices[0]!,
  ): DeviceBuffer {
    const { buffer, event } = this.startTransfer(data, type, dims, device, DURING_CALL);
    destroyEvent(this.api, event);
    return buffer;
  }

  /** Disposes of all its buffers and executables too. What other threads still do for it is let finish first. */
  dispose(): void {
    const args = new Struct("PJRT_Client_Destroy_Args").pointer("client", this.handle);
    this.lifetime.end(() => this.api.call("PJRT_Client_Destroy", args));
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  private get pointer(): bigint {
    this.lifetime.check();
    return this.handle;
  }

  private deviceCount({ replicas = 1, partitions = 1 }: CompileOptions): number {
    const wanted = replicas * partitions;
    if (wanted > this.devices.length) {
      throw new PjrtError(
        "INVALID_ARGUMENT",
        "compile",
        `the program is for ${wanted} devices, the client has ${this.devices.length}`,
      );
    }
    return wanted;
  }

  private startTransfer(
    data: ArrayBufferView,
    type: ElementType,
    dims: readonly number[],
    device: Device,
    semantics: number,
  ) {
    const refuse = (problem: string): never => {
      throw new PjrtError("INVALID_ARGUMENT", "fromHost", problem);
    };
    const bytes = dims.reduce((product, size) => product * size, elementBytes(type));
    if (dims.some((size) => !Number.isInteger(size) || size < 0)) refuse(`[${dims}] are no dimensions`);
    if (bytes !== data.byteLength) refuse(`${type}[${dims}] has ${bytes} bytes, the data ${data.byteLength}`);
    if (!this.devices.includes(device)) refuse("the device is another client's");
    const sizes = PointerArray.of(dims.map(BigInt));
    const args = new Struct("PJRT_Client_BufferFromHostBuffer_Args")
      .pointer("client", this.pointer)
      .pointer("data", addressOf(data), data)
      .int32("type", bufferType(type))
      .pointer("dims", sizes.address, sizes)
      .size("num_dims", dims.length)
      .int32("host_buffer_semantics", semantics)
      .pointer("device", device.pointer);
    this.api.call("PJRT_Client_BufferFromHostBuffer", args);
    const buffer = new DeviceBuffer(this.lifetime, args.getPointer("buffer"), type, [...dims]);
    return { buffer, event: args.getPointer("done_with_host_buffer"), keep: args };
  }
}
