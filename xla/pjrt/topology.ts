import type { Api } from "./api.js";
import { type CompileOptions, encodeCompileOptions } from "./compile-options.js";
import { Lifetime } from "./lifetime.js";
import { encodeNamedValues, type NamedValue } from "./named-value.js";
import { Executable } from "./program.js";
import { Struct } from "./struct.js";

/** Described devices that programs can be compiled for without having them. */
export class Topology {
  private readonly lifetime: Lifetime;
  private readonly handle: bigint;

  constructor(api: Api, name: string, options: Readonly<Record<string, NamedValue>>) {
    this.lifetime = new Lifetime(api, "topology");
    const { address, count, keep } = encodeNamedValues(options);
    const args = new Struct("PJRT_TopologyDescription_Create_Args")
      .text("topology_name", "topology_name_size", name)
      .pointer("create_options", address, keep)
      .size("num_options", count);
    api.call("PJRT_TopologyDescription_Create", args);
    this.handle = args.getPointer("topology");
  }

  /** Compiles StableHLO text for the described devices, on another thread. The result can be asked, not run. */
  async compile(program: string, options: CompileOptions = {}): Promise<Executable> {
    const source = new Struct("PJRT_Program").text("code", "code_size", program).text("format", "format_size", "mlir");
    const args = new Struct("PJRT_Compile_Args")
      .pointer("topology", this.handle)
      .pointer("program", source.address, source)
      .text("compile_options", "compile_options_size", encodeCompileOptions(options));
    const { api } = this.lifetime;
    return this.lifetime.during(async () => {
      await api.callAsync("PJRT_Compile", args);
      return new Executable(api, args.getPointer("executable"));
    });
  }

  dispose(): void {
    const args = new Struct("PJRT_TopologyDescription_Destroy_Args").pointer("topology", this.handle);
    this.lifetime.end(() => this.lifetime.api.call("PJRT_TopologyDescription_Destroy", args));
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}
