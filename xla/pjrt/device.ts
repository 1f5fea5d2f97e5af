import type { Lifetime } from "./lifetime.js";
import { decodeNamedValues, type NamedValue } from "./named-value.js";
import { nativeText } from "./native.js";
import { Struct } from "./struct.js";

export interface MemoryStats {
  bytesInUse: number;
  peakBytesInUse: number | null;
  bytesLimit: number | null;
}

/** One device that this process can use. Lives as long as its client. */
export class Device {
  readonly id: number;
  /** E.g. `cpu`, `NVIDIA H100 80GB HBM3`. */
  readonly kind: string;
  readonly description: string;
  readonly attributes: Readonly<Record<string, NamedValue>>;
  private readonly lifetime: Lifetime;
  private readonly handle: bigint;

  constructor(lifetime: Lifetime, pointer: bigint) {
    const { api } = lifetime;
    this.lifetime = lifetime;
    this.handle = pointer;
    const get = new Struct("PJRT_Device_GetDescription_Args").pointer("device", pointer);
    api.call("PJRT_Device_GetDescription", get);
    const described = get.getPointer("device_description");
    const id = new Struct("PJRT_DeviceDescription_Id_Args").pointer("device_description", described);
    api.call("PJRT_DeviceDescription_Id", id);
    this.id = id.getInt32("id");
    const kind = new Struct("PJRT_DeviceDescription_Kind_Args").pointer("device_description", described);
    api.call("PJRT_DeviceDescription_Kind", kind);
    this.kind = nativeText(kind.getPointer("device_kind"), kind.getSize("device_kind_size"));
    const text = new Struct("PJRT_DeviceDescription_ToString_Args").pointer("device_description", described);
    api.call("PJRT_DeviceDescription_ToString", text);
    this.description = nativeText(text.getPointer("to_string"), text.getSize("to_string_size"));
    const attributes = new Struct("PJRT_DeviceDescription_Attributes_Args").pointer("device_description", described);
    api.call("PJRT_DeviceDescription_Attributes", attributes);
    this.attributes = decodeNamedValues(attributes.getPointer("attributes"), attributes.getSize("num_attributes"));
  }

  /** For the binding's own calls; throws when the client was disposed of. */
  get pointer(): bigint {
    this.lifetime.check();
    return this.handle;
  }

  /** Null where the plugin does not keep such statistics. */
  memoryStats(): MemoryStats | null {
    const args = new Struct("PJRT_Device_MemoryStats_Args").pointer("device", this.pointer);
    try {
      this.lifetime.api.call("PJRT_Device_MemoryStats", args);
    } catch {
      return null;
    }
    const optional = (field: "peak_bytes_in_use" | "bytes_limit") =>
      args.getFlag(`${field}_is_set`) ? Number(args.getInt64(field)) : null;
    return {
      bytesInUse: Number(args.getInt64("bytes_in_use")),
      peakBytesInUse: optional("peak_bytes_in_use"),
      bytesLimit: optional("bytes_limit"),
    };
  }
}
