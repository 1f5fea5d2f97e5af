import { errorCode, PjrtError } from "./error.js";
import { functionSlots, layouts } from "./layout/layout.js";
import { callOnThread, type NativeFunction, nativeFunction, nativeText, nativeView } from "./native.js";
import { Struct, type StructName } from "./struct.js";

export type FunctionName = keyof typeof functionSlots;

const HEADER = 16 + layouts.PJRT_Api_Version.size;

/** Arguments of calls on other threads: referenced from here until the call has ended. */
const inUse = new Set<unknown>();

/** The function table of one loaded plugin, and the one way in which its functions are called. */
export class Api {
  readonly major: number;
  readonly minor: number;
  private readonly table: DataView;
  private readonly slots: number;
  private readonly functions = new Map<FunctionName, NativeFunction>();

  constructor(address: bigint) {
    const head = nativeView(address, HEADER);
    const size = Number(head.getBigUint64(0, true));
    if (size < HEADER)
      throw new PjrtError("INVALID_ARGUMENT", "load", `its API has ${size} bytes, too few for a version`);
    this.major = head.getInt32(16 + layouts.PJRT_Api_Version.fields.major_version, true);
    this.minor = head.getInt32(16 + layouts.PJRT_Api_Version.fields.minor_version, true);
    this.slots = Math.floor((size - HEADER) / 8);
    this.table = nativeView(address, size);
  }

  has(name: FunctionName): boolean {
    const slot = functionSlots[name];
    return slot < this.slots && this.table.getBigUint64(HEADER + 8 * slot, true) !== 0n;
  }

  /** Calls a function and throws what it answers. */
  call<F extends FunctionName>(name: F, args: Struct<`${F}_Args` & StructName>): void {
    const error = this.of(name)(args.address);
    if (error) throw this.take(error, name);
  }

  /** As `call`, on another thread: for what waits or compiles. `args` stays referenced until it is done. */
  async callAsync<F extends FunctionName>(name: F, args: Struct<`${F}_Args` & StructName>): Promise<void> {
    inUse.add(args);
    try {
      const error = await callOnThread(this.of(name), args.address);
      if (error) throw this.take(error, name);
    } finally {
      inUse.delete(args);
    }
  }

  private of(name: FunctionName): NativeFunction {
    let found = this.functions.get(name);
    if (!found) {
      if (!this.has(name)) throw new PjrtError("UNIMPLEMENTED", name, "this plugin has no such function");
      found = nativeFunction(this.table.getBigUint64(HEADER + 8 * functionSlots[name], true));
      this.functions.set(name, found);
    }
    return found;
  }

  private take(error: bigint, call: string): PjrtError {
    const message = new Struct("PJRT_Error_Message_Args").pointer("error", error);
    this.of("PJRT_Error_Message")(message.address);
    const text = nativeText(message.getPointer("message"), message.getSize("message_size"));
    const code = new Struct("PJRT_Error_GetCode_Args").pointer("error", error);
    const failed = this.of("PJRT_Error_GetCode")(code.address);
    const destroy = new Struct("PJRT_Error_Destroy_Args").pointer("error", error);
    this.of("PJRT_Error_Destroy")(destroy.address);
    return new PjrtError(failed ? "UNKNOWN" : errorCode(code.getInt32("code")), call, text);
  }
}
