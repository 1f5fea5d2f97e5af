import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { PjrtError } from "./error.js";

export interface CompileOptions {
  /** Copies of the program, one a device, that communicate by collectives. */
  replicas?: number;
  partitions?: number;
  /** XLA flags of this compilation alone, without their leading dashes. */
  flags?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * The serialized `CompileOptionsProto` (xla/pjrt/proto/compile_options.proto): executable_build_options = 3 {device_ordinal
 * = 1, num_replicas = 4, num_partitions = 5}, env_option_overrides = 7 (a map from flag to an OptionOverrideProto
 * {string_field = 1, bool_field = 2, int_field = 3, double_field = 4}).
 *
 * @throws PjrtError INVALID_ARGUMENT for no replicas or partitions: plugins end the process over them.
 */
export function encodeCompileOptions({ replicas = 1, partitions = 1, flags = {} }: CompileOptions): Uint8Array {
  for (const [name, count] of Object.entries({ replicas, partitions })) {
    if (!Number.isInteger(count) || count < 1) {
      throw new PjrtError("INVALID_ARGUMENT", "compile", `${name} is ${count}, it must be a positive integer`);
    }
  }
  const writer = new BinaryWriter();
  writer.tag(3, WireType.LengthDelimited).fork();
  writer.tag(1, WireType.Varint).int64(-1);
  writer.tag(4, WireType.Varint).int64(replicas);
  writer.tag(5, WireType.Varint).int64(partitions);
  writer.join();
  for (const [name, value] of Object.entries(flags).sort(([a], [b]) => (a < b ? -1 : 1))) {
    writer.tag(7, WireType.LengthDelimited).fork();
    writer.tag(1, WireType.LengthDelimited).string(name);
    writer.tag(2, WireType.LengthDelimited).fork();
    if (typeof value === "string") writer.tag(1, WireType.LengthDelimited).string(value);
    else if (typeof value === "boolean") writer.tag(2, WireType.Varint).bool(value);
    else if (Number.isInteger(value)) writer.tag(3, WireType.Varint).int64(value);
    else writer.tag(4, WireType.Bit64).double(value);
    writer.join();
    writer.join();
  }
  return writer.finish();
}
