import { type ElementType, elementBytes } from "../element-type.js";
import { PjrtError } from "./error.js";
import { awaitEvent, blockOnEvent } from "./event.js";
import type { Lifetime } from "./lifetime.js";
import { addressOf } from "./native.js";
import { Struct } from "./struct.js";

/** A tensor on a device. It may still be being computed: whoever reads it waits. */
export class DeviceBuffer {
  readonly type: ElementType;
  readonly dims: readonly number[];
  private readonly lifetime: Lifetime;
  private handle: bigint;

  constructor(lifetime: Lifetime, handle: bigint, type: ElementType, dims: readonly number[]) {
    this.lifetime = lifetime;
    this.handle = handle;
    this.type = type;
    this.dims = dims;
    lifetime.own(this);
  }

  /** Whether it lies on devices of the client that has this lifetime. */
  belongsTo(lifetime: Lifetime): boolean {
    return this.lifetime === lifetime;
  }

  /** Bytes on the host. */
  get bytes(): number {
    return this.dims.reduce((product, size) => product * size, elementBytes(this.type));
  }

  /** For `LoadedExecutable`; throws after `dispose`. */
  get pointer(): bigint {
    if (this.handle === 0n) throw new PjrtError("FAILED_PRECONDITION", "buffer", "the buffer was disposed of");
    return this.handle;
  }

  /** True when its memory was donated to an execution, deleted or disposed of. */
  get deleted(): boolean {
    if (this.handle === 0n) return true;
    const args = new Struct("PJRT_Buffer_IsDeleted_Args").pointer("buffer", this.handle);
    this.lifetime.api.call("PJRT_Buffer_IsDeleted", args);
    return args.getFlag("is_deleted");
  }

  /** Bytes that the device holds, padding included. */
  deviceBytes(): number {
    const args = new Struct("PJRT_Buffer_OnDeviceSizeInBytes_Args").pointer("buffer", this.pointer);
    this.lifetime.api.call("PJRT_Buffer_OnDeviceSizeInBytes", args);
    return args.getSize("on_device_size_in_bytes");
  }

  /** Resolves when the values are computed; rejects when computing them failed. */
  async ready(): Promise<void> {
    const args = new Struct("PJRT_Buffer_ReadyEvent_Args").pointer("buffer", this.pointer);
    this.lifetime.api.call("PJRT_Buffer_ReadyEvent", args);
    await this.lifetime.during(() => awaitEvent(this.lifetime.api, args.getPointer("event")));
  }

  /** Copies the values, row-major, into memory of exactly their size. */
  async toHost<T extends ArrayBufferView>(into: T): Promise<T> {
    const args = this.startCopy(into);
    await this.lifetime.during(() => awaitEvent(this.lifetime.api, args.getPointer("event"), [args, into, this]));
    return into;
  }

  /** As `toHost`, blocking this thread: for timing short executions. */
  toHostSync<T extends ArrayBufferView>(into: T): T {
    const args = this.startCopy(into);
    blockOnEvent(this.lifetime.api, args.getPointer("event"));
    return into;
  }

  dispose(): void {
    if (this.handle === 0n) return;
    const args = new Struct("PJRT_Buffer_Destroy_Args").pointer("buffer", this.handle);
    this.handle = 0n;
    this.lifetime.disown(this);
    this.lifetime.api.call("PJRT_Buffer_Destroy", args);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  private startCopy(into: ArrayBufferView): Struct<"PJRT_Buffer_ToHostBuffer_Args"> {
    if (into.byteLength !== this.bytes) {
      throw new PjrtError(
        "INVALID_ARGUMENT",
        "toHost",
        `the buffer has ${this.bytes} bytes, the memory for them ${into.byteLength}`,
      );
    }
    if (this.deleted) throw new PjrtError("FAILED_PRECONDITION", "toHost", "the buffer was donated or deleted");
    const args = new Struct("PJRT_Buffer_ToHostBuffer_Args")
      .pointer("src", this.pointer)
      .pointer("dst", addressOf(into), into)
      .size("dst_size", into.byteLength);
    this.lifetime.api.call("PJRT_Buffer_ToHostBuffer", args);
    return args;
  }
}
