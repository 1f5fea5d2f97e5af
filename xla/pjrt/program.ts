import type { Api } from "./api.js";
import { PjrtError } from "./error.js";
import { decodeNamedValues } from "./named-value.js";
import { callWithPointer, nativeBytes, nativeText } from "./native.js";
import { seal } from "./seal.js";
import { Struct } from "./struct.js";

/** Bytes that a compiled program needs on each device. */
export interface CompiledMemory {
  code: number;
  arguments: number;
  outputs: number;
  /** Of the outputs, what lies in donated arguments. */
  aliased: number;
  temporaries: number;
  /** Null where the plugin does not tell. */
  peak: number | null;
}

/** A compiled program, of which much can be asked; it is run through `LoadedExecutable`. */
export class Executable {
  readonly name: string;
  readonly outputCount: number;
  private readonly api: Api;
  private handle: bigint;

  constructor(api: Api, handle: bigint) {
    this.api = api;
    this.handle = handle;
    const name = new Struct("PJRT_Executable_Name_Args").pointer("executable", handle);
    api.call("PJRT_Executable_Name", name);
    this.name = nativeText(name.getPointer("executable_name"), name.getSize("executable_name_size"));
    const outputs = new Struct("PJRT_Executable_NumOutputs_Args").pointer("executable", handle);
    api.call("PJRT_Executable_NumOutputs", outputs);
    this.outputCount = outputs.getSize("num_outputs");
  }

  get pointer(): bigint {
    if (this.handle === 0n) throw new PjrtError("FAILED_PRECONDITION", "executable", "the executable was disposed of");
    return this.handle;
  }

  memory(): CompiledMemory {
    const args = new Struct("PJRT_Executable_GetCompiledMemoryStats_Args").pointer("executable", this.pointer);
    this.api.call("PJRT_Executable_GetCompiledMemoryStats", args);
    const of = (field: Parameters<typeof args.getInt64>[0]) => Number(args.getInt64(field));
    return {
      code: of("generated_code_size_in_bytes"),
      arguments: of("argument_size_in_bytes"),
      outputs: of("output_size_in_bytes"),
      aliased: of("alias_size_in_bytes"),
      temporaries: of("temp_size_in_bytes"),
      peak: of("peak_memory_in_bytes") || null,
    };
  }

  /** The compiler's own estimates by name (`flops`, `bytes accessed`, …); null where it offers none. */
  costAnalysis(): Record<string, number> | null {
    const args = new Struct("PJRT_Executable_GetCostAnalysis_Args").pointer("executable", this.pointer);
    try {
      this.api.call("PJRT_Executable_GetCostAnalysis", args);
    } catch {
      return null;
    }
    const values = decodeNamedValues(args.getPointer("properties"), args.getSize("num_properties"));
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
  }

  /** Identity of the compiled program as the plugin gives it; null where it gives none. */
  fingerprint(): string | null {
    const args = new Struct("PJRT_Executable_Fingerprint_Args").pointer("executable", this.pointer);
    try {
      this.api.call("PJRT_Executable_Fingerprint", args);
    } catch {
      return null;
    }
    const bytes = nativeBytes(args.getPointer("executable_fingerprint"), args.getSize("executable_fingerprint_size"));
    return bytes.length > 0 ? Buffer.from(bytes).toString("hex") : null;
  }

  /** The program after optimization: its format (`hlo_with_config`, `hlo`, `mlir`) and bytes. */
  optimizedProgram(): { format: string; code: Uint8Array } {
    const program = new Struct("PJRT_Program");
    const args = new Struct("PJRT_Executable_OptimizedProgram_Args")
      .pointer("executable", this.pointer)
      .pointer("program", program.address, program);
    // The first call tells the size, the second one fills the memory.
    this.api.call("PJRT_Executable_OptimizedProgram", args);
    const code = new Uint8Array(program.getSize("code_size"));
    program.text("code", "code_size", code);
    this.api.call("PJRT_Executable_OptimizedProgram", args);
    return {
      format: nativeText(program.getPointer("format"), program.getSize("format_size")),
      code: nativeBytes(program.getPointer("code"), code.length),
    };
  }

  /** Bytes that `Client.deserialize` takes, on the same plugin and kind of device. */
  serialize(): Uint8Array {
    const args = new Struct("PJRT_Executable_Serialize_Args").pointer("executable", this.pointer);
    this.api.call("PJRT_Executable_Serialize", args);
    const bytes = nativeBytes(args.getPointer("serialized_bytes"), args.getSize("serialized_bytes_size"));
    callWithPointer(args.getPointer("serialized_executable_deleter"), args.getPointer("serialized_executable"));
    return seal(bytes);
  }

  dispose(): void {
    if (this.handle === 0n) return;
    const args = new Struct("PJRT_Executable_Destroy_Args").pointer("executable", this.handle);
    this.handle = 0n;
    this.api.call("PJRT_Executable_Destroy", args);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}
